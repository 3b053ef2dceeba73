#include "postlint/learn/fit.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <map>
#include <utility>

#include "postlint/learn/logistic.h"
#include "postlint/learn/units.h"
#include "postlint/learn/weight_table_writer.h"
#include "postlint/load/model_file.h"

namespace postlint {
namespace {

constexpr double kCost = 30;        // of step one
constexpr double kSecondCost = 10;  // of step two
// Units that a feature must be in. Of pairs of classes there are so many that rare ones say
// nothing.
constexpr std::uint32_t rarest(FeatureKind kind) {
  switch (kind) {
    case FeatureKind::person:
    case FeatureKind::class_pair:
    case FeatureKind::class_near:
      return 12;
    case FeatureKind::letters:
      return 4;
    default:
      return 3;
  }
}
constexpr std::size_t kFewestMarks = 20;
constexpr double kSmallest = 0.008;  // share of the largest weight below which one is left out

const CompiledPattern* first_learned(const CompiledRule& rule) {
  const auto found =
      std::find_if(rule.patterns.begin(), rule.patterns.end(),
                   [](const CompiledPattern& it) { return it.kind == PatternKind::learned; });
  return found != rule.patterns.end() ? &*found : nullptr;
}

// Features by their keys: how many units hold each.
struct Vocabulary {
  std::vector<std::uint32_t> keys;  // ascending
  std::vector<float> values;        // the rarer, the more it says

  explicit Vocabulary(const std::vector<Unit>& units) {
    std::map<std::uint32_t, std::uint32_t> counts;
    for (const Unit& unit : units) {
      for (const std::uint32_t key : unit.keys) ++counts[key];
    }
    for (const auto& [key, count] : counts) {
      if (count < rarest(kind_of_key(key))) continue;
      keys.push_back(key);
      values.push_back(
          static_cast<float>(std::log(static_cast<double>(units.size()) / count) / 8 + 1e-3));
    }
  }
};

// Each block of a unit has the length that it counts for.
SparseRows rows_of(const std::vector<Unit>& units, const Vocabulary& vocabulary) {
  SparseRows rows;
  std::vector<Cell> cells;
  for (const Unit& unit : units) {
    cells.clear();
    std::array<float, kFeatureBlocks> lengths{};
    auto at = vocabulary.keys.begin();
    for (const std::uint32_t key : unit.keys) {
      at = std::lower_bound(at, vocabulary.keys.end(), key);
      if (at == vocabulary.keys.end()) break;
      if (*at != key) continue;
      const auto column = static_cast<std::uint32_t>(at - vocabulary.keys.begin());
      const float value = vocabulary.values[column];
      lengths[static_cast<std::size_t>(block_of(kind_of_key(key)))] += value * value;
      cells.push_back({column, value});
    }
    for (Cell& cell : cells) {
      const auto block =
          static_cast<std::size_t>(block_of(kind_of_key(vocabulary.keys[cell.column])));
      cell.value *= block_factor(static_cast<FeatureBlock>(block), lengths[block]);
    }
    rows.add(cells);
  }
  return rows;
}

// One head's view of the units.
struct Task {
  std::vector<std::uint32_t> rows;  // units in whose context its pattern counts
  std::vector<std::uint8_t> answers;
  std::vector<float> scores;  // of step one, by a model that did not see the unit
  std::vector<float> probabilities;
  std::vector<LearnedEvidence> evidence;
};

std::array<Cell, 6> cells_of(const LearnedEvidence& it) {
  const float reported = it.reported ? 1 : 0;
  const float matched = it.matched ? 1 : 0;
  return {
      Cell{0, it.score},        {1, reported},          {2, matched}, {3, it.nearby ? 1.0F : 0.0F},
      {4, reported * it.score}, {5, matched * it.score}};
}

void put(const LinearModel& second, LearnedHead& head) {
  head.second[0] = static_cast<float>(second.bias);
  for (std::size_t i = 0; i < second.weights.size(); ++i)
    head.second[i + 1] = static_cast<float>(second.weights[i]);
}

// Fits the heads of one sort of unit.
class UnitFit {
 public:
  UnitFit(const RuleBook& book, const std::vector<Unit>& units, std::vector<LearnedHead>& heads)
      : book_(book),
        units_(units),
        heads_(heads),
        vocabulary_(units),
        rows_(rows_of(units, vocabulary_)),
        fit_(rows_) {}

