#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <variant>

#include "core/js/processes.h"
#include "core/loop/port.h"
#include "core/sim/agenda.h"

namespace loopscope::host {

class Agent;

// What the machine tells a process's main thread: that a child has ended, that a signal has come.
// Source: libuv, which looks at signals last in a turn of poll.
class ProcessEvents {
 public:
  explicit ProcessEvents(Agent& agent) : m_agent(agent) {}

  // A child was started, which keeps the loop alive while it is refed.
  void add_child(int pid);
  void set_child_refed(int pid, bool refed);
  // It has ended. Called by that one.
  void note_end(const ProcessEnd& end);
  // A signal that the program has a handler for.
  void note_signal(int number, VirtualTime at);

  std::optional<VirtualTime> next_arrival() const { return m_coming.next_due(); }
  loop::Outcome receive(const loop::Port::RunTask& run);

 private:
  struct Signal {
    int number = 0;
  };
  using Event = std::variant<ProcessEnd, Signal>;

  loop::Task task_of(const Event& event);

  Agent& m_agent;
  std::map<int, bool> m_children;  // that have not ended, by pid: whether they are refed
  sim::Agenda<Event> m_coming;
};

}  // namespace loopscope::host
