#pragma once

#include <string>

#include "core/lesson/history.h"

namespace loopscope::lesson {

// Two tasks that ran, in the order in which they did, and how to name them in sentences.
struct OrderedTasks {
  trace::TaskIndex first;
  trace::TaskIndex second;
  std::string first_name;
  std::string second_name;
};

// Why the first ran before the second: one or two sentences.
std::string why_before(const History& history, const OrderedTasks& pair);

// "in the timers phase of iteration 3", "after the main script": where in the loop's life a task
// ran.
std::string place_in_loop(const History& history, trace::TaskIndex task);

}  // namespace loopscope::lesson
