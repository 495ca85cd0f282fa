#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace loopscope::gui {

// A place in a source file as a trace writes it: "file:line:column" or "file:line". Lines and
// columns count from 1; column 0 is the line as a whole. The file is a view into the text.
struct Location {
  std::string_view file;
  uint32_t line = 0;
  uint32_t column = 0;
  bool operator==(const Location&) const = default;
};

// Nothing for a text that does not end in a line number.
std::optional<Location> location_from(std::string_view text);

}  // namespace loopscope::gui
