#include "gui/panels/transport.h"

#include <array>

#include "gui/widgets/controls.h"

namespace loopscope::gui {
namespace {

constexpr std::array<double, 9> kSpeeds = {1, 2, 4, 8, 16, 64, 256, 1024, 8192};
constexpr std::array<std::string_view, 9> kSpeedTexts = {"¼×",  "½×",  "1×",   "2×",   "4×",
                                                         "16×", "64×", "256×", "2048×"};

struct StepKind {
  std::string_view name;
  std::string_view text;
  CommandId back;
  CommandId forward;
  std::string_view hint;
};

using enum CommandId;
constexpr std::array kSteps = {
    StepKind{"event", "event", kPreviousEvent, kNextEvent, "event: every single thing"},
    StepKind{"task", "task", kPreviousTask, kNextTask, "callback that runs"},
    StepKind{"microtask", "microtask", kPreviousMicrotask, kNextMicrotask,
             "nextTick or promise job"},
    StepKind{"line", "line", kPreviousLine, kNextLine, "line of the program"},
    StepKind{"phase", "phase", kPreviousPhase, kNextPhase, "phase of the loop"},
    StepKind{"iteration", "iteration", kPreviousIteration, kNextIteration, "iteration of the loop"},
    StepKind{"output", "output", kPreviousOutput, kNextOutput, "line of output"},
};

void draw_step(Frame& frame, Rect rect, const StepKind& step) {
  Ui& ui = frame.ui;
  ImGui::GetWindowDrawList()->AddRectFilled(rect.min(), rect.max(), ui.palette().raised, ui.px(6));
  const std::string name(step.name);
  const float side = ui.px(24);
  if (icon_button(ui, "back." + name, rect.take_left(side), Icon::kBack,
                  "Back by one " + std::string(step.hint), keys_of(step.back)))
    frame.commands.give(step.back);
  if (icon_button(ui, "next." + name, rect.take_right(side), Icon::kForward,
                  "On by one " + std::string(step.hint), keys_of(step.forward)))
    frame.commands.give(step.forward);
  draw_text(ui, ui.fonts().small, rect, ui.palette().text, step.text, Fit::kMustFit,
            Align::kCenter);
}

size_t speed_index(double speed) {
  size_t best = 0;
  for (size_t i = 0; i < kSpeeds.size(); ++i)
    if (kSpeeds[i] <= speed) best = i;
  return best;
}

}  // namespace

void draw_transport(Frame& frame, const Rect& rect) {
  Ui& ui = frame.ui;
  const Playback& playback = frame.session.playback();
  panel(ui, "transport", rect, "");
  Rect inside = rect.inset(ui.px(10), ui.px(8));
  const float side = inside.h;
  const bool at_start = playback.position() == 0;
  const bool at_end = playback.position() == playback.end();
  if (icon_button(ui, "to-start", inside.take_left(side, ui.px(4)), Icon::kToStart,
                  "To the beginning", keys_of(kToStart), !at_start))
    frame.commands.give(kToStart);
  if (icon_button(ui, "play", inside.take_left(side * 1.3F, ui.px(4)),
                  playback.playing() ? Icon::kPause : Icon::kPlay,
                  playback.playing() ? "Pause" : "Play", keys_of(kPlayPause), true,
                  ButtonStyle::kPrimary))
    frame.commands.give(kPlayPause);
  if (icon_button(ui, "to-end", inside.take_left(side, ui.px(10)), Icon::kToEnd, "To the end",
                  keys_of(kToEnd), !at_end))
    frame.commands.give(kToEnd);
  const Rect speed = inside.take_left(ui.px(78), ui.px(14));
  if (const auto chosen = dropdown(ui, "speed", speed, kSpeedTexts, speed_index(playback.speed())))
    frame.commands.give(kSetSpeed, static_cast<int64_t>(kSpeeds[*chosen] * 1000));

  const std::string where =
      std::to_string(playback.position()) + " / " + std::to_string(playback.end());
  const float counter = std::max(ui.px(90), text_width(ui.fonts().small, where) + 1);
  draw_text(ui, ui.fonts().small, inside.take_right(counter, ui.px(10)), ui.palette().dim, where,
            Fit::kMustFit, Align::kRight);
  draw_text(ui, ui.fonts().small, inside.take_left(ui.px(36), ui.px(4)), ui.palette().dim, "step",
            Fit::kMustFit);
  const float gap = ui.px(5);
  const auto count = static_cast<float>(kSteps.size());
  const float each = std::min((inside.w - gap * (count - 1)) / count, ui.px(132));
  for (const StepKind& step : kSteps) draw_step(frame, inside.take_left(each, gap), step);
}

}  // namespace loopscope::gui
