#include "postlint/eval/posts.h"

#include <algorithm>
#include <optional>

#include "postlint/base/nearest.h"

namespace postlint {
namespace {

constexpr std::string_view kOpen = "⟦";
constexpr std::string_view kClose = "⟧";

// Takes the marks out of one post.
class MarkReader {
 public:
  MarkReader(GoldRecord& post, const std::vector<std::string>& rules, Errors& errors)
      : post_(post), rules_(rules), errors_(errors) {}

  void read() {
    const std::string marked = std::move(post_.text);
    post_.text.clear();
    std::string_view rest = marked;
    while (!rest.empty()) {
      const std::size_t open = std::min(rest.find(kOpen), rest.size());
      post_.text += rest.substr(0, open);
      rest.remove_prefix(open);
      if (!rest.empty()) rest = read_mark(rest.substr(kOpen.size()));
    }
    for (std::string& rule : post_.document) name_whole(rule);
  }

 private:
  // What stands after the mark.
  std::string_view read_mark(std::string_view rest) {
    const std::size_t bar = rest.find('|');
    const std::size_t close = rest.find(kClose);
    if (close == std::string_view::npos || bar > close) {
      fail({"gold.bad-mark", {{"mark", std::string(rest.substr(0, 40))}}});
      return {};
    }
    const std::string_view words = rest.substr(bar + 1, close - bar - 1);
    const auto begin = static_cast<std::uint32_t>(post_.text.size());
    post_.text += words;
    const Span span{begin, static_cast<std::uint32_t>(post_.text.size())};
    std::string_view names = rest.substr(0, bar);
    while (!names.empty()) {
      const std::size_t end = std::min(names.find('+'), names.size());
      std::string rule(names.substr(0, end));
      name_whole(rule);
      post_.spans.push_back({span, std::move(rule)});
      names.remove_prefix(std::min(end + 1, names.size()));
    }
    return rest.substr(close + kClose.size());
  }

  // "bsn" becomes "personal-data/bsn".
  void name_whole(std::string& name) {
    const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const std::string& id) {
      return id == name || std::string_view(id).substr(id.find('/') + 1) == name;
    });
    if (found == rules_.end()) {
      fail({"gold.unknown-rule", {{"rule", name}, {"hint", nearest_name(name, rules_)}}});
    } else {
      name = *found;
    }
  }

  void fail(Message message) { errors_.push_back({post_.file, post_.line, 0, std::move(message)}); }

  GoldRecord& post_;
  const std::vector<std::string>& rules_;
  Errors& errors_;
};

}  // namespace

Result<std::vector<GoldRecord>> read_marked_posts(std::string_view jsonl, const std::string& file,
                                                  const std::vector<std::string>& rules) {
  auto posts = read_gold(jsonl, file);
  if (!posts) return posts;
  Errors errors;
  for (GoldRecord& post : *posts) MarkReader(post, rules, errors).read();
  if (!errors.empty()) return tl::unexpected<Errors>(std::move(errors));
  return posts;
}

Result<std::vector<GoldRecord>> read_annotated_posts(std::string_view jsonl,
                                                     const std::string& file,
                                                     const std::vector<std::string>& rules) {
  return file.ends_with(".marked.jsonl") ? read_marked_posts(jsonl, file, rules)
                                         : read_gold(jsonl, file);
}

}  // namespace postlint
