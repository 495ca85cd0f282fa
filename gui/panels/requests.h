#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "gui/panels/frame.h"
#include "gui/panels/load_table.h"
#include "gui/panels/run_mark.h"
#include "gui/player/request_parts.h"
#include "gui/player/timeline_scale.h"

namespace loopscope::gui {

// All requests as a waterfall: what each does with its time, and how it ends; who sends them and
// how long they take.
class RequestsPanel {
 public:
  std::string activity(Frame& frame);
  void draw(Frame& frame, Rect rect);

 private:
  void renew(Frame& frame);
  void draw_over_time(Frame& frame, Rect rect);
  void draw_rows(Frame& frame, Rect rect);
  void draw_row(Frame& frame, Rect rect, const trace::RequestLife& request, const View& view);
  View view_of(Frame& frame, std::span<const trace::RequestLife> rows, float width) const;
  void draw_bar(Frame& frame, const Rect& rect, const trace::RequestLife& request,
                const View& view);
  void draw_tasks(Frame& frame, Rect rect, const trace::RequestLife& request);
  void draw_legend(Frame& frame, Rect rect);
  void count_over_time(Frame& frame, size_t bars);

  std::unique_ptr<RequestParts> m_parts;
  LoadTable m_loads;
  // How many ended in each part of the run's time.
  std::vector<uint32_t> m_answered;
  std::vector<uint32_t> m_failed;
  uint64_t m_counted = 0;  // events
  uint32_t m_shown = 0;    // of this frame: the request that is shown
  uint32_t m_scrolled_to = 0;
  RunMark m_run;
};

}  // namespace loopscope::gui
