#include "gui/panels/stream_writes.h"

#include <algorithm>

#include "core/trace/words.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

constexpr float kRowHeight = 17;

std::string hint_of(Frame& frame, const WriteCall& call, bool objects) {
  const std::string held = objects ? std::to_string(call.held) : trace::size_text(call.held, false);
  std::string text = "With chunk " + std::to_string(call.chunk) + " the buffer held " + held +
                     (call.said_true ? ", less than" : ", not less than") +
                     " the high-water mark of " + trace::size_text(call.mark, objects) +
                     ": write() " + (call.said_true ? "returned true." : "returned false.");
  const std::string place = call.at ? short_place(frame, frame.trace().view(call.at)) : "";
  if (!place.empty()) text += "\nIt was told so at " + place + ".";
  return text;
}

void draw_call(Frame& frame, Rect row, const WriteCall& call, bool objects) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const Interaction over = region(ui, "write." + std::to_string(call.step.value), row);
  if (over.hovered)
    ImGui::GetWindowDrawList()->AddRectFilled(row.min(), row.max(), faded(p.text, 0.08F), ui.px(3));
  const std::string_view answer = call.said_true ? "true" : "false";
  const float width = text_width(ui.fonts().mono_small, "false") + 1;
  draw_text(ui, ui.fonts().mono_small, row.take_right(width, ui.px(6)),
            call.said_true ? p.good : p.bad, answer, Fit::kMustFit, Align::kRight);
  const std::string held = objects ? std::to_string(call.held) : trace::size_text(call.held, false);
  const std::string after = "holds " + held;
  const float note = text_width(ui.fonts().small, after) + 1;
  if (note + ui.px(76) < row.w)
    draw_text(ui, ui.fonts().small, row.take_right(note, ui.px(6)), call.said_true ? p.dim : p.bad,
              after, Fit::kMustFit, Align::kRight);
  const std::string size = objects ? "" : trace::size_text(call.size, false);
  draw_text(ui, ui.fonts().mono_small, row, p.dim, "write(" + size + ")");
  tooltip(ui, hint_of(frame, call, objects), "Click: go there");
  if (over.clicked)
    frame.commands.give(CommandId::kSeek, static_cast<int64_t>(call.step.value) + 1);
}

}  // namespace

void draw_writes(Frame& frame, Rect rect, std::span<const WriteCall> calls,
                 const trace::StreamBuffer& buffer) {
  Ui& ui = frame.ui;
  draw_text(ui, ui.fonts().small, rect.take_top(ui.px(16), ui.px(1)), ui.palette().faint,
            "what write() answered");
  const float height = ui.px(kRowHeight);
  const auto room = static_cast<size_t>(std::max(rect.h / height, 0.0F));
  if (calls.empty() && room > 0)
    draw_text(ui, ui.fonts().small, rect.take_top(height), ui.palette().faint, "not called yet");
  if (calls.size() > room) calls = calls.last(room);
  for (const WriteCall& call : calls) draw_call(frame, rect.take_top(height), call, buffer.objects);
}

}  // namespace loopscope::gui
