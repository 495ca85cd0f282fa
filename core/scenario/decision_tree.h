#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/scenario/explore.h"

namespace loopscope::scenario {

// A choice of a run that was open, and its options that were possible.
struct OpenPlace {
  const sim::OrderChoice* choice = nullptr;
  std::vector<size_t> possible;
};

// A choice of one of several agents.
struct Step {
  const sim::OrderChoice* choice = nullptr;
  size_t chosen = 0;
};

// Puts runs together to the tree of their decisions: runs that chose alike go the same way.
class DecisionTree {
 public:
  explicit DecisionTree(Exploration& result) : m_result(result) {}

  // The way of one run and where it ended. False: it does not fit those before.
  bool add(const std::vector<OpenPlace>& way, const std::map<TaskId, std::string>& names,
           size_t outcome, std::vector<sim::Decision> decisions);
  // The same of several agents. They take turns in other ways in other runs, so a place asks no
  // question of its own: it says what came next.
  void add_steps(const std::vector<Step>& steps, const OpenRun& run, size_t outcome,
                 const std::vector<sim::Decision>& decisions);
  bool is_among_agents() const { return m_among_agents; }
  // No more runs will come: takes out places with one way only.
  void finish();

 private:
  using From = std::optional<std::pair<size_t, size_t>>;  // node and option; none: the root

  Exploration::Place& place_at(const From& from);
  From step_to(const From& from, const std::string& label, VirtualTime time);
  static void shorten(Exploration::Place& place, const std::vector<Exploration::Node>& nodes);
  size_t add_node(const OpenPlace& place, const std::map<TaskId, std::string>& names);

  Exploration& m_result;
  std::vector<std::vector<size_t>> m_possible;  // by node: which option of the choice each is
  bool m_among_agents = false;
};

}  // namespace loopscope::scenario
