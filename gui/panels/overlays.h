#pragma once

#include <string>

#include "gui/panels/app_state.h"
#include "gui/panels/frame.h"
#include "gui/panels/outcomes.h"

namespace loopscope::gui {

// What lies over the window while it is open. A click beside it, or Escape, closes it.
class Overlays {
 public:
  // `window`: the whole of it. `places`: where controls stood in the last frame, for the tour.
  void draw(Frame& frame, const AppState& state, const Rect& window,
            const std::map<std::string, Rect, std::less<>>& places);

 private:
  void draw_scenarios(Frame& frame, const AppState& state, Rect rect);
  void draw_lesson(Frame& frame, const AppState& state, const lesson::Lesson& lesson, float width);
  void draw_cards(Frame& frame, const AppState& state, float width);
  void draw_settings(Frame& frame, const AppState& state, Rect rect);
  void draw_shortcuts(Frame& frame, Rect rect);
  void draw_open(Frame& frame, Rect rect);
  void draw_tour(Frame& frame, const AppState& state, const Rect& window,
                 const std::map<std::string, Rect, std::less<>>& places);

  OutcomesPanel m_outcomes;
  std::string m_path;
  std::string m_filter;
  int m_frames_to_focus = 0;  // a child window can take the keys only after it was shown
  Overlay m_shown = Overlay::kNone;
};

}  // namespace loopscope::gui
