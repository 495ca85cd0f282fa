#include "core/scenario/explore.h"

#include <algorithm>
#include <deque>
#include <set>
#include <utility>

#include "core/scenario/decision_tree.h"
#include "core/sim/clock_bounds.h"

namespace loopscope::scenario {

using sim::Bound;
using sim::ClockBounds;
using sim::ClockReading;
using sim::Decision;
using sim::OrderChoice;

namespace {

// A run to be made: decisions that lead to a choice and through it. The choices up to that one have
// been looked at; `turns` are those of them where a run before it went another way.
struct Plan {
  std::vector<Decision> decisions;
  size_t choices = 0;
  std::vector<size_t> turns;
};

// How much later than another reading one may be: the decision's options, less one.
int64_t longest_pause(const ClockReading& reading, const std::vector<Decision>& decisions) {
  return static_cast<int64_t>(decisions[reading.decision].options) - 1;
}

// Goes through what a run noted, in order, and knows at each choice which readings of the clock can
// have led there.
class Retracing {
 public:
  explicit Retracing(const OpenRun& run) : m_run(run) {}

  // Up to a choice, not through it.
  void go_to(const OrderChoice& choice) {
    while (m_bounds.readings() < choice.readings_before) read();
  }
  void go_through(const OrderChoice& choice) {
    for (const Bound& bound : choice.options[choice.chosen].bounds) m_bounds.add(bound);
  }

  std::vector<size_t> possible_options(const OrderChoice& choice) const {
    std::vector<size_t> possible;
    for (size_t option = 0; option < choice.options.size(); ++option)
      if (option == choice.chosen || m_bounds.allow(choice.options[option].bounds))
        possible.push_back(option);
    return possible;
  }

  // The decisions that lead to the choice and through this option of it. Nullopt: one pause would
  // have to be longer than any.
  std::optional<std::vector<Decision>> decisions_for(const OrderChoice& choice,
                                                     size_t option) const {
    ClockBounds bounds = m_bounds;
    for (const Bound& bound : choice.options[option].bounds) bounds.add(bound);
    const std::vector<int64_t> earliest = bounds.earliest();
    const auto made = static_cast<ptrdiff_t>(choice.decisions_before);
    std::vector<Decision> decisions(m_run.decisions.begin(), m_run.decisions.begin() + made);
    for (size_t i = 0; i < earliest.size(); ++i) {
      const ClockReading& reading = m_run.log.readings[i];
      int64_t base = 0;
      for (const Bound& bound : reading.not_before)
        base = std::max(base, earliest[bound.earlier] + bound.ms);
      const int64_t pause = earliest[i] - base;
      if (pause > longest_pause(reading, decisions)) return std::nullopt;
      decisions[reading.decision].chosen = static_cast<uint64_t>(pause);
    }
    if (choice.is_decided)
      decisions.push_back({sim::ChoicePoint::arrival, choice.options.size(), option});
    return decisions;
  }

 private:
  void read() {
    const ClockReading& reading = m_run.log.readings[m_bounds.readings()];
    m_bounds.add_reading();
    if (reading.not_before.empty()) return;
    for (const Bound& bound : reading.not_before) m_bounds.add(bound);
    const Bound& base = reading.base;
    m_bounds.add({base.earlier, base.later, -base.ms - longest_pause(reading, m_run.decisions)});
  }

  const OpenRun& m_run;
  ClockBounds m_bounds;
};

// Without what option 0 would be anyway; the first stays, so that the text is not empty.
std::vector<Decision> trimmed(std::vector<Decision> decisions) {
  while (decisions.size() > 1 && decisions.back().chosen == 0) decisions.pop_back();
  return decisions;
}

class Search {
 public:
  Search(const OpenRunner& run, const ExploreLimits& limits, bool every_step)
      : m_run(run), m_limits(limits), m_every_step(every_step), m_tree(m_result) {}

  // Nullopt: steps that were left out matter.
  std::optional<Exploration> go() {
    m_waiting.push_back({});
    while (!m_waiting.empty()) {
      if (m_result.runs == m_limits.max_runs) {
        note_gap("only " + std::to_string(m_limits.max_runs) + " runs were made");
        break;
      }
      const Plan plan = std::move(m_waiting.front());
      m_waiting.pop_front();
      ++m_result.runs;
      const OpenRun run = m_run(plan.decisions, m_every_step);
      if (run.needs_every_step && !m_every_step) return std::nullopt;
      look_at(run, plan);
    }
    m_result.complete = m_gaps.empty();
    m_result.gaps.assign(m_gaps.begin(), m_gaps.end());
    return std::move(m_result);
  }

 private:
  void look_at(const OpenRun& run, const Plan& plan) {
    if (run.log.choices.size() < plan.choices)
      return note_gap("the program did not do the same under the same decisions");
    Retracing retracing(run);
    std::vector<OpenPlace> places;
    for (size_t at = 0; at < run.log.choices.size(); ++at) {
      const OrderChoice& choice = run.log.choices[at];
      if (at == m_limits.max_choices || choice.readings_before > m_limits.max_readings) {
        note_gap("a run went on for longer than is looked at");
        break;
      }
      retracing.go_to(choice);
      // What one option settles another may have left open.
      if (!choice.settled || std::ranges::find(plan.turns, at) != plan.turns.end()) {
        std::vector<size_t> possible = retracing.possible_options(choice);
        // A run that reaches a limit takes long, and so would those that differ from it.
        if (at >= plan.choices && !run.cut_short)
          plan_others(retracing, run.log, at, plan.turns, possible);
        if (possible.size() > 1) places.push_back({&choice, std::move(possible)});
      }
      retracing.go_through(choice);
    }
    if (run.met_unexplored) note_gap("when something comes over the network is not explored");
    if (run.cut_short) note_gap("a run reached a limit");
    if (!m_tree.add(places, run.names, outcome_of(run), trimmed(run.decisions)))
      note_gap("the program did not do the same under the same decisions");
  }

  void plan_others(const Retracing& retracing, const sim::OrderLog& log, size_t at,
                   const std::vector<size_t>& turns, const std::vector<size_t>& possible) {
    const OrderChoice& choice = log.choices[at];
    for (const size_t option : possible) {
      if (option == choice.chosen) continue;
      auto decisions = retracing.decisions_for(choice, option);
      if (!decisions) continue;
      m_waiting.push_back({std::move(*decisions), at + 1, turns});
      m_waiting.back().turns.push_back(at);
    }
  }

  size_t outcome_of(const OpenRun& run) {
    const auto [found, is_new] = m_outcomes.emplace(run.output, m_result.outcomes.size());
    if (is_new) m_result.outcomes.push_back({run.output, trimmed(run.decisions), 0});
    ++m_result.outcomes[found->second].runs;
    return found->second;
  }

  void note_gap(std::string why) { m_gaps.insert(std::move(why)); }

  const OpenRunner& m_run;
  const ExploreLimits& m_limits;
  bool m_every_step;
  Exploration m_result;
  DecisionTree m_tree;
  std::deque<Plan> m_waiting;
  std::map<Printed, size_t> m_outcomes;
  std::set<std::string> m_gaps;
};

}  // namespace

Exploration explore(const OpenRunner& run, const ExploreLimits& limits) {
  if (std::optional<Exploration> found = Search(run, limits, false).go()) return *found;
  return *Search(run, limits, true).go();
}

}  // namespace loopscope::scenario
