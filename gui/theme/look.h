#pragma once

#include <imgui.h>

#include <string>

#include "gui/theme/palette.h"

namespace loopscope::gui {

// The fonts by role. The atlas owns them.
struct Fonts {
  ImFont* body = nullptr;
  ImFont* bold = nullptr;
  ImFont* small = nullptr;
  ImFont* title = nullptr;
  ImFont* mono = nullptr;
  ImFont* mono_bold = nullptr;
  ImFont* mono_small = nullptr;
};

// Loads the fonts into the current context's atlas, replacing what is there, in pixels for that
// scale. Empty, or which font file is missing: its role then has ImGui's own font.
std::string load_fonts(Fonts& fonts, float scale);

// What everything is drawn with.
struct Look {
  Palette palette;
  Fonts fonts;
  float scale = 1;  // pixels of a unit: 1 on an ordinary monitor with ordinary font size

  float px(float units) const { return units * scale; }
  bool animated = true;
};

// Colours and sizes of ImGui's own widgets after the look.
void apply_style(const Look& look);

}  // namespace loopscope::gui
