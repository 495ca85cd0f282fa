#include "gui/player/console_rows.h"

#include <algorithm>

namespace loopscope::gui {
namespace {

// The length of a terminal's escape sequence (ECMA-48) at the text's beginning.
size_t escape_length(std::string_view text) {
  if (text.size() < 2 || text[1] != '[') return 1;
  size_t end = 2;
  while (end < text.size() && (text[end] < 0x40 || text[end] > 0x7e)) ++end;
  return std::min(end + 1, text.size());
}

}  // namespace

void ConsoleRows::extend(const trace::Trace& trace, const std::vector<uint32_t>& console_events) {
  for (; m_taken < console_events.size(); ++m_taken) {
    const uint32_t event = console_events[m_taken];
    const auto console = trace::unpack<trace::Console>(trace.events[event]);
    const std::string_view text = trace.view(console.text);
    const bool error = console.stream == trace::Stream::err;
    size_t begin = 0;
    while (begin < text.size()) {
      const size_t end = std::min(text.find('\n', begin), text.size());
      m_rows.push_back(
          {event, static_cast<uint32_t>(begin), static_cast<uint32_t>(end - begin), error});
      begin = end + 1;
    }
  }
}

size_t ConsoleRows::rows_before(uint64_t position) const {
  const auto end = std::partition_point(
      m_rows.begin(), m_rows.end(), [&](const ConsoleRow& row) { return row.event < position; });
  return static_cast<size_t>(end - m_rows.begin());
}

std::string ConsoleRows::text_of(const trace::Trace& trace, const ConsoleRow& row) {
  const auto console = trace::unpack<trace::Console>(trace.events[row.event]);
  std::string_view text = trace.view(console.text).substr(row.begin, row.length);
  std::string shown;
  while (!text.empty()) {
    const size_t plain = std::min(text.find_first_of("\x1b\t\r"), text.size());
    shown += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    if (text.front() == '\t') shown += "    ";
    text.remove_prefix(text.front() == '\x1b' ? escape_length(text) : 1);
  }
  return shown;
}

}  // namespace loopscope::gui
