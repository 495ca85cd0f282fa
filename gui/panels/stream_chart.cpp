#include "gui/panels/stream_chart.h"

#include <algorithm>

#include "core/trace/words.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

enum Kind : uint32_t { kHeldReadable, kHeldWritable, kPassed, kHeap, kExternal, kBuffered };

int64_t greatest(const std::vector<int64_t>& values) {
  return values.empty() ? 0 : *std::max_element(values.begin(), values.end());
}

size_t parts_of(const Rect& rect) {
  return static_cast<size_t>(std::clamp(rect.w, 8.0F, 4096.0F));
}

// The share of the run's time that has passed at the moment shown.
float share_of_now(Frame& frame) {
  const auto& events = frame.trace().events;
  if (events.size() < 2) return 0;
  const auto span =
      static_cast<double>(std::max<int64_t>(events.back().time.ns - events.front().time.ns, 1));
  return static_cast<float>(static_cast<double>(frame.now().ns - events.front().time.ns) / span);
}

std::string rate_text(Frame& frame, uint64_t out, bool objects) {
  const auto& events = frame.trace().events;
  if (events.empty()) return {};
  const double seconds = static_cast<double>(frame.now().ns - events.front().time.ns) / 1e9;
  if (seconds <= 0) return {};
  return trace::size_text(static_cast<int64_t>(static_cast<double>(out) / seconds), objects) + "/s";
}

// What a side has handed on by the moment shown.
uint64_t out_at(const trace::SideHistory& side, uint64_t position) {
  const auto after = std::lower_bound(
      side.samples.begin(), side.samples.end(), position,
      [](const trace::BufferSample& sample, uint64_t step) { return sample.step < step; });
  return after == side.samples.begin() ? 0 : std::prev(after)->out;
}

float legend(Ui& ui, ImVec2 at, ImU32 colour, std::string_view text) {
  ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + ui.px(4)},
                                            {at.x + ui.px(10), at.y + ui.px(12)}, colour, ui.px(2));
  return ui.px(15) +
         draw_text_at(ui.fonts().small, {at.x + ui.px(15), at.y}, ui.palette().dim, text) +
         ui.px(14);
}

}  // namespace

void StreamChart::draw_plot(Frame& frame, const Rect& rect, const std::vector<int64_t>& values,
                            int64_t most, ImU32 colour, bool filled) {
  if (most <= 0 || values.empty()) return;
  Ui& ui = frame.ui;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float step = rect.w / static_cast<float>(values.size());
  const auto y_of = [&](int64_t value) {
    return rect.bottom() -
           static_cast<float>(static_cast<double>(value) / static_cast<double>(most)) * rect.h;
  };
  if (filled) {
    // Equal neighbours are one rectangle.
    for (size_t i = 0; i < values.size();) {
      size_t end = i + 1;
      while (end < values.size() && values[end] == values[i]) ++end;
      if (values[i] > 0)
        list->AddRectFilled({rect.x + step * static_cast<float>(i), y_of(values[i])},
                            {rect.x + step * static_cast<float>(end), rect.bottom()},
                            faded(colour, 0.55F));
      i = end;
    }
    return;
  }
  for (size_t i = 1; i < values.size(); ++i)
    list->AddLine({rect.x + step * (static_cast<float>(i) - 0.5F), y_of(values[i - 1])},
                  {rect.x + step * (static_cast<float>(i) + 0.5F), y_of(values[i])}, colour,
                  ui.px(1.5F));
}

void StreamChart::draw_now(Frame& frame, const Rect& rect) {
  const float x = rect.x + share_of_now(frame) * rect.w;
  ImGui::GetWindowDrawList()->AddLine({x, rect.y}, {x, rect.bottom()}, frame.palette().accent,
                                      frame.ui.px(1.5F));
}

void StreamChart::draw_held(Frame& frame, const Rect& rect, uint32_t stream, bool readable,
                            const trace::SideHistory& side, ImU32 colour) {
  Ui& ui = frame.ui;
  const size_t parts = parts_of(rect);
  const uint32_t generation = frame.session.generation();
  const size_t samples = frame.trace().size();
  // What never holds anything hands everything straight on: how much, is what can be seen of it.
  const bool passes = side.highest == 0;
  const auto& values =
      passes ? m_curves.get({generation, stream, kPassed, parts}, samples,
                            [&] { return passed_curve(frame.trace(), side, parts); })
             : m_curves.get({generation, stream, readable ? kHeldReadable : kHeldWritable, parts},
                            samples, [&] { return held_curve(frame.trace(), side, parts); });
  const int64_t most = passes ? std::max<int64_t>(greatest(values), 1)
                              : std::max({side.highest, side.mark, int64_t{1}});
  ImGui::GetWindowDrawList()->AddLine({rect.x, rect.bottom()}, {rect.right(), rect.bottom()},
                                      ui.palette().border, 1);
  draw_plot(frame, rect, values, most, colour, true);
  if (!passes && side.mark > 0 && side.mark <= most) {
    const float y =
        rect.bottom() -
        static_cast<float>(static_cast<double>(side.mark) / static_cast<double>(most)) * rect.h;
    ImGui::GetWindowDrawList()->AddLine({rect.x, y}, {rect.right(), y},
                                        faded(ui.palette().bad, 0.7F), 1);
  }
  draw_now(frame, rect);
  if (ImGui::IsMouseHoveringRect(rect.min(), rect.max()))
    show_tooltip(ui, passes ? "What came through, over the whole run; nothing was held."
                            : "Held over the whole run; the most was " +
                                  trace::size_text(side.highest, side.objects) + ".");
}

