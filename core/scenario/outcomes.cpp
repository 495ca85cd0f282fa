#include "core/scenario/outcomes.h"

#include <algorithm>
#include <array>
#include <deque>
#include <set>

#include "core/lesson/quiz.h"

namespace loopscope::scenario {

namespace {

// Takes a program's output and drops it: it is in the trace.
class NoOutput final : public host::Output {
 public:
  void write_stdout(std::string_view) override {}
  void write_stderr(std::string_view) override {}
};

Outcome run_once(const Scenario& scenario, const Machine& machine, const RunSettings& settings,
                 std::vector<sim::Decision> decided, trace::Trace& trace) {
  sim::ReplayChoices replay(std::move(decided), machine.seed);
  sim::RecordedChoices choices(replay);
  trace::MemorySink sink(header_of(scenario, machine, settings));
  NoOutput output;
  Outcome outcome;
  outcome.exit_code =
      run_with_choices(scenario, machine, settings, choices, &sink, output).exit_code;
  for (const lesson::QuizLine& line : lesson::printed_lines(sink.trace()))
    outcome.lines.push_back(line.text);
  outcome.decisions = choices.decisions();
  trace = sink.take();
  return outcome;
}

// What stands for all options of a decision. A timer is due at whole milliseconds, so of the time
// before the loop starts a quarter of its two milliseconds makes a difference; of a latency,
// whether it is short or long.
std::vector<uint64_t> representatives(const sim::Decision& decision) {
  const uint64_t last = decision.options - 1;
  constexpr uint64_t kFew = 6;
  std::set<uint64_t> options;
  if (last < kFew) {
    for (uint64_t option = 0; option <= last; ++option) options.insert(option);
  } else if (decision.point == sim::ChoicePoint::loop_start) {
    options = {0, last / 4, last / 2, last / 2 + last / 4, last};
  } else {
    options = {0, last / 2, last};
  }
  options.erase(decision.chosen);
  return {options.begin(), options.end()};
}

// All runs together may take so much; what one of them may take is the settings' to say.
constexpr VirtualTime kCpuOfAllRuns = VirtualTime::from_ms(10'000);

VirtualTime cpu_of(const trace::Trace& trace) {
  VirtualTime cpu;
  for (const trace::Event& event : trace.events)
    if (trace::is<trace::End>(event)) cpu += VirtualTime{trace::unpack<trace::End>(event).cpu_ns};
  return cpu;
}

// Adds what differs from the decisions in one of them, from a position on. False: there are more,
// but no run is left for them.
bool add_changes(const std::vector<sim::Decision>& made, size_t from, size_t runs_left,
                 std::deque<std::vector<sim::Decision>>& waiting) {
  for (size_t at = from; at < made.size(); ++at) {
    for (const uint64_t option : representatives(made[at])) {
      if (waiting.size() >= runs_left) return false;
      const auto end = made.begin() + static_cast<ptrdiff_t>(at) + 1;
      waiting.emplace_back(made.begin(), end).back().chosen = option;
    }
  }
  return true;
}

}  // namespace

Outcomes enumerate_outcomes(const Scenario& scenario, const Machine& machine,
                            const RunSettings& settings, size_t max_runs) {
  Outcomes outcomes;
  std::set<std::pair<std::vector<std::string>, int>> seen;
  // Decisions to begin with; what comes after them is seed 0's. Each run adds those that differ
  // from it in one later decision, so every combination comes up once, and the fewest changes
  // first.
  std::deque<std::vector<sim::Decision>> waiting = {{}};
  VirtualTime cpu;
  while (!waiting.empty()) {
    const std::vector<sim::Decision> prefix = std::move(waiting.front());
    waiting.pop_front();
    if (cpu > kCpuOfAllRuns) {
      outcomes.complete = false;
      return outcomes;
    }
    ++outcomes.runs;
    trace::Trace trace;
    Outcome outcome = run_once(scenario, machine, settings, prefix, trace);
    cpu += cpu_of(trace);
    if (outcomes.runs == 1) outcomes.first_trace = std::move(trace);
    if (outcome.exit_code == host::kLimitExitCode) {
      // Such a run takes long, and so would the others.
      outcomes.complete = false;
      waiting.clear();
      if (outcomes.runs == 1) outcomes.distinct.push_back(std::move(outcome));
      continue;
    }
    const size_t runs_left = max_runs > outcomes.runs ? max_runs - outcomes.runs : 0;
    if (!add_changes(outcome.decisions, prefix.size(), runs_left, waiting))
      outcomes.complete = false;
    if (seen.emplace(outcome.lines, outcome.exit_code).second)
      outcomes.distinct.push_back(std::move(outcome));
  }
  return outcomes;
}

}  // namespace loopscope::scenario
