#include "gui/theme/look.h"

#include <cmath>
#include <filesystem>

namespace loopscope::gui {
namespace {

constexpr const char* kInter = "/usr/share/fonts/opentype/inter/Inter-Regular.otf";
constexpr const char* kInterBold = "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf";
constexpr const char* kMono = "/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf";
constexpr const char* kMonoBold = "/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Bold.ttf";

// Latin with its extensions, Greek, Cyrillic, punctuation, arrows, mathematics, box drawing: what
// programs print. The rest is shown as a replacement character.
constexpr ImWchar kMonoRanges[] = {0x0020, 0x024f, 0x0370, 0x03ff, 0x0400, 0x045f, 0x2010,
                                   0x205e, 0x20a0, 0x20bf, 0x2190, 0x21ff, 0x2200, 0x22ff,
                                   0x2500, 0x25ff, 0x2713, 0x2717, 0xfffd, 0xfffd, 0};
constexpr ImWchar kTextRanges[] = {0x0020, 0x024f, 0x0370, 0x03ff, 0x2010, 0x205e, 0x2190, 0x21ff,
                                   0x2260, 0x2265, 0x2713, 0x2717, 0xfffd, 0xfffd, 0};

ImFont* load(const char* file, float size, const ImWchar* ranges, std::string& problem) {
  ImGuiIO& io = ImGui::GetIO();
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    problem = std::string(file) + ": font not found";
    ImFontConfig config;
    config.SizePixels = size;
    return io.Fonts->AddFontDefault(&config);
  }
  ImFontConfig config;
  config.OversampleH = 2;
  config.OversampleV = 1;
  return io.Fonts->AddFontFromFileTTF(file, size, &config, ranges);
}

}  // namespace

std::string load_fonts(Fonts& fonts, float scale) {
  ImGui::GetIO().Fonts->Clear();
  std::string problem;
  const auto px = [scale](float size) { return std::round(size * scale); };
  fonts.body = load(kInter, px(17), kTextRanges, problem);
  fonts.bold = load(kInterBold, px(17), kTextRanges, problem);
  fonts.small = load(kInter, px(15), kTextRanges, problem);
  fonts.title = load(kInterBold, px(23), kTextRanges, problem);
  fonts.mono = load(kMono, px(17), kMonoRanges, problem);
  fonts.mono_bold = load(kMonoBold, px(17), kMonoRanges, problem);
  fonts.mono_small = load(kMono, px(15), kMonoRanges, problem);
  return problem;
}

void apply_style(const Look& look) {
  ImGuiStyle style;
  style.ScaleAllSizes(look.scale);
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.PopupBorderSize = 1;
  style.FrameRounding = look.px(6);
  style.PopupRounding = look.px(8);
  style.ChildRounding = look.px(8);
  style.GrabRounding = look.px(6);
  style.ScrollbarSize = look.px(11);
  style.ScrollbarRounding = look.px(6);
  style.FramePadding = {look.px(8), look.px(5)};
  style.ItemSpacing = {look.px(8), look.px(6)};
  const Palette& p = look.palette;
  const auto set = [&](ImGuiCol slot, ImU32 colour) {
    style.Colors[slot] = ImGui::ColorConvertU32ToFloat4(colour);
  };
  set(ImGuiCol_Text, p.text);
  set(ImGuiCol_TextDisabled, p.faint);
  set(ImGuiCol_WindowBg, p.background);
  set(ImGuiCol_ChildBg, IM_COL32_BLACK_TRANS);
  set(ImGuiCol_PopupBg, p.panel);
  set(ImGuiCol_Border, p.border);
  set(ImGuiCol_FrameBg, p.raised);
  set(ImGuiCol_FrameBgHovered, p.hovered);
  set(ImGuiCol_FrameBgActive, p.hovered);
  set(ImGuiCol_Button, p.raised);
  set(ImGuiCol_ButtonHovered, p.hovered);
  set(ImGuiCol_ButtonActive, p.border);
  set(ImGuiCol_Header, p.hovered);
  set(ImGuiCol_HeaderHovered, p.hovered);
  set(ImGuiCol_HeaderActive, p.border);
  set(ImGuiCol_CheckMark, p.accent);
  set(ImGuiCol_SliderGrab, p.accent);
  set(ImGuiCol_SliderGrabActive, p.accent);
  set(ImGuiCol_ScrollbarBg, IM_COL32_BLACK_TRANS);
  set(ImGuiCol_ScrollbarGrab, p.border);
  set(ImGuiCol_ScrollbarGrabHovered, p.faint);
  set(ImGuiCol_ScrollbarGrabActive, p.dim);
  set(ImGuiCol_Separator, p.border);
  set(ImGuiCol_TextSelectedBg, faded(p.accent, 0.35F));
  set(ImGuiCol_ModalWindowDimBg, IM_COL32(0, 0, 0, 140));
  ImGui::GetStyle() = style;
}

}  // namespace loopscope::gui
