#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "gui/panels/commands.h"
#include "gui/player/suiting_scene.h"

namespace loopscope::gui {

// A scene's tab, and the command that shows it.
struct SceneTab {
  Scene scene{};
  CommandId command{};
  std::string_view name;
};

// All, in the order of their tabs.
std::span<const SceneTab> scene_tabs();
// The scene that the command shows, if it is one of these.
std::optional<Scene> scene_of(CommandId command);

}  // namespace loopscope::gui
