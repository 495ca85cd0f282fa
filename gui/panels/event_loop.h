#pragma once

#include "gui/panels/frame.h"
#include "gui/widgets/card.h"

namespace loopscope::gui {

// What the loop is doing now, in a sentence; and the heading over it.
std::string loop_activity(Frame& frame);
std::string loop_heading(Frame& frame);
// The parts of the head of the middle: the virtual time, taken off the right of the head, and the
// sentence under it.
void draw_clock(Frame& frame, Rect& head);
// The room it needs at least.
float clock_width(const Frame& frame);
void draw_activity(Frame& frame, const Rect& rect, const std::string& text);

// The loop as a ring of its phases with what waits in each, and in the middle what runs now with
// the two queues that are drained after every callback.
class EventLoopPanel {
 public:
  // With its frame and head.
  void draw(Frame& frame, const Rect& rect);
  void draw_ring(Frame& frame, Rect inside);

 private:
  void draw_phase(Frame& frame, const Rect& rect, trace::Phase phase);
  void draw_center(Frame& frame, const Rect& rect);
  void draw_running(Frame& frame, Rect rect);
  void draw_lane(Frame& frame, Rect rect, trace::Queue queue, std::string_view heading);
  void draw_cards_down(Frame& frame, Rect rect, trace::Queue queue);
  void draw_queue_card(Frame& frame, const Rect& rect, trace::TaskIndex task, trace::Queue queue,
                       bool next);

  Motion m_motion;
  Rect m_center;
  uint64_t m_last_position = 0;
  uint32_t m_last_generation = 0;
};

}  // namespace loopscope::gui
