#include "gui/player/location.h"

#include <charconv>

namespace loopscope::gui {
namespace {

// Takes ":NUMBER" off the end of the text.
std::optional<uint32_t> take_number(std::string_view& text) {
  const size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  uint32_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data() + colon + 1, end, number);
  if (error != std::errc() || stopped != end) return std::nullopt;
  text = text.substr(0, colon);
  return number;
}

}  // namespace

std::optional<Location> location_from(std::string_view text) {
  const auto last = take_number(text);
  if (!last || text.empty()) return std::nullopt;
  const auto before = take_number(text);
  if (!before) return Location{text, *last, 0};
  if (text.empty()) return std::nullopt;
  return Location{text, *before, *last};
}

}  // namespace loopscope::gui
