#include "core/cli/command_line.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>

#include "core/cli/exit_codes.h"

namespace loopscope::cli {

namespace {

constexpr const char* kVersionText = "loopscope " LOOPSCOPE_VERSION;
constexpr const char* kFooter =
    "Exit codes: those of the program for `run`; else 0 success, 1 something differs,\n"
    "64 wrong usage, 65 a missing or malformed file, 70 a limit was reached, 73 cannot write.";

int no_command(int argc, const char* const* argv) {
  const std::string given =
      argc > 1 ? "unknown command \"" + std::string(argv[1]) + "\"" : "no command";
  std::cerr
      << "loopscope: " << given
      << "; expected run, trace, test, diff, export, explore, pm2 or quiz (see loopscope --help)\n";
  return kUsage;
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  CLI::App app("Runs Node.js programs on virtual time and shows how their event loop works.",
               "loopscope");
  app.footer(kFooter);
  app.set_version_flag("--version", kVersionText);
  app.require_subcommand(0, 1);
  Action action;
  const std::span<const char* const> all(argv, static_cast<size_t>(argc));
  const auto dashes = std::find(all.begin(), all.end(), std::string_view("--"));
  const auto own = all.first(static_cast<size_t>(dashes - all.begin()));
  const auto rest = all.subspan(std::min(own.size() + 1, all.size()));
  add_run_command(app, action, own, rest);
  add_trace_command(app, action);
  add_test_command(app, action);
  add_diff_command(app, action);
  add_export_command(app, action);
  add_explore_command(app, action);
  add_pm2_command(app, action);
  add_quiz_command(app, action);
  for (CLI::App* command : app.get_subcommands({})) {
    command->set_version_flag("--version", kVersionText);
    command->footer(kFooter);
  }
  try {
    app.parse(static_cast<int>(own.size()), argv);
    if (!action) return no_command(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    if (app.get_subcommands().empty()) return no_command(argc, argv);
    std::cerr << "loopscope: " << error.what() << " (see loopscope --help)\n";
    return kUsage;
  }
  return action();
}

}  // namespace loopscope::cli
