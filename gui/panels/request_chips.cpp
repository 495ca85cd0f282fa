#include "gui/panels/request_chips.h"

#include <algorithm>

#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {

namespace {

// Whether the position is between its first and its last step.
bool is_under_way(const trace::RequestLife& request, uint64_t position) {
  uint64_t begin = UINT64_MAX;
  uint64_t end = 0;
  for (const auto& step : {request.sent, request.arrived, request.handled, request.head,
                           request.finished, request.received, request.failed}) {
    if (!step) continue;
    begin = std::min(begin, step->value);
    end = std::max(end, step->value);
  }
  return begin < position && position <= end + 1;
}

}  // namespace

uint32_t shown_request(Frame& frame) {
  const trace::RequestTable& table = frame.index().requests();
  // A selected one, as long as one does not go away from it.
  if (const trace::RequestLife* selected = table.find(frame.session.selected_request.value_or(0));
      selected != nullptr && is_under_way(*selected, frame.session.playback().position()))
    return selected->number;
  if (const uint32_t request = table.request_of(frame.session.execution().task); request != 0)
    return request;
  const uint64_t position = frame.session.playback().position();
  uint32_t last = 0;
  uint64_t latest = 0;
  for (const trace::RequestLife& request : table.requests())
    if (request.handled && request.handled->value < position &&
        request.handled->value + 1 > latest) {
      latest = request.handled->value + 1;
      last = request.number;
    }
  return last;
}

std::string request_text(const Frame& frame, const trace::RequestLife& request) {
  const uint64_t position = frame.session.playback().position();
  std::string text(frame.trace().view(request.text));
  if (request.failed && request.failed->value < position) {
    const auto change = trace::unpack<trace::RequestChange>(frame.trace().at(*request.failed));
    return text + " → " + std::string(frame.trace().view(change.text));
  }
  if (request.head && request.head->value < position && request.status != 0)
    text += " → " + std::to_string(request.status);
  return text;
}

ImU32 fate_colour(const Palette& palette, RequestFate fate) {
  switch (fate) {
    case RequestFate::kOpen:
      return palette.accent;
    case RequestFate::kAnswered:
      return palette.good;
    case RequestFate::kFailed:
      return palette.bad;
  }
  return palette.dim;
}

void draw_request_chips(Frame& frame, Rect rect, const RequestParts& parts, uint32_t shown) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const auto requests = frame.index().requests().requests();
  const uint64_t position = frame.session.playback().position();
  const auto at = std::ranges::find(requests, shown, &trace::RequestLife::number);
  const auto index = static_cast<size_t>(at - requests.begin());
  // Some of those before it, so that one sees where one is.
  const size_t first = at == requests.end() || index < 3 ? 0 : index - 3;
  for (size_t i = first; i < requests.size() && rect.w > ui.px(60); ++i) {
    const trace::RequestLife& request = requests[i];
    const bool begun = parts.begun(request, position);
    const std::string text = request_text(frame, request);
    const float width = std::min(text_width(ui.fonts().small, text) + ui.px(18), ui.px(180));
    const Rect chip = rect.take_left(width, ui.px(5));
    if (chip.w < width) break;
    const std::string id = "request." + std::to_string(request.number);
    const Interaction over = region(ui, id, chip);
    const ImU32 colour = begun ? fate_colour(p, parts.fate(request, position)) : p.faint;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const bool chosen = request.number == shown;
    list->AddRectFilled(chip.min(), chip.max(),
                        faded(colour, over.hovered ? 0.34F
                                      : chosen     ? 0.26F
                                                   : 0.12F),
                        chip.h / 2);
    if (chosen) list->AddRect(chip.min(), chip.max(), colour, chip.h / 2, 0, ui.px(1.5F));
    draw_text(ui, ui.fonts().small, chip.inset(ui.px(8), 0), begun ? p.text : p.faint, text,
              Fit::kMayCut, Align::kCenter);
    tooltip(ui, text, "Click: to where it is handled");
    if (over.clicked) frame.commands.give(CommandId::kSelectRequest, request.number);
  }
}

}  // namespace loopscope::gui
