#pragma once

#include <array>

#include "gui/player/playback.h"

namespace loopscope::gui {

// Two runs moved together: both are at the same time since their programs began.
class Lockstep {
 public:
  using Pair = std::array<Playback*, 2>;

  // To the next or previous stop in either run, whichever is nearer in time. False: there is none.
  bool step(const Pair& runs, Stop stop, Direction direction);
  // Both to this time, in ns since the programs began.
  void seek(const Pair& runs, int64_t elapsed_ns);

  bool playing() const { return m_playing; }
  void toggle(const Pair& runs);
  // Real time passes; `events_per_second` of the two together.
  bool advance(const Pair& runs, double seconds, double events_per_second);

 private:
  bool m_playing = false;
  double m_owed = 0;
};

// Time since the run's program began, at a position.
int64_t elapsed_ns(const Playback& run);

}  // namespace loopscope::gui
