#include "gui/panels/overlays.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "gui/widgets/controls.h"

namespace loopscope::gui {
namespace {

Rect centered(const Rect& window, float width, float height) {
  const float w = std::min(width, window.w * 0.94F);
  const float h = std::min(height, window.h * 0.92F);
  return {window.x + (window.w - w) / 2, window.y + (window.h - h) / 2, w, h};
}

struct TourPage {
  std::string_view target;  // the control it points at
  std::string_view heading;
  std::string_view text;
};

constexpr std::array<TourPage, 5> kTour = {{
    {"panel.loop", "This is the event loop",
     "Six phases, clockwise. Each has a queue of callbacks. In the middle is what runs now, with "
     "the "
     "two queues that are emptied after every callback."},
    {"panel.code", "This is your program",
     "Plain Node code. The blue line is executing; the yellow one scheduled it. Click beside a "
     "line "
     "number for a breakpoint, or press Edit and type: it runs again as you type."},
    {"panel.transport", "Step, both ways",
     "Space plays. Each pair of arrows goes back or on by one event, task, microtask, line, phase, "
     "iteration, or line of output."},
    {"panel.why", "Ask why",
     "Click any card, bar or console line. This says which queue it waited in, who scheduled it, "
     "and "
     "why it ran just then."},
    {"mode.Quiz", "Test yourself",
     "The quiz shows a program: put its output in order. Compare shows two runs side by side."},
}};

void draw_shade(Ui& ui, const Rect& window) {
  ImGui::GetWindowDrawList()->AddRectFilled(window.min(), window.max(),
                                            IM_COL32(0, 0, 0, ui.palette().dark ? 150 : 90));
}

void draw_box(Ui& ui, const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(rect.min(), rect.max(), ui.palette().panel, ui.px(12));
  list->AddRect(rect.min(), rect.max(), ui.palette().border, ui.px(12));
}

}  // namespace

void Overlays::draw(Frame& frame, const AppState& state, const Rect& window,
                    const std::map<std::string, Rect, std::less<>>& places) {
  if (state.overlay != m_shown) {
    m_shown = state.overlay;
    m_frames_to_focus = 3;
  }
  if (state.overlay == Overlay::kNone) return;
  Ui& ui = frame.ui;
  ImGui::SetNextWindowPos(window.min());
  ImGui::SetNextWindowSize(window.size());
  if (m_frames_to_focus == 3) ImGui::SetNextWindowFocus();
  ImGui::Begin("overlay", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
  draw_shade(ui, window);
  if (state.overlay == Overlay::kTour) {
    draw_tour(frame, state, window, places);
    ImGui::End();
    return;
  }
  const bool tall = state.overlay == Overlay::kScenarios;
  Rect box = tall ? Rect{window.x, window.y, std::min(ui.px(460), window.w), window.h}
             : state.overlay == Overlay::kShortcuts ? centered(window, ui.px(760), ui.px(600))
             : state.overlay == Overlay::kSettings  ? centered(window, ui.px(520), ui.px(430))
             : state.overlay == Overlay::kOutcomes  ? centered(window, ui.px(1240), ui.px(820))
                                                    : centered(window, ui.px(640), ui.px(150));
  if (region(ui, "overlay.outside", window).clicked &&
      !ImGui::IsMouseHoveringRect(box.min(), box.max()))
    frame.commands.give(CommandId::kCloseOverlay);
  ImGui::SetItemAllowOverlap();
  ImGui::SetCursorScreenPos(box.min());
  ImGui::BeginChild("box", box.size());
  draw_box(ui, box);
  ui.place("overlay", box);
  Rect inside = box.inset(ui.px(20), ui.px(16));
  switch (state.overlay) {
    case Overlay::kScenarios:
      draw_scenarios(frame, state, inside);
      break;
    case Overlay::kSettings:
      draw_settings(frame, state, inside);
      break;
    case Overlay::kShortcuts:
      draw_shortcuts(frame, inside);
      break;
    case Overlay::kOutcomes:
      m_outcomes.draw(frame, state, inside);
      break;
    default:
      draw_open(frame, inside);
      break;
  }
  m_frames_to_focus = std::max(m_frames_to_focus - 1, 0);
  if (m_frames_to_focus > 0) ui.animate();
  ImGui::EndChild();
  ImGui::End();
}

void Overlays::draw_scenarios(Frame& frame, const AppState& state, Rect rect) {
  Ui& ui = frame.ui;
  Rect head = rect.take_top(ui.px(34), ui.px(8));
  const std::string_view open = "Open file …";
  if (button(ui, "open-file", head.take_right(button_width(ui, open)), open))
    frame.commands.give(CommandId::kOpenDialog);
  draw_text(ui, ui.fonts().title, head, ui.palette().text, "Scenarios");
  begin_scroll("scenarios.list", rect);
  const float width = rect.w - ui.px(14);
  const auto heading = [&](std::string_view text) {
    ImGui::Dummy({width, ui.px(6)});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_text(ui, ui.fonts().bold, {at.x, at.y, width, ui.px(24)}, ui.palette().dim, text);
    ImGui::Dummy({width, ui.px(24)});
  };
  if (!state.settings.recent.empty()) {
    heading("Recent");
    for (size_t i = 0; i < std::min<size_t>(state.settings.recent.size(), 4); ++i) {
      const std::string& path = state.settings.recent[i];
      const ImVec2 at = ImGui::GetCursorScreenPos();
      const Rect row{at.x, at.y, width, ui.px(26)};
      const Interaction s = region(ui, "recent." + std::to_string(i), row);
      if (s.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled(row.min(), row.max(), ui.palette().hovered,
                                                  ui.px(5));
      tooltip(ui, path);
      draw_text(ui, ui.fonts().body, row.inset(ui.px(8), 0), ui.palette().text,
                std::filesystem::path(path).filename().string());
      if (s.clicked) frame.commands.give(CommandId::kOpenFile, -1, path);
    }
  }
  for (const lesson::Chapter& chapter : state.catalog) {
    heading(std::to_string(chapter.number) + "  " + chapter.title);
    for (const lesson::Lesson& each : chapter.lessons) draw_lesson(frame, state, each, width);
  }
  if (state.catalog.empty()) {
    heading("No scenarios found");
  }
  if (!state.cards.empty()) {
    heading("Interview questions");
    draw_cards(frame, state, width);
  }
  end_scroll();
}

void Overlays::draw_lesson(Frame& frame, const AppState& state, const lesson::Lesson& lesson,
                           float width) {
  Ui& ui = frame.ui;
  const std::string_view whole = lesson.lesson;
  const std::string_view first = whole.substr(0, std::min(whole.find(". ") + 1, whole.size()));
  const std::string_view summary = first.empty() ? whole : first;
  const float inner = width - ui.px(20);
  const float text_h = std::min(paragraph_height(ui.fonts().small, inner, summary),
                                ui.fonts().small->FontSize * 2.1F);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Rect row{at.x, at.y, width, ui.px(32) + text_h};
  const Interaction s = region(ui, "lesson." + lesson.id, row);
  const bool open = frame.session.file() == lesson.file;
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (s.hovered || open)
    list->AddRectFilled(row.min(), row.max(),
                        open ? ui.palette().current_line : ui.palette().hovered, ui.px(7));
  tooltip(ui, lesson.lesson);
  Rect inside = row.inset(ui.px(10), ui.px(5));
  Rect head = inside.take_top(ui.px(20), ui.px(1));
  const auto score = state.scores.lessons.find(lesson.id);
  if (score != state.scores.lessons.end() && score->second.solved > 0)
    draw_icon(Icon::kCheck, head.take_right(ui.px(18), ui.px(6)).center(), ui.px(15),
              ui.palette().good);
  draw_text(ui, ui.fonts().bold, head, ui.palette().text, lesson.title);
  list->PushClipRect(inside.min(), {inside.right(), inside.y + text_h}, true);
  draw_paragraph(ui.fonts().small, inside.min(), inner, ui.palette().dim, summary);
  list->PopClipRect();
  if (s.clicked) frame.commands.give(CommandId::kOpenFile, -1, lesson.file.string());
}

void Overlays::draw_cards(Frame& frame, const AppState& state, float width) {
  Ui& ui = frame.ui;
  for (size_t i = 0; i < state.cards.size(); ++i) {
    const lesson::Card& card = state.cards[i];
    const std::string id = "card." + std::to_string(i);
    ImGui::PushFont(ui.fonts().bold);
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
    const bool open = ImGui::TreeNodeEx(id.c_str(), ImGuiTreeNodeFlags_NoTreePushOnOpen, "%s",
                                        card.question.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    const ImVec2 from = ImGui::GetItemRectMin();
    const ImVec2 to = ImGui::GetItemRectMax();
    ui.place(id, {from.x, from.y, to.x - from.x, to.y - from.y});
    if (!open) continue;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float height = draw_paragraph(ui.fonts().body, {at.x + ui.px(18), at.y}, width - ui.px(20),
                                  ui.palette().text, card.answer) +
                   ui.px(6);
    height += draw_paragraph(ui.fonts().small, {at.x + ui.px(18), at.y + height}, width - ui.px(20),
                             ui.palette().dim, card.proof) +
              ui.px(6);
    const lesson::Lesson* proof = lesson::find_lesson(state.catalog, card.lesson_id);
    if (proof != nullptr) {
      const Rect place{at.x + ui.px(18), at.y + height, button_width(ui, "See it happen"),
                       ui.px(30)};
      if (button(ui, id + ".proof", place, "See it happen", ButtonStyle::kPrimary))
        frame.commands.give(CommandId::kOpenFile, -1, proof->file.string());
      height += ui.px(36);
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width, height + ui.px(4)});
  }
}

void Overlays::draw_settings(Frame& frame, const AppState& state, Rect rect) {
  Ui& ui = frame.ui;
  const Settings& settings = state.settings;
  draw_text(ui, ui.fonts().title, rect.take_top(ui.px(32), ui.px(14)), ui.palette().text,
            "Settings");
  const auto row = [&](std::string_view label) {
    Rect line = rect.take_top(ui.px(34), ui.px(12));
    draw_text(ui, ui.fonts().body, line.take_left(ui.px(150), ui.px(10)), ui.palette().dim, label,
              Fit::kMustFit);
    return line;
  };
  constexpr std::array<std::string_view, 3> kThemes = {"Dark", "Light", "Contrast"};
  if (const auto i =
          segments(ui, "theme", row("Theme"), kThemes, static_cast<size_t>(settings.theme)))
    frame.commands.give(CommandId::kSetTheme, static_cast<int64_t>(*i));
  constexpr std::array<std::string_view, 2> kColours = {"Full", "Colour-blind safe"};
  if (const auto i =
          segments(ui, "colours", row("Colours"), kColours, settings.colour_blind ? 1 : 0))
    frame.commands.give(CommandId::kSetColourBlind, static_cast<int64_t>(*i));
  constexpr std::array<std::string_view, 5> kSizes = {"80 %", "100 %", "120 %", "140 %", "170 %"};
  constexpr std::array<int, 5> kPercents = {80, 100, 120, 140, 170};
  const auto percent = static_cast<int>(std::lround(settings.font_scale * 100));
  const auto chosen = static_cast<size_t>(std::find(kPercents.begin(), kPercents.end(), percent) -
                                          kPercents.begin());
  if (const auto i = segments(ui, "size", row("Size of text"), kSizes, chosen))
    frame.commands.give(CommandId::kSetFontScale, kPercents[*i]);
  constexpr std::array<std::string_view, 2> kMotion = {"Animated", "Still"};
  if (const auto i = segments(ui, "motion", row("Movement"), kMotion, settings.animations ? 0 : 1))
    frame.commands.give(CommandId::kSetAnimations, *i == 0 ? 1 : 0);
  constexpr std::array<std::string_view, 6> kVersions = {
      "As the scenario says", "node10", "node18", "node20", "node22", "node24"};
  const auto found = std::find(kVersions.begin() + 1, kVersions.end(), settings.semantics);
  const size_t version =
      found == kVersions.end() ? 0 : static_cast<size_t>(found - kVersions.begin());
  if (const auto i = dropdown(ui, "version", row("Version of Node"), kVersions, version))
    frame.commands.give(CommandId::kSetSemantics, -1, *i == 0 ? "" : std::string(kVersions[*i]));
  Rect last = rect.take_bottom(ui.px(34));
  if (button(ui, "settings.tour", last.take_left(button_width(ui, "Show the tour")),
             "Show the tour"))
    frame.commands.give(CommandId::kShowTour);
  if (button(ui, "settings.done", last.take_right(button_width(ui, "Done")), "Done",
             ButtonStyle::kPrimary))
    frame.commands.give(CommandId::kCloseOverlay);
}

void Overlays::draw_shortcuts(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  draw_text(ui, ui.fonts().title, rect.take_top(ui.px(32), ui.px(10)), ui.palette().text,
            "Keyboard shortcuts");
  const size_t rows = (shortcuts().size() + 1) / 2;
  const float height = std::min(ui.px(29), rect.h / static_cast<float>(rows));
  Rect left = rect.take_left((rect.w - ui.px(28)) / 2, ui.px(28));
  Rect right = rect;
  for (size_t i = 0; i < shortcuts().size(); ++i) {
    const Shortcut& shortcut = shortcuts()[i];
    Rect row = (i < rows ? left : right).take_top(height);
    const float width = text_width(ui.fonts().mono_small, shortcut.keys) + ui.px(14);
    const Rect keys = row.take_left(std::max(width, ui.px(92)), ui.px(10));
    const Rect cap{keys.x, keys.center().y - ui.px(11), width, ui.px(22)};
    ImGui::GetWindowDrawList()->AddRectFilled(cap.min(), cap.max(), ui.palette().raised, ui.px(5));
    ImGui::GetWindowDrawList()->AddRect(cap.min(), cap.max(), ui.palette().border, ui.px(5));
    draw_text(ui, ui.fonts().mono_small, cap, ui.palette().text, shortcut.keys, Fit::kMustFit,
              Align::kCenter);
    draw_text(ui, ui.fonts().body, row, ui.palette().dim, shortcut.what, Fit::kMustFit);
  }
}

void Overlays::draw_open(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  draw_text(ui, ui.fonts().title, rect.take_top(ui.px(30), ui.px(10)), ui.palette().text,
            "Open a program or a trace");
  Rect line = rect.take_top(ui.px(34));
  const bool asked = button(ui, "open.go", line.take_right(button_width(ui, "Open"), ui.px(10)),
                            "Open", ButtonStyle::kPrimary);
  ImGui::SetCursorScreenPos(line.min());
  ImGui::SetNextItemWidth(line.w);
  if (m_frames_to_focus == 2) ImGui::SetKeyboardFocusHere();
  const bool entered =
      ImGui::InputTextWithHint("##path", "Path of a .js, .mjs, .cjs or .jsonl file", &m_path,
                               ImGuiInputTextFlags_EnterReturnsTrue);
  ui.place("open.path", line);
  rect.take_top(ui.px(8));
  draw_text(ui, ui.fonts().small, rect.take_top(ui.px(18)), ui.palette().faint,
            "Or drop a file onto the window.");
  if ((asked || entered) && !m_path.empty()) frame.commands.give(CommandId::kOpenFile, -1, m_path);
}

void Overlays::draw_tour(Frame& frame, const AppState& state, const Rect& window,
                         const std::map<std::string, Rect, std::less<>>& places) {
  Ui& ui = frame.ui;
  const TourPage& page = kTour[std::min(state.tour_page, kTour.size() - 1)];
  const auto found = places.find(page.target);
  const Rect target = found == places.end() ? centered(window, 1, 1) : found->second;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRect({target.x - ui.px(3), target.y - ui.px(3)},
                {target.right() + ui.px(3), target.bottom() + ui.px(3)}, ui.palette().accent,
                ui.px(10), 0, ui.px(3));
  const float width = ui.px(380);
  const float text_h = paragraph_height(ui.fonts().body, width - ui.px(40), page.text);
  const float height = text_h + ui.px(122);
  // Beside, below or above the target: wherever there is most room.
  float x = target.right() + ui.px(16);
  if (x + width > window.right()) x = target.x - width - ui.px(16);
  if (x < window.x)
    x = std::clamp(target.center().x - width / 2, window.x + ui.px(12),
                   window.right() - width - ui.px(12));
  float y = std::clamp(target.center().y - height / 2, window.y + ui.px(12),
                       window.bottom() - height - ui.px(12));
  if (target.h < ui.px(90))
    y = target.y > window.h / 2 ? target.y - height - ui.px(16) : target.bottom() + ui.px(16);
  const Rect box{x, y, width, height};
  draw_box(ui, box);
  ui.place("tour", box);
  Rect inside = box.inset(ui.px(20), ui.px(16));
  Rect buttons = inside.take_bottom(ui.px(34));
  draw_text(ui, ui.fonts().title, inside.take_top(ui.px(26), ui.px(8)), ui.palette().text,
            page.heading, Fit::kMustFit);
  draw_paragraph(ui.fonts().body, inside.min(), inside.w, ui.palette().dim, page.text);
  const bool last = state.tour_page + 1 >= kTour.size();
  const std::string_view next = last ? "Start" : "Next";
  if (button(ui, "tour.next", buttons.take_right(button_width(ui, next), ui.px(8)), next,
             ButtonStyle::kPrimary))
    frame.commands.give(CommandId::kTourPage, static_cast<int64_t>(state.tour_page) + 1);
  if (!last && button(ui, "tour.skip", buttons.take_right(button_width(ui, "Skip"), ui.px(8)),
                      "Skip", ButtonStyle::kQuiet))
    frame.commands.give(CommandId::kTourPage, static_cast<int64_t>(kTour.size()));
  draw_text(ui, ui.fonts().small, buttons, ui.palette().faint,
            std::to_string(state.tour_page + 1) + " of " + std::to_string(kTour.size()));
}

}  // namespace loopscope::gui
