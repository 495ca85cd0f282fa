#include "core/scenario/explore.h"

#include <algorithm>
#include <deque>
#include <set>
#include <utility>

#include "core/scenario/decision_tree.h"
#include "core/scenario/retracing.h"

namespace loopscope::scenario {

using sim::Decision;
using sim::OrderChoice;
using Keeping = Retracing::Keeping;

namespace {

constexpr const char* kNotTheSame = "the program did not do the same under the same decisions";

// A run to be made: decisions that lead to a choice and through it.
struct Plan {
  std::vector<Decision> decisions;
  // In a program of one agent: the choices up to that one have been looked at; `turns` are those of
  // them where a run before it went another way.
  size_t choices = 0;
  std::vector<size_t> turns;
  // Among agents: what the decisions answer.
  Answers answers;
};

// Without what an agent would do anyway; the first of all stays, so that the text is not empty.
std::vector<Decision> trimmed(const std::vector<Decision>& decisions) {
  std::vector<Decision> kept;
  for (auto agent = decisions.begin(); agent != decisions.end();) {
    const auto next = std::find_if(agent, decisions.end(), [agent](const Decision& decision) {
      return decision.agent != agent->agent;
    });
    auto end = next;
    // What comes first is not always option 0, but goes by time.
    const auto is_default = [](const Decision& decision) {
      return decision.chosen == 0 && decision.point != sim::ChoicePoint::incoming;
    };
    while (end != agent && is_default(*(end - 1)) && (end - 1 != decisions.begin())) --end;
    kept.insert(kept.end(), agent, end);
    agent = next;
  }
  return kept;
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
      if (!plan.answers.empty() && is_known(m_made, plan.answers)) continue;
      ++m_result.runs;
      const OpenRun run = m_run(plan.decisions, m_every_step);
      if (run.refusal) {
        m_result = {};
        m_result.refused = run.refusal;
        m_result.complete = false;
        return std::move(m_result);
      }
      if (run.needs_every_step && !m_every_step) return std::nullopt;
      look_at(run, plan);
    }
    m_tree.finish();
    m_result.complete = m_gaps.empty();
    m_result.gaps.assign(m_gaps.begin(), m_gaps.end());
    return std::move(m_result);
  }

 private:
  void look_at(const OpenRun& run, const Plan& plan) {
    for (const std::string& gap : run.gaps) note_gap(gap);
    if (run.cut_short) note_gap("a run reached a limit");
    if (run.misfit) note_gap(kNotTheSame);
    Retracing retracing(run, plan.answers);
    m_made.push_back(retracing.answers());
    if (retracing.among_agents() || m_tree.is_among_agents())
      look_among_agents(run, plan, retracing);
    else
      look_at_one_agent(run, plan, retracing);
  }

  bool goes_on_for_too_long(size_t at, const OrderChoice& choice) {
    if (at < m_limits.max_choices && choice.readings_before <= m_limits.max_readings) return false;
    note_gap("a run went on for longer than is looked at");
    return true;
  }

  void look_at_one_agent(const OpenRun& run, const Plan& plan, Retracing& retracing) {
    if (run.log.choices.size() < plan.choices) return note_gap(kNotTheSame);
    std::vector<OpenPlace> places;
    for (size_t at = 0; at < run.log.choices.size(); ++at) {
      const OrderChoice& choice = run.log.choices[at];
      if (goes_on_for_too_long(at, choice)) break;
      retracing.go_to(at);
      // What one option settles another may have left open.
      if (!choice.settled || std::ranges::find(plan.turns, at) != plan.turns.end()) {
        std::vector<size_t> possible;
        for (const Way& way : retracing.ways()) {
          if (!retracing.is_possible(way)) continue;
          possible.push_back(way.option);
          // A run that reaches a limit takes long, and so would those that differ from it.
          if (way.is_chosen || at < plan.choices || run.cut_short) continue;
          auto decisions = retracing.decisions_for(way, Keeping::kAll);
          if (!decisions) continue;
          m_waiting.push_back({std::move(*decisions), at + 1, plan.turns, {}});
          m_waiting.back().turns.push_back(at);
        }
        if (possible.size() > 1) places.push_back({&choice, std::move(possible)});
      }
      retracing.go_through(at);
    }
    if (!m_tree.add(places, run.names, outcome_of(run), trimmed(run.decisions)))
      note_gap(kNotTheSame);
  }

  // Agents take turns in many ways that nobody can tell from each other. So each way to answer is
  // looked for once, and at every choice of every run, since what was sent in one may be there
  // earlier in another.
  void look_among_agents(const OpenRun& run, const Plan& plan, Retracing& retracing) {
    if (!begins_with(m_made.back(), plan.answers)) note_gap(kNotTheSame);
    std::vector<Step> steps;
    for (size_t at = 0; at < run.log.choices.size(); ++at) {
      const OrderChoice& choice = run.log.choices[at];
      if (goes_on_for_too_long(at, choice)) break;
      retracing.go_to(at);
      if (!choice.settled) {
        bool is_open = false;
        for (const Way& way : retracing.ways())
          if (!way.is_chosen) is_open |= plan_way(run, retracing, way);
        if (is_open) steps.push_back({&choice, choice.chosen});
      }
      retracing.go_through(at);
    }
    m_tree.add_steps(steps, run, outcome_of(run), trimmed(run.decisions));
  }

  // False: it is not possible.
  bool plan_way(const OpenRun& run, const Retracing& retracing, const Way& way) {
    for (const Keeping keeping : {Keeping::kAll, Keeping::kLeast}) {
      Answers answers = retracing.answers_with(way, keeping);
      if (is_known(m_made, answers) || is_known(m_planned, answers)) return true;
      auto decisions = retracing.decisions_for(way, keeping);
      if (!decisions) continue;
      if (run.cut_short) return true;
      m_planned.push_back(answers);
      m_waiting.push_back({std::move(*decisions), 0, {}, std::move(answers)});
      return true;
    }
    return false;
  }

  static bool is_known(const std::vector<Answers>& known, const Answers& answers) {
    return std::any_of(known.begin(), known.end(),
                       [&answers](const Answers& other) { return begins_with(other, answers); });
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
  std::vector<Answers> m_made;     // by runs
  std::vector<Answers> m_planned;  // by plans
  std::map<Printed, size_t> m_outcomes;
  std::set<std::string> m_gaps;
};

}  // namespace

Exploration explore(const OpenRunner& run, const ExploreLimits& limits) {
  if (std::optional<Exploration> found = Search(run, limits, false).go()) return *found;
  return *Search(run, limits, true).go();
}

}  // namespace loopscope::scenario
