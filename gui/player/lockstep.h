#pragma once

#include <span>

#include "gui/player/playback.h"

namespace loopscope::gui {

// Runs moved together: all are at the same time since their programs began.
class Lockstep {
 public:
  using Runs = std::span<Playback* const>;

  // To the next or previous stop in any run, whichever is nearest in time. False: there is none.
  bool step(Runs runs, Stop stop, Direction direction);
  // All to this time, in ns since the programs began.
  void seek(Runs runs, int64_t elapsed_ns);

  bool playing() const { return m_playing; }
  void toggle(Runs runs);
  // Real time passes; `events_per_second` of all together.
  bool advance(Runs runs, double seconds, double events_per_second);

 private:
  bool m_playing = false;
  double m_owed = 0;
};

// Time since the run's program began, at a position.
int64_t elapsed_ns(const Playback& run);

}  // namespace loopscope::gui
