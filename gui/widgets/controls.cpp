#include "gui/widgets/controls.h"

#include <algorithm>
#include <string>

namespace loopscope::gui {

Interaction region(Ui& ui, std::string_view name, const Rect& rect, bool enabled) {
  ui.place(name, rect);
  ImGui::SetCursorScreenPos(rect.min());
  const std::string id(name);
  Interaction result;
  ImGui::InvisibleButton(id.c_str(), rect.size());
  if (!enabled) return result;
  result.clicked = ImGui::IsItemClicked();
  result.hovered = ImGui::IsItemHovered();
  result.held = ImGui::IsItemActive();
  result.double_clicked = result.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
  return result;
}

void tooltip(Ui& ui, std::string_view text, std::string_view keys) {
  if (!text.empty() && ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled))
    show_tooltip(ui, text, keys);
}

void show_tooltip(Ui& ui, std::string_view text, std::string_view keys) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(10), ui.px(7)});
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(ui.px(360));
  ImGui::PushFont(ui.fonts().small);
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  if (!keys.empty()) {
    ImGui::PushStyleColor(ImGuiCol_Text, ui.palette().dim);
    ImGui::TextUnformatted(keys.data(), keys.data() + keys.size());
    ImGui::PopStyleColor();
  }
  ImGui::PopFont();
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
  ImGui::PopStyleVar();
}

float button_width(const Ui& ui, std::string_view text) {
  return text_width(ui.fonts().bold, text) + ui.px(28);
}

namespace {

void draw_button_back(Ui& ui, const Rect& rect, ButtonStyle style, const Interaction& state,
                      bool enabled) {
  const Palette& p = ui.palette();
  ImU32 fill = style == ButtonStyle::kPrimary ? p.accent : p.raised;
  if (style == ButtonStyle::kQuiet) fill = IM_COL32_BLACK_TRANS;
  if (state.hovered)
    fill = style == ButtonStyle::kPrimary ? mixed(p.accent, p.text, 0.15F) : p.hovered;
  if (!enabled && style == ButtonStyle::kPrimary) fill = p.raised;
  ImGui::GetWindowDrawList()->AddRectFilled(rect.min(), rect.max(), fill, ui.px(6));
  if (style == ButtonStyle::kPlain)
    ImGui::GetWindowDrawList()->AddRect(rect.min(), rect.max(), p.border, ui.px(6));
}

}  // namespace

bool button(Ui& ui, std::string_view name, const Rect& rect, std::string_view text,
            ButtonStyle style, bool enabled) {
  const Interaction state = region(ui, name, rect, enabled);
  draw_button_back(ui, rect, style, state, enabled);
  const ImU32 colour = !enabled                         ? ui.palette().faint
                       : style == ButtonStyle::kPrimary ? ui.palette().on_accent
                                                        : ui.palette().text;
  draw_text(ui, ui.fonts().bold, rect.inset(ui.px(4), 0), colour, text, Fit::kMustFit,
            Align::kCenter);
  return state.clicked;
}

bool icon_button(Ui& ui, std::string_view name, const Rect& rect, Icon icon, std::string_view hint,
                 std::string_view keys, bool enabled, ButtonStyle style) {
  const Interaction state = region(ui, name, rect, enabled);
  tooltip(ui, hint, keys);
  draw_button_back(ui, rect, style, state, enabled);
  const ImU32 colour = !enabled                         ? faded(ui.palette().faint, 0.6F)
                       : style == ButtonStyle::kPrimary ? ui.palette().on_accent
                                                        : ui.palette().text;
  draw_icon(icon, rect.center(), std::min(rect.w, rect.h) * 0.46F, colour);
  return state.clicked;
}

