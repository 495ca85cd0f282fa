#include <fstream>
#include <iostream>
#include <memory>

#include "core/cli/command_line.h"
#include "core/cli/exit_codes.h"
#include "core/cli/trace_source.h"
#include "core/trace/chrome_export.h"

namespace loopscope::cli {

namespace {

struct ExportCommand {
  std::string path;
  std::string format = "chrome";
  std::string output;
  RunOptions options;
};

int act(const ExportCommand& command) {
  const scenario::Result<trace::Trace> trace = trace_from(command.path, command.options);
  if (!trace) return report(trace.problem());
  if (command.output.empty()) {
    trace::write_chrome_trace(std::cout, *trace);
    return kOk;
  }
  std::ofstream file(command.output, std::ios::binary);
  trace::write_chrome_trace(file, *trace);
  if (file.good()) return kOk;
  std::cerr << "loopscope: " << command.output << ": cannot be written\n";
  return kCannotWrite;
}

}  // namespace

void add_export_command(CLI::App& app, Action& action) {
  auto command = std::make_shared<ExportCommand>();
  CLI::App* exporter = app.add_subcommand("export", "Write a trace in another tool's format");
  exporter->add_option("FILE", command->path, "A trace (.jsonl), or a program to run")->required();
  exporter->add_option("--format", command->format, "chrome: for Perfetto and chrome://tracing")
      ->check(CLI::IsMember({"chrome"}));
  exporter->add_option("-o,--output", command->output,
                       "The file to write (default: standard output)");
  command->options.add_to(*exporter);
  command->options.add_choices_to(*exporter);
  exporter->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace loopscope::cli
