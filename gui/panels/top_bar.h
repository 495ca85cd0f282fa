#pragma once

#include "gui/panels/app_state.h"
#include "gui/panels/frame.h"

namespace loopscope::gui {

// Name, scenario, modes, settings, help.
void draw_top_bar(Frame& frame, const AppState& state, const Rect& rect);

// What went wrong with the run, or that it waits for more time: a strip under the top bar. Its
// height; 0 if there is nothing to say.
float notice_height(const Frame& frame, const AppState& state);
void draw_notice(Frame& frame, const AppState& state, const Rect& rect);

}  // namespace loopscope::gui
