#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/sim/loop_time.h"
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

// By agent, how many of its steps are known to come before: a vector clock. A step is a choice or
// something sent.
using Past = std::vector<uint32_t>;

inline uint32_t steps_of(const Past& past, AgentId agent) {
  return agent.value < past.size() ? past[agent.value] : 0;
}

// Whether who has this past knows all of that.
inline bool is_known(const Past& that, const Past& past) {
  for (size_t agent = 0; agent < that.size(); ++agent)
    if (that[agent] > (agent < past.size() ? past[agent] : 0)) return false;
  return true;
}

// One reading of an agent's clock. Its number is its place in the log. All agents live in one time.
struct ClockReading {
  int64_t ms = 0;
  AgentId agent;
  Past past;
  std::vector<Bound> not_before;  // of each, `later` is this reading
  Bound base;                     // the one of them that it is reckoned from: at most a pause after
  size_t decision = 0;            // which of its agent's decisions says how long after
};

// Something on its way to an agent: a message, or the news that a worker has ended.
struct Sent {
  uint64_t channel = 0;  // what comes from one sender on one channel comes in order
  AgentId sender;
  std::string what;       // for people
  bool closes = false;    // nothing follows
  LoopTime begun;         // when it was sent, at the earliest
  int64_t pauses_ms = 0;  // how much later it may arrive
  Past past;              // with the sending
};

// A channel on which something may come to an agent.
struct OpenChannel {
  uint64_t channel = 0;
  uint64_t place = 0;        // among the agent's own, in the order in which poll goes through them
  bool only_closes = false;  // what else comes is not looked at yet
};

// What came to an agent first as it looked, told by a number that is the same in every run in which
// the agent has done the same: the channel's place, and who sent it. 0: nothing.
constexpr uint64_t kMostAgents = 256;
constexpr uint64_t incoming_code(uint64_t place, AgentId sender) {
  return 1 + place * kMostAgents + sender.value;
}

// A look at channels: what was sent on them later in the run may have been there as well.
struct ChannelLook {
  std::vector<OpenChannel> channels;
  std::vector<LoopTime> not_after;  // what comes first was sent by then
};

enum class Question : uint8_t {
  timer_due,    // has the time of `task` come, as the loop looks?
  timer_order,  // is `task` due before `other`?
  arrival,      // which request has completed, as the loop looks?
};

struct OrderOption {
  std::vector<Bound> bounds;   // it is possible where these hold
  TaskId task;                 // arrival: whose request; none: nothing has
  bool until_timer = false;    // arrival: nothing has until the next timer is due
  uint64_t code = 0;           // arrival at a look at channels: incoming_code()
  std::optional<size_t> sent;  // arrival: the place in the log of what was sent
};

// A place where the run might go more than one way.
struct OrderChoice {
  Question question{};
  AgentId agent;
  Past past;
  TaskId task;
  TaskId other;
  std::vector<OrderOption> options;  // of timer_due and timer_order: yes, no
  size_t chosen = 0;
  bool settled = false;          // what the others lead to is found another way
  uint32_t readings_before = 0;  // how many readings there were
  size_t sent_before = 0;        // and how much had been sent
  size_t decisions_before = 0;   // how many decisions the agent had made
  bool is_decided = false;       // by the next of them; else the readings decided
  std::optional<ChannelLook> look;
  VirtualTime time;
};

struct OrderLog {
  std::vector<ClockReading> readings;
  std::vector<OrderChoice> choices;
  std::vector<Sent> sent;
};

// a <= b, said of the readings they count from.
inline Bound not_after(LoopTime a, LoopTime b, const std::vector<ClockReading>& readings) {
  const int64_t a_offset = a.ms - readings[a.reading].ms;
  const int64_t b_offset = b.ms - readings[b.reading].ms;
  return {b.reading, a.reading, a_offset - b_offset};
}

}  // namespace loopscope::sim
