#include "gui/theme/palette.h"

#include <algorithm>

namespace loopscope::gui {
namespace {

constexpr ImU32 rgb(uint32_t hex) {
  return IM_COL32((hex >> 16) & 0xff, (hex >> 8) & 0xff, hex & 0xff, 255);
}

Palette dark() {
  Palette p;
  p.background = rgb(0x0d1117);
  p.panel = rgb(0x151b23);
  p.raised = rgb(0x1f2732);
  p.hovered = rgb(0x2a3441);
  p.border = rgb(0x2b3440);
  p.text = rgb(0xe8edf3);
  p.dim = rgb(0xa3afbc);
  p.faint = rgb(0x6b7785);
  p.accent = rgb(0x4f9dff);
  p.on_accent = rgb(0x06111f);
  p.good = rgb(0x56d364);
  p.bad = rgb(0xff7b72);
  p.warning = rgb(0xf2b84b);
  p.current_line = rgb(0x24344d);
  p.queues = {rgb(0x79b8ff), rgb(0xc79bff), rgb(0xff8cc6), rgb(0xf5bd4f),
              rgb(0x9db2c8), rgb(0x45d0c0), rgb(0x86dd6b), rgb(0xc9a98a)};
  p.agents = {rgb(0x79b8ff), rgb(0xffa657), rgb(0x7ee787), rgb(0xd2a8ff), rgb(0xff9bce),
              rgb(0x56d4dd), rgb(0xe3c15a), rgb(0xffa198), rgb(0xa5b8cc)};
  p.syntax = {rgb(0xe8edf3), rgb(0x7d8b99), rgb(0x79b8ff), rgb(0xa5d6a7),
              rgb(0x7ee0d0), rgb(0xffab91), rgb(0xffcb6b), rgb(0xc79bff),
              rgb(0xffab70), rgb(0xe8edf3), rgb(0x82b8ff), rgb(0xffd479),
              rgb(0xc5d3e2), rgb(0x5fd3c4), rgb(0xb8c4d0), rgb(0x9aa7b5)};
  return p;
}

Palette light() {
  Palette p;
  p.dark = false;
  p.background = rgb(0xe9edf2);
  p.panel = rgb(0xffffff);
  p.raised = rgb(0xeff2f6);
  p.hovered = rgb(0xe0e6ee);
  p.border = rgb(0xccd4de);
  p.text = rgb(0x18202b);
  p.dim = rgb(0x4a5666);
  p.faint = rgb(0x7b8796);
  p.accent = rgb(0x0b62d6);
  p.on_accent = rgb(0xffffff);
  p.good = rgb(0x1a7f37);
  p.bad = rgb(0xc3261f);
  p.warning = rgb(0x9a6200);
  p.current_line = rgb(0xdbe9ff);
  p.queues = {rgb(0x1667c9), rgb(0x7a3fd1), rgb(0xbf2f80), rgb(0xa66a00),
              rgb(0x5a6f86), rgb(0x007f78), rgb(0x2f7d1f), rgb(0x8a5f35)};
  p.agents = {rgb(0x1667c9), rgb(0xb3541e), rgb(0x1f7a34), rgb(0x7a3fd1), rgb(0xb02a77),
              rgb(0x0b7285), rgb(0x8a6100), rgb(0xb3362d), rgb(0x55657a)};
  p.syntax = {rgb(0x18202b), rgb(0x6a7686), rgb(0x1667c9), rgb(0x1c7530),
              rgb(0x007f78), rgb(0xb5471f), rgb(0x9a5b00), rgb(0x7a3fd1),
              rgb(0xa84b00), rgb(0x18202b), rgb(0x0b62d6), rgb(0x8a5a00),
              rgb(0x33404f), rgb(0x007f78), rgb(0x42505f), rgb(0x5a6776)};
  return p;
}

Palette high_contrast() {
  Palette p = dark();
  p.background = rgb(0x000000);
  p.panel = rgb(0x000000);
  p.raised = rgb(0x141414);
  p.hovered = rgb(0x333333);
  p.border = rgb(0xb8b8b8);
  p.text = rgb(0xffffff);
  p.dim = rgb(0xe6e6e6);
  p.faint = rgb(0xb8b8b8);
  p.accent = rgb(0xffe14d);
  p.on_accent = rgb(0x000000);
  p.good = rgb(0x6dff7c);
  p.bad = rgb(0xff8a80);
  p.warning = rgb(0xffd54f);
  p.current_line = rgb(0x4a4300);
  return p;
}

// The palette of Okabe and Ito, whose colours stay apart for all common kinds of colour blindness.
void make_colour_blind_safe(Palette& p) {
  const float keep = p.dark ? 1.0F : 0.72F;
  const auto tone = [&](uint32_t hex) { return mixed(rgb(0x000000), rgb(hex), keep); };
  p.queues = {tone(0x56b4e9), tone(0xcc79a7), tone(0xf0e442), tone(0xe69f00),
              tone(0xbbbbbb), tone(0x009e73), tone(0xd55e00), tone(0x999999)};
  p.agents = {tone(0x56b4e9), tone(0xe69f00), tone(0x009e73), tone(0xcc79a7), tone(0xf0e442),
              tone(0xd55e00), tone(0xbbbbbb), tone(0x4f8fd0), tone(0x999999)};
  p.good = tone(0x56b4e9);
  p.bad = tone(0xe66a1f);
  p.warning = tone(0xf0e442);
}

}  // namespace

Palette make_palette(ThemeKind kind, bool colour_blind) {
  Palette palette = kind == ThemeKind::kLight          ? light()
                    : kind == ThemeKind::kHighContrast ? high_contrast()
                                                       : dark();
  if (colour_blind) make_colour_blind_safe(palette);
  return palette;
}

ImU32 faded(ImU32 colour, float opacity) {
  const auto alpha = static_cast<float>((colour >> IM_COL32_A_SHIFT) & 0xff);
  const auto faded_alpha = static_cast<ImU32>(alpha * std::clamp(opacity, 0.0F, 1.0F));
  return (colour & ~IM_COL32_A_MASK) | (faded_alpha << IM_COL32_A_SHIFT);
}

ImU32 mixed(ImU32 from, ImU32 to, float share) {
  const ImVec4 a = ImGui::ColorConvertU32ToFloat4(from);
  const ImVec4 b = ImGui::ColorConvertU32ToFloat4(to);
  const auto mix = [share](float x, float y) { return x + (y - x) * share; };
  return ImGui::ColorConvertFloat4ToU32(
      {mix(a.x, b.x), mix(a.y, b.y), mix(a.z, b.z), mix(a.w, b.w)});
}

}  // namespace loopscope::gui
