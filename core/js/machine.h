#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/js/memory_bound.h"
#include "core/js/process.h"
#include "core/js/program.h"
#include "core/js/shared_memory.h"
#include "core/os/database/sql_locks.h"
#include "core/os/file_tree.h"
#include "core/os/file_watches.h"
#include "core/os/host_folder.h"
#include "core/os/hosts.h"
#include "core/os/network/network.h"
#include "core/sim/scheduler.h"
#include "core/workers/ports.h"
#include "core/workers/wait_list.h"

struct JSRuntime;

namespace loopscope::host {

class Agent;
class Loads;
class OrderedOutput;
class Process;
class Processes;

// What a worker may take, in bytes; 0: as much as the run.
struct WorkerLimits {
  uint64_t heap_bytes = 0;
  uint64_t stack_bytes = 0;
};

// A worker as its parent made it.
struct WorkerSetup {
  AgentId parent;
  uint32_t thread_id = 0;  // worker.threadId
  std::string label;       // its name, or what it runs
  std::string program;     // a file or a text, for the worker to understand
  workers::PortId port;    // its end of the channel on which its parent talks to it
  WorkerLimits limits;
};

// How a worker ended: as its parent is told.
struct WorkerEnd {
  AgentId worker;
  int exit_code = 0;
  bool out_of_memory = false;
  VirtualTime arrives;
  size_t sent = 0;  // where the order is open: its place in the log
};

// Where the order is open: the channel on which a worker's end is told. Those of ports are their
// numbers.
constexpr uint64_t end_channel(AgentId worker) {
  return (1ULL << 32) + worker.value;
}

// The simulated machine a program runs on: what all its processes and agents share. All of it
// belongs to the agent that holds the scheduler's baton.
class Machine final : public sim::SchedulerWatcher {
 public:
  explicit Machine(const ProgramOptions& options);
  ~Machine() override;
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  // Runs the program, and all it starts, to the end. Once only.
  ProgramResult run();

  const ProgramOptions& options() const { return m_options; }
  sim::Scheduler& scheduler() { return m_scheduler; }
  os::FileTree& file_tree() { return m_file_tree; }
  os::Hosts& hosts() { return m_hosts; }
  os::Network& network() { return m_network; }
  MemoryBound& memory_bound() { return m_memory_bound; }
  Processes& processes() { return *m_processes; }
  Loads& loads() { return *m_loads; }
  os::SqlLocks& sql_locks() { return m_sql_locks; }
  OrderedOutput& output() { return *m_output; }
  workers::Ports& ports() { return m_ports; }
  workers::WaitList& wait_list() { return m_wait_list; }
  SharedMemory& shared_memory() { return m_shared_memory; }
  uint32_t new_message() { return ++m_last_message; }
  // The engine's runtime all others are children of: the first agent's. Null before there is one.
  JSRuntime* parent_runtime() const { return m_parent_runtime; }

  // Whether there has been but one agent.
  bool is_single() const { return !m_several; }
  // From now on there will be others: what happens waits for its turn among what they do.
  void become_several();
  // One that lives; null: it has not begun, or has ended.
  Agent* find(AgentId id) const;
  // The agent that holds the baton, once there is one.
  Agent& current() const { return *m_current; }
  void set_current(Agent& agent) { m_current = &agent; }
  // Something is there for it since `at`: its poll is to look.
  void wake(const Agent& agent, VirtualTime at);
  // An agent lives from enter() to leave().
  void enter(Agent& agent);
  void leave(Agent& agent);

  // Starts a worker of the current agent's process. The setup's thread id and port are still to be
  // filled in by `prepare`, which is given the new agent's id.
  AgentId start_worker(WorkerSetup setup,
                       const std::function<void(AgentId, WorkerSetup&)>& prepare);
  // Ends the whole run, with this exit code, because of what the current agent came to.
  void end_run(int exit_code);
  bool run_is_ending() const { return m_run_ending; }
  int forced_exit_code() const { return m_forced_exit_code; }

  // An agent has looked at the network. If it is the only one, nothing has come before that is not
  // recorded.
  void looked_at_network();

  // Something happened to a file that somebody in the process watches.
  void tell_of(const os::FileEvent& event, const Process& process);

  // Closes a port, and ports that wait in it.
  void close_port(workers::PortId port, sim::AgentThread& by, const trace::Stamp& stamp);
  // A message that nobody will receive.
  void discard(const workers::Message& message, workers::PortId port, sim::AgentThread& by,
               const trace::Stamp& stamp);

  // sim::SchedulerWatcher
  void on_settled(VirtualTime time) override;
  void on_core_taken(const sim::AgentThread& agent, VirtualTime waited) override;
  void on_core_left(const sim::AgentThread& agent) override;

 private:
  void set_up_files();
  void run_main(sim::AgentThread& thread);
  void run_worker(sim::AgentThread& thread, Process& process, const WorkerSetup& setup);
  void end_worker(sim::AgentThread& thread, const WorkerSetup& setup, WorkerEnd end);
  void expect_arrival(VirtualTime at);
  void note_request(uint32_t number, os::SocketId connection, VirtualTime at);

  const ProgramOptions& m_options;
  Agent* m_current = nullptr;
  os::HostFolder m_host_folder;
  os::FileTree m_file_tree;
  os::Hosts m_hosts{kHostName};
  os::Network m_network;
  os::SqlLocks m_sql_locks;
  MemoryBound m_memory_bound;
  workers::Ports m_ports;
  workers::WaitList m_wait_list;
  SharedMemory m_shared_memory;
  std::map<AgentId, Agent*> m_agents;
  JSRuntime* m_parent_runtime = nullptr;
  std::unique_ptr<Processes> m_processes;
  std::unique_ptr<OrderedOutput> m_output;
  std::unique_ptr<Loads> m_loads;
  uint32_t m_last_message = 0;
  bool m_several = false;
  bool m_run_ending = false;
  int m_forced_exit_code = 0;
  ProgramResult m_result;
  sim::Scheduler m_scheduler;
};

}  // namespace loopscope::host
