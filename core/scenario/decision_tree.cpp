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

std::string name_of(AgentId agent) {
  return agent.value == 0 ? "main" : "worker " + std::to_string(agent.value);
}

// "main: a message from worker 1".
std::string label_of(const Step& step, const OpenRun& run) {
  const OrderChoice& choice = *step.choice;
  const std::string agent = name_of(choice.agent) + ": ";
  const OrderOption& option = choice.options[step.chosen];
  if (option.sent) return agent + run.log.sent[*option.sent].what;
  const std::string answer = answer_of(choice, step.chosen, run.names);
  if (choice.question == Question::arrival) return agent + answer;
  return agent + question_of(choice, run.names) + " " + answer;
}

}  // namespace

bool DecisionTree::add(const std::vector<OpenPlace>& way, const Names& names, size_t outcome,
                       std::vector<sim::Decision> decisions) {
  From from;
  const auto place = [&]() -> Exploration::Place& { return place_at(from); };
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

// Adding a node moves the others.
Exploration::Place& DecisionTree::place_at(const From& from) {
  return from ? m_result.nodes[from->first].options[from->second].to : m_result.root;
}

void DecisionTree::add_steps(const std::vector<Step>& steps, const OpenRun& run, size_t outcome,
                             const std::vector<sim::Decision>& decisions) {
  m_among_agents = true;
  From from;
  VirtualTime time;
  for (const Step& step : steps) {
    time = step.choice->time;
    from = step_to(from, label_of(step, run), time);
  }
  // What came next in others may not have been open in this one.
  from = step_to(from, "nothing that matters", time);
  Exploration::Place& place = place_at(from);
  if (place.outcome) return;
  place.outcome = outcome;
  place.decisions = decisions;
}

DecisionTree::From DecisionTree::step_to(const From& from, const std::string& label,
                                         VirtualTime time) {
  if (!place_at(from).node) {
    Exploration::Node added;
    added.question = Question::arrival;
    added.time = time;
    added.label = "What comes next?";
    m_result.nodes.push_back(std::move(added));
    m_possible.emplace_back();
    place_at(from).node = m_result.nodes.size() - 1;
  }
  const size_t node = *place_at(from).node;
  std::vector<Exploration::Option>& options = m_result.nodes[node].options;
  const auto known = std::find_if(options.begin(), options.end(),
                                  [&](const auto& option) { return option.label == label; });
  const auto option = static_cast<size_t>(known - options.begin());
  if (known == options.end()) options.push_back({label, {}});
  return std::pair(node, option);
}

void DecisionTree::finish() {
  if (!m_among_agents) return;
  const std::vector<Exploration::Node> all = std::exchange(m_result.nodes, {});
  std::vector<std::optional<size_t>> kept(all.size());
  const auto keep = [&](Exploration::Place& place) {
    shorten(place, all);
    if (!place.node) return;
    if (!kept[*place.node]) {
      kept[*place.node] = m_result.nodes.size();
      m_result.nodes.push_back(all[*place.node]);
    }
    place.node = kept[*place.node];
  };
  keep(m_result.root);
  for (size_t node = 0; node < m_result.nodes.size(); ++node)
    for (size_t option = 0; option < m_result.nodes[node].options.size(); ++option) {
      Exploration::Place place = m_result.nodes[node].options[option].to;
      keep(place);
      m_result.nodes[node].options[option].to = std::move(place);
    }
}

void DecisionTree::shorten(Exploration::Place& place, const std::vector<Exploration::Node>& nodes) {
  while (place.node && nodes[*place.node].options.size() == 1)
    place = Exploration::Place(nodes[*place.node].options.front().to);
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
