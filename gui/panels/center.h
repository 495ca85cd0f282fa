#pragma once

#include <vector>

#include "gui/panels/app_state.h"
#include "gui/panels/event_loop.h"
#include "gui/panels/pool.h"
#include "gui/panels/streams.h"
#include "gui/panels/threads.h"

namespace loopscope::gui {

// The middle of the window: the event loop, and where a run has them its streams, the jobs of its
// thread pool, or its threads.
class CenterPanel {
 public:
  void draw(Frame& frame, const AppState& state, const Rect& rect);
  // The scene drawn last.
  Scene scene() const { return m_scene; }

 private:
  std::vector<Scene> scenes_of(Frame& frame);
  std::string activity(Frame& frame);

  EventLoopPanel m_loop;
  StreamsPanel m_streams;
  PoolPanel m_pool;
  ThreadsPanel m_threads;
  Scene m_scene = Scene::kLoop;
  uint32_t m_generation = 0;
  uint64_t m_looked_at = 0;  // events in which jobs and agents were looked for
  bool m_has_jobs = false;
  bool m_has_agents = false;  // others than the main thread
};

}  // namespace loopscope::gui
