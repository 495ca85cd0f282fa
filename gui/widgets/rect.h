#pragma once

#include <imgui.h>

#include <algorithm>

namespace loopscope::gui {

// A rectangle on the screen, in pixels, that is cut up into the places of things.
struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  ImVec2 min() const { return {x, y}; }
  ImVec2 max() const { return {x + w, y + h}; }
  ImVec2 center() const { return {x + w / 2, y + h / 2}; }
  ImVec2 size() const { return {std::max(w, 1.0F), std::max(h, 1.0F)}; }

  Rect inset(float by) const { return inset(by, by); }
  Rect inset(float dx, float dy) const {
    return {x + dx, y + dy, std::max(w - 2 * dx, 0.0F), std::max(h - 2 * dy, 0.0F)};
  }

  // Cut a piece off one side, and leave so much room after it.
  Rect take_left(float width, float gap = 0) {
    const Rect piece{x, y, std::min(width, w), h};
    const float gone = std::min(width + gap, w);
    x += gone;
    w -= gone;
    return piece;
  }
  Rect take_right(float width, float gap = 0) {
    const float taken = std::min(width, w);
    const Rect piece{x + w - taken, y, taken, h};
    w -= std::min(width + gap, w);
    return piece;
  }
  Rect take_top(float height, float gap = 0) {
    const Rect piece{x, y, w, std::min(height, h)};
    const float gone = std::min(height + gap, h);
    y += gone;
    h -= gone;
    return piece;
  }
  Rect take_bottom(float height, float gap = 0) {
    const float taken = std::min(height, h);
    const Rect piece{x, y + h - taken, w, taken};
    h -= std::min(height + gap, h);
    return piece;
  }
};

}  // namespace loopscope::gui
