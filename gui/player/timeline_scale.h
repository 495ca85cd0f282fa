#pragma once

#include <algorithm>
#include <cstdint>

#include "gui/player/timeline_track.h"

namespace loopscope::gui {

// The part of virtual time that is on the screen.
struct View {
  double start_ns = 0;
  double ns_per_px = 1;
  float width_px = 0;
};

// A view with sane numbers, and the way from time to pixels.
class Scale {
 public:
  // Beyond the edges by this much, coordinates are cut off: far zoomed in they would be no floats.
  static constexpr double kMarginPx = 10;

  explicit Scale(const View& view)
      : m_start(view.start_ns),
        m_ns_per_px(view.ns_per_px > 0 ? std::clamp(view.ns_per_px, 1e-6, 1e15) : 1),
        m_width(std::max(0.0F, view.width_px)) {}

  double fold_ns() const { return m_ns_per_px * kFoldPx; }
  int64_t from_ns() const { return to_ns(m_start - m_ns_per_px * kMarginPx); }
  int64_t to_end_ns() const { return to_ns(m_start + m_ns_per_px * (m_width + kMarginPx)); }
  double x(int64_t ns) const { return (static_cast<double>(ns) - m_start) / m_ns_per_px; }
  int64_t ns(double x) const { return to_ns(m_start + x * m_ns_per_px); }
  float cut(double x) const {
    return static_cast<float>(std::clamp(x, -kMarginPx, m_width + kMarginPx));
  }
  bool is_beside(double x0, double x1) const {
    return std::max(x0, x1) < -kMarginPx || std::min(x0, x1) > m_width + kMarginPx;
  }

 private:
  // Narrower than this is folded with what is beside it.
  static constexpr double kFoldPx = 3;

  double m_start;
  double m_ns_per_px;
  double m_width;
};

// Calls emit(first, end, x0, x1) for what is shown of a track. Something very short takes up to two
// pixels, at the cost of what follows it; as there are at most two such things in three pixels, it
// never adds up.
template <typename Emit>
void place(const Track& track, const Scale& scale, int64_t now, Emit emit) {
  // So wide is at least what is shown, and so wide once something before it took of its place.
  constexpr double kLeastPx = 2;
  constexpr double kSqueezedPx = 1;
  double taken = -2 * Scale::kMarginPx;
  const Track::Window window{scale.from_ns(), scale.to_end_ns(), scale.fold_ns(), now};
  track.for_each_group(window, [&](size_t first, size_t end) {
    const double begin = scale.x(track.begin_of(first));
    const double x0 = std::max(begin, taken);
    const double x1 =
        std::max({scale.x(track.end_of(end - 1, now)), begin + kLeastPx, x0 + kSqueezedPx});
    taken = x1;
    if (!scale.is_beside(x0, x1)) emit(first, end, scale.cut(x0), scale.cut(x1));
  });
}

}  // namespace loopscope::gui
