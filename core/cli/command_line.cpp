#include "core/cli/command_line.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <iostream>

#include "core/cli/exit_codes.h"

namespace loopscope::cli {

namespace {

constexpr const char* kVersionText = "loopscope " LOOPSCOPE_VERSION;
constexpr const char* kFooter =
    "Exit codes: those of the program for `run`; else 0 success, 1 something differs,\n"
    "64 wrong usage, 65 a missing or malformed file, 70 a limit was reached, 73 cannot write.";

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  CLI::App app("Runs Node.js programs on virtual time and shows how their event loop works.",
               "loopscope");
  app.footer(kFooter);
  app.set_version_flag("--version", kVersionText);
  app.require_subcommand(1);
  Action action;
  add_run_command(app, action);
  add_trace_command(app, action);
  add_test_command(app, action);
  add_diff_command(app, action);
  add_export_command(app, action);
  for (CLI::App* command : app.get_subcommands({})) {
    command->set_version_flag("--version", kVersionText);
    command->footer(kFooter);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    std::cerr << "loopscope: " << error.what() << " (see loopscope --help)\n";
    return kUsage;
  }
  return action();
}

}  // namespace loopscope::cli
