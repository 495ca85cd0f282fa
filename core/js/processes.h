#pragma once

#include <map>
#include <memory>

#include "core/js/process.h"
#include "core/sim/scheduler.h"
#include "core/trace/recorder.h"

namespace loopscope::host {

// How a process ended: as its parent is told.
struct ProcessEnd {
  int pid = 0;
  int exit_code = 0;
  int signal = 0;  // that ended it; 0: none
  VirtualTime arrives;
};

// The processes of a machine, and the signals they send each other.
class Processes {
 public:
  explicit Processes(Machine& machine) : m_machine(machine) {}
  Processes(const Processes&) = delete;
  Processes& operator=(const Processes&) = delete;

  // The one that a run begins with.
  Process& add_first();
  // It has ended. Its engine's runtime is the parent of all others: those end before it goes.
  void end_first(sim::AgentThread& thread, Process& process, int exit_code);
  // Starts one for the current agent, whose pid it fills in.
  Process& start(ProcessSetup setup);
  // One that has not ended; null: there is none.
  Process* find(int pid) const;

  // Sends a signal from an agent at its time; 0 only asks whether there is such a process. False:
  // there is none (ESRCH).
  bool signal(int pid, int number, Agent& sender);

  // Ends them all, with all their threads.
  void end_all(sim::AgentThread& by);

 private:
  void run(sim::AgentThread& thread, Process& process);
  int run_agent(sim::AgentThread& thread, Process& process);
  void end(sim::AgentThread& thread, Process& process, int exit_code);
  void take_signal(Process& process, int number, VirtualTime at);
  void record(trace::SignalOp op, const trace::Stamp& stamp, int pid, int number,
              const std::string& from);

  Machine& m_machine;
  std::map<int, std::unique_ptr<Process>> m_processes;  // by pid
  std::map<int, bool> m_ended;
};

}  // namespace loopscope::host
