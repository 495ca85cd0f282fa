#pragma once

#include <optional>
#include <unordered_map>

#include "gui/panels/frame.h"
#include "gui/panels/stream_chart.h"
#include "gui/panels/stream_gauge.h"
#include "gui/player/stream_layout.h"
#include "gui/player/write_ledger.h"
#include "gui/widgets/card.h"

namespace loopscope::gui {

// All streams as a graph that data goes through from left to right, with the chunks in their
// buffers, and under it what is held over time.
class StreamsPanel {
 public:
  void draw(Frame& frame, Rect rect);
  // What the streams are doing now, in a sentence or two.
  std::string activity(Frame& frame);

 private:
  // What the layout is of.
  struct LaidOut {
    uint32_t generation = 0;
    AgentId agent;
    size_t things = 0;  // streams and links
    bool operator==(const LaidOut&) const = default;
  };
  struct Geometry {
    Rect area;
    float width = 0;  // of a node
    float height = 0;
    float gap_x = 0;
    float gap_y = 0;
  };

  void update_layout(Frame& frame);
  Rect node_rect(const Geometry& geometry, const StreamPlace& place) const;
  void draw_links(Frame& frame, const Geometry& geometry);
  void draw_link(Frame& frame, const trace::StreamLink& link, const Rect& from, const Rect& to);
  void draw_node(Frame& frame, const Rect& rect, uint32_t stream, const trace::StreamState& state);
  void draw_unborn(Frame& frame, const Rect& rect, uint32_t stream);
  void draw_head(Frame& frame, Rect& inside, uint32_t stream, const trace::StreamState& state,
                 bool compact);
  void draw_badges(Frame& frame, Rect row, const trace::StreamState& state);
  void draw_side(Frame& frame, Rect inside, uint32_t stream, const trace::StreamState& state,
                 bool readable);
  void draw_mark_label(Frame& frame, const Rect& rect, const GaugeLayout& gauge);
  void draw_blocks(Frame& frame, uint32_t stream, const GaugeLayout& gauge, bool readable);
  void end_motion(Frame& frame);

  StreamLayout m_layout;
  std::optional<LaidOut> m_laid_out;
  StreamChart m_chart;
  WriteLedger m_writes;
  uint32_t m_told_of = 0;  // the generation the ledger is of
  Motion m_motion;
  // Where each chunk, and what each root became, was drawn in the last frame.
  std::unordered_map<uint32_t, Rect> m_chunks;
  std::unordered_map<uint32_t, Rect> m_roots;
  std::unordered_map<uint32_t, Rect> m_new_chunks;
  std::unordered_map<uint32_t, Rect> m_new_roots;
  uint64_t m_last_position = 0;
  uint32_t m_last_generation = 0;
};

}  // namespace loopscope::gui
