#pragma once

#include <memory>
#include <string>
#include <vector>

#include "gui/panels/lanes.h"
#include "gui/panels/time_window.h"
#include "gui/player/task_search.h"

namespace loopscope::gui {

// Virtual time from left to right: lanes of agents, pool threads and cores, with messages and
// causes as arrows; the whole run as a strip below. Dragging scrubs, the wheel zooms, Shift and the
// wheel (or the right button) moves; over the lanes' names it scrolls.
class TimelinePanel {
 public:
  void draw(Frame& frame, const Rect& rect);
  // How high it would like to be, as far as is known.
  float wanted_height(const Ui& ui) const;
  void focus_search() { m_focus_search = true; }

 private:
  void renew(Frame& frame);
  void draw_head(Frame& frame, Rect rect);
  void draw_search(Frame& frame, const Rect& rect);
  void draw_overview(Frame& frame, const Rect& rect);

  LaneStack m_lanes;
  std::unique_ptr<TaskSearch> m_search;
  const Session* m_session = nullptr;
  TimeWindow m_window;
  std::string m_search_text;
  bool m_focus_search = false;
};

}  // namespace loopscope::gui
