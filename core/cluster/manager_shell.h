#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "core/cluster/manager_command.h"
#include "core/cluster/process_manager.h"

namespace loopscope::cluster {

// What PM2's command line does with what a user types: says what it is about to do, asks the
// manager for it, a few processes at a time, and says how that went. One command after another.
class ManagerShell {
 public:
  ManagerShell(ProcessManager& manager, ManagerPort& port) : m_manager(manager), m_port(port) {}
  ManagerShell(const ManagerShell&) = delete;
  ManagerShell& operator=(const ManagerShell&) = delete;

  // At once, or when those typed before are done.
  void type(const ManagerCommand& command);

 private:
  using Then = std::function<void()>;
  // Asks the manager for something about the process of that number.
  using Ask = void (ProcessManager::*)(uint32_t id, Done done);
  struct Action {
    const char* name;  // as PM2 says it
    Ask ask;
    size_t at_once;  // processes, if there are more than two
  };
  static Action action_of(ManagerCommand::Verb verb);

  void begin_next();
  void run(const ManagerCommand& command, const Then& then);
  void operate(const Action& action, const std::string& target, const Then& then);
  void act_on(const Action& action, const std::vector<uint32_t>& ids, const Then& then);
  void operate_on_file(const ManagerCommand& command, const Then& then);
  void start(const ManagerCommand& command, const Then& then);
  void start_script(const ManagerCommand& command, const Then& then);
  void start_instances(const AppOptions& app, const Then& then);
  void scale(const ManagerCommand& command, const Then& then);
  void kill(const Then& then);

  bool load(const ManagerCommand& command, std::vector<AppOptions>& apps);
  bool find_script(AppOptions& app);
  const ManagedProcess* find_started(const AppOptions& app) const;
  void restart_application(const std::string& name, const Then& then);
  void print(const std::string& text) { m_port.print("[PM2] " + text); }
  void print_error(const std::string& text) { m_port.print("[PM2][ERROR] " + text); }

  ProcessManager& m_manager;
  ManagerPort& m_port;
  bool m_is_busy = false;
  std::deque<ManagerCommand> m_typed;
};

}  // namespace loopscope::cluster
