#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/trace/types.h"
#include "core/trace/vocabulary.h"

namespace loopscope::host {

// Everything a run read off its machine that is measured, in order: virtual time and memory. A
// second run of the same program that is given the same readings does the same at the same times,
// whatever it costs: so lines can be recorded, for which the engine works otherwise and the meter
// counts otherwise.
class Readings {
 public:
  // The first run's: remembers the value. The second's: gives what was read at this place instead.
  int64_t observe(int64_t value) {
    if (!m_replaying) {
      m_values.push_back(value);
      return value;
    }
    if (m_next < m_values.size()) return m_values[m_next++];
    return m_values.empty() ? value : m_values.back();
  }
  // The same for a moment of virtual time.
  VirtualTime observe_time(VirtualTime now) {
    m_last_time = {observe(now.ns)};
    return m_last_time;
  }
  // The moment last read.
  VirtualTime last_time() const { return m_last_time; }

  // The meter ended the first run here, by this limit.
  struct Ending {
    trace::Limit limit{};
    std::string text;
    size_t after_readings = 0;
  };
  void end_here(trace::Limit limit, std::string text) {
    m_ending = Ending{limit, std::move(text), m_values.size()};
  }
  // How the first run was ended, once the second has come to its last stretch.
  const Ending* ending() const {
    return m_replaying && m_ending && m_next >= m_ending->after_readings ? &*m_ending : nullptr;
  }
  // The moment at which it was ended; only with an ending.
  VirtualTime ending_time() const { return {m_values[m_ending->after_readings]}; }

  // The program filled its stack: the Debugger's hooks on leaving a frame then bring the engine
  // down (they run while the stack is still full).
  void note_full_stack() { m_stack_was_full = true; }
  bool stack_was_full() const { return m_stack_was_full; }

  // The program has several agents: what they do to each other depends on more than readings.
  void note_several_agents() { m_several_agents = true; }
  bool several_agents() const { return m_several_agents; }

  // From now on the second run's.
  void replay() {
    m_replaying = true;
    m_next = 0;
  }
  bool replaying() const { return m_replaying; }

 private:
  std::vector<int64_t> m_values;
  size_t m_next = 0;
  VirtualTime m_last_time;
  bool m_replaying = false;
  bool m_stack_was_full = false;
  bool m_several_agents = false;
  std::optional<Ending> m_ending;
};

}  // namespace loopscope::host
