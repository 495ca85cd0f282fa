#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/cluster/listeners.h"
#include "core/os/files.h"
#include "core/os/network/segment.h"
#include "core/os/signals.h"
#include "core/os/thread_pool.h"
#include "core/sim/epoch.h"
#include "core/workers/ports.h"

namespace loopscope::host {

class Agent;
class Machine;

// What a program sees of the simulated machine, the same in every run.
inline constexpr int kPid = 1000;          // of the first process
inline constexpr uint32_t kUserId = 1000;  // and of its group
inline constexpr const char* kExecPath = "/usr/bin/node";
inline constexpr const char* kHostName = "loopscope";
using sim::kEpochMs;

// Where a standard output of a process goes.
struct StandardOutput {
  enum class Kind : uint8_t { kProgram, kNowhere, kPipe };
  Kind kind = Kind::kProgram;
  os::SocketId pipe = 0;  // the process's end
};

// A process as whoever forks it wants it.
struct ProcessSetup {
  AgentId parent;
  int pid = kPid;
  int parent_pid = kPid - 1;
  std::string script;             // absolute
  std::vector<std::string> args;  // process.argv from index 2
  std::vector<std::string> exec_argv;
  std::vector<std::pair<std::string, std::string>> env;
  std::string folder;                     // it starts in
  workers::PortId channel;                // its end of the channel to its parent, if it has one
  std::array<StandardOutput, 2> outputs;  // of numbers 1 and 2
};

// A process of the simulated machine: what its threads, the main one and workers, have in common.
class Process {
 public:
  Process(Machine& machine, ProcessSetup setup);
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  int pid() const { return m_setup.pid; }
  const ProcessSetup& setup() const { return m_setup; }
  // To be filled in before it begins.
  ProcessSetup& setup() { return m_setup; }
  // The agent that is its main thread.
  AgentId main() const { return m_main; }
  void set_main(AgentId agent) { m_main = agent; }
  os::Files& files() { return m_files; }
  // The pool, with all jobs carried out that are done by `now`.
  os::ThreadPool& thread_pool(VirtualTime now);
  // A variable of the environment has this value: UV_THREADPOOL_SIZE counts before the first job.
  void heed_variable(std::string_view name, const std::string& text);
  uint32_t new_thread_id() { return ++m_last_thread; }
  // The environment its threads share if they ask to (SHARE_ENV); what the first wrote into it.
  std::map<std::string, std::string>& shared_environment() { return m_shared_environment; }

  // What it listens at for the workers of its cluster.
  cluster::Listeners& listeners() { return m_listeners; }

  // Writes to standard output (1) or error (2) from one of its threads.
  void write(Agent& thread, int number, std::string_view bytes);

  // It is a process manager's; 0 bytes: it may take as much memory as it likes.
  void manage(uint64_t max_memory) {
    m_is_managed = true;
    m_max_memory = max_memory;
  }
  bool is_managed() const { return m_is_managed; }
  uint64_t max_memory() const { return m_max_memory; }
  // What a process manager puts before each line it writes; empty: nothing.
  void set_output_label(std::string label) { m_output_label = std::move(label); }

  // Whether its program has a handler for a signal.
  bool handles(int signal) const { return m_handled.test(static_cast<size_t>(signal)); }
  void set_handles(int signal, bool handles) {
    m_handled.set(static_cast<size_t>(signal), handles);
  }
  // The signal that ended it; 0: none.
  int killed_by() const { return m_killed_by; }
  void note_killed(int signal) { m_killed_by = signal; }

 private:
  Machine& m_machine;
  ProcessSetup m_setup;
  AgentId m_main;
  os::Files m_files;
  os::ThreadPool m_thread_pool;
  std::map<std::string, std::string> m_shared_environment;
  uint32_t m_last_thread = 0;
  cluster::Listeners m_listeners;
  bool m_is_managed = false;
  uint64_t m_max_memory = 0;
  std::string m_output_label;
  std::bitset<os::kLastSignal + 1> m_handled;
  int m_killed_by = 0;
};

}  // namespace loopscope::host
