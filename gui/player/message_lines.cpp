#include "gui/player/message_lines.h"

#include <algorithm>
#include <unordered_map>

#include "core/trace/words.h"

namespace loopscope::gui {
namespace {

// Lines whose ends are nearer than this are one.
constexpr double kFoldPx = 4;

}  // namespace

void MessageLines::extend() {
  const auto& trace = m_index.trace();
  for (; m_seen < m_index.size(); ++m_seen) {
    const trace::Event& event = trace.events[m_seen];
    if (!trace::is<trace::PortChange>(event)) continue;
    const auto change = trace::unpack<trace::PortChange>(event);
    if (change.op == trace::PortOp::made && trace.view(change.label).ends_with("(Node's own)"))
      m_internal_ports.insert(change.id);
  }
}

void MessageLines::prepare(const View& view, std::vector<MessageLine>& lines) const {
  lines.clear();
  const auto messages = m_index.messages().messages();
  const auto& events = m_index.trace().events;
  if (messages.empty() || events.empty()) return;
  const Scale scale(view);
  const int64_t end = events.back().time.ns;
  std::unordered_map<uint64_t, size_t> seen;
  for (const trace::MessageLife& message : messages) {
    if (message.sender == message.receiver) continue;
    const int64_t sent = events[message.sent.value].time.ns;
    if (sent > scale.to_end_ns()) break;
    const auto came = message.received ? message.received : message.dropped;
    const int64_t received = came ? events[came->value].time.ns : end;
    if (received < scale.from_ns()) continue;
    const double x0 = scale.x(sent);
    const double x1 = scale.x(received);
    // By where its ends are, to a few pixels, and by its agents.
    const auto cell = [&](double x) {
      return static_cast<uint64_t>(scale.cut(x) / static_cast<float>(kFoldPx) + 8) & 0xffffU;
    };
    const uint64_t key = (cell(x0) << 48U) ^ (cell(x1) << 32U) ^
                         (uint64_t{message.sender.value} << 16U) ^ message.receiver.value;
    const auto [found, fresh] = seen.try_emplace(key, lines.size());
    if (!fresh) {
      MessageLine& line = lines[found->second];
      ++line.count;
      line.internal = line.internal && is_internal(message.port);
      continue;
    }
    lines.push_back({static_cast<float>(std::clamp(x0, -1e5, 1e5)),
                     static_cast<float>(std::clamp(x1, -1e5, 1e5)), message.sender,
                     message.receiver, message.number, 1, !message.received.has_value(),
                     is_internal(message.port)});
  }
}

std::string message_preview(const trace::TimelineIndex& index, const trace::MessageLife& message) {
  const trace::Trace& trace = index.trace();
  const auto move = trace::unpack<trace::MessageMove>(trace.at(message.sent));
  std::string text(trace::first_line(trace.view(move.text)));
  if (move.size > 0)
    text += (text.empty() ? "" : " · ") + trace::size_text(static_cast<int64_t>(move.size), false);
  if (move.transferred > 0) text += " · " + std::to_string(move.transferred) + " transferred";
  return text;
}

}  // namespace loopscope::gui
