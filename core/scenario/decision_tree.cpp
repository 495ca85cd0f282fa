#include "core/scenario/decision_tree.h"

#include <algorithm>
#include <utility>

namespace loopscope::scenario {

using sim::OrderChoice;
using sim::OrderOption;
using sim::Question;

namespace {

using Names = std::map<TaskId, std::string>;

std::string name_of(TaskId task, const Names& names) {
  const auto found = names.find(task);
  return found != names.end() ? found->second : "task " + std::to_string(task.value);
}

std::string question_of(const OrderChoice& choice, const Names& names) {
  switch (choice.question) {
    case Question::timer_due:
      return "Is " + name_of(choice.task, names) + " due as the loop looks?";
    case Question::timer_order:
      return "Is " + name_of(choice.task, names) + " due no later than " +
             name_of(choice.other, names) + "?";
    case Question::arrival:
      break;
  }
  return "What has completed as the loop looks?";
}

std::string answer_of(const OrderChoice& choice, size_t option, const Names& names) {
  if (choice.question != Question::arrival) return option == 0 ? "yes" : "no";
  const OrderOption& arrival = choice.options[option];
  if (arrival.task) return name_of(arrival.task, names);
  return arrival.until_timer ? "nothing before the next timer" : "nothing yet";
}

}  // namespace

bool DecisionTree::add(const std::vector<OpenPlace>& way, const Names& names, size_t outcome,
                       std::vector<sim::Decision> decisions) {
  // An index, not a reference: adding a node moves the others.
  std::optional<std::pair<size_t, size_t>> from;  // node and option; none: the root
  const auto place = [&]() -> Exploration::Place& {
    return from ? m_result.nodes[from->first].options[from->second].to : m_result.root;
  };
  for (const OpenPlace& open : way) {
    if (place().outcome) return false;
    if (!place().node) {
      const size_t added = add_node(open, names);
      place().node = added;
    }
    const size_t node = *place().node;
    const std::vector<size_t>& possible = m_possible[node];
    if (possible != open.possible || m_result.nodes[node].question != open.choice->question)
      return false;
    const auto chosen = std::find(possible.begin(), possible.end(), open.choice->chosen);
    from = {node, static_cast<size_t>(chosen - possible.begin())};
  }
  if (place().node || place().outcome) return false;
  place().outcome = outcome;
  place().decisions = std::move(decisions);
  return true;
}

size_t DecisionTree::add_node(const OpenPlace& place, const Names& names) {
  Exploration::Node node;
  node.question = place.choice->question;
  node.time = place.choice->time;
  node.label = question_of(*place.choice, names);
  for (const size_t option : place.possible)
    node.options.push_back({answer_of(*place.choice, option, names), {}});
  m_result.nodes.push_back(std::move(node));
  m_possible.push_back(place.possible);
  return m_result.nodes.size() - 1;
}

}  // namespace loopscope::scenario
