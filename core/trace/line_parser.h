#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "core/trace/trace.h"

namespace loopscope::trace {

// Turns single lines of a trace into its header and events. Errors are what was expected, in words;
// "" means none.
class LineParser {
 public:
  // Bytes that must be readable after a line's end.
  static const size_t kPadding;

  LineParser();
  ~LineParser();

  std::string header(std::string_view line, Header& header);
  // Appends the event to the trace.
  std::string event(std::string_view line, Trace& trace);

 private:
  struct Engine;
  std::unique_ptr<Engine> m_engine;
};

}  // namespace loopscope::trace
