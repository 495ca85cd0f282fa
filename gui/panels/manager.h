#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>

#include "gui/panels/frame.h"
#include "gui/panels/run_mark.h"
#include "gui/player/managed_story.h"

namespace loopscope::gui {

// The process manager as its users know it: the list, monit, the merged logs; and buttons that type
// a command at the moment shown, for which the program runs again.
class ManagerPanel {
 public:
  std::string activity(Frame& frame);
  void draw(Frame& frame, Rect rect);

 private:
  struct Measure;
  static const std::array<Measure, 3> kMeasures;

  void renew(Frame& frame);
  void draw_list(Frame& frame, Rect rect, const std::vector<trace::ManagedState>& rows);
  void draw_row(Frame& frame, Rect rect, const trace::ManagedState& row, size_t part);
  void draw_buttons(Frame& frame, Rect rect, const std::vector<trace::ManagedState>& rows);
  void draw_typed(Frame& frame, Rect rect);
  void draw_monit(Frame& frame, Rect rect);
  void draw_measure(Frame& frame, Rect chart, const Measure& measure);
  void draw_log(Frame& frame, Rect rect, const std::vector<trace::ManagedState>& rows);
  // The application that buttons are for.
  std::string target(Frame& frame, const std::vector<trace::ManagedState>& rows) const;

  std::unique_ptr<ManagedStory> m_story;
  std::optional<uint32_t> m_chosen;  // of the list, by number; none: all
  RunMark m_run;
};

}  // namespace loopscope::gui
