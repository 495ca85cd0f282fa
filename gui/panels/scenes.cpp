#include "gui/panels/scenes.h"

#include <array>

namespace loopscope::gui {
namespace {

constexpr std::array kTabs = {
    SceneTab{Scene::kLoop, CommandId::kLoopView, "Event loop"},
    SceneTab{Scene::kStreams, CommandId::kStreamsView, "Streams"},
    SceneTab{Scene::kPool, CommandId::kPoolView, "Pool"},
    SceneTab{Scene::kThreads, CommandId::kThreadsView, "Threads"},
    SceneTab{Scene::kCluster, CommandId::kClusterView, "Cluster"},
    SceneTab{Scene::kRequests, CommandId::kRequestsView, "Requests"},
    SceneTab{Scene::kArchitecture, CommandId::kArchitectureView, "Layers"},
    SceneTab{Scene::kManager, CommandId::kManagerView, "PM2"},
};

}  // namespace

std::span<const SceneTab> scene_tabs() {
  return kTabs;
}

std::optional<Scene> scene_of(CommandId command) {
  for (const SceneTab& tab : kTabs)
    if (tab.command == command) return tab.scene;
  return std::nullopt;
}

}  // namespace loopscope::gui
