#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "core/scenario/explore.h"
#include "core/sim/clock_bounds.h"

namespace loopscope::scenario {

// What each agent's choices came to, in its order: 0 or 1 for comparisons, else what came first. A
// run is told by this, however its agents took turns.
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
// Where the clock does not allow all of that together, what had to be so for another reason is kept
// alone.
class Retracing {
 public:
  // `given`: the answers that the run was made to give.
  Retracing(const OpenRun& run, const Answers& given);

  // Whether agents send each other anything, so that choices are not in one order.
  bool among_agents() const { return !m_log.sent.empty(); }

  // Up to a choice, not through it.
  void go_to(size_t at);
  void go_through(size_t at);

  // All options of the choice there, also those that the clock does not allow.
  std::vector<Way> ways() const;
  // In a program of one agent.
  bool is_possible(const Way& way) const;

  // What is kept of the run if the choice there goes this way: all that can be, or the least.
  enum class Keeping : uint8_t { kAll, kLeast };
  // The decisions that lead to the choice and through this way. Nullopt: it is not possible, or one
  // pause would have to be longer than any.
  std::optional<std::vector<sim::Decision>> decisions_for(const Way& way, Keeping keeping) const;

  // What was answered in all; and what is kept, with this way.
  Answers answers() const;
  Answers answers_with(const Way& way, Keeping keeping) const;

 private:
  // How many steps of each agent are kept.
  using Cut = sim::Past;

  const sim::OrderChoice& choice() const { return m_log.choices[m_at]; }
  std::vector<const sim::Past*> pasts_of(const sim::OrderChoice& other) const;
  bool comes_of_choice(const sim::Past& past) const;
  Cut cut_for(const Way& way, Keeping keeping) const;
  bool is_kept_reading(size_t number, const Cut& cut) const;
  bool is_kept_choice(size_t number, const Cut& cut) const;
  void add_bounds(sim::ClockBounds& bounds, size_t reading) const;
  void add_bounds(sim::ClockBounds& bounds, const sim::OrderChoice& choice) const;
  const sim::ClockBounds& known_with(const Cut& cut) const;
  void add_later(std::vector<Way>& ways) const;
  std::map<AgentId, std::vector<sim::Decision>> kept_decisions(const Cut& cut) const;

  const sim::OrderLog& m_log;
  std::map<AgentId, std::vector<sim::Decision>> m_decisions;
  Cut m_given;  // the steps that the run was made to take
  sim::ClockBounds m_bounds;
  size_t m_at = 0;
  // The last that was looked for.
  mutable std::optional<size_t> m_known_at;
  mutable Cut m_known_cut;
  mutable sim::ClockBounds m_known;
};

}  // namespace loopscope::scenario
