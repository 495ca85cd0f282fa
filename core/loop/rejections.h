#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/loop/fifo.h"
#include "core/loop/port.h"

namespace loopscope::loop {

// Which rejected promises nobody handles, and what is still to be reported of them.
// Source: Node's lib/internal/process/promises.js as observed: reports come after the tick and job
// queues are empty, in the order of rejection, all in one batch; a promise handled before its
// report is never reported; one handled after it is reported as handled late.
class Rejections {
 public:
  explicit Rejections(Port& port) : m_port(port) {}

  // A promise was rejected with no handler; `slot` is the host's reference to it.
  void rejected(uint32_t slot);
  // A handler was added to a promise that was rejected without one. Returns true if the tracker
  // keeps the slot for a later report; false if it is no longer needed and the host may release it.
  bool handled(uint32_t slot);

  bool anything_to_report() const { return m_to_report != 0 || !m_late.empty(); }
  // Reports what is due. Returns kCompleted if anything was reported (which may have queued ticks
  // or jobs), nullopt if there was nothing, else how a report ended the drain.
  std::optional<Outcome> report();

 private:
  enum class State : uint8_t { kPending, kReported };

  Port& m_port;
  Fifo<uint32_t> m_pending;
  Fifo<uint32_t> m_late;
  size_t m_to_report = 0;  // entries of m_pending still in state kPending
  std::unordered_map<uint32_t, State> m_states;
};

}  // namespace loopscope::loop
