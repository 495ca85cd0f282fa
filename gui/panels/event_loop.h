#pragma once

#include "gui/panels/frame.h"
#include "gui/widgets/card.h"

namespace loopscope::gui {

// The loop as a ring of its phases with what waits in each, and in the middle what runs now with
// the two queues that are drained after every callback.
class EventLoopPanel {
 public:
  void draw(Frame& frame, const Rect& rect);

 private:
  void draw_status(Frame& frame, const Rect& rect);
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
