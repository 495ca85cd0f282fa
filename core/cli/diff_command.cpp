#include <iostream>
#include <memory>

#include "core/cli/command_line.h"
#include "core/cli/exit_codes.h"
#include "core/cli/trace_source.h"
#include "core/trace/diff.h"

namespace loopscope::cli {

namespace {

struct DiffCommand {
  std::string before;
  std::string after;
  RunOptions options;
};

int act(const DiffCommand& command) {
  const scenario::Result<trace::Trace> before = trace_from(command.before, command.options);
  if (!before) return report(before.problem());
  const scenario::Result<trace::Trace> after = trace_from(command.after, command.options);
  if (!after) return report(after.problem());
  const std::vector<trace::Difference> differences = trace::diff_traces(*before, *after);
  std::cout << trace::text_of(differences);
  return differences.empty() ? kOk : kDifferent;
}

}  // namespace

void add_diff_command(CLI::App& app, Action& action) {
  auto command = std::make_shared<DiffCommand>();
  CLI::App* diff = app.add_subcommand("diff", "Say in words what differs between two traces");
  diff->add_option("BEFORE", command->before, "A trace, or a program to run")->required();
  diff->add_option("AFTER", command->after, "A trace, or a program to run")->required();
  command->options.add_to(*diff);
  diff->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace loopscope::cli