std::optional<size_t> segments(Ui& ui, std::string_view name, const Rect& rect,
                               std::span<const std::string_view> texts, size_t chosen) {
  std::optional<size_t> clicked;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(rect.min(), rect.max(), ui.palette().raised, ui.px(7));
  Rect rest = rect.inset(ui.px(2));
  // Equal parts, unless a text would not fit into its one: then each has the room it needs, and
  // they share what is left.
  const float equal = rest.w / static_cast<float>(texts.size());
  float widest = 0;
  float all = 0;
  for (const std::string_view text : texts) {
    const float width = text_width(ui.fonts().bold, text);
    widest = std::max(widest, width);
    all += width;
  }
  const float spare = (rest.w - all) / static_cast<float>(texts.size());
  for (size_t i = 0; i < texts.size(); ++i) {
    const float own = text_width(ui.fonts().bold, texts[i]) + spare;
    const Rect part = rest.take_left(widest + ui.px(4) <= equal ? equal : own);
    const Interaction state = region(ui, std::string(name) + "." + std::string(texts[i]), part);
    if (i == chosen)
      list->AddRectFilled(part.min(), part.max(), ui.palette().accent, ui.px(6));
    else if (state.hovered)
      list->AddRectFilled(part.min(), part.max(), ui.palette().hovered, ui.px(6));
    draw_text(ui, ui.fonts().bold, part, i == chosen ? ui.palette().on_accent : ui.palette().dim,
              texts[i], Fit::kMustFit, Align::kCenter);
    if (state.clicked && i != chosen) clicked = i;
  }
  return clicked;
}

std::optional<size_t> dropdown(Ui& ui, std::string_view name, const Rect& rect,
                               std::span<const std::string_view> texts, size_t chosen) {
  const Interaction state = region(ui, name, rect);
  const std::string popup = std::string(name) + ".list";
  draw_button_back(ui, rect, ButtonStyle::kPlain, state, true);
  Rect inside = rect.inset(ui.px(10), 0);
  const Rect arrow = inside.take_right(ui.px(14), ui.px(4));
  draw_icon(Icon::kDown, arrow.center(), ui.px(11), ui.palette().dim);
  draw_text(ui, ui.fonts().body, inside, ui.palette().text,
            chosen < texts.size() ? texts[chosen] : std::string_view());
  if (state.clicked) ImGui::OpenPopup(popup.c_str());
  std::optional<size_t> result;
  ImGui::SetNextWindowPos({rect.x, rect.bottom() + ui.px(3)});
  ImGui::SetNextWindowSizeConstraints({rect.w, 0}, {ui.px(520), ui.px(420)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(8), ui.px(8)});
  if (ImGui::BeginPopup(popup.c_str())) {
    for (size_t i = 0; i < texts.size(); ++i) {
      const std::string item(texts[i]);
      if (ImGui::Selectable((item + "##" + std::to_string(i)).c_str(), i == chosen)) result = i;
      const ImVec2 from = ImGui::GetItemRectMin();
      const ImVec2 to = ImGui::GetItemRectMax();
      ui.place(std::string(name) + "." + item, {from.x, from.y, to.x - from.x, to.y - from.y});
    }
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
  return result;
}

Rect panel(Ui& ui, std::string_view name, const Rect& rect, std::string_view heading) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(rect.min(), rect.max(), ui.palette().panel, ui.px(8));
  list->AddRect(rect.min(), rect.max(), ui.palette().border, ui.px(8));
  ui.place(std::string("panel.") + std::string(name), rect);
  Rect inside = rect.inset(ui.px(12), ui.px(8));
  if (heading.empty()) return inside;
  const Rect head = inside.take_top(ui.px(22), ui.px(4));
  draw_text(ui, ui.fonts().bold, head, ui.palette().dim, heading, Fit::kMustFit);
  return inside;
}

bool begin_scroll(std::string_view name, const Rect& rect, ImGuiWindowFlags flags) {
  ImGui::SetCursorScreenPos(rect.min());
  return ImGui::BeginChild(std::string(name).c_str(), rect.size(), false, flags);
}

void end_scroll() {
  ImGui::EndChild();
}

}  // namespace loopscope::gui
