#include "core/js/processes.h"

#include <utility>

#include "core/js/agent.h"
#include "core/js/describe.h"
#include "core/js/machine.h"
#include "core/js/process_events.h"

namespace loopscope::host {

Process& Processes::add_first() {
  const ProgramOptions& options = m_machine.options();
  ProcessSetup setup;
  setup.script = options.script.string();
  setup.args = options.args;
  setup.env = options.env;
  setup.folder = options.script.parent_path().string();
  return *m_processes.emplace(setup.pid, std::make_unique<Process>(m_machine, std::move(setup)))
              .first->second;
}

Process& Processes::start(ProcessSetup setup) {
  m_machine.become_several();
  Agent& parent = m_machine.current();
  setup.parent = parent.id();
  setup.parent_pid = parent.process().pid();
  setup.pid = m_processes.rbegin()->first + 1;
  const int pid = setup.pid;
  Process& process =
      *m_processes.emplace(pid, std::make_unique<Process>(m_machine, std::move(setup)))
           .first->second;
  process.set_main(m_machine.scheduler().add_agent(
      "process " + std::to_string(pid), parent.thread().now(),
      [this, &process](sim::AgentThread& thread) { run(thread, process); }));
  return process;
}

void Processes::end_first(sim::AgentThread& thread, Process& process, int exit_code) {
  if (m_processes.size() == 1) return;
  end(thread, process, exit_code);
  // One that has not ended may start others.
  for (int pid = process.pid() + 1; m_processes.contains(pid); ++pid)
    thread.outlive(m_processes.at(pid)->main());
}

Process* Processes::find(int pid) const {
  const auto found = m_processes.find(pid);
  return found == m_processes.end() || m_ended.contains(pid) ? nullptr : found->second.get();
}

void Processes::run(sim::AgentThread& thread, Process& process) {
  int exit_code = 0;
  if (!thread.ending()) {
    const auto own_bytes = static_cast<int64_t>(Engine::kThreadStackBytes + Engine::kChildBytes);
    m_machine.memory_bound().widener().widen(own_bytes);
    exit_code = run_agent(thread, process);
    m_machine.memory_bound().widener().widen(-own_bytes);
  } else if (trace::Recorder* recorder = m_machine.options().recorder; recorder != nullptr) {
    recorder->exit({thread.now(), thread.id(), {}}, 0, os::signal_name(process.killed_by()));
  }
  end(thread, process, exit_code);
}

int Processes::run_agent(sim::AgentThread& thread, Process& process) {
  Agent agent(thread, m_machine, nullptr);
  agent.join(process);
  for (const StandardOutput& output : process.setup().outputs)
    if (output.kind == StandardOutput::Kind::kPipe) agent.sockets().stack().take_over(output.pipe);
  if (trace::Recorder* recorder = m_machine.options().recorder; recorder != nullptr)
    recorder->agent({agent.now(), agent.id(), {}}, {trace::AgentOp::online,
                                                    agent.id().value,
                                                    trace::AgentKind::process,
                                                    {},
                                                    {},
                                                    static_cast<uint32_t>(process.pid())});
  return agent.run().exit_code;
}

// Its parent hears of the end of the channel first, as on Linux, where a process's files are closed
// before its parent is told.
void Processes::end(sim::AgentThread& thread, Process& process, int exit_code) {
  m_ended[process.pid()] = true;
  const trace::Stamp stamp{thread.now(), thread.id(), {}};
  for (const workers::PortId port : m_machine.ports().of(thread.id()))
    m_machine.close_port(port, thread, stamp);
  for (const StandardOutput& output : process.setup().outputs)
    if (output.kind == StandardOutput::Kind::kPipe &&
        m_machine.network().unowned().is_open(output.pipe))
      m_machine.network().unowned().close(output.pipe);
  Agent* const parent = m_machine.find(process.setup().parent);
  if (parent == nullptr || parent->id() == thread.id()) return;
  const VirtualTime latency = m_machine.options().costs.message_latency;
  const VirtualTime arrives = thread.now() + latency + latency;
  parent->process_events().note_end({process.pid(), exit_code, process.killed_by(), arrives});
  thread.wake(parent->id(), arrives);
}

bool Processes::signal(int pid, int number, Agent& sender) {
  Process* const process = find(pid);
  if (process == nullptr) return false;
  if (number == 0) return true;
  const trace::Stamp stamp = sender.loop().log().stamp();
  record(trace::SignalOp::sent, stamp, pid, number, running_location(sender.cx()));
  if (process == &sender.process()) {
    take_signal(*process, number, sender.now());
    if (process->killed_by() != 0 && process->main() == sender.id()) sender.end(128 + number);
    return true;
  }
  const VirtualTime arrives = sender.thread().now() + m_machine.options().costs.message_latency;
  m_machine.scheduler().at(arrives, [this, pid, number, arrives] {
    if (Process* const target = find(pid)) take_signal(*target, number, arrives);
  });
  return true;
}

void Processes::take_signal(Process& process, int number, VirtualTime at) {
  Agent* const main = m_machine.find(process.main());
  const trace::Stamp stamp{at, process.main(), {}};
  if (process.handles(number) && main != nullptr) {
    record(trace::SignalOp::caught, stamp, process.pid(), number, "");
    main->process_events().note_signal(number, at);
    m_machine.wake(*main, at);
    return;
  }
  if (os::default_action(number) != os::SignalAction::kEnds || process.killed_by() != 0) return;
  record(trace::SignalOp::ends, stamp, process.pid(), number, "");
  process.note_killed(number);
  m_machine.scheduler().end(process.main(), at);
}

void Processes::record(trace::SignalOp op, const trace::Stamp& stamp, int pid, int number,
                       const std::string& from) {
  trace::Recorder* const recorder = m_machine.options().recorder;
  if (recorder == nullptr) return;
  recorder->signal(stamp, {op, recorder->intern(os::signal_name(number)),
                           static_cast<uint32_t>(pid), recorder->intern(from)});
}

void Processes::end_all(sim::AgentThread& by) {
  for (const auto& [pid, process] : m_processes)
    if (!m_ended.contains(pid) && process->main() != by.id()) by.end(process->main(), by.now());
}

}  // namespace loopscope::host
