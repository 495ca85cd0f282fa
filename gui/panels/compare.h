#pragma once

#include <array>

#include "gui/panels/app_state.h"
#include "gui/panels/console.h"
#include "gui/panels/event_loop.h"
#include "gui/panels/frame.h"
#include "gui/panels/stacked_runs.h"
#include "gui/panels/timeline.h"

namespace loopscope::gui {

// Runs beside each other at the same moment: two chosen freely, with their loops and consoles, or
// the several of a preset above each other.
class ComparePanel {
 public:
  // Forgets what was derived from the side's session, which is another now.
  void reset(size_t side);
  void reset_preset() { m_stack = {}; }
  void draw_preset(std::span<Frame> frames, const ComparePreset& preset, const Rect& rect) {
    m_stack.draw(frames, preset, rect);
  }
  void draw_side(Frame& frame, const AppState& state, size_t side, const Rect& rect);

 private:
  void draw_choice(Frame& frame, const AppState& state, size_t side, Rect rect);

  StackedRuns m_stack;
  std::array<EventLoopPanel, 2> m_loops;
  std::array<ConsolePanel, 2> m_consoles;
  std::array<TimelinePanel, 2> m_timelines;
};

}  // namespace loopscope::gui