  // Returns the table of weights.
  std::string run() {
    std::vector<std::future<LinearModel>> models;
    tasks_.resize(heads_.size());
    for (std::size_t head = 0; head < heads_.size(); ++head) {
      models.push_back(std::async(std::launch::async | std::launch::deferred,
                                  [this, head] { return fit_head(head); }));
    }
    std::vector<LinearModel> fitted;
    for (auto& model : models) fitted.push_back(model.get());
    for (std::size_t head = 0; head < heads_.size(); ++head) {
      heads_[head].bias = static_cast<float>(fitted[head].bias);
    }
    choose_cuts();
    count();
    return table_of(fitted);
  }

  std::size_t features() const { return vocabulary_.keys.size(); }

 private:
  LinearModel fit_head(std::size_t head) {
    Task& task = tasks_[head];
    task.answers.resize(units_.size());
    for (std::uint32_t i = 0; i < units_.size(); ++i) {
      task.answers[i] = units_[i].answers[head];
      if (units_[i].counts[head] == 0) continue;
      task.rows.push_back(i);
      task.evidence.push_back(units_[i].evidence[head]);
    }
    for (std::uint32_t fold = 0; fold < kFolds; ++fold) {
      const LinearModel model = fit_.fit(rows_but(task, fold), task.answers, kCost);
      for (std::size_t i = 0; i < task.rows.size(); ++i) {
        if (units_[task.rows[i]].fold != fold) continue;
        task.evidence[i].score = static_cast<float>(model.score(rows_.row(task.rows[i])));
      }
    }
    fit_second(task, heads_[head]);
    return fit_.fit(task.rows, task.answers, kCost);
  }

  std::vector<std::uint32_t> rows_but(const Task& task, std::uint32_t fold) const {
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t row : task.rows) {
      if (units_[row].fold != fold) rows.push_back(row);
    }
    return rows;
  }

  // Step two learns from units alone that no writer of phrases has read, and is held out in turn.
  void fit_second(Task& task, LearnedHead& head) {
    SparseRows rows;
    std::vector<std::uint8_t> answers;
    for (std::size_t i = 0; i < task.rows.size(); ++i) {
      rows.add(cells_of(task.evidence[i]));
      answers.push_back(task.answers[task.rows[i]]);
    }
    const LogisticFit second(rows);
    const auto fit_but = [&](std::uint32_t fold) {
      std::vector<std::uint32_t> used;
      for (std::uint32_t i = 0; i < task.rows.size(); ++i) {
        const Unit& unit = units_[task.rows[i]];
        if (!unit.known_to_rules && unit.fold != fold) used.push_back(i);
      }
      return used.empty() ? LinearModel{std::vector<double>(6), 0}
                          : second.fit(used, answers, kSecondCost);
    };
    task.probabilities.resize(task.rows.size());
    for (std::uint32_t fold = 0; fold < kFolds; ++fold) {
      put(fit_but(fold), head);
      for (std::size_t i = 0; i < task.rows.size(); ++i) {
        if (units_[task.rows[i]].fold == fold)
          task.probabilities[i] = head.probability(task.evidence[i]);
      }
    }
    put(fit_but(kFolds), head);
  }

  // One cut for all heads that ask for the same precision: the lowest from which on so large a
  // share of all their findings is right, and each by itself likelier right than wrong.
  void choose_cuts() {
    std::map<double, std::vector<std::size_t>> by_precision;
    for (std::size_t head = 0; head < heads_.size(); ++head) {
      by_precision[first_learned(book_.rules[heads_[head].rule])->precise].push_back(head);
    }
    for (const auto& [precise, heads] : by_precision) {
      const float cut = cut_for(precise, heads);
      for (const std::size_t head : heads) heads_[head].cut = cut;
    }
  }

  float cut_for(double precise, const std::vector<std::size_t>& heads) const {
    std::vector<std::pair<float, bool>> judged;  // probability, marked
    for (const std::size_t head : heads) {
      const Task& task = tasks_[head];
      for (std::size_t i = 0; i < task.rows.size(); ++i) {
        const Unit& unit = units_[task.rows[i]];
        if (!unit.known_to_rules)
          judged.emplace_back(task.probabilities[i], unit.answers[head] != 0);
      }
    }
    std::sort(judged.begin(), judged.end(),
              [](const auto& a, const auto& b) { return a.first > b.first; });
    float cut = 1;
    std::size_t right = 0;
    for (std::size_t i = 0; i < judged.size(); ++i) {
      right += judged[i].second;
      const bool is_edge = i + 1 == judged.size() || judged[i + 1].first < judged[i].first;
      if (is_edge && static_cast<double>(right) >= precise * static_cast<double>(i + 1))
        cut = judged[i].first;
    }
    return std::max(cut, 0.5F);
  }

