#pragma once

#include "gui/panels/frame.h"
#include "gui/player/request_parts.h"

namespace loopscope::gui {

// The request that is shown: the selected one, else that of the running task, else the last one
// that was handled. 0: none.
uint32_t shown_request(Frame& frame);

// "GET /users/1 → 200", as far as it is at the position.
std::string request_text(const Frame& frame, const trace::RequestLife& request);

// The colour of what became of a request.
ImU32 fate_colour(const Palette& palette, RequestFate fate);

// Requests around the one shown, in a row; a click goes to where one is handled.
void draw_request_chips(Frame& frame, Rect rect, const RequestParts& parts, uint32_t shown);

}  // namespace loopscope::gui
