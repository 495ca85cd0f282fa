#pragma once

#include <vector>

#include "gui/panels/frame.h"

namespace loopscope::gui {

// What the pool is doing now, in a sentence.
std::string pool_activity(Frame& frame);

// The thread pool: what each thread works on, what waits for one, and which callbacks wait for the
// poll phase.
class PoolPanel {
 public:
  void draw(Frame& frame, Rect rect);

 private:
  void draw_thread(Frame& frame, Rect rect, size_t thread, trace::TaskIndex job);
  void draw_list(Frame& frame, Rect rect, std::string_view heading, std::string_view empty,
                 const std::vector<trace::TaskIndex>& jobs);
  void draw_times(Frame& frame, Rect rect, size_t threads);
};

}  // namespace loopscope::gui
