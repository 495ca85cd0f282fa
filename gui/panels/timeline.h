#pragma once

#include <memory>
#include <string>
#include <vector>

#include "gui/panels/frame.h"
#include "gui/player/task_search.h"
#include "gui/player/timeline_model.h"

namespace loopscope::gui {

// Virtual time from left to right: a lane an agent with its tasks as bars, phases under them, marks
// for output and errors, arrows from cause to effect; the whole run as a strip below. Dragging
// scrubs, the wheel zooms, Shift and the wheel (or the right button) moves.
class TimelinePanel {
 public:
  void draw(Frame& frame, const Rect& rect);
  void focus_search() { m_focus_search = true; }

 private:
  void renew(Frame& frame);
  void fit(Frame& frame, float width);
  void follow(Frame& frame, float width);
  void draw_head(Frame& frame, Rect rect);
  void draw_search(Frame& frame, const Rect& rect);
  void draw_axis(Frame& frame, const Rect& rect);
  void draw_lanes(Frame& frame, const Rect& rect);
  void draw_lane(Frame& frame, const Rect& rect, const LaneLayout& lane);
  void draw_marks(Frame& frame, const Rect& rect, const LaneLayout& lane);
  void draw_arrows(Frame& frame, const Rect& rect, float lane_height);
  void draw_overview(Frame& frame, const Rect& rect);
  void draw_playhead(Frame& frame, const Rect& rect);
  void handle_mouse(Frame& frame, const Rect& rect);
  void zoom(double factor, double at_px);
  double x_of(double ns) const { return (ns - m_view.start_ns) / m_view.ns_per_px; }
  double ns_at(double x) const { return m_view.start_ns + x * m_view.ns_per_px; }

  std::unique_ptr<TimelineModel> m_model;
  std::unique_ptr<TaskSearch> m_search;
  uint32_t m_generation = 0;
  const Session* m_session = nullptr;
  View m_view;
  bool m_fitted = true;  // shows the whole run, also as it grows
  std::vector<LaneLayout> m_lanes;
  std::string m_search_text;
  bool m_focus_search = false;
  int64_t m_followed_ns = -1;
};

}  // namespace loopscope::gui
