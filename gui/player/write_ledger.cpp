#include "gui/player/write_ledger.h"

#include <algorithm>

namespace loopscope::gui {

using trace::ChunkMove;
using trace::ChunkOp;
using trace::StreamChange;
using trace::StreamSideMade;

void WriteLedger::extend(const trace::Trace& trace) {
  for (; m_seen < trace.events.size(); ++m_seen) {
    const trace::Event& event = trace.events[m_seen];
    const uint16_t agent = event.agent.value;
    if (trace::is<StreamSideMade>(event)) {
      const auto made = trace::unpack<StreamSideMade>(event);
      if (made.side == trace::StreamSide::writable)
        m_streams[{agent, made.stream}].mark = made.mark;
    } else if (trace::is<ChunkMove>(event)) {
      const auto move = trace::unpack<ChunkMove>(event);
      if (move.op != ChunkOp::write && move.op != ChunkOp::wait) continue;
      Calls& calls = m_streams[{agent, move.stream}];
      calls.list.push_back({StepIndex{m_seen},
                            move.number,
                            move.size,
                            move.held,
                            calls.mark,
                            move.held < calls.mark,
                            {}});
    } else if (trace::is<StreamChange>(event)) {
      const auto change = trace::unpack<StreamChange>(event);
      if (change.op != trace::StreamOp::full) continue;
      auto& list = m_streams[{agent, change.stream}].list;
      if (!list.empty() && !list.back().said_true) list.back().at = change.from;
    }
  }
}

std::vector<WriteCall> WriteLedger::last(AgentId agent, uint32_t stream, uint64_t position,
                                         size_t limit) const {
  const auto found = m_streams.find({agent.value, stream});
  if (found == m_streams.end()) return {};
  const auto& list = found->second.list;
  const auto end = std::ranges::lower_bound(list, position, {},
                                            [](const WriteCall& call) { return call.step.value; });
  const auto count = std::min<size_t>(limit, static_cast<size_t>(end - list.begin()));
  return {end - static_cast<ptrdiff_t>(count), end};
}

}  // namespace loopscope::gui
