#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/cluster/app_options.h"
#include "core/trace/schema.h"

namespace loopscope::cluster {

// One who has a number in the manager's list; while it is reloaded, two have the same.
using SlotId = uint32_t;
using ManagerTimer = uint32_t;

// A process that the manager wants.
struct Launch {
  SlotId slot = 0;
  const AppOptions& app;
  std::vector<std::pair<std::string, std::string>> env;  // besides the manager's own
};

struct Child {
  int pid = 0;
  uint32_t agent = 0;
};

// A process manager's hands and eyes: processes, timers, files, and who reads what it says.
class ManagerPort {
 public:
  virtual ~ManagerPort() = default;

  virtual VirtualTime now() = 0;
  // A worker of the manager's cluster, or a process of its own.
  virtual Child fork(const Launch& launch) = 0;
  virtual void interrupt(int pid) = 0;  // SIGINT
  virtual void kill(int pid) = 0;       // SIGKILL
  virtual void set_timer(ManagerTimer timer, VirtualTime delay) = 0;
  virtual void clear_timer(ManagerTimer timer) = 0;
  // What stands before each line of a process's output.
  virtual void label_output(int pid, const std::string& label) = 0;
  // A line of the manager's own log; one for the user who typed a command.
  virtual void log(const std::string& line) = 0;
  virtual void print(const std::string& line) = 0;
  virtual void record(trace::ManagerOp op, uint32_t id, const Child& child, const std::string& app,
                      const std::string& text, int64_t value) = 0;

  // The script's path; empty: there is none.
  virtual std::string find_script(const std::string& script) = 0;
  // A path as users are shown it.
  virtual std::string shown(const std::string& path) = 0;
  // The applications that an ecosystem file lists, with the variables of env_NAME. What is wrong,
  // in words, or nothing.
  virtual std::optional<std::string> load(const std::string& file, const std::string& environment,
                                          std::vector<AppOptions>& apps) = 0;
  // The manager itself ends.
  virtual void quit() = 0;
};

}  // namespace loopscope::cluster