  // How each head does on units that it was not fitted to and whose posts no writer of phrases has
  // read.
  void count() {
    for (std::size_t head = 0; head < heads_.size(); ++head) {
      const Task& task = tasks_[head];
      HeldOutFigures& figures = heads_[head].figures;
      for (std::size_t i = 0; i < task.rows.size(); ++i) {
        const Unit& unit = units_[task.rows[i]];
        if (unit.known_to_rules) continue;
        const bool marked = unit.answers[head] != 0;
        const bool reported = task.probabilities[i] >= heads_[head].cut;
        figures.marked += marked;
        figures.reported += reported;
        figures.right += marked && reported;
        figures.own_reported += task.evidence[i].reported;
        figures.own_right += marked && task.evidence[i].reported;
      }
    }
  }

  std::string table_of(const std::vector<LinearModel>& models) const {
    WeightTableWriter table;
    double largest = 1e-9;
    for (std::size_t i = 0; i < vocabulary_.keys.size(); ++i) {
      for (const LinearModel& model : models)
        largest = std::max(largest, std::abs(weight_of(model, i)));
    }
    const double scale = largest / 32767;
    table.set_scale(static_cast<float>(scale));
    std::vector<WeightTable::Weight> weights;
    for (std::size_t i = 0; i < vocabulary_.keys.size(); ++i) {
      weights.clear();
      for (std::size_t head = 0; head < models.size(); ++head) {
        const double weight = weight_of(models[head], i);
        if (std::abs(weight) < kSmallest * largest) continue;
        weights.push_back({static_cast<std::uint16_t>(head),
                           static_cast<std::int16_t>(std::lround(weight / scale))});
      }
      table.add(vocabulary_.keys[i], vocabulary_.values[i] * vocabulary_.values[i], weights);
    }
    return table.bytes();
  }

  double weight_of(const LinearModel& model, std::size_t feature) const {
    const double weight = feature < model.weights.size() ? model.weights[feature] : 0;
    return weight * static_cast<double>(vocabulary_.values[feature]);
  }

  const RuleBook& book_;
  const std::vector<Unit>& units_;
  std::vector<LearnedHead>& heads_;
  Vocabulary vocabulary_;
  SparseRows rows_;
  LogisticFit fit_;
  std::vector<Task> tasks_;
};

// Rules that have a learned pattern, and posts enough marks of.
std::vector<LearnedHead> heads_of(const RuleBook& book, LearnedUnit unit,
                                  std::span<const PostSet> sets) {
  std::map<std::string, std::size_t> marks;
  for (const PostSet& set : sets) {
    for (const GoldRecord& post : set.posts) {
      for (const GoldSpan& span : post.spans) ++marks[span.rule];
      for (const std::string& rule : post.document) ++marks[rule];
    }
  }
  std::vector<LearnedHead> heads;
  for (std::uint32_t rule = 0; rule < book.rules.size(); ++rule) {
    const CompiledPattern* pattern = first_learned(book.rules[rule]);
    if (pattern == nullptr || pattern->unit != unit) continue;
    if (marks[book.rules[rule].rule.id] < kFewestMarks) continue;
    heads.emplace_back();
    heads.back().rule = rule;
    heads.back().figures.rule = book.rules[rule].rule.id;
  }
  return heads;
}

}  // namespace

Fitted fit(const RuleBook& book, const Policy& policy, std::span<const PostSet> sets) {
  Fitted fitted;
  FitReport& report = fitted.report;
  ModelParts parts;
  parts.sentence_heads = heads_of(book, LearnedUnit::sentence, sets);
  parts.draft_heads = heads_of(book, LearnedUnit::draft, sets);
  UnitReader reader(book, policy, parts.sentence_heads, parts.draft_heads);
  for (const PostSet& set : sets) {
    parts.posts += set.posts.size();
    for (const GoldRecord& post : set.posts) reader.read(post, set.known_to_rules);
  }
  UnitFit sentences(book, reader.sentences(), parts.sentence_heads);
  parts.sentence_weights = sentences.run();
  UnitFit drafts(book, reader.drafts(), parts.draft_heads);
  parts.draft_weights = drafts.run();
  report.posts = parts.posts;
  report.sentences = reader.sentences().size();
  report.features = sentences.features() + drafts.features();
  for (const auto* heads : {&parts.sentence_heads, &parts.draft_heads}) {
    for (const LearnedHead& head : *heads) report.rules.push_back(head.figures);
  }
  fitted.model = write_model(parts);
  return fitted;
}

}  // namespace postlint
