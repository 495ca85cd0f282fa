#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/cluster/managed_process.h"

namespace loopscope::cluster {

// What PM2's daemon decides: when which process is started, told to end, killed, started again or
// given up. Works through a ManagerPort, and is told what happens. Source: PM2 documentation
// "Restart Strategies", "Graceful Shutdown", "Reload"; behaviour compared with PM2 7.0.
class ProcessManager {
 public:
  ProcessManager(ManagerPort& port, int cpus) : m_port(port), m_cpus(cpus) {}
  ProcessManager(const ProcessManager&) = delete;
  ProcessManager& operator=(const ProcessManager&) = delete;

  int cpus() const { return m_cpus; }
  // Those of a name, a number or "all", by their numbers; without those a reload is putting away.
  std::vector<uint32_t> ids_of(const std::string& target) const;
  const ManagedProcess* find(uint32_t id) const;

  // What can be asked of it.
  void start(const AppOptions& app, Done done);
  void start_another(uint32_t id, Done done);  // like that one
  void stop(uint32_t id, Done done);
  void remove(uint32_t id, Done done);
  void restart(uint32_t id, Done done);
  void reload(uint32_t id, Done done);
  // Processes that end are not started again.
  void begin_to_quit() { m_is_quitting = true; }

  // What happens.
  void note_up(SlotId slot);  // a worker of the cluster runs its program
  void note_listening(SlotId slot);
  void note_ready(SlotId slot);  // it sent 'ready'
  void note_disconnected(SlotId slot);
  void note_exit(SlotId slot, int code, const std::string& signal);
  void note_memory(SlotId slot, uint64_t bytes);  // at one of the manager's looks
  void run_timer(ManagerTimer timer);

 private:
  ManagedProcess* find_current(uint32_t id);
  ManagedProcess* find_slot(SlotId slot);
  ManagedProcess& add(const AppOptions& app, int instance);
  int free_instance(const AppOptions& app) const;

  void launch(ManagedProcess& process, Done done);
  void conclude_launch(ManagedProcess& process);
  void stop_slot(SlotId slot, Done done);
  void await_death(SlotId slot, const Done& done);
  void look_for_death(SlotId slot, const Done& done, ManagerTimer give_up);
  void set_stopped(ManagedProcess& process);
  void remove_slot(SlotId slot, const Done& done);
  void finish_reload(SlotId outgoing, const Done& done);

  void count_unstable(ManagedProcess& process);
  bool give_up(ManagedProcess& process);
  void plan_restart(ManagedProcess& process, const std::string& why);
  VirtualTime next_backoff(ManagedProcess& process);
  void forget_failures(ManagedProcess& process);

  ManagerTimer after(VirtualTime delay, std::function<void()> then);
  void cancel(ManagerTimer& timer);
  void record(trace::ManagerOp op, const ManagedProcess& process, const std::string& text = "",
              int64_t value = 0);

  ManagerPort& m_port;
  int m_cpus;
  bool m_is_quitting = false;
  uint32_t m_next_id = 0;
  SlotId m_last_slot = 0;
  ManagerTimer m_last_timer = 0;
  std::map<SlotId, std::unique_ptr<ManagedProcess>> m_processes;
  std::map<ManagerTimer, std::function<void()>> m_timers;
};

}  // namespace loopscope::cluster
