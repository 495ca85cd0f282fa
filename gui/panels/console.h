#pragma once

#include "gui/panels/frame.h"
#include "gui/player/console_rows.h"

namespace loopscope::gui {

// What the program has printed until now, each line with the task that printed it.
class ConsolePanel {
 public:
  // `alone`: of the one open program, which can be asked what else it could print.
  void draw(Frame& frame, const Rect& rect, bool alone = true);

 private:
  void draw_others(Frame& frame, Rect rect);
  void draw_row(Frame& frame, const Rect& rect, const ConsoleRow& row);

  ConsoleRows m_rows;
  uint32_t m_generation = 0;
  size_t m_rows_shown = 0;
};

}  // namespace loopscope::gui
