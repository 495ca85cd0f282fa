#pragma once

#include <imgui.h>

#include <array>
#include <cstdint>

namespace loopscope::gui {

enum class ThemeKind : uint8_t { kDark, kLight, kHighContrast };
inline constexpr size_t kThemeKinds = 3;

// All colours of the app, by what they mean.
struct Palette {
  bool dark = true;
  ImU32 background = 0;
  ImU32 panel = 0;
  ImU32 raised = 0;  // buttons, cards, fields
  ImU32 hovered = 0;
  ImU32 border = 0;
  ImU32 text = 0;
  ImU32 dim = 0;    // captions
  ImU32 faint = 0;  // line numbers, what is switched off
  ImU32 accent = 0;
  ImU32 on_accent = 0;  // text on the accent colour
  ImU32 good = 0;
  ImU32 bad = 0;
  ImU32 warning = 0;
  ImU32 current_line = 0;
  // By trace::Queue: main, tick, microtask, timers, pending, poll, check, closing.
  std::array<ImU32, 8> queues{};
  // Agents by number: the main thread, then workers in turn.
  std::array<ImU32, 9> agents{};
  // By Style of the code view.
  std::array<ImU32, 16> syntax{};
};

Palette make_palette(ThemeKind kind, bool colour_blind);

// The colour, less opaque.
ImU32 faded(ImU32 colour, float opacity);
// Between the two.
ImU32 mixed(ImU32 from, ImU32 to, float share);

}  // namespace loopscope::gui
