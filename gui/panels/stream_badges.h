#pragma once

#include <string_view>
#include <vector>

#include "core/trace/stream_state.h"
#include "gui/theme/palette.h"

namespace loopscope::gui {

// A word or two about a stream's state, and what they mean.
struct StreamBadge {
  std::string_view text;
  ImU32 colour = 0;
  std::string_view hint;
};

// The most telling first.
std::vector<StreamBadge> badges_of(const Palette& palette, const trace::StreamState& state);

// write() said false, 'drain' has not come, and somebody may still wait for it.
bool needs_drain(const trace::StreamState& state);

}  // namespace loopscope::gui
