#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/scenario/explore.h"

namespace loopscope::scenario {

// A choice of a run that was open, and its options that were possible.
struct OpenPlace {
  const sim::OrderChoice* choice = nullptr;
  std::vector<size_t> possible;
};

// Puts runs together to the tree of their decisions: runs that chose alike go the same way.
class DecisionTree {
 public:
  explicit DecisionTree(Exploration& result) : m_result(result) {}

  // The way of one run and where it ended. False: it does not fit those before.
  bool add(const std::vector<OpenPlace>& way, const std::map<TaskId, std::string>& names,
           size_t outcome, std::vector<sim::Decision> decisions);

 private:
  size_t add_node(const OpenPlace& place, const std::map<TaskId, std::string>& names);

  Exploration& m_result;
  std::vector<std::vector<size_t>> m_possible;  // by node: which option of the choice each is
};

}  // namespace loopscope::scenario
