#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <memory>

#include "core/cli/command_line.h"
#include "core/cli/exit_codes.h"
#include "core/cli/trace_source.h"
#include "core/trace/load_text.h"
#include "core/trace/timeline_text.h"

namespace loopscope::cli {

namespace {

struct TraceCommand {
  std::string path;
  std::string color = "auto";
  bool whole = false;
  bool loads = false;
  RunOptions options;
};

size_t terminal_columns() {
  constexpr size_t kDefault = 100;
  constexpr size_t kFewest = 60;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kDefault;
  return std::max<size_t>(size.ws_col, kFewest);
}

int act(const TraceCommand& command) {
  const scenario::Result<trace::Trace> trace = trace_from(command.path, command.options);
  if (!trace) return report(trace.problem());
  if (command.loads) {
    trace::write_loads(std::cout, *trace);
    return kOk;
  }
  trace::TimelineTextOptions options;
  options.colour =
      command.color == "always" || (command.color == "auto" && ::isatty(STDOUT_FILENO) == 1);
  options.fold = !command.whole;
  options.columns = terminal_columns();
  trace::write_timeline(std::cout, *trace, options);
  return kOk;
}

}  // namespace

void add_trace_command(CLI::App& app, Action& action) {
  auto command = std::make_shared<TraceCommand>();
  CLI::App* trace = app.add_subcommand("trace", "Show what the event loop did, step by step");
  trace->add_option("FILE", command->path, "A trace (.jsonl), or a program to run")->required();
  trace->add_option("--color", command->color, "always, never, or auto: on a terminal")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  trace->add_flag("--whole", command->whole, "Show every repetition instead of folding them");
  trace->add_flag("--loads", command->loads,
                  "Show instead what became of the requests of its @client directives");
  command->options.add_to(*trace);
  command->options.add_choices_to(*trace);
  trace->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace loopscope::cli
