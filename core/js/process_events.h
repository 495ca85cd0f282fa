#pragma once

#include <jsapi.h>

#include <cstdint>
#include <map>
#include <optional>
#include <variant>

#include "core/js/memory_looks.h"
#include "core/js/processes.h"
#include "core/loop/port.h"
#include "core/sim/agenda.h"

namespace loopscope::host {

class Agent;

// What the machine tells a process's main thread: that a child has ended, that a signal has come.
// Source: libuv, which looks at signals last in a turn of poll.
class ProcessEvents {
 public:
  explicit ProcessEvents(Agent& agent) : m_agent(agent), m_memory_looks(agent) {}

  // A child was started, which keeps the loop alive while it is refed.
  void add_child(int pid);
  void set_child_refed(int pid, bool refed);
  // It has ended. Called by that one.
  void note_end(const ProcessEnd& end);
  // A signal that the program has a handler for.
  void note_signal(int number, VirtualTime at);
  // A child that is to be looked at takes so much memory. Called by that one.
  void note_memory(int pid, uint64_t bytes, VirtualTime at);

  // The process itself: its first line comes next, a task of its main thread has ended.
  void note_start();
  void note_task_end();

  std::optional<VirtualTime> next_arrival() const { return m_coming.next_due(); }
  loop::Outcome receive(const loop::Port::RunTask& run);

 private:
  struct Signal {
    int number = 0;
  };
  // The manager looks at this process's memory.
  struct Look {};
  struct MemoryReport {
    int pid = 0;
    uint64_t bytes = 0;
  };
  using Event = std::variant<ProcessEnd, Signal, Look, MemoryReport>;

  loop::Task task_of(const ProcessEnd& end);
  loop::Task task_of(const Signal& signal);
  loop::Task task_of(const MemoryReport& report);
  bool call(const JS::PersistentRootedObject& hook, const JS::HandleValueArray& args);
  void look();

  Agent& m_agent;
  std::map<int, bool> m_children;  // that have not ended, by pid: whether they are refed
  MemoryLooks m_memory_looks;
  sim::Agenda<Event> m_coming;
};

}  // namespace loopscope::host
