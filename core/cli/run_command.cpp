#include <csignal>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>

#include "core/cli/command_line.h"
#include "core/cli/exit_codes.h"
#include "core/cli/process_output.h"
#include "core/cli/run_options.h"
#include "core/trace/json_writer.h"

namespace loopscope::cli {

namespace {

struct RunCommand {
  std::string script;
  std::vector<std::string> args;
  std::string trace_path;
  bool text_from_stdin = false;
  RunOptions options;
};

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

int run_traced(const RunCommand& command, const scenario::Scenario& scenario,
               const scenario::Machine& machine, const scenario::RunSettings& settings) {
  const bool to_stdout = command.trace_path == "-";
  File file(to_stdout ? nullptr : std::fopen(command.trace_path.c_str(), "wb"));
  if (!to_stdout && file == nullptr) {
    std::cerr << "loopscope: " << command.trace_path << ": cannot be written\n";
    return kCannotWrite;
  }
  trace::JsonLinesWriter writer(trace::to_file(to_stdout ? stdout : file.get()),
                                scenario::header_of(scenario, machine, settings));
  ProcessOutput process;
  SilentOutput silent;
  host::Output& output = to_stdout ? static_cast<host::Output&>(silent) : process;
  scenario::RunNotes notes;
  const host::ProgramResult result =
      scenario::run(scenario, machine, settings, &writer, output, &notes);
  report_notes(notes);
  writer.flush();
  const bool flushed = std::fflush(to_stdout ? stdout : file.get()) == 0;
  if (flushed && !writer.failed()) return notes.misfit ? kUsage : result.exit_code;
  std::cerr << "loopscope: " << command.trace_path
            << ": the trace could not be written to its end\n";
  return kCannotWrite;
}

int act(const RunCommand& command) {
  std::signal(SIGPIPE, SIG_IGN);
  scenario::Result<scenario::RunSettings> settings = command.options.settings();
  if (!settings) return report(settings.problem());
  settings->args = command.args;
  std::optional<std::string> text;
  if (command.text_from_stdin)
    text.emplace(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
  const scenario::Result<scenario::Scenario> scenario =
      scenario::load(command.script, std::move(text));
  if (!scenario) return report(scenario.problem());
  const scenario::Result<scenario::Machine> machine = scenario::compose(*scenario, *settings);
  if (!machine) return report(machine.problem());
  if (!command.trace_path.empty()) return run_traced(command, *scenario, *machine, *settings);
  ProcessOutput output;
  scenario::RunNotes notes;
  const host::ProgramResult result =
      scenario::run(*scenario, *machine, *settings, nullptr, output, &notes);
  report_notes(notes);
  return notes.misfit ? kUsage : result.exit_code;
}

// What stands before the program is for us: an option we do not know there is a mistake, while
// behind the program it is the program's. Returns the first such, or an empty string.
std::string unknown_option(const CLI::App& run, const std::string& script,
                           std::span<const char* const> arguments) {
  bool is_value = true;  // argv[0] is the command's own name
  for (const std::string argument : arguments) {
    if (argument == script) break;
    if (!is_value && argument.size() > 1 && argument[0] == '-') {
      std::string name = argument.substr(0, argument.find('='));
      const CLI::Option* option = run.get_option_no_throw(name);
      if (option == nullptr) return name;
      is_value = name == argument && option->get_items_expected() > 0;
    } else {
      is_value = false;
    }
  }
  return {};
}

}  // namespace

void add_run_command(CLI::App& app, Action& action, std::span<const char* const> own,
                     std::span<const char* const> rest) {
  auto command = std::make_shared<RunCommand>();
  CLI::App* run = app.add_subcommand("run", "Run a program as node would, on virtual time");
  run->add_option("FILE", command->script, "The program: .js, .cjs or .mjs")->required();
  // Whatever is not ours goes to the program, and all of what follows "--".
  run->allow_extras();
  run->footer("Arguments that are not options of run, and all after --, go to the program.");
  run->add_option("--trace", command->trace_path,
                  "Write what happened and why to this file; - is standard output, and the "
                  "program's own output is then only in the trace");
  run->add_flag("--text-from-stdin", command->text_from_stdin,
                "Take the program's text from standard input, as if FILE held it");
  run->add_option("--lines", command->options.lines,
                  "Tasks whose lines and variables to record in the trace: all, or their numbers");
  command->options.add_to(*run);
  command->options.add_choices_to(*run);
  run->callback([command, run, own, rest, &action] {
    if (const std::string unknown = unknown_option(*run, command->script, own); !unknown.empty())
      throw CLI::ExtrasError("run", {unknown});
    command->args = run->remaining();
    command->args.insert(command->args.end(), rest.begin(), rest.end());
    action = [command] { return act(*command); };
  });
}

}  // namespace loopscope::cli
