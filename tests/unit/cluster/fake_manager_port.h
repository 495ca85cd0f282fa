#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/cluster/manager_shell.h"

namespace loopscope::cluster {

// A machine of which nothing is simulated but a clock: notes what it is told to do. Processes get
// the numbers 1001, 1002 …, and do what a test says.
class FakeManagerPort final : public ManagerPort {
 public:
  VirtualTime now() override { return m_now; }
  Child fork(const Launch& launch) override {
    const int pid = 1001 + static_cast<int>(slots.size());
    slots.push_back(launch.slot);
    environments.push_back(launch.env);
    return {pid, static_cast<uint32_t>(slots.size())};
  }
  void interrupt(int pid) override { interrupted.push_back(pid); }
  void kill(int pid) override { killed.push_back(pid); }
  void set_timer(ManagerTimer timer, VirtualTime delay) override {
    m_timers[timer] = m_now + delay;
  }
  void clear_timer(ManagerTimer timer) override { m_timers.erase(timer); }
  void label_output(int pid, const std::string& label) override { labels[pid] = label; }
  void log(const std::string& line) override { logged.push_back(line); }
  void print(const std::string& line) override { printed.push_back(line); }
  void record(trace::ManagerOp op, uint32_t id, const Child&, const std::string&,
              const std::string&, int64_t) override {
    recorded.push_back(std::string(trace::name(op)) + " " + std::to_string(id));
  }
  std::string find_script(const std::string& script) override {
    return script.ends_with(".js") ? "/app/" + script : "";
  }
  std::string shown(const std::string& path) override { return path; }
  std::optional<std::string> load(const std::string&, const std::string&,
                                  std::vector<AppOptions>& apps) override {
    apps = listed;
    return std::nullopt;
  }
  void quit() override { has_quit = true; }

  // Lets time pass, and the timers that are due meanwhile tell the manager.
  void pass(ProcessManager& manager, int64_t ms) {
    const VirtualTime end = m_now + VirtualTime::from_ms(ms);
    for (;;) {
      auto first = m_timers.end();
      for (auto timer = m_timers.begin(); timer != m_timers.end(); ++timer)
        if (timer->second <= end && (first == m_timers.end() || timer->second < first->second))
          first = timer;
      if (first == m_timers.end()) break;
      m_now = first->second;
      const ManagerTimer timer = first->first;
      m_timers.erase(first);
      manager.run_timer(timer);
    }
    m_now = end;
  }
  SlotId last_slot() const { return slots.back(); }
  size_t forks() const { return slots.size(); }

  std::vector<SlotId> slots;  // of what was forked
  std::vector<std::vector<std::pair<std::string, std::string>>> environments;
  std::vector<int> interrupted;
  std::vector<int> killed;
  std::map<int, std::string> labels;  // by pid
  std::vector<std::string> logged;
  std::vector<std::string> printed;
  std::vector<std::string> recorded;
  std::vector<AppOptions> listed;
  bool has_quit = false;

 private:
  VirtualTime m_now;
  std::map<ManagerTimer, VirtualTime> m_timers;
};

}  // namespace loopscope::cluster
