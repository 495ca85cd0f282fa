#pragma once

#include <cstdint>
#include <vector>

#include "core/trace/stream_history.h"

namespace loopscope::gui {

// Where a stream stands in the picture of all: data goes from column to column, to the right.
struct StreamPlace {
  uint32_t stream = 0;
  uint32_t column = 0;
  uint32_t row = 0;
};

struct StreamLayout {
  std::vector<StreamPlace> places;  // in the order in which they were made
  uint32_t columns = 0;
  uint32_t rows = 0;

  const StreamPlace* find(uint32_t stream) const;
};

// The picture of one agent's streams. What is connected stands together; a stream that several are
// fed by stands right of all of them.
StreamLayout lay_out_streams(const trace::StreamTable& table, AgentId agent);

}  // namespace loopscope::gui
