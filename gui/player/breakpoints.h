#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/trace/trace.h"

namespace loopscope::gui {

// Lines at which a run to the next breakpoint stops: where execution comes to the line, and, where
// lines are not recorded, where a task written there starts or something is scheduled there.
class Breakpoints {
 public:
  struct Line {
    std::string file;
    uint32_t number = 0;
    auto operator<=>(const Line&) const = default;
  };

  void toggle(const std::string& file, uint32_t line);
  bool contains(std::string_view file, uint32_t line) const;
  bool empty() const { return m_lines.empty(); }
  const std::set<Line>& lines() const { return m_lines; }

 private:
  std::set<Line> m_lines;
};

// The line an event shows execution at: of a recorded line, of a starting task, of where something
// is scheduled. The empty string if it shows none.
trace::StringId execution_location(const trace::Event& event, trace::StringId task_location);

// Finds, in a trace, events that show execution at one of the lines. Made for one search.
class LineMatcher {
 public:
  LineMatcher(const trace::Trace& trace, const std::set<Breakpoints::Line>& lines);
  bool matches(trace::StringId location) const { return location && m_matches[location.value]; }

 private:
  std::vector<bool> m_matches;  // by string number
};

}  // namespace loopscope::gui
