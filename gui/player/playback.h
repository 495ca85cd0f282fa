#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/trace/timeline_index.h"
#include "gui/player/breakpoints.h"
#include "gui/player/recording.h"

namespace loopscope::gui {

enum class Direction : uint8_t { kForward, kBack };

// A position in a recording and the ways to move it. Position p means that the events before p have
// happened. The recording may grow meanwhile.
class Playback {
 public:
  // Not owned.
  explicit Playback(const Recording& recording)
      : m_recording(recording), m_cursor(recording.index()) {}

  uint64_t position() const { return m_cursor.step().value; }
  uint64_t end() const { return m_recording.size(); }
  const trace::State& state() const { return m_cursor.state(); }
  const Recording& recording() const { return m_recording; }
  // Virtual time of the last event that has happened; of the first before that.
  VirtualTime now() const;
  // The event that happened last; none at the beginning.
  const trace::Event* last_event() const;

  void seek(uint64_t position);
  // To the last event at or before that time.
  void seek_time(VirtualTime time);
  // To the nearest stop of that kind; to the very end or beginning if there is none. False if
  // there already.
  bool step(Stop stop, Direction direction);
  // To where execution next comes to one of the lines. False, and no move, if it does not.
  bool run_to_line(const std::set<Breakpoints::Line>& lines, Direction direction);

  bool playing() const { return m_playing; }
  void play();
  void pause() { m_playing = false; }
  // Events a second, on average.
  double speed() const { return m_events_per_second; }
  void set_speed(double events_per_second) { m_events_per_second = events_per_second; }
  // Real time passes. True if the position moved. Stops at breakpoints and at the end; `ended`
  // says that the recording does not grow any more.
  bool advance(double seconds, const Breakpoints& breakpoints, bool ended);

 private:
  const Recording& m_recording;
  trace::Cursor m_cursor;
  bool m_playing = false;
  double m_events_per_second = 4;
  double m_owed = 0;  // fractions of events
};

}  // namespace loopscope::gui
