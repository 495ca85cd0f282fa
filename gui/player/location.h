#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace loopscope::gui {

// A place in a source file as a trace writes it, "file:line:column". Lines and columns count
// from 1. The file is a view into the text it was read from.
struct Location {
  std::string_view file;
  uint32_t line = 0;
  uint32_t column = 0;
  bool operator==(const Location&) const = default;
};

// Nothing for an empty text and for one that ends in no line and column.
std::optional<Location> location_from(std::string_view text);

}  // namespace loopscope::gui
