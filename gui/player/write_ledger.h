#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "core/trace/trace.h"

namespace loopscope::gui {

// One call of a stream's write(), and what it answered.
struct WriteCall {
  StepIndex step;
  uint32_t chunk = 0;
  uint32_t size = 0;
  int64_t held = 0;  // what the buffer held with this chunk
  int64_t mark = 0;
  bool said_true = false;
  trace::StringId at;  // the line that was told false, where the trace has it
};

// What every write() of a trace answered: true while the buffer with the new chunk in it stays
// below the high-water mark.
class WriteLedger {
 public:
  // Takes in the events that came since the last call.
  void extend(const trace::Trace& trace);

  // The last calls before that position, the oldest first, at most so many.
  std::vector<WriteCall> last(AgentId agent, uint32_t stream, uint64_t position,
                              size_t limit) const;

 private:
  using Key = std::pair<uint16_t, uint32_t>;
  struct Calls {
    int64_t mark = 0;
    std::vector<WriteCall> list;
  };

  std::map<Key, Calls> m_streams;
  uint64_t m_seen = 0;
};

}  // namespace loopscope::gui
