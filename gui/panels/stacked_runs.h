#pragma once

#include <array>
#include <span>
#include <vector>

#include "gui/panels/frame.h"
#include "gui/panels/lanes.h"
#include "gui/panels/load_table.h"
#include "gui/panels/time_window.h"
#include "gui/player/compare_preset.h"

namespace loopscope::gui {

// Several runs above each other over one axis of time, at the same moment: what each is, how long
// its loop kept others waiting or, if it has visitors from outside, how long these waited, what it
// printed, and its lanes.
class StackedRuns {
 public:
  // A frame for each run, in the preset's order.
  void draw(std::span<Frame> frames, const ComparePreset& preset, Rect rect);

 private:
  void draw_row(Frame& frame, size_t row, const CompareRun& run, Rect rect, const View& view,
                int64_t delay_scale_ns);
  void draw_verdict(Frame& frame, size_t row, const ComparePreset& preset, Rect rect);
  void draw_delay(Frame& frame, size_t row, Rect& rect);
  void draw_service(Frame& frame, size_t row, const LoadRow& load, Rect& rect);
  void draw_output(Frame& frame, const Rect& rect);

  std::vector<LaneStack> m_lanes;
  std::vector<LoadTable> m_loads;
  TimeWindow m_window;
};

}  // namespace loopscope::gui
