#include "core/js/process_events.h"

#include "core/js/agent.h"

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

Outcome ProcessEvents::receive(const loop::Port::RunTask& run) {
  while (const auto entry = m_coming.take_due(m_agent.now())) {
    if (const auto* end = std::get_if<ProcessEnd>(&entry->item)) {
      set_child_refed(end->pid, false);
      m_children.erase(end->pid);
    }
    if (run(task_of(entry->item), Queue::poll) == Outcome::kEnded) return Outcome::kEnded;
  }
  return Outcome::kCompleted;
}

loop::Task ProcessEvents::task_of(const Event& event) {
  const bool is_signal = std::holds_alternative<Signal>(event);
  return m_agent.make_io_task(
      {Queue::poll, is_signal ? "signal" : "process exit", TaskId{}}, nullptr,
      [this, event, is_signal](JSContext* cx) {
        JS::RootedValueArray<3> args(cx);
        if (is_signal) {
          args[0].setInt32(std::get<Signal>(event).number);
        } else {
          const auto& end = std::get<ProcessEnd>(event);
          args[0].setInt32(end.pid);
          args[1].setInt32(end.exit_code);
          args[2].setInt32(end.signal);
        }
        const JS::PersistentRootedObject& hook =
            is_signal ? m_agent.hooks().signal_came : m_agent.hooks().child_ended;
        if (!hook) return true;
        JS::RootedValue function(cx, JS::ObjectValue(*hook));
        JS::RootedValue ignored(cx);
        return JS::Call(cx, JS::UndefinedHandleValue, function, args, &ignored);
      });
}

}  // namespace loopscope::host
