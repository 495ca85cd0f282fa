#include "gui/panels/top_bar.h"

#include <array>
#include <vector>

#include "core/trace/words.h"
#include "gui/player/compare_preset.h"
#include "gui/widgets/controls.h"

namespace loopscope::gui {
namespace {

void draw_mark(Ui& ui, const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float r = rect.h * 0.30F;
  const ImVec2 c = rect.center();
  list->PathArcTo(c, r, -1.2F, 4.3F, 24);
  list->PathStroke(ui.palette().accent, 0, ui.px(3));
  list->AddCircleFilled({c.x + r * 0.36F, c.y - r * 0.93F}, ui.px(3.4F),
                        ui.palette().queues[static_cast<size_t>(trace::Queue::timers)]);
  list->AddCircleFilled(c, ui.px(2.6F),
                        ui.palette().queues[static_cast<size_t>(trace::Queue::tick)]);
}

std::string limit_text(const Frame& frame) {
  const trace::AgentState* agent = frame.main_agent();
  if (agent == nullptr || !agent->limit) return {};
  const auto limit = trace::unpack<trace::LimitReached>(frame.trace().at(*agent->limit));
  return std::string(frame.trace().view(limit.text));
}

// A run that is silent for longer may hang.
constexpr double kSilenceToTell = 2;

std::string notice_text(const Frame& frame, const AppState& state) {
  if (!state.message.empty()) return state.message;
  const Run& run = frame.session.run();
  if (run.state() == Run::State::kAtBudget)
    return "Paused after " + trace::count_text(run.recording().size(), "event") +
           ": this program may never end.";
  if (run.silent_seconds() > kSilenceToTell)
    return "Still computing: nothing new for " +
           std::to_string(static_cast<int>(run.silent_seconds())) + " s.";
  if (!run.problem().empty()) return run.problem();
  return limit_text(frame);
}

std::vector<std::string_view> preset_names() {
  std::vector<std::string_view> names = {"Two runs"};
  for (const ComparePreset& preset : compare_presets()) names.push_back(preset.name);
  return names;
}

float presets_width(const Ui& ui) {
  float width = 0;
  for (const std::string_view name : preset_names())
    width += text_width(ui.fonts().bold, name) + ui.px(24);
  return width;
}

// What is compared: two runs chosen freely, or those of a preset.
void draw_presets(Frame& frame, const AppState& state, const Rect& rect) {
  const std::vector<std::string_view> names = preset_names();
  const size_t chosen = state.compare_preset ? *state.compare_preset + 1 : 0;
  if (const auto clicked = segments(frame.ui, "compare", rect, names, chosen))
    frame.commands.give(CommandId::kComparePreset, static_cast<int64_t>(*clicked) - 1);
}

// A title may be longer than its room; a stump of one tells nothing.
void draw_title(Frame& frame, const Rect& rect) {
  Ui& ui = frame.ui;
  const std::string& title = frame.session.title();
  const bool is_cut = text_width(ui.fonts().bold, title) > rect.w;
  if (is_cut && rect.w < ui.px(90)) return;
  draw_text(ui, ui.fonts().bold, rect, ui.palette().text, title);
  if (is_cut && region(ui, "title", rect).hovered) show_tooltip(ui, title);
}

}  // namespace

void draw_top_bar(Frame& frame, const AppState& state, const Rect& rect) {
  Ui& ui = frame.ui;
  ImGui::GetWindowDrawList()->AddRectFilled(rect.min(), rect.max(), ui.palette().panel);
  ImGui::GetWindowDrawList()->AddLine({rect.x, rect.bottom()}, rect.max(), ui.palette().border);
  Rect inside = rect.inset(ui.px(10), ui.px(7));
  const float side = inside.h;
  const Rect scenarios = inside.take_left(button_width(ui, "Scenarios") + ui.px(18), ui.px(10));
  draw_mark(ui, inside.take_left(side, ui.px(2)));
  draw_text(ui, ui.fonts().title, inside.take_left(ui.px(112), ui.px(12)), ui.palette().text,
            "Loopscope", Fit::kMustFit);
  if (button(ui, "scenarios", scenarios, "   Scenarios"))
    frame.commands.give(CommandId::kShowScenarios);
  draw_icon(Icon::kMenu, {scenarios.x + ui.px(18), scenarios.center().y}, ui.px(14),
            ui.palette().text);
  tooltip(ui, "Choose a lesson or open a file", keys_of(CommandId::kShowScenarios));

  if (icon_button(ui, "help", inside.take_right(side, ui.px(4)), Icon::kHelp, "Keyboard shortcuts",
                  keys_of(CommandId::kShowShortcuts)))
    frame.commands.give(CommandId::kShowShortcuts);
  if (icon_button(ui, "settings", inside.take_right(side, ui.px(12)), Icon::kSettings, "Settings",
                  keys_of(CommandId::kShowSettings)))
    frame.commands.give(CommandId::kShowSettings);
  constexpr std::array<std::string_view, 3> kModes = {"Explore", "Quiz", "Compare"};
  constexpr std::array kCommands = {CommandId::kExploreMode, CommandId::kQuizMode,
                                    CommandId::kCompareMode};
  const Rect modes = inside.take_right(ui.px(270), ui.px(14));
  if (const auto chosen = segments(ui, "mode", modes, kModes, static_cast<size_t>(state.mode)))
    frame.commands.give(kCommands[*chosen]);

  if (state.mode == Mode::kCompare)
    draw_presets(frame, state, inside.take_right(presets_width(ui), ui.px(14)));

  const trace::Header& header = frame.trace().header;
  std::string how = header.semantics;
  if (!frame.session.options().choices.empty()) how += " · another outcome";
  if (header.seed != 0) how += " · seed " + std::to_string(header.seed);
  const float how_width = text_width(ui.fonts().small, how) + ui.px(4);
  if (inside.w > how_width + ui.px(160))
    draw_text(ui, ui.fonts().small, inside.take_right(how_width, ui.px(10)), ui.palette().faint,
              how, Fit::kMustFit, Align::kRight);
  draw_title(frame, inside);
}

float notice_height(const Frame& frame, const AppState& state) {
  return notice_text(frame, state).empty() ? 0 : frame.ui.px(36);
}

void draw_notice(Frame& frame, const AppState& state, const Rect& rect) {
  Ui& ui = frame.ui;
  const std::string text = notice_text(frame, state);
  if (text.empty()) return;
  const Run& run = frame.session.run();
  const bool waiting = state.message.empty() && run.state() != Run::State::kEnded;
  const ImU32 colour = waiting ? ui.palette().warning : ui.palette().bad;
  ImGui::GetWindowDrawList()->AddRectFilled(rect.min(), rect.max(),
                                            mixed(ui.palette().panel, colour, 0.2F), ui.px(6));
  Rect inside = rect.inset(ui.px(12), ui.px(4));
  ui.place("notice", rect);
  if (waiting) {
    if (run.state() == Run::State::kAtBudget &&
        button(ui, "more-events", inside.take_right(button_width(ui, "Go on"), ui.px(8)), "Go on",
               ButtonStyle::kPrimary))
      frame.commands.give(CommandId::kMoreEvents);
    if (button(ui, "stop-run", inside.take_right(button_width(ui, "End it"), ui.px(8)), "End it"))
      frame.commands.give(CommandId::kStopRun);
  } else if (!state.message.empty()) {
    if (icon_button(ui, "dismiss", inside.take_right(inside.h), Icon::kClose, "Dismiss"))
      frame.commands.give(CommandId::kDismissMessage);
  }
  draw_text(ui, ui.fonts().body, inside, ui.palette().text, text.substr(0, text.find('\n')));
  ImGui::SetCursorScreenPos(inside.min());
  ImGui::InvisibleButton("notice.text", inside.size());
  tooltip(ui, text);
}

}  // namespace loopscope::gui
