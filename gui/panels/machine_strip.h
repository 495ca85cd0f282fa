#pragma once

#include <memory>
#include <vector>

#include "gui/panels/frame.h"
#include "gui/panels/run_mark.h"
#include "gui/player/machine_tracks.h"

namespace loopscope::gui {

// The machine under a run, over all of its time: the delay of the main loop, how busy each core is,
// the threads of the pool. Cuts what it needs off the bottom of the rectangle.
class MachineStrip {
 public:
  void draw(Frame& frame, Rect& rect);

 private:
  void renew(Frame& frame);
  void draw_delay(Frame& frame, Rect rect);
  void draw_load(Frame& frame, Rect rect, const LoadTrack& track, std::string_view name,
                 bool is_core);
  void draw_now(Frame& frame, const Rect& rect);

  std::unique_ptr<MachineTracks> m_tracks;
  RunMark m_run;
  std::vector<LoadPart> m_parts;
  std::vector<DelayShape> m_shapes;
};

}  // namespace loopscope::gui
