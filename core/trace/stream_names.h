#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "core/trace/trace.h"

namespace loopscope::trace {

// What people are shown a stream as: what it reads or writes ("data.csv"), else the variable it was
// put in ("slow"), else its class; with a number if there are several of the same ("Transform 2").
class StreamNames {
 public:
  // Takes in the events that came since the last call.
  void extend(const Trace& trace);

  // "(not a stream)" for 0 and what the trace never introduced.
  std::string_view of(AgentId agent, uint32_t stream) const;

 private:
  using Key = std::pair<uint16_t, uint32_t>;
  void name(Key key, std::string_view text);

  std::map<Key, std::string> m_names;
  std::map<std::pair<uint16_t, std::string>, uint32_t> m_taken;
  uint64_t m_seen = 0;
};

}  // namespace loopscope::trace
