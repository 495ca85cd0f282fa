#include "core/js/process_events.h"

#include <type_traits>

#include "core/js/agent.h"
#include "core/js/manager_host.h"

namespace loopscope::host {

using loop::Outcome;
using loop::Queue;

void ProcessEvents::add_child(int pid) {
  m_children[pid] = true;
  m_agent.loop().ref_handle();
}

void ProcessEvents::set_child_refed(int pid, bool refed) {
  const auto found = m_children.find(pid);
  if (found == m_children.end() || found->second == refed) return;
  found->second = refed;
  if (refed)
    m_agent.loop().ref_handle();
  else
    m_agent.loop().unref_handle();
}

void ProcessEvents::note_end(const ProcessEnd& end) {
  m_coming.add(end.arrives, end);
}

void ProcessEvents::note_signal(int number, VirtualTime at) {
  m_coming.add(at, Signal{number});
}

void ProcessEvents::note_memory(int pid, uint64_t bytes, VirtualTime at) {
  m_coming.add(at, MemoryReport{pid, bytes});
}

void ProcessEvents::note_start() {
  if (m_agent.process().max_memory() != 0) m_memory_looks.note_start();
}

void ProcessEvents::note_task_end() {
  VirtualTime next;
  if (m_agent.process().max_memory() != 0 && m_memory_looks.plan(next)) m_coming.add(next, Look{});
}

// The manager is told only of what it would act upon.
void ProcessEvents::look() {
  const Process& process = m_agent.process();
  const uint64_t bytes = m_memory_looks.look();
  Agent* const manager = m_agent.machine().find(process.setup().parent);
  if (bytes <= process.max_memory() || manager == nullptr) return;
  const VirtualTime arrives = m_agent.now() + m_agent.options().costs.message_latency;
  manager->process_events().note_memory(process.pid(), bytes, arrives);
  m_agent.wake(manager->id(), arrives);
}

Outcome ProcessEvents::receive(const loop::Port::RunTask& run) {
  while (const auto entry = m_coming.take_due(m_agent.now())) {
    if (std::holds_alternative<Look>(entry->item)) {
      look();
      continue;
    }
    if (const auto* end = std::get_if<ProcessEnd>(&entry->item)) {
      set_child_refed(end->pid, false);
      m_children.erase(end->pid);
    }
    const loop::Task task = std::visit(
        [this](const auto& event) {
          if constexpr (std::is_same_v<std::decay_t<decltype(event)>, Look>)
            return loop::Task{};
          else
            return task_of(event);
        },
        entry->item);
    if (run(task, Queue::poll) == Outcome::kEnded) return Outcome::kEnded;
  }
  return Outcome::kCompleted;
}

bool ProcessEvents::call(const JS::PersistentRootedObject& hook, const JS::HandleValueArray& args) {
  if (!hook) return true;
  JSContext* const cx = m_agent.cx();
  JS::RootedValue function(cx, JS::ObjectValue(*hook));
  JS::RootedValue ignored(cx);
  return JS::Call(cx, JS::UndefinedHandleValue, function, args, &ignored);
}

loop::Task ProcessEvents::task_of(const ProcessEnd& end) {
  return m_agent.make_io_task({Queue::poll, "process exit", TaskId{}}, nullptr,
                              [this, end](JSContext* cx) {
                                JS::RootedValueArray<3> args(cx);
                                args[0].setInt32(end.pid);
                                args[1].setInt32(end.exit_code);
                                args[2].setInt32(end.signal);
                                return call(m_agent.hooks().child_ended, args);
                              });
}

loop::Task ProcessEvents::task_of(const Signal& signal) {
  return m_agent.make_io_task({Queue::poll, "signal", TaskId{}}, nullptr,
                              [this, signal](JSContext* cx) {
                                JS::RootedValueArray<1> args(cx);
                                args[0].setInt32(signal.number);
                                return call(m_agent.hooks().signal_came, args);
                              });
}

loop::Task ProcessEvents::task_of(const MemoryReport& report) {
  return m_agent.make_io_task({Queue::poll, "memory limit", TaskId{}}, nullptr,
                              [this, report](JSContext*) {
                                ManagerHost& host = m_agent.manager_host();
                                host.note_memory(report.pid, report.bytes);
                                return !host.failed();
                              });
}

}  // namespace loopscope::host
