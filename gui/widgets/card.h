#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "gui/widgets/ui.h"

namespace loopscope::gui {

// A task as it waits in a queue.
struct Card {
  std::string_view name;
  std::string note;  // at the right: when it is due, where it is written
  ImU32 colour = 0;  // its queue's
  bool selected = false;
  bool next = false;  // the first to go
};

void draw_card(Ui& ui, const Rect& rect, const Card& card, bool hovered);

// Lets things that are drawn at a new place move there. A thing is known by a number; those not
// asked for in a frame are forgotten.
class Motion {
 public:
  // Where to draw the thing now that belongs at the target. What is new comes from `origin`.
  Rect place(Ui& ui, uint64_t thing, const Rect& target, const Rect& origin);
  // To be called once a frame, after all. `jump`: what changed did so by a leap, nothing moves.
  void end_frame(float seconds, bool jump);

 private:
  struct Body {
    Rect rect;
    bool seen = true;
  };
  std::unordered_map<uint64_t, Body> m_bodies;
  float m_share = 1;  // of the way to go in this frame
};

}  // namespace loopscope::gui
