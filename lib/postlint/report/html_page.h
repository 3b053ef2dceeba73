// What is the same in every HTML report: how it looks, and what its filters do.
#pragma once

#include <string_view>

namespace postlint {

// CSS: light and dark, on screen and on paper.
inline constexpr std::string_view kHtmlStyle = R"(
:root { color-scheme: light dark; --error: #b3261e; --warning: #b06000; --advice: #1a6aa8;
        --line: #8883; --soft: #8881; --faint: color-mix(in srgb, CanvasText 60%, Canvas); }
@media (prefers-color-scheme: dark) {
  :root { --error: #ff8a80; --warning: #ffb74d; --advice: #7db8e8; }
}
* { box-sizing: border-box; }
body { display: flex; flex-direction: column; font: 15px/1.5 system-ui, sans-serif;
       max-width: 80rem; margin: 0 auto; padding: 1.5rem; }
header { order: -2; } .summary { order: -1; }
h1 { margin: 0; font-size: 1.6rem; } h2 { margin: 2rem 0 .6rem; font-size: 1.1rem; }
.total { font-size: 1.1rem; font-weight: 600; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; }
#findings td { border-top: 1px solid var(--line); }
thead th { position: sticky; top: 0; background: Canvas; }
.when { white-space: nowrap; } .words { font-family: ui-monospace, monospace; min-width: 8rem; }
.words, .place, .author { overflow-wrap: anywhere; } .place { font-size: .87rem; }
.id { display: block; color: var(--faint); font-size: .8rem; overflow-wrap: anywhere; }
.legend span { margin-right: 1.5rem; }
.severity { white-space: nowrap; } .severity::before { content: "\25CF\00A0"; }
.severity.error { color: var(--error); } .severity.warning { color: var(--warning); }
.severity.advice { color: var(--advice); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr));
          gap: 0 3rem; }
.charts .over-time { grid-column: 1 / -1; }
.chart td { padding: .1rem .8rem .1rem 0; vertical-align: middle; }
.chart a { color: inherit; text-decoration: none; } .chart a:hover { text-decoration: underline; }
.chart .bar { width: 45%; } .chart .bar span { display: flex; height: .8rem; min-width: 2px; }
.chart .number { text-align: right; width: 3rem; font-variant-numeric: tabular-nums; }
.chart tr:hover { background: var(--soft); }
i.error { background: var(--error); } i.warning { background: var(--warning); }
i.advice { background: var(--advice); }
.time { display: flex; gap: 2px; height: 11rem; margin: 0; padding: 0; list-style: none;
        border-bottom: 1px solid var(--line); margin-bottom: 1.6rem; }
.time li { position: relative; flex: 1 1 0; max-width: 6.5rem; display: flex; flex-direction: column;
           justify-content: flex-end; text-align: center; font-size: .8rem; }
.time .stack { display: flex; flex-direction: column; }
.time .day { position: absolute; top: 100%; left: 0; white-space: nowrap; color: var(--faint); }
form { display: none; gap: .5rem 1rem; flex-wrap: wrap; align-items: center; margin: .5rem 0 1rem; }
form select { max-width: 16rem; } .scripted form { display: flex; } #none { display: none; }
.scripted #none.needed { display: block; }
@media screen and (max-width: 48rem) {  /* a finding's cells below each other */
  thead { display: none; } #findings tr:not([hidden]) { display: block; padding: .6rem 0; }
  #findings tr { border-top: 1px solid var(--line); }
  #findings td { display: block; border: 0; padding: 0; }
  #findings td:is(.when, .author, .severity) { display: inline-block; padding-right: 1rem; }
}
@media print { form { display: none !important; } thead th { position: static; }
  body { padding: 0; font-size: 11px; } }
)";

// JavaScript: shows the rows that fit all filters, and how many there are. "#rule=conduct/insult"
// after the page's address sets a filter, and so do the charts' links.
inline constexpr std::string_view kHtmlScript = R"(
const form = document.forms[0], fields = form.elements;
const rows = [...document.querySelectorAll('#findings tr')];
const shown = document.getElementById('shown'), none = document.getElementById('none');
document.body.classList.add('scripted');
for (const name of ['severity', 'rule', 'author']) {
  const labels = new Map(rows.map(row =>
    [row.dataset[name], row.querySelector('.' + name).firstChild.textContent]));
  for (const [value, label] of [...labels].sort((a, b) => a[1].localeCompare(b[1])))
    fields[name].add(new Option(label, value));
}
function filter() {
  let count = 0;
  for (const row of rows) {
    const d = row.dataset, fits = name => !fields[name].value || fields[name].value === d[name];
    row.hidden = !(fits('severity') && fits('rule') && fits('author') &&
      (!fields.from.value || d.day >= fields.from.value) &&
      (!fields.until.value || (d.day && d.day <= fields.until.value)));
    count += !row.hidden;
  }
  shown.textContent = shown.dataset.text.replace('#', count);
  none.classList.toggle('needed', count === 0);
}
function followAddress() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  for (const name of ['severity', 'rule', 'author', 'from', 'until'])
    fields[name].value = wanted.get(name) ?? '';
  filter();
}
form.addEventListener('input', filter);
form.addEventListener('reset', () => setTimeout(filter));
addEventListener('hashchange', followAddress);
followAddress();
)";

}  // namespace postlint
