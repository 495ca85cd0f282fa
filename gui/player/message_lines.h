#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/trace/timeline_index.h"
#include "gui/player/timeline_scale.h"

namespace loopscope::gui {

// Messages from an agent to another, as a line from when it was sent to when it was received.
struct MessageLine {
  float x0 = 0;
  float x1 = 0;
  AgentId sender;
  AgentId receiver;
  uint32_t number = 0;    // the message; of several: the first
  uint32_t count = 1;     // messages that look the same at this size
  bool pending = false;   // never received: x1 is the end of the run
  bool internal = false;  // Node's own, such as a worker's program and that it is online
};

// All messages of a run, for a view: at the cost of what can be seen of them.
class MessageLines {
 public:
  // The index is not owned, must outlive this, and may grow: see extend.
  explicit MessageLines(const trace::TimelineIndex& index) : m_index(index) { extend(); }
  void extend();

  void prepare(const View& view, std::vector<MessageLine>& lines) const;
  // Whether the port is one that only Node's own code sees.
  bool is_internal(uint32_t port) const { return m_internal_ports.contains(port); }

 private:
  const trace::TimelineIndex& m_index;
  uint64_t m_seen = 0;
  std::set<uint32_t> m_internal_ports;
};

// What a message holds, in short, with how it went: "{ result: 754 } · 48 B".
std::string message_preview(const trace::TimelineIndex& index, const trace::MessageLife& message);

}  // namespace loopscope::gui
