#pragma once

#include <chrono>
#include <thread>

#include "gui/player/session.h"

namespace loopscope::gui::samples {

// Sessions that run the real simulator, as it was built.
inline Session::Options real_simulator() {
  Session::Options options;
  options.loopscope = std::filesystem::path(LOOPSCOPE_BINARY_DIR) / "bin/loopscope";
  return options;
}

template <typename Step>
bool repeat_until_true(Step step) {
  for (int i = 0; i < 2000; ++i) {
    if (step()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return false;
}

inline bool settle(Session& session) {
  return repeat_until_true([&] {
    session.pump(5);
    return session.run().state() != Run::State::kRunning && !session.recording_lines();
  });
}

}  // namespace loopscope::gui::samples
