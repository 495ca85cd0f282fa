#include "core/scenario/outcomes.h"

#include <set>
#include <utility>

#include "core/lesson/quiz.h"
#include "core/sim/open_machine.h"

namespace loopscope::scenario {

namespace {

class KeptOutput final : public host::Output {
 public:
  void write_stdout(std::string_view bytes) override { kept.out += bytes; }
  void write_stderr(std::string_view bytes) override { kept.err += bytes; }
  Printed kept;
};

std::set<TaskId> tasks_in(const sim::OrderLog& log) {
  std::set<TaskId> tasks;
  for (const sim::OrderChoice& choice : log.choices) {
    tasks.insert(choice.task);
    tasks.insert(choice.other);
    for (const sim::OrderOption& option : choice.options) tasks.insert(option.task);
  }
  tasks.erase(TaskId{});
  return tasks;
}

// "timeout at race.js:3": what a task is, and the place in the program that asked for it.
std::map<TaskId, std::string> names_in(const trace::Trace& trace, const std::set<TaskId>& tasks) {
  std::map<TaskId, std::string> names;
  for (const trace::Event& event : trace.events) {
    if (!trace::is<trace::Enqueue>(event)) continue;
    const auto enqueued = trace::unpack<trace::Enqueue>(event);
    if (!tasks.contains(enqueued.id)) continue;
    std::string name(trace.strings.view(enqueued.label));
    std::string_view place = trace.strings.view(enqueued.from);
    if (place.empty()) place = trace.strings.view(enqueued.location);
    if (!place.empty()) name.append(" at ").append(place);
    names.emplace(enqueued.id, std::move(name));
  }
  return names;
}

}  // namespace

Exploration explore_scenario(const Scenario& scenario, const Machine& machine,
                             const RunSettings& settings, const ExploreLimits& limits,
                             int64_t pause_ms) {
  const OpenRunner run = [&](const std::vector<sim::Decision>& decisions, bool every_step) {
    sim::OpenMachine open(decisions, pause_ms, every_step);
    open.look_ahead();
    trace::MemorySink sink(header_of(scenario, machine, settings));
    KeptOutput output;
    OpenRun made;
    output.kept.exit_code = run_openly(scenario, machine, settings, open, &sink, output).exit_code;
    for (const lesson::QuizLine& line : lesson::printed_lines(sink.trace()))
      output.kept.lines.push_back(line.text);
    made.cut_short = output.kept.exit_code == host::kLimitExitCode;
    made.output = std::move(output.kept);
    made.decisions = open.decisions();
    made.names = names_in(sink.trace(), tasks_in(open.log()));
    made.log = open.log();
    made.gaps = open.gaps();
    made.misfit = open.misfit();
    made.refusal = open.refusal();
    made.needs_every_step = open.needs_every_step();
    return made;
  };
  return explore(run, limits);
}

}  // namespace loopscope::scenario
