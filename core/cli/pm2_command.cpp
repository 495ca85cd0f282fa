#include <CLI/App.hpp>
#include <iostream>
#include <limits>
#include <memory>

#include "core/cli/command_line.h"
#include "core/cli/exit_codes.h"
#include "core/cli/trace_source.h"
#include "core/cluster/process_tables.h"
#include "core/lesson/quantities.h"
#include "core/sim/semantics.h"

namespace loopscope::cli {

namespace {

constexpr int kNotThere = 1;  // as pm2 describe ends

struct Pm2Command {
  std::string path;
  std::string target = "all";
  std::optional<std::string> at;
  RunOptions options;
};

using Show = int (*)(const trace::Trace& trace, VirtualTime at, const Pm2Command& command);

int show_list(const trace::Trace& trace, VirtualTime at, const Pm2Command&) {
  std::cout << cluster::list_table(cluster::listed_at(trace, at), at);
  return kOk;
}

int show_monit(const trace::Trace& trace, VirtualTime at, const Pm2Command&) {
  std::cout << cluster::monit_table(cluster::listed_at(trace, at));
  return kOk;
}

bool is_meant(const cluster::ListedProcess& process, const std::string& target) {
  return process.name == target || std::to_string(process.id) == target;
}

int show_description(const trace::Trace& trace, VirtualTime at, const Pm2Command& command) {
  const std::optional<sim::Semantics> node = sim::semantics_named(trace.header.semantics);
  bool is_there = false;
  for (const cluster::ListedProcess& process : cluster::listed_at(trace, at)) {
    if (!is_meant(process, command.target)) continue;
    is_there = true;
    std::cout << cluster::description(process, at, node ? node->version : "vN/A");
  }
  if (is_there) return kOk;
  std::cerr << "[PM2][WARN] " << command.target << " doesn't exist\n";
  return kNotThere;
}

int show_logs(const trace::Trace& trace, VirtualTime at, const Pm2Command& command) {
  std::cout << cluster::logs_until(trace, at, command.target);
  return kOk;
}

bool has_manager(const trace::Trace& trace) {
  for (const trace::Event& event : trace.events)
    if (trace::is<trace::ManagerChange>(event)) return true;
  return false;
}

// Without a time: as it is at the end. The program need run no longer than up to the time.
int act(Pm2Command& command, Show show) {
  std::optional<VirtualTime> at;
  if (command.at) {
    at = lesson::parse_duration(*command.at);
    if (!at) return report({"--at", 0, "expected a time such as 3s, not \"" + *command.at + "\""});
    command.options.until = command.at;
  }
  const scenario::Result<trace::Trace> trace = trace_from(command.path, command.options);
  if (!trace) return report(trace.problem());
  if (!has_manager(*trace))
    return report({command.path, 0,
                   "expected a program that a process manager runs: with // @pm2 start …, or --pm2 "
                   "\"start …\""});
  return show(*trace, at.value_or(trace->events.back().time), command);
}

// PM2 writes a unit for the init system and enables it; a simulated machine never boots.
int show_startup() {
  std::cout << "[PM2] Init System found: systemd\n"
               "[PM2] Simulated: nothing is installed. On a real machine PM2 would write\n"
               "[PM2] /etc/systemd/system/pm2-node.service, which runs at boot\n"
               "    pm2 resurrect      (ExecStart: starts what `pm2 save` has noted)\n"
               "    pm2 reload all     (ExecReload)\n"
               "    pm2 kill           (ExecStop)\n"
               "[PM2] and enable it:\n"
               "    systemctl enable pm2-node\n"
               "+---------------------------------------+\n"
               "[PM2] Freeze a process list on reboot via:\n"
               "$ pm2 save\n"
               "\n"
               "[PM2] Remove init script via:\n"
               "$ pm2 unstartup systemd\n";
  return kOk;
}

enum class Target : uint8_t { kNone, kBehindFile, kBeforeFile };

void add_view(CLI::App& pm2, Action& action, const char* name, const char* help, Show show,
              Target target = Target::kNone) {
  auto command = std::make_shared<Pm2Command>();
  CLI::App* view = pm2.add_subcommand(name, help);
  constexpr const char* kOfWhat = "Of the application of this name or number";
  if (target == Target::kBeforeFile) view->add_option("NAME", command->target, kOfWhat)->required();
  view->add_option("FILE", command->path, "A program to run, or its trace (.jsonl)")->required();
  if (target == Target::kBehindFile) view->add_option("NAME", command->target, kOfWhat);
  view->add_option("--at", command->at, "At this virtual time, such as 3s; else at the end");
  command->options.add_to(*view);
  view->callback(
      [command, show, &action] { action = [command, show] { return act(*command, show); }; });
}

}  // namespace

void add_pm2_command(CLI::App& app, Action& action) {
  CLI::App* pm2 = app.add_subcommand("pm2", "What PM2 would show of a program it runs");
  pm2->require_subcommand(1);
  pm2->footer(
      "What is typed at PM2 stands in the program (// @pm2 2s reload api) or in --pm2 \"2s reload "
      "api\".");
  add_view(*pm2, action, "list", "The processes, as pm2 list prints them", show_list);
  add_view(*pm2, action, "monit", "CPU, memory and loop delay of each process", show_monit);
  add_view(*pm2, action, "logs", "The merged logs, as pm2 logs prints them", show_logs,
           Target::kBehindFile);
  add_view(*pm2, action, "describe", "A process, as pm2 describe prints it", show_description,
           Target::kBeforeFile);
  CLI::App* startup = pm2->add_subcommand("startup", "What pm2 startup would do");
  startup->callback([&action] { action = show_startup; });
}

}  // namespace loopscope::cli
