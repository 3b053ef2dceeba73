#include "postlint/load/model_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

namespace postlint {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kMagic = "PLMODEL1";
constexpr std::size_t kParts = 3;
constexpr std::size_t kPrefix = 8 + 4 * (kParts + 1);

Json json_of(const LearnedHead& head) {
  const HeldOutFigures& it = head.figures;
  return {{"rule", it.rule},
          {"bias", head.bias},
          {"second", head.second},
          {"cut", head.cut},
          {"held-out",
           {{"marked", it.marked},
            {"reported", it.reported},
            {"right", it.right},
            {"own-reported", it.own_reported},
            {"own-right", it.own_right}}}};
}

Json json_of(const std::vector<LearnedHead>& heads) {
  Json list = Json::array();
  for (const LearnedHead& head : heads) list.push_back(json_of(head));
  return list;
}

std::uint32_t rule_of(const std::string& id, const RuleBook& book) {
  const auto found = std::find_if(book.rules.begin(), book.rules.end(),
                                  [&](const CompiledRule& it) { return it.rule.id == id; });
  return found != book.rules.end() ? static_cast<std::uint32_t>(found - book.rules.begin())
                                   : LearnedHead::kNoRule;
}

// Throws Json::exception where something is missing or of another type.
LearnedHead head_of(const Json& json, const RuleBook& book) {
  LearnedHead head;
  HeldOutFigures& it = head.figures;
  json.at("rule").get_to(it.rule);
  head.rule = rule_of(it.rule, book);
  json.at("bias").get_to(head.bias);
  json.at("second").get_to(head.second);
  json.at("cut").get_to(head.cut);
  const Json& figures = json.at("held-out");
  figures.at("marked").get_to(it.marked);
  figures.at("reported").get_to(it.reported);
  figures.at("right").get_to(it.right);
  figures.at("own-reported").get_to(it.own_reported);
  figures.at("own-right").get_to(it.own_right);
  return head;
}

void read_heads(std::string_view text, const RuleBook& book, LearnedModel& model) {
  const Json json = Json::parse(text);
  json.at("posts").get_to(model.posts);
  for (const Json& head : json.at("sentence")) model.sentence.heads.push_back(head_of(head, book));
  for (const Json& head : json.at("draft")) model.draft.heads.push_back(head_of(head, book));
}

// The parts of a file; nothing if it is none.
std::optional<std::array<std::string_view, kParts>> parts_of(std::string_view bytes) {
  if (bytes.size() < kPrefix || !bytes.starts_with(kMagic)) return std::nullopt;
  std::array<std::uint32_t, kParts + 1> sizes{};
  std::memcpy(sizes.data(), bytes.data() + kMagic.size(), sizeof sizes);
  bytes.remove_prefix(kPrefix);
  std::array<std::string_view, kParts> parts;
  for (std::size_t i = 0; i < kParts; ++i) {
    if (sizes[i] > bytes.size()) return std::nullopt;
    parts[i] = bytes.substr(0, sizes[i]);
    bytes.remove_prefix(sizes[i]);
  }
  if (!bytes.empty()) return std::nullopt;
  return parts;
}

std::optional<LearnedModel> model_of(std::string_view bytes, const RuleBook& book) {
  const auto parts = parts_of(bytes);
  if (!parts) return std::nullopt;
  const auto sentence = WeightTable::over((*parts)[1]);
  const auto draft = WeightTable::over((*parts)[2]);
  if (!sentence || !draft) return std::nullopt;
  LearnedModel model;
  model.sentence.weights = *sentence;
  model.draft.weights = *draft;
  try {
    read_heads((*parts)[0], book, model);
  } catch (const Json::exception&) {
    return std::nullopt;
  }
  return model;
}

}  // namespace

std::string write_model(const ModelParts& parts) {
  std::string heads = Json({{"posts", parts.posts},
                            {"sentence", json_of(parts.sentence_heads)},
                            {"draft", json_of(parts.draft_heads)}})
                          .dump();
  heads.resize((heads.size() + 3) / 4 * 4, ' ');
  const std::uint32_t sizes[] = {static_cast<std::uint32_t>(heads.size()),
                                 static_cast<std::uint32_t>(parts.sentence_weights.size()),
                                 static_cast<std::uint32_t>(parts.draft_weights.size()), 0};
  std::string bytes(kMagic);
  bytes.append(reinterpret_cast<const char*>(sizes), sizeof sizes);
  return bytes + heads + parts.sentence_weights + parts.draft_weights;
}

Result<LearnedModel> read_model(std::string_view bytes, const RuleBook& book,
                                const std::string& file) {
  auto model = model_of(bytes, book);
  if (!model) return failure({file, 0, 0, {"dictionary.broken-data", {}}});
  return std::move(*model);
}

}  // namespace postlint
