#pragma once

#include <span>
#include <vector>

#include "gui/panels/app_state.h"
#include "gui/panels/architecture.h"
#include "gui/panels/cluster.h"
#include "gui/panels/event_loop.h"
#include "gui/panels/manager.h"
#include "gui/panels/pool.h"
#include "gui/panels/requests.h"
#include "gui/panels/scenes.h"
#include "gui/panels/streams.h"
#include "gui/panels/threads.h"

namespace loopscope::gui {

// The middle of the window: the event loop, and where a run has them its streams, the jobs of its
// thread pool, its threads, its processes, its
// requests, its files, its process manager.
class CenterPanel {
 public:
  void draw(Frame& frame, const AppState& state, const Rect& rect);
  // The scene drawn last.
  Scene scene() const { return m_scene; }

 private:
  std::vector<const SceneTab*> tabs_of(Frame& frame);
  void draw_head(Frame& frame, Rect& status, std::span<const SceneTab* const> tabs);
  std::string activity(Frame& frame);

  EventLoopPanel m_loop;
  StreamsPanel m_streams;
  PoolPanel m_pool;
  ThreadsPanel m_threads;
  ClusterPanel m_cluster;
  RequestsPanel m_requests;
  ArchitecturePanel m_architecture;
  ManagerPanel m_manager;
  Scene m_scene = Scene::kLoop;
  uint32_t m_generation = 0;
  uint64_t m_looked_at = 0;  // events in m_contents
  RunContents m_contents;
};

}  // namespace loopscope::gui
