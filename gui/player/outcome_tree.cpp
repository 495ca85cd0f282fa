#include "gui/player/outcome_tree.h"

#include <rapidjson/document.h>

#include <algorithm>

namespace loopscope::gui {
namespace {

using Value = rapidjson::Value;

const Value* member(const Value& object, const char* name) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string text_of(const Value& object, const char* name) {
  const Value* value = member(object, name);
  return value != nullptr && value->IsString()
             ? std::string(value->GetString(), value->GetStringLength())
             : std::string();
}

std::optional<uint64_t> number_of(const Value& object, const char* name) {
  const Value* value = member(object, name);
  if (value == nullptr || !value->IsUint64()) return std::nullopt;
  return value->GetUint64();
}

std::vector<std::string> texts_of(const Value& object, const char* name) {
  std::vector<std::string> texts;
  const Value* value = member(object, name);
  if (value == nullptr || !value->IsArray()) return texts;
  for (const Value& each : value->GetArray())
    if (each.IsString()) texts.emplace_back(each.GetString(), each.GetStringLength());
  return texts;
}

// Each object of an array.
template <typename Visit>
void for_each(const Value& object, const char* name, Visit visit) {
  const Value* value = member(object, name);
  if (value == nullptr || !value->IsArray()) return;
  for (const Value& each : value->GetArray()) visit(each);
}

}  // namespace

std::optional<OutcomeTree> OutcomeTree::parse(std::string_view json) {
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  if (document.HasParseError() || number_of(document, "loopscope_explore") != uint64_t{1})
    return std::nullopt;
  OutcomeTree tree;
  tree.m_runs = number_of(document, "runs").value_or(0);
  const Value* complete = member(document, "complete");
  tree.m_complete = complete != nullptr && complete->IsTrue();
  tree.m_gaps = texts_of(document, "gaps");
  for_each(document, "outcomes", [&](const Value& value) {
    Outcome outcome;
    outcome.lines = texts_of(value, "lines");
    const Value* code = member(value, "exit_code");
    outcome.exit_code = code != nullptr && code->IsInt64() ? code->GetInt64() : 0;
    outcome.runs = number_of(value, "runs").value_or(0);
    outcome.choices = text_of(value, "choices");
    tree.m_outcomes.push_back(std::move(outcome));
  });
  for_each(document, "nodes", [&](const Value& value) {
    Node node{text_of(value, "label"), {}};
    for_each(value, "options", [&](const Value& each) {
      node.options.push_back({text_of(each, "label"), number_of(each, "node"),
                              number_of(each, "outcome"), text_of(each, "choices")});
    });
    tree.m_nodes.push_back(std::move(node));
  });
  if (const Value* root = member(document, "root")) tree.m_root = number_of(*root, "node");
  // A number that names nothing names nothing.
  if (tree.m_root && *tree.m_root >= tree.m_nodes.size()) tree.m_root.reset();
  for (Node& node : tree.m_nodes)
    for (Option& option : node.options) {
      if (option.node && *option.node >= tree.m_nodes.size()) option.node.reset();
      if (option.outcome && *option.outcome >= tree.m_outcomes.size()) option.outcome.reset();
    }
  return tree;
}

std::vector<OutcomeTree::Row> OutcomeTree::rows(const std::set<size_t>& folded,
                                                size_t limit) const {
  struct Pending {
    size_t node;
    size_t next;  // answer
    size_t depth;
  };
  std::vector<Row> rows;
  std::vector<Pending> path;
  const auto ask = [&](size_t node, size_t depth) {
    // What leads back to itself is no tree; it is not followed for ever.
    const bool shown = folded.contains(node) || path.size() > m_nodes.size();
    rows.push_back({depth, m_nodes[node].label, true, shown, node, std::nullopt, false, {}});
    if (!shown) path.push_back({node, 0, depth});
  };
  if (m_root) ask(*m_root, 0);
  while (!path.empty() && rows.size() < limit) {
    Pending& at = path.back();
    const std::vector<Option>& options = m_nodes[at.node].options;
    if (at.next == options.size()) {
      path.pop_back();
      continue;
    }
    const Option& option = options[at.next++];
    const size_t depth = at.depth + 1;
    rows.push_back({depth, option.label, false, false, 0, option.outcome,
                    !option.outcome && !option.node, option.choices});
    if (option.node) ask(*option.node, depth + 1);
  }
  return rows;
}

std::optional<size_t> OutcomeTree::find(const std::vector<std::string>& lines) const {
  const auto found = std::ranges::find(m_outcomes, lines, &Outcome::lines);
  if (found == m_outcomes.end()) return std::nullopt;
  return static_cast<size_t>(found - m_outcomes.begin());
}

}  // namespace loopscope::gui
