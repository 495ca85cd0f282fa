#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/trace/latency_histogram.h"
#include "gui/panels/frame.h"
#include "gui/panels/run_mark.h"

namespace loopscope::gui {

// Who sends requests, and how they fare by the moment shown.
struct LoadRow {
  uint32_t id = 0;   // of the load generator; 0: programs
  std::string name;  // "clients"
  std::string text;  // what it does, as declared
  uint64_t sent = 0;
  uint64_t answered = 0;
  uint64_t failed = 0;
  trace::LatencyHistogram latency;
};

// The load generators of a run with their percentiles; programs that send requests are one of them.
class LoadTable {
 public:
  // Brings the rows up to date with the position.
  const std::vector<LoadRow>& rows(Frame& frame);

  float height(const Ui& ui, size_t rows) const;
  // One of the rows can be chosen: whose latencies are drawn.
  void draw(Frame& frame, Rect rect);
  const LoadRow* chosen() const;

  // How many took how long, with the percentiles marked.
  void draw_histogram(Frame& frame, Rect rect) const;

 private:
  void draw_row(Frame& frame, Rect rect, const LoadRow& row, bool is_chosen);

  std::vector<LoadRow> m_rows;
  uint32_t m_chosen = 0;                                   // by id
  std::optional<std::pair<uint64_t, uint64_t>> m_made_at;  // position, size of the trace
  RunMark m_run;
};

}  // namespace loopscope::gui
