#pragma once

#include <functional>
#include <string>
#include <utility>

#include "core/cluster/manager_port.h"

namespace loopscope::cluster {

enum class ProcessStatus : uint8_t {
  launching,
  online,
  stopping,
  stopped,
  waiting_restart,
  errored
};

// Called once, with what went wrong or an empty text.
using Done = std::function<void(const std::string& problem)>;

// A place in the manager's list: a process, or what has been one and may be one again.
struct ManagedProcess {
  SlotId slot = 0;
  uint32_t id = 0;
  bool is_outgoing = false;  // a reload has given its number to its successor
  AppOptions app;
  int instance = 0;

  ProcessStatus status = ProcessStatus::launching;
  Child child;
  bool is_alive = false;
  bool is_up = false;  // a worker: its program runs
  VirtualTime started;

  uint32_t restarts = 0;
  // Restarts count as unstable within a time of this: the first start, or what a user asked for.
  std::optional<VirtualTime> counted_from;
  int unstable_restarts = 0;
  VirtualTime backoff;  // the last; zero: none yet

  Done when_online;
  std::function<void()> when_serving;  // it listens, or says that it is ready: during a reload
  ManagerTimer restart_timer = 0;
  ManagerTimer ready_timer = 0;

  std::string key() const { return (is_outgoing ? "_old_" : "") + std::to_string(id); }
  std::string name_and_key() const { return app.name + ":" + key(); }
};

}  // namespace loopscope::cluster
