#include "gui/panels/code.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "gui/player/location.h"
#include "gui/widgets/code_view.h"
#include "gui/widgets/controls.h"

namespace loopscope::gui {
namespace {

constexpr double kDebounceSeconds = 0.35;

// The line that scheduled what runs, or would be selected.
std::string_view cause_location(Frame& frame) {
  trace::TaskIndex task = frame.session.selected_task;
  if (!task) task = frame.session.execution().task;
  if (!task) return {};
  return frame.trace().view(frame.index().tasks().at(task).from);
}

}  // namespace

std::optional<std::pair<std::string, uint32_t>> CodePanel::clicked_line() const {
  if (m_clicked_line == 0) return std::nullopt;
  return std::pair(m_file, m_clicked_line);
}

// Brings the file and the line of execution into view when execution moves.
void CodePanel::follow(Frame& frame) {
  if (m_session != &frame.session) {
    m_session = &frame.session;
    m_files = {frame.session.sources().main_file()};
    m_file = m_files.front();
    m_followed.clear();
    m_editing = false;
    m_clicked_line = 0;
  }
  const std::string_view location = frame.session.execution().location;
  if (location == m_followed || location.empty()) return;
  m_followed = location;
  const auto place = location_from(location);
  if (!place || frame.session.sources().find(place->file) == nullptr) return;
  m_file = place->file;
  if (std::find(m_files.begin(), m_files.end(), m_file) == m_files.end()) m_files.push_back(m_file);
  m_scroll_to = place->line;
}

void CodePanel::draw(Frame& frame, const Rect& rect) {
  follow(frame);
  Rect inside = panel(frame.ui, "code", rect, "");
  begin_scroll("code.content", rect,
               ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  draw_head(frame, inside.take_top(frame.ui.px(28), frame.ui.px(6)));
  if (m_editing) {
    draw_editor(frame, inside);
  } else {
    const Execution& execution = frame.session.execution();
    const bool variables = !execution.frames.empty();
    if (variables) {
      const float wanted =
          frame.ui.px(34) + frame.ui.px(20) * static_cast<float>(std::max<size_t>(
                                                  execution.frames.front().variables.size(), 1));
      draw_variables(frame, inside.take_bottom(std::min(wanted, inside.h * 0.34F), frame.ui.px(8)));
    }
    draw_source(frame, inside);
  }
  end_scroll();
}

void CodePanel::draw_head(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  if (!frame.session.is_trace_file()) {
    const std::string_view label = m_editing ? "Done" : "Edit";
    const Rect place = rect.take_right(button_width(ui, label), ui.px(8));
    if (button(ui, "code.edit", place, label,
               m_editing ? ButtonStyle::kPrimary : ButtonStyle::kPlain))
      frame.commands.give(CommandId::kEditMode);
    tooltip(ui, m_editing ? "Back to stepping" : "Edit the program: it runs as you type",
            keys_of(CommandId::kEditMode));
  }
  if (frame.session.edited()) {
    if (button(ui, "code.save", rect.take_right(button_width(ui, "Save"), ui.px(8)), "Save"))
      frame.commands.give(CommandId::kSave);
  }
  draw_tabs(frame, rect);
}

void CodePanel::draw_tabs(Frame& frame, Rect& rect) {
  Ui& ui = frame.ui;
  const auto width_of = [&](const std::string& file) {
    return text_width(ui.fonts().bold, file) + ui.px(18);
  };
  float wanted = 0;
  for (const std::string& file : m_files) wanted += width_of(file) + ui.px(2);
  if (wanted > rect.w && m_files.size() > 1) return draw_file_list(frame, rect);
  for (const std::string& file : m_files) {
    const bool shown = file == m_file;
    const Rect tab = rect.take_left(std::min(width_of(file), rect.w), ui.px(2));
    const Interaction state = region(ui, "tab." + file, tab);
    if (state.hovered && !shown)
      ImGui::GetWindowDrawList()->AddRectFilled(tab.min(), tab.max(), ui.palette().hovered,
                                                ui.px(5));
    if (shown)
      ImGui::GetWindowDrawList()->AddRectFilled({tab.x + ui.px(9), tab.bottom() - ui.px(2)},
                                                {tab.right() - ui.px(9), tab.bottom()},
                                                ui.palette().accent);
    tooltip(ui, file);
    draw_text(ui, shown ? ui.fonts().bold : ui.fonts().body, tab.inset(ui.px(9), 0),
              shown ? ui.palette().text : ui.palette().dim, file);
    if (state.clicked) m_file = file;
  }
}

void CodePanel::draw_file_list(Frame& frame, const Rect& rect) {
  const std::vector<std::string_view> names(m_files.begin(), m_files.end());
  const auto shown = std::find(m_files.begin(), m_files.end(), m_file) - m_files.begin();
  if (const auto i = dropdown(frame.ui, "code.files", rect, names, static_cast<size_t>(shown)))
    m_file = m_files[*i];
}

void CodePanel::draw_source(Frame& frame, const Rect& rect) {
  Ui& ui = frame.ui;
  const SourceText* text = frame.session.sources().find(m_file);
  if (text == nullptr) {
    draw_paragraph(
        ui.fonts().body, rect.min(), rect.w, ui.palette().dim,
        frame.session.is_trace_file()
            ? "The program of this trace was not found beside it. Put it there to see its lines."
            : "This file can't be read.");
    return;
  }
  const auto current = location_from(frame.session.execution().location);
  const auto cause = location_from(cause_location(frame));
  const auto is_here = [&](const std::optional<Location>& place, uint32_t line) {
    return place && place->line == line && place->file == m_file;
  };
  CodeViewInput input;
  const bool is_main = m_file == frame.session.sources().main_file();
  input.marks = [&](uint32_t line) {
    return LineMarks{is_here(current, line), is_here(cause, line),
                     frame.session.breakpoints().contains(m_file, line),
                     is_main && frame.session.error_line() == line};
  };
  input.current_column = current ? current->column : 0;
  input.hidden_lines = is_main ? text->directive_lines() : 0;
  input.scroll_to = std::exchange(m_scroll_to, std::nullopt);
  ImFont* font = rect.w < ui.px(500) ? ui.fonts().mono_small : ui.fonts().mono;
  const CodeViewOutput output = code_view(ui, "code.lines", font, rect, *text, input);
  if (output.gutter_clicked)
    frame.commands.give(CommandId::kToggleBreakpoint, *output.gutter_clicked, m_file);
  if (output.line_clicked) m_clicked_line = *output.line_clicked;
}

void CodePanel::draw_variables(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  ui.place("code.variables", rect);
  const StackFrame& top = frame.session.execution().frames.front();
  ImGui::GetWindowDrawList()->AddLine({rect.x, rect.y}, {rect.right(), rect.y},
                                      ui.palette().border);
  rect.take_top(ui.px(6));
  std::string heading = "Variables";
  if (!top.function.empty()) heading += " in " + std::string(top.function);
  draw_text(ui, ui.fonts().small, rect.take_top(ui.px(18), ui.px(2)), ui.palette().dim, heading);
  begin_scroll("code.variables.rows", rect);
  if (top.variables.empty()) {
    ImGui::PushStyleColor(ImGuiCol_Text, ui.palette().faint);
    ImGui::TextUnformatted("none");
    ImGui::PopStyleColor();
  }
  const float height = ui.px(20);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  ImGui::Dummy({rect.w - ui.px(14), height * static_cast<float>(top.variables.size())});
  for (size_t i = 0; i < top.variables.size(); ++i) {
    Rect row{origin.x, origin.y + height * static_cast<float>(i), rect.w - ui.px(10), height};
    const auto& [name, value] = top.variables[i];
    const float width = std::min(text_width(ui.fonts().mono_small, name), row.w * 0.4F);
    draw_text(ui, ui.fonts().mono_small, row.take_left(width + 1), ui.palette().syntax[9], name);
    draw_text_at(ui.fonts().mono_small,
                 {row.x, row.y + (height - ui.fonts().mono_small->FontSize) / 2},
                 ui.palette().faint, " = ");
    row.take_left(text_width(ui.fonts().mono_small, " = "));
    draw_text(ui, ui.fonts().mono_small, row, ui.palette().syntax[3], value);
  }
  end_scroll();
}

// ImGui's field for many lines knows one colour: it is drawn transparent, with the coloured lines
// under it, at the same places. So it must not scroll by itself: it is as large as its text, in a
// region that scrolls.
void CodePanel::draw_editor(Frame& frame, const Rect& rect) {
  Ui& ui = frame.ui;
  Sources& sources = frame.session.sources();
  if (m_generation != frame.session.generation() && m_edited_seconds_ago < 0) {
    m_edit_text = sources.main_text();
    m_generation = frame.session.generation();
  }
  Rect body = rect;
  if (!frame.session.error_text().empty()) {
    const Rect message = body.take_bottom(ui.px(24), ui.px(6));
    ui.place("editor.error", message);
    std::string text = frame.session.error_text();
    if (frame.session.error_line())
      text = "line " + std::to_string(*frame.session.error_line()) + ": " + text;
    draw_text(ui, ui.fonts().body, message, ui.palette().bad, text.substr(0, text.find('\n')));
  }
  ImFont* font = ui.fonts().mono;
  const SourceText shown(m_edit_text, language_of(sources.main_file()));
  begin_scroll("editor", body, ImGuiWindowFlags_HorizontalScrollbar);
  ImGui::PushFont(font);
  const float line_height = font->FontSize;
  const float gutter = ui.px(20) + text_width(font, "000");
  const auto lines =
      static_cast<float>(std::count(m_edit_text.begin(), m_edit_text.end(), '\n') + 1);
  size_t widest = 0;
  for (size_t i = 0; i < shown.line_count(); ++i) widest = std::max(widest, shown.line(i).size());
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float width =
      std::max(body.w - gutter - ui.px(14), static_cast<float>(widest + 4) * text_width(font, "0"));
  const ImVec2 size{width, std::max(lines * line_height + ui.px(12), body.h - ui.px(4))};
  const ImVec2 padding{ui.px(2), ui.px(4)};
  for (size_t i = 0; i < shown.line_count(); ++i) {
    const float y = origin.y + padding.y + static_cast<float>(i) * line_height;
    const bool wrong = frame.session.error_line() == i + 1;
    if (wrong)
      ImGui::GetWindowDrawList()->AddRectFilled({origin.x, y},
                                                {origin.x + gutter + width, y + line_height},
                                                faded(ui.palette().bad, 0.22F));
    draw_text(ui, font, {origin.x, y, gutter - ui.px(12), line_height},
              wrong ? ui.palette().bad : ui.palette().faint, std::to_string(i + 1), Fit::kMayCut,
              Align::kRight);
    draw_code_line(ui, font, {origin.x + gutter + padding.x, y}, shown, i);
  }
  ImGui::SetCursorScreenPos({origin.x + gutter, origin.y});
  ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32(0, 0, 0, 0));
  ImGui::PushStyleColor(ImGuiCol_FrameBg, IM_COL32(0, 0, 0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, padding);
  if (std::exchange(m_focus_editor, false)) ImGui::SetKeyboardFocusHere();
  if (ImGui::InputTextMultiline("##text", &m_edit_text, size, ImGuiInputTextFlags_AllowTabInput))
    m_edited_seconds_ago = 0;
  ui.place("editor.text", {origin.x + gutter, origin.y, size.x, size.y});
  ImGui::PopStyleVar();
  ImGui::PopStyleColor(2);
  ImGui::PopFont();
  end_scroll();
  if (m_edited_seconds_ago < 0) return;
  ui.animate();
  m_edited_seconds_ago += frame.seconds;
  if (m_edited_seconds_ago < kDebounceSeconds) return;
  m_edited_seconds_ago = -1;
  frame.commands.give(CommandId::kEditText, -1, m_edit_text);
}

}  // namespace loopscope::gui
