#pragma once

#include <memory>
#include <vector>

#include "gui/panels/frame.h"
#include "gui/panels/lane_rows.h"
#include "gui/panels/run_mark.h"
#include "gui/player/message_lines.h"

namespace loopscope::gui {

// Swim-lanes of a run over a stretch of virtual time: agents with their tasks, phases and blocked
// times, the loop's delay, pool threads, cores, and messages as arrows from lane to lane.
class LaneStack {
 public:
  // Brings what is derived from the session up to date. True if it is another session or run.
  bool renew(Frame& frame);

  const TimelineModel& model() const { return *m_model; }
  const MachineTracks& tracks() const { return *m_tracks; }
  float wanted_height(const Ui& ui) const { return gui::wanted_height(ui, *m_model, *m_tracks); }
  // At the left, for the names of lanes.
  static float gutter(const Ui& ui) { return ui.px(88); }

  // `rect` is without the gutter, which is beside it. `delay_scale_ns`: what the height of a delay
  // lane stands for; 0: the run's longest.
  void draw(Frame& frame, const Rect& rect, const View& view, int64_t delay_scale_ns = 0,
            bool with_cores = true);

  // The longest delay of the main thread's loop.
  int64_t longest_delay() const;

 private:
  void draw_row(Frame& frame, const Rect& rect, const LaneRow& row, const View& view);
  void draw_name(Frame& frame, const Rect& rect, const LaneRow& row);
  void draw_agent(Frame& frame, const Rect& rect, const LaneRow& row, const View& view);
  void draw_bars(Frame& frame, const Rect& rect, const LaneLayout& lane, float y, float bar_h);
  void draw_states(Frame& frame, AgentId agent, const View& view, const Rect& rect, float y,
                   float bar_h);
  void draw_marks(Frame& frame, const Rect& rect, const LaneLayout& lane);
  void draw_delay(Frame& frame, const Rect& rect, const LaneRow& row, const View& view);
  void draw_load(Frame& frame, const Rect& rect, const LaneRow& row, const View& view);
  void draw_causes(Frame& frame, const Rect& rect, const View& view);
  void draw_messages(Frame& frame, const Rect& rect, const View& view);
  void draw_scroll_bar(Frame& frame, const Rect& rect, float height);
  const LaneRow* row_of(AgentId agent) const;
  float bar_top(const Rect& rect, const LaneRow& row) const;

  std::unique_ptr<TimelineModel> m_model;
  std::unique_ptr<MachineTracks> m_tracks;
  std::unique_ptr<MessageLines> m_messages;
  RunMark m_run;
  std::vector<LaneRow> m_rows;
  std::vector<LaneLayout> m_layouts;
  std::vector<LoadPart> m_parts;
  std::vector<DelayShape> m_shapes;
  std::vector<MessageLine> m_lines;
  int64_t m_delay_scale = 1;
  float m_scroll = 0;
};

}  // namespace loopscope::gui
