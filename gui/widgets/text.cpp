#include "gui/widgets/text.h"

#include <cmath>

namespace loopscope::gui {
namespace {

const char* end_of(std::string_view text) {
  return text.data() + text.size();
}

// As much of the text as fits into the width together with an ellipsis.
std::string_view fitting(ImFont* font, float width, std::string_view text) {
  const float room = width - text_width(font, "…");
  const char* stopped = nullptr;
  font->CalcTextSizeA(font->FontSize, std::max(room, 0.0F), 0.0F, text.data(), end_of(text),
                      &stopped);
  size_t size = static_cast<size_t>(stopped - text.data());
  while (size > 0 && text[size - 1] == ' ') --size;
  return text.substr(0, size);
}

}  // namespace

float text_width(ImFont* font, std::string_view text) {
  if (text.empty()) return 0;
  return font->CalcTextSizeA(font->FontSize, 1e9F, 0, text.data(), end_of(text)).x;
}

float draw_text_at(ImFont* font, ImVec2 position, ImU32 colour, std::string_view text) {
  if (text.empty()) return 0;
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize,
                                      {std::round(position.x), std::round(position.y)}, colour,
                                      text.data(), end_of(text));
  return text_width(font, text);
}

void draw_text(Ui& ui, ImFont* font, const Rect& rect, ImU32 colour, std::string_view text, Fit fit,
               Align align) {
  if (text.empty() || rect.w <= 0) return;
  const float y = rect.y + (rect.h - font->FontSize) / 2;
  const float width = text_width(font, text);
  if (width <= rect.w + 0.5F) {
    const float spare = rect.w - width;
    const float shift = align == Align::kLeft ? 0 : align == Align::kRight ? spare : spare / 2;
    draw_text_at(font, {rect.x + shift, y}, colour, text);
    return;
  }
  if (fit == Fit::kMustFit) ui.note_cut_text(text);
  const std::string_view shown = fitting(font, rect.w, text);
  const float x = rect.x + draw_text_at(font, {rect.x, y}, colour, shown);
  draw_text_at(font, {x, y}, colour, "…");
}

float paragraph_height(ImFont* font, float width, std::string_view text) {
  if (text.empty()) return 0;
  return font->CalcTextSizeA(font->FontSize, 1e9F, width, text.data(), end_of(text)).y;
}

float draw_paragraph(ImFont* font, ImVec2 position, float width, ImU32 colour,
                     std::string_view text) {
  if (text.empty()) return 0;
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize,
                                      {std::round(position.x), std::round(position.y)}, colour,
                                      text.data(), end_of(text), width);
  return paragraph_height(font, width, text);
}

float draw_badge(Ui& ui, ImVec2 right_center, ImU32 colour, std::string_view text) {
  ImFont* font = ui.fonts().small;
  const float height = font->FontSize + ui.px(4);
  const float width = std::max(text_width(font, text) + ui.px(12), height);
  const Rect pill{right_center.x - width, right_center.y - height / 2, width, height};
  ImGui::GetWindowDrawList()->AddRectFilled(pill.min(), pill.max(), faded(colour, 0.2F),
                                            height / 2);
  draw_text(ui, font, pill, colour, text, Fit::kMustFit, Align::kCenter);
  return width;
}

}  // namespace loopscope::gui
