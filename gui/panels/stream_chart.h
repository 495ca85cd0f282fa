#pragma once

#include "gui/panels/frame.h"
#include "gui/player/curves.h"

namespace loopscope::gui {

// What streams hold and hand on, and what memory the program uses, over the whole run.
class StreamChart {
 public:
  // What one side of a stream holds, with its high-water mark and the moment shown: small, in its
  // node.
  void draw_held(Frame& frame, const Rect& rect, uint32_t stream, bool readable,
                 const trace::SideHistory& side, ImU32 colour);

  // Under the graph: of the selected stream what it holds and how much comes through; else the
  // memory. A click goes to that time.
  void draw(Frame& frame, Rect rect);

 private:
  void draw_stream(Frame& frame, Rect rect, uint32_t stream);
  void draw_memory(Frame& frame, Rect rect);
  void draw_plot(Frame& frame, const Rect& rect, const std::vector<int64_t>& values, int64_t most,
                 ImU32 colour, bool filled);
  void draw_now(Frame& frame, const Rect& rect);

  CurveCache m_curves;
};

}  // namespace loopscope::gui
