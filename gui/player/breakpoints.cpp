#include "gui/player/breakpoints.h"

#include "gui/player/location.h"

namespace loopscope::gui {

void Breakpoints::toggle(const std::string& file, uint32_t line) {
  if (m_lines.erase({file, line}) == 0) m_lines.insert({file, line});
}

bool Breakpoints::contains(std::string_view file, uint32_t line) const {
  return m_lines.contains({std::string(file), line});
}

trace::StringId execution_location(const trace::Event& event, trace::StringId task_location) {
  if (trace::is<trace::Line>(event)) return trace::unpack<trace::Line>(event).location;
  if (trace::is<trace::Enqueue>(event)) return trace::unpack<trace::Enqueue>(event).from;
  if (trace::is<trace::Start>(event)) return task_location;
  return {};
}

LineMatcher::LineMatcher(const trace::Trace& trace, const std::set<Breakpoints::Line>& lines)
    : m_matches(trace.strings.size()) {
  for (uint32_t id = 0; id < m_matches.size(); ++id) {
    const auto location = location_from(trace.strings.view({id}));
    m_matches[id] = location && lines.contains({std::string(location->file), location->line});
  }
}

}  // namespace loopscope::gui
