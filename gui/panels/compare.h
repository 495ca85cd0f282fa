#pragma once

#include <array>

#include "gui/panels/app_state.h"
#include "gui/panels/console.h"
#include "gui/panels/event_loop.h"
#include "gui/panels/frame.h"
#include "gui/panels/timeline.h"

namespace loopscope::gui {

// Two runs side by side: what each is, its loop and its console.
class ComparePanel {
 public:
  // Forgets what was derived from the side's session, which is another now.
  void reset(size_t side);
  void draw_side(Frame& frame, const AppState& state, size_t side, const Rect& rect);

 private:
  void draw_choice(Frame& frame, const AppState& state, size_t side, Rect rect);

  std::array<EventLoopPanel, 2> m_loops;
  std::array<ConsolePanel, 2> m_consoles;
  std::array<TimelinePanel, 2> m_timelines;
};

}  // namespace loopscope::gui
