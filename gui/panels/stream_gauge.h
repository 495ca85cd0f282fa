#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/trace/stream_state.h"
#include "gui/panels/frame.h"

namespace loopscope::gui {

// A chunk's block in a gauge.
struct ChunkBlock {
  uint32_t number = 0;
  uint32_t size = 0;
  bool in_work = false;
  Rect rect;
};

struct GaugeLayout {
  float mark_x = 0;                // of the high-water mark
  bool has_mark = true;            // it lies within the gauge
  std::vector<ChunkBlock> blocks;  // from the front, which is at the right
  Rect rest;                       // what is too much to be shown chunk by chunk
  uint64_t rest_count = 0;
};

// A buffer as a tube that data goes through from left to right: what is next to come out is at the
// right, and what is held beyond the high-water mark stands left of its line. `most` is the most it
// holds in the whole run, so that the scale stays.
GaugeLayout lay_out_gauge(const Rect& rect, const trace::StreamBuffer& buffer,
                          std::span<const trace::BufferedChunk> in_work, int64_t most,
                          float narrowest);

// The colour of all chunks of one root.
ImU32 chunk_colour(const Palette& palette, uint32_t root);

}  // namespace loopscope::gui
