#pragma once

#include "core/trace/timeline_index.h"

namespace loopscope::gui {

// What the middle of the window can show of a run.
enum class Scene : uint8_t {
  kLoop,
  kStreams,
  kPool,
  kThreads,
  kCluster,
  kRequests,
  kArchitecture,
  kManager
};

// What a run has besides its loop, as far as its events tell.
struct RunContents {
  bool jobs = false;       // of the thread pool
  bool agents = false;     // others than the main thread
  bool processes = false;  // among them
  bool managed = false;    // by a process manager
  size_t files = 0;        // of the program
  bool layered = false;    // they are in layers

  void take_in(const trace::Event& event);
};

// What a run is about: a process manager, then processes, then layers, then several agents, then
// pipes, then requests, then a thread pool with more jobs than threads, then streams, else the
// loop.
Scene suiting_scene(const trace::TimelineIndex& index, const RunContents& contents);

}  // namespace loopscope::gui
