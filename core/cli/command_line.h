#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <span>

namespace loopscope::cli {

// What a chosen subcommand does; its result is the exit code.
using Action = std::function<int()>;

// Each adds one subcommand to `app`; when the user chose it, parsing leaves what to do in `action`.
// `own`: the command line up to a "--", `rest`: what follows it.
void add_run_command(CLI::App& app, Action& action, std::span<const char* const> own,
                     std::span<const char* const> rest);
void add_trace_command(CLI::App& app, Action& action);
void add_test_command(CLI::App& app, Action& action);
void add_diff_command(CLI::App& app, Action& action);
void add_export_command(CLI::App& app, Action& action);
void add_explore_command(CLI::App& app, Action& action);
void add_pm2_command(CLI::App& app, Action& action);
void add_quiz_command(CLI::App& app, Action& action);

// The whole command: parses and acts. Returns the exit code.
int run_command_line(int argc, const char* const* argv);

}  // namespace loopscope::cli
