#include "gui/panels/stream_gauge.h"

#include <algorithm>
#include <cmath>

namespace loopscope::gui {
namespace {

constexpr size_t kMostBlocks = 48;
// The mark stands where a buffer filled to it leaves some room to go beyond.
constexpr double kRoomBeyondMark = 1.25;

double scale_of(const trace::StreamBuffer& buffer, int64_t most) {
  const auto mark = static_cast<double>(std::max<int64_t>(buffer.mark, 0));
  return std::max({mark * kRoomBeyondMark, static_cast<double>(most) * 1.05, 1.0});
}

}  // namespace

GaugeLayout lay_out_gauge(const Rect& rect, const trace::StreamBuffer& buffer,
                          std::span<const trace::BufferedChunk> in_work, int64_t most,
                          float narrowest) {
  GaugeLayout layout;
  const double scale = scale_of(buffer, most);
  const auto width_of = [&](double size) { return static_cast<float>(size / scale) * rect.w; };
  const float mark = width_of(static_cast<double>(buffer.mark));
  layout.has_mark = buffer.mark > 0 && mark < rect.w;
  layout.mark_x = rect.right() - mark;
  float right = rect.right();
  const auto add = [&](const trace::BufferedChunk& chunk, bool working) {
    const float width = width_of(chunk.size);
    if (layout.blocks.size() == kMostBlocks || (width < narrowest && layout.blocks.size() > 8))
      return false;
    layout.blocks.push_back(
        {chunk.number, chunk.size, working, {right - width, rect.y, width, rect.h}});
    right -= width;
    return true;
  };
  uint64_t shown = 0;
  bool goes_on = true;
  for (const trace::BufferedChunk& chunk : in_work) {
    goes_on = goes_on && add(chunk, true);
    shown += goes_on ? 1 : 0;
  }
  for (const trace::BufferedChunk& chunk : buffer.waiting) {
    if (!goes_on || !(goes_on = add(chunk, false))) break;
    ++shown;
  }
  layout.rest_count = in_work.size() + buffer.waiting.size() - shown;
  if (layout.rest_count > 0) {
    const float left = std::max(rect.right() - width_of(static_cast<double>(buffer.held)), rect.x);
    layout.rest = {left, rect.y, std::max(right - left, 0.0F), rect.h};
  }
  return layout;
}

ImU32 chunk_colour(const Palette& palette, uint32_t root) {
  // Hues a golden section apart: neighbours differ, and none comes back soon. Red means that
  // something is full or wrong, so no chunk is.
  const float turn = std::fmod(static_cast<float>(root) * 0.618034F + 0.52F, 1.0F);
  const float hue = 0.07F + turn * 0.84F;
  float red = 0;
  float green = 0;
  float blue = 0;
  ImGui::ColorConvertHSVtoRGB(hue, palette.dark ? 0.55F : 0.60F, palette.dark ? 0.90F : 0.78F, red,
                              green, blue);
  return ImGui::ColorConvertFloat4ToU32({red, green, blue, 1});
}

}  // namespace loopscope::gui
