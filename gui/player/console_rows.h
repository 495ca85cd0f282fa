#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/trace/trace.h"

namespace loopscope::gui {

// One line a program printed, or a part of one if it was written in pieces.
struct ConsoleRow {
  uint32_t event = 0;  // the console event it is from
  uint32_t begin = 0;  // where in the event's text
  uint32_t length = 0;
  bool error = false;
};

// Everything a program printed, line by line, as it comes.
class ConsoleRows {
 public:
  // Takes in the console events that came since, given all of them.
  void extend(const trace::Trace& trace, const std::vector<uint32_t>& console_events);

  const std::vector<ConsoleRow>& rows() const { return m_rows; }
  // So many rows are of events before the position.
  size_t rows_before(uint64_t position) const;
  // The row's text as it can be shown: without escape sequences.
  static std::string text_of(const trace::Trace& trace, const ConsoleRow& row);

 private:
  std::vector<ConsoleRow> m_rows;
  size_t m_taken = 0;
};

}  // namespace loopscope::gui
