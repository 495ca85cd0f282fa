#include "gui/panels/frame.h"

#include <array>
#include <cstdio>

#include "gui/player/location.h"

namespace loopscope::gui {

std::string short_place(Frame& frame, std::string_view location) {
  const auto place = location_from(location);
  if (!place) return {};
  const std::string number = std::to_string(place->line);
  if (place->file == frame.session.sources().main_file()) return "line " + number;
  const size_t slash = place->file.rfind('/');
  return std::string(place->file.substr(slash == std::string_view::npos ? 0 : slash + 1)) + ":" +
         number;
}

VirtualTime Frame::now() const {
  const auto& events = trace().events;
  if (!elapsed_ns || events.empty()) return session.playback().now();
  return {events.front().time.ns + *elapsed_ns};
}

std::string agent_name(const Frame& frame, AgentId agent) {
  return frame.index().agent_names().of(agent);
}

std::string moment_text(const Frame& frame, VirtualTime time) {
  // The machine is switched on before the program begins; that time is of no interest.
  const auto& events = frame.trace().events;
  const int64_t ns = events.empty() ? 0 : time.ns - events.front().time.ns;
  std::array<char, 48> text{};
  const auto value = static_cast<double>(ns);
  if (ns < 10'000'000'000)
    std::snprintf(text.data(), text.size(), "%.3f ms", value / 1e6);
  else
    std::snprintf(text.data(), text.size(), "%.3f s", value / 1e9);
  return text.data();
}

}  // namespace loopscope::gui
