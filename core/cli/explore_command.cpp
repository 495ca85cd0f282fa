#include <iostream>
#include <memory>

#include "core/cli/command_line.h"
#include "core/cli/exit_codes.h"
#include "core/cli/run_options.h"
#include "core/lesson/quantities.h"
#include "core/scenario/outcomes.h"

namespace loopscope::cli {

namespace {

struct ExploreCommand {
  std::string file;
  uint64_t max_runs = scenario::ExploreLimits{}.max_runs;
  std::string pause = std::to_string(scenario::kLongestPauseMs) + "ms";
  bool json = false;
  RunOptions options;
};

// A run that goes on for longer is none to explore.
constexpr uint64_t kMostEvents = 100'000;

std::string count_of(size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

void print(const scenario::Exploration& exploration) {
  std::cout << count_of(exploration.outcomes.size(), "outcome") << ", found in "
            << count_of(exploration.runs, "run") << ". ";
  if (exploration.complete) {
    std::cout << "There are no others.\n";
  } else {
    std::cout << "There may be others:\n";
    for (const std::string& gap : exploration.gaps) std::cout << "  " << gap << '\n';
  }
  size_t number = 0;
  for (const scenario::Exploration::Outcome& outcome : exploration.outcomes) {
    std::cout << '\n' << ++number << "  --choices " << sim::to_text(outcome.decisions) << '\n';
    for (const std::string& line : outcome.output.lines) std::cout << "   " << line << '\n';
    if (outcome.output.exit_code != 0)
      std::cout << "   (exit code " << outcome.output.exit_code << ")\n";
  }
}

int act(const ExploreCommand& command) {
  scenario::Result<scenario::RunSettings> settings = command.options.settings();
  if (!settings) return report(settings.problem());
  if (!command.options.events) settings->limits.trace_events = kMostEvents;
  const std::optional<VirtualTime> pause = lesson::parse_duration(command.pause);
  if (!pause || pause->ms() < 1)
    return report({"--pause", 0, "expected a time such as 200ms, not \"" + command.pause + "\""});
  const scenario::Result<scenario::Scenario> scenario = scenario::load(command.file);
  if (!scenario) return report(scenario.problem());
  const scenario::Result<scenario::Machine> machine = scenario::compose(*scenario, *settings);
  if (!machine) return report(machine.problem());
  if (!scenario->directives.clients.empty())
    return report({command.file, 0, "the orders of programs with an @client are not explored"});
  scenario::ExploreLimits limits;
  limits.max_runs = command.max_runs;
  const scenario::Exploration exploration =
      scenario::explore_scenario(*scenario, *machine, *settings, limits, pause->ms());
  if (exploration.refused) return report({command.file, 0, *exploration.refused});
  if (command.json)
    std::cout << scenario::to_json(exploration, *scenario, pause->ms()) << '\n';
  else
    print(exploration);
  return kOk;
}

}  // namespace

void add_explore_command(CLI::App& app, Action& action) {
  auto command = std::make_shared<ExploreCommand>();
  CLI::App* explore =
      app.add_subcommand("explore", "Find every output that real Node may give a program");
  explore->add_option("FILE", command->file, "The program: .js, .cjs or .mjs")->required();
  explore->add_option("--max", command->max_runs, "Runs to make at most (default 1000)")
      ->check(CLI::PositiveNumber);
  explore->add_option("--pause", command->pause,
                      "How long the machine may keep the program, or a request of it, from going "
                      "on at any one place (default 200ms, a loaded one; a quiet one: 8ms)");
  explore->add_flag("--json", command->json, "Print outcomes and the tree of choices as JSON");
  command->options.add_to(*explore);
  explore->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace loopscope::cli
