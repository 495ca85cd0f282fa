#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "core/scenario/explore.h"
#include "core/sim/clock_bounds.h"

namespace loopscope::scenario {

// What each agent's choices came to, in its order: 0 or 1 for comparisons, else what came first.
// Choices that make no difference are left out. A run is told by this, however its agents took
// turns.
using Answers = std::map<AgentId, std::vector<uint64_t>>;

// Whether who gave all these answers gave those first.
bool begins_with(const Answers& all, const Answers& first);

// One way to go on from a choice.
struct Way {
  std::vector<sim::Bound> bounds;
  uint64_t answer = 0;
  bool is_chosen = false;  // it is how this run went on
  size_t option = 0;       // of the choice; none if it is for something sent later
  std::optional<size_t> sent;
};

// Goes through what a run noted, in order, and knows at each choice which readings of the clock can
// have led there.
//
// An agent's choice is its own: whatever others did that does not come of it, and it not of that,
// is kept when the choice is made another way. That is also how something that had not been sent
// when the agent looked may have been there: the sender was not behind, but was looked at later.
class Retracing {
 public:
  explicit Retracing(const OpenRun& run);

  // Whether agents send each other anything, so that choices are not in one order.
  bool among_agents() const { return !m_log.sent.empty(); }

  // Up to a choice, not through it.
  void go_to(size_t at);
  void go_through(size_t at);

  // All options of the choice, also those that the clock does not allow.
  std::vector<Way> ways(size_t at) const;
  bool is_possible(size_t at, const Way& way) const;
  // The decisions that lead to the choice and through this way. Nullopt: it is not possible, or one
  // pause would have to be longer than any.
  std::optional<std::vector<sim::Decision>> decisions_for(size_t at, const Way& way) const;

  // What was answered in all; and up to the choice, and as it went on without it, with this way.
  Answers answers() const;
  Answers answers_with(size_t at, const Way& way) const;

 private:
  static bool is_kept(const sim::Past& past, const sim::OrderChoice& choice);
  bool is_kept_reading(size_t number, const sim::OrderChoice& choice) const;
  void add_bounds(sim::ClockBounds& bounds, size_t reading) const;
  void add_bounds(sim::ClockBounds& bounds, const sim::OrderChoice& choice) const;
  sim::ClockBounds known_at(size_t at) const;
  void add_later(const sim::OrderChoice& choice, std::vector<Way>& ways) const;
  std::map<AgentId, std::vector<sim::Decision>> kept_decisions(size_t at) const;

  const sim::OrderLog& m_log;
  std::map<AgentId, std::vector<sim::Decision>> m_decisions;
  sim::ClockBounds m_bounds;
};

}  // namespace loopscope::scenario
