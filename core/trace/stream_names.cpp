#include "core/trace/stream_names.h"

namespace loopscope::trace {

void StreamNames::extend(const Trace& trace) {
  for (; m_seen < trace.events.size(); ++m_seen) {
    const Event& event = trace.events[m_seen];
    if (is<StreamMade>(event)) {
      const auto made = unpack<StreamMade>(event);
      name({event.agent.value, made.id}, trace.view(made.name ? made.name : made.label));
    } else if (is<StreamChange>(event)) {
      const auto change = unpack<StreamChange>(event);
      if (change.op == StreamOp::named)
        name({event.agent.value, change.stream}, trace.view(change.text));
    }
  }
}

void StreamNames::name(Key key, std::string_view text) {
  const uint32_t count = ++m_taken[{key.first, std::string(text)}];
  m_names[key] = count == 1 ? std::string(text) : std::string(text) + " " + std::to_string(count);
}

std::string_view StreamNames::of(AgentId agent, uint32_t stream) const {
  const auto found = m_names.find({agent.value, stream});
  return found == m_names.end() ? std::string_view("(not a stream)") : found->second;
}

}  // namespace loopscope::trace
