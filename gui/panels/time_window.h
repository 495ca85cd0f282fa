#pragma once

#include <string_view>

#include "gui/panels/frame.h"
#include "gui/player/timeline_scale.h"

namespace loopscope::gui {

// The stretch of virtual time on the screen, in ns since the program began, and how the mouse moves
// it: dragging scrubs, the wheel zooms, Shift and the wheel (or the right button) moves.
class TimeWindow {
 public:
  // What is shown of a run that began at that time.
  View view(double begin_ns) const {
    return {m_view.start_ns + begin_ns, m_view.ns_per_px, m_view.width_px};
  }

  // Shows the whole run, also as it grows, until somebody zooms or moves.
  void show_all() { m_fitted = true; }
  // Once a frame, before anything is drawn: the room there is, and how long the run is.
  void lay_out(float width, double length_ns);
  // Keeps the moment in sight while it moves.
  void follow(int64_t elapsed_ns);
  void center(double elapsed_ns, int64_t now_ns);
  // The region is where the mouse does all that.
  void handle_mouse(Frame& frame, std::string_view name, const Rect& rect);

  double elapsed_at(double x) const { return m_view.start_ns + x * m_view.ns_per_px; }

 private:
  void zoom(double factor, double at_px);
  void move(double by_px);

  View m_view;
  bool m_fitted = true;
  int64_t m_followed_ns = -1;
};

}  // namespace loopscope::gui
