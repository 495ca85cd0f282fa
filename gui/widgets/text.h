#pragma once

#include <string_view>

#include "gui/widgets/ui.h"

namespace loopscope::gui {

// How text that is longer than its room is treated: what a program says (labels, paths) may be any
// length and ends in an ellipsis, or has one in the middle, where its end tells more (a place in a
// file); what the app says must fit.
enum class Fit : uint8_t { kMayCut, kMayCutMiddle, kMustFit };
enum class Align : uint8_t { kLeft, kCenter, kRight };

float text_width(ImFont* font, std::string_view text);

// One line, vertically centred in the rectangle, cut with an ellipsis if it does not fit.
void draw_text(Ui& ui, ImFont* font, const Rect& rect, ImU32 colour, std::string_view text,
               Fit fit = Fit::kMayCut, Align align = Align::kLeft);

// One line at the place, not cut. Returns its width.
float draw_text_at(ImFont* font, ImVec2 position, ImU32 colour, std::string_view text);

// Text broken into lines in the width, at the place. Returns its height.
float draw_paragraph(ImFont* font, ImVec2 position, float width, ImU32 colour,
                     std::string_view text);
float paragraph_height(ImFont* font, float width, std::string_view text);

// The same for a text with names between backticks, which are set in the fixed-width font.
float draw_rich_paragraph(ImFont* font, ImFont* code_font, ImVec2 position, float width,
                          ImU32 colour, ImU32 code_colour, std::string_view text);

// A pill of text that ends at the place. Returns its width.
float draw_badge(Ui& ui, ImVec2 right_center, ImU32 colour, std::string_view text);

}  // namespace loopscope::gui
