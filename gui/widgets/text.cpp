#include "gui/widgets/text.h"

#include <cmath>
#include <utility>
#include <vector>

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

// The longest end of the text that fits into the width.
std::string_view fitting_end(ImFont* font, float width, std::string_view text) {
  constexpr unsigned kMask = 0xC0;
  constexpr unsigned kContinuation = 0x80;  // of a character in UTF-8
  size_t begin = text.size();
  float used = 0;
  for (size_t at = text.size(); at-- > 0;) {
    if ((static_cast<unsigned char>(text[at]) & kMask) == kContinuation) continue;
    used += text_width(font, text.substr(at, begin - at));
    if (used > width) break;
    begin = at;
  }
  while (begin < text.size() && text[begin] == ' ') ++begin;
  return text.substr(begin);
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
  const std::string_view end =
      fit == Fit::kMayCutMiddle ? fitting_end(font, rect.w * 0.4F, text) : std::string_view();
  const std::string_view shown = fitting(font, rect.w - text_width(font, end), text);
  float x = rect.x + draw_text_at(font, {rect.x, y}, colour, shown);
  x += draw_text_at(font, {x, y}, colour, "…");
  draw_text_at(font, {x, y}, colour, end);
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

float draw_rich_paragraph(ImFont* font, ImFont* code_font, ImVec2 position, float width,
                          ImU32 colour, ImU32 code_colour, std::string_view text) {
  const float line_height = std::max(font->FontSize, code_font->FontSize) * 1.22F;
  const float space = text_width(font, " ");
  float x = 0;
  float y = 0;
  bool in_code = false;
  // Words are what stands between blanks; a word may be of several pieces, in code and not.
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    std::vector<std::pair<std::string_view, bool>> pieces;
    float word_width = 0;
    for (std::string_view rest = word; !rest.empty();) {
      const std::string_view piece = rest.substr(0, rest.find('`'));
      if (!piece.empty()) pieces.emplace_back(piece, in_code);
      if (!piece.empty()) word_width += text_width(in_code ? code_font : font, piece);
      if (piece.size() < rest.size()) in_code = !in_code;
      rest.remove_prefix(std::min(piece.size() + 1, rest.size()));
    }
    if (x > 0 && x + word_width > width) {
      x = 0;
      y += line_height;
    }
    for (const auto& [piece, code] : pieces) {
      ImFont* used = code ? code_font : font;
      const float drop = (line_height - used->FontSize) / 2;
      x += draw_text_at(used, {position.x + x, position.y + y + drop}, code ? code_colour : colour,
                        piece);
    }
    x += space;
  }
  return y + line_height;
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
