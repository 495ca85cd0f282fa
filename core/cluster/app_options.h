#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/trace/types.h"

namespace loopscope::cluster {

// What a process manager is told of an application, with PM2's defaults. Source: PM2
// documentation "Ecosystem File", "Attributes available".
struct AppOptions {
  std::string name;
  std::string script;  // as written, then found
  std::string folder;  // to start it in; empty: its script's
  bool cluster_mode = false;
  int instances = 1;  // 0: as many as there are cores; negative: that many fewer
  std::vector<std::string> args;
  std::vector<std::string> node_args;
  std::vector<std::pair<std::string, std::string>> env;
  std::string instance_variable = "NODE_APP_INSTANCE";

  bool autorestart = true;
  std::vector<int> stop_exit_codes;  // after which it is not restarted
  VirtualTime min_uptime = VirtualTime::from_ms(1000);
  int max_restarts = 16;  // of those that did not reach it
  std::optional<VirtualTime> restart_delay;
  std::optional<VirtualTime> backoff;  // exp_backoff_restart_delay
  uint64_t max_memory = 0;             // bytes; 0: no limit

  VirtualTime kill_timeout = VirtualTime::from_ms(1600);  // from SIGINT to SIGKILL
  VirtualTime listen_timeout = VirtualTime::from_ms(3000);
  bool wait_ready = false;

  bool mode_is_given = false;
};

// Sets the option of that name ("max_memory_restart", or "max-memory-restart") from a text. What is
// wrong, in words, or nothing.
std::optional<std::string> set_option(AppOptions& options, std::string_view name,
                                      std::string_view text);

// Whether the option of that name is one that needs no value on a command line.
bool is_flag(std::string_view name);

// How many processes an application wants on a machine of so many cores.
int wanted_instances(const AppOptions& options, int cpus);

}  // namespace loopscope::cluster
