#pragma once

#include "gui/widgets/ui.h"

namespace loopscope::gui {

enum class Icon : uint8_t {
  kPlay,
  kPause,
  kToStart,
  kToEnd,
  kBack,
  kForward,
  kMenu,
  kSettings,
  kHelp,
  kClose,
  kCheck,
  kCross,
  kGrip,
  kSearch,
  kPencil,
  kFolder,
  kReload,
  kUp,
  kDown,
};

// Drawn, not a font: the app needs only these.
void draw_icon(Icon icon, ImVec2 center, float size, ImU32 colour);

}  // namespace loopscope::gui
