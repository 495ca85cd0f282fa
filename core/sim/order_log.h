#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/trace/types.h"

// What a run whose order is open notes for whoever looks for the other orders: each reading of the
// loop's clock, and each place where it might have gone another way, with what that asks of the
// readings.
namespace loopscope::sim {

// Reading `later` is at least `ms` after reading `earlier`. With a negative `ms` it is an upper
// bound, read the other way.
struct Bound {
  uint32_t later = 0;
  uint32_t earlier = 0;
  int64_t ms = 0;
  bool operator==(const Bound&) const = default;
};

// One reading of the clock. Its number is its place in the log.
struct ClockReading {
  int64_t ms = 0;
  std::vector<Bound> not_before;  // of each, `later` is this reading
  Bound base;                     // the one of them that it is reckoned from: at most a pause after
  size_t decision = 0;            // the place of the decision that says how long after
};

enum class Question : uint8_t {
  timer_due,    // has the time of `task` come, as the loop looks?
  timer_order,  // is `task` due before `other`?
  arrival,      // which request has completed, as the loop looks?
};

struct OrderOption {
  std::vector<Bound> bounds;  // it is possible where these hold
  TaskId task;                // arrival: whose request; none: nothing has
  bool until_timer = false;   // arrival: nothing has until the next timer is due
};

// A place where the run might go more than one way.
struct OrderChoice {
  Question question{};
  TaskId task;
  TaskId other;
  std::vector<OrderOption> options;  // of timer_due and timer_order: yes, no
  size_t chosen = 0;
  bool settled = false;          // what the others lead to is found another way
  uint32_t readings_before = 0;  // how many readings there were
  size_t decisions_before = 0;   // how many decisions had been made
  bool is_decided = false;       // by the next of them; else the readings decided
  VirtualTime time;
};

struct OrderLog {
  std::vector<ClockReading> readings;
  std::vector<OrderChoice> choices;
};

}  // namespace loopscope::sim