void StreamChart::draw(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  m_curves.forget_if_many();
  ImGui::GetWindowDrawList()->AddLine(rect.min(), {rect.right(), rect.y}, ui.palette().border, 1);
  rect.take_top(ui.px(8));
  const auto selected = frame.session.selected_stream;
  if (selected && frame.index().streams().find(frame.agent_id(), *selected) != nullptr)
    draw_stream(frame, rect, *selected);
  else
    draw_memory(frame, rect);
}

void StreamChart::draw_stream(Frame& frame, Rect rect, uint32_t stream) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const trace::StreamHistory& history = *frame.index().streams().find(frame.agent_id(), stream);
  const bool readable = history.readable.has_value();
  const trace::SideHistory& side = readable ? *history.readable : *history.writable;
  Rect head = rect.take_top(ui.px(18), ui.px(4));
  const uint64_t out = out_at(side, frame.session.playback().position());
  const std::string passed = trace::size_text(static_cast<int64_t>(out), side.objects) +
                             " came through, " + rate_text(frame, out, side.objects);
  const float width = text_width(ui.fonts().small, passed) + 1;
  draw_text(ui, ui.fonts().small, head.take_right(width, ui.px(8)), p.dim, passed, Fit::kMustFit,
            Align::kRight);
  const float title = std::min(
      text_width(ui.fonts().bold, frame.index().stream_names().of(frame.agent_id(), stream)) +
          ui.px(14),
      head.w * 0.4F);
  draw_text(ui, ui.fonts().bold, head.take_left(title), p.text,
            frame.index().stream_names().of(frame.agent_id(), stream));
  ImVec2 at{head.x, head.y + ui.px(1)};
  const ImU32 held_colour = p.queues[static_cast<size_t>(trace::Queue::poll)];
  const ImU32 passed_colour = p.queues[static_cast<size_t>(trace::Queue::microtask)];
  at.x += legend(ui, at, held_colour, "held");
  legend(ui, at, passed_colour, "throughput");
  const size_t parts = parts_of(rect);
  const uint32_t generation = frame.session.generation();
  const size_t samples = frame.trace().size();
  const auto& held =
      m_curves.get({generation, stream, readable ? kHeldReadable : kHeldWritable, parts}, samples,
                   [&] { return held_curve(frame.trace(), side, parts); });
  // Throughput in coarser parts: of single chunks there would be nothing but spikes.
  const size_t coarse = std::clamp<size_t>(parts / 12, 1, 60);
  const auto& through = m_curves.get({generation, stream, kPassed, coarse}, samples,
                                     [&] { return passed_curve(frame.trace(), side, coarse); });
  draw_plot(frame, rect, held, std::max({side.highest, side.mark, int64_t{1}}), held_colour, true);
  draw_plot(frame, rect, through, std::max<int64_t>(greatest(through), 1), passed_colour, false);
  draw_now(frame, rect);
  const Interaction over = region(ui, "streams.chart", rect);
  if (over.hovered && over.clicked && !frame.trace().events.empty()) {
    const auto& events = frame.trace().events;
    const double share = static_cast<double>((ImGui::GetIO().MousePos.x - rect.x) / rect.w);
    frame.commands.give(CommandId::kSeekTime,
                        static_cast<int64_t>(share * static_cast<double>(events.back().time.ns -
                                                                         events.front().time.ns)));
  }
}

void StreamChart::draw_memory(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  Rect head = rect.take_top(ui.px(18), ui.px(4));
  const auto memory = frame.index().streams().memory();
  draw_text(ui, ui.fonts().bold, head.take_left(ui.px(76)), p.text, "Memory", Fit::kMustFit);
  if (memory.empty()) {
    draw_text(ui, ui.fonts().small, head, p.faint,
              "Click a stream to see what it holds over time.");
    return;
  }
  const size_t parts = parts_of(rect);
  const uint32_t generation = frame.session.generation();
  const size_t samples = frame.trace().size();
  struct Line {
    Kind cache;
    MemoryKind kind;
    ImU32 colour;
    std::string_view name;
  };
  const Line lines[] = {
      {kHeap, MemoryKind::kHeap, p.queues[static_cast<size_t>(trace::Queue::main)], "heap"},
      {kExternal, MemoryKind::kExternal, p.queues[static_cast<size_t>(trace::Queue::timers)],
       "buffers"},
      {kBuffered, MemoryKind::kBuffered, p.queues[static_cast<size_t>(trace::Queue::poll)],
       "of these in streams"}};
  int64_t most = 1;
  for (const Line& line : lines)
    most = std::max(most, greatest(m_curves.get({generation, 0, line.cache, parts}, samples, [&] {
                      return memory_curve(frame.trace(), frame.index().streams(), line.kind, parts);
                    })));
  ImVec2 at{head.x, head.y + ui.px(1)};
  for (const Line& line : lines) {
    at.x += legend(ui, at, line.colour, line.name);
    draw_plot(frame, rect,
              m_curves.get({generation, 0, line.cache, parts}, samples,
                           [] { return std::vector<int64_t>(); }),
              most, line.colour, false);
  }
  const std::string top = "most " + trace::size_text(most, false);
  const float width = text_width(ui.fonts().small, top) + 1;
  draw_text(ui, ui.fonts().small, head.take_right(width), p.dim, top, Fit::kMustFit, Align::kRight);
  draw_now(frame, rect);
}

}  // namespace loopscope::gui
