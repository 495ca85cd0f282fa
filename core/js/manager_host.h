#pragma once

#include <jsapi.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/cluster/manager_shell.h"

namespace loopscope::host {

class Agent;

// The process manager of a machine, and how it acts: by functions of its program
// (node/internal/process_manager), which forks and waits as any program does.
class ManagerHost final : public cluster::ManagerPort {
 public:
  explicit ManagerHost(Agent& agent);

  cluster::ProcessManager& manager() { return m_manager; }
  cluster::ManagerShell& shell() { return m_shell; }
  // The object whose methods carry out what is decided.
  void set_hands(JSObject* hands) { m_hands = hands; }
  // A process was seen to take so much memory.
  void note_memory(int pid, uint64_t bytes);
  // Whether one of them threw: its exception is pending.
  bool failed() const { return m_failed; }

  // cluster::ManagerPort
  VirtualTime now() override;
  cluster::Child fork(const cluster::Launch& launch) override;
  void interrupt(int pid) override;
  void kill(int pid) override;
  void set_timer(cluster::ManagerTimer timer, VirtualTime delay) override;
  void clear_timer(cluster::ManagerTimer timer) override;
  void label_output(int pid, const std::string& label) override;
  void log(const std::string& line) override;
  void print(const std::string& line) override;
  void record(trace::ManagerOp op, uint32_t id, const cluster::Child& child, const std::string& app,
              const std::string& text, int64_t value) override;
  std::string find_script(const std::string& script) override;
  std::string shown(const std::string& path) override;
  std::optional<std::string> load(const std::string& file, const std::string& environment,
                                  std::vector<cluster::AppOptions>& apps) override;
  void quit() override;

 private:
  bool call(const char* name, const JS::HandleValueArray& args, JS::MutableHandleValue result);
  void call_with_numbers(const char* name, double first, double second = 0);
  bool texts_value(const std::vector<std::string>& texts, JS::MutableHandleValue value);
  bool read_texts(JS::HandleValue value, std::vector<std::string>& texts);

  Agent& m_agent;
  JS::PersistentRootedObject m_hands;
  std::map<int, cluster::SlotId> m_slots;  // by pid
  bool m_failed = false;
  cluster::ProcessManager m_manager;
  cluster::ManagerShell m_shell;
};

}  // namespace loopscope::host
