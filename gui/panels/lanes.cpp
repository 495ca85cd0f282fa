#include "gui/panels/lanes.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/trace/words.h"
#include "gui/panels/delay_chart.h"
#include "gui/panels/load_bars.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

// A lane's name has little room: a process is known by its number.
std::string short_name(const std::string& name) {
  constexpr std::string_view kProcess = "process ";
  return name.starts_with(kProcess) ? "pid " + name.substr(kProcess.size()) : name;
}

constexpr size_t kMostCauses = 12;
// Nearer to a message's line than this, the mouse means it.
constexpr float kReach = 5;

ImU32 mark_colour(const Palette& p, MarkKind kind) {
  switch (kind) {
    case MarkKind::kConsoleOut:
      return p.text;
    case MarkKind::kExit:
      return p.dim;
    default:
      return p.bad;
  }
}

// Slanted lines over a bar: what is there does not go on.
void draw_hatch(const Rect& rect, ImU32 colour, float step, float thickness) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect(rect.min(), rect.max(), true);
  for (float x = rect.x - rect.h; x < rect.right(); x += step)
    list->AddLine({x, rect.bottom()}, {x + rect.h, rect.y}, colour, thickness);
  list->PopClipRect();
}

float distance(ImVec2 at, ImVec2 a, ImVec2 b) {
  const float dx = b.x - a.x;
  const float dy = b.y - a.y;
  const float length = std::max(dx * dx + dy * dy, 1e-6F);
  const float share = std::clamp(((at.x - a.x) * dx + (at.y - a.y) * dy) / length, 0.0F, 1.0F);
  return std::hypot(at.x - a.x - share * dx, at.y - a.y - share * dy);
}

bool mouse_in(const Rect& rect) {
  return ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(rect.min(), rect.max());
}

}  // namespace

bool LaneStack::renew(Frame& frame) {
  const bool is_new = m_run.moves_to(frame.session);
  if (is_new) {
    m_model = std::make_unique<TimelineModel>(frame.index());
    m_tracks = std::make_unique<MachineTracks>(frame.index());
    m_messages = std::make_unique<MessageLines>(frame.index());
    m_scroll = 0;
  }
  m_model->extend();
  m_tracks->extend();
  m_messages->extend();
  return is_new;
}

int64_t LaneStack::longest_delay() const {
  return m_tracks->longest_delay({}, m_tracks->now());
}

const LaneRow* LaneStack::row_of(AgentId agent) const {
  const auto found = std::ranges::find_if(m_rows, [agent](const LaneRow& row) {
    return row.kind == LaneKind::kAgent && row.agent == agent;
  });
  return found == m_rows.end() ? nullptr : &*found;
}

// Where the bars of an agent's lane begin.
float LaneStack::bar_top(const Rect& rect, const LaneRow& row) const {
  return rect.y - m_scroll + row.y + row.height * 0.26F;
}

void LaneStack::draw(Frame& frame, const Rect& rect, const View& view, int64_t delay_scale_ns,
                     bool with_cores) {
  Ui& ui = frame.ui;
  m_rows = lane_rows(ui, *m_model, *m_tracks, rect.h, with_cores);
  m_model->prepare(view, m_layouts);
  m_delay_scale = std::max<int64_t>(delay_scale_ns > 0 ? delay_scale_ns : longest_delay(), 1);
  const float height = height_of(m_rows);
  const float most = std::max(height - rect.h, 0.0F);
  const Rect names{rect.x - gutter(ui), rect.y, gutter(ui), rect.h};
  if (mouse_in(names) && ImGui::GetIO().MouseWheel != 0)
    m_scroll -= ImGui::GetIO().MouseWheel * ui.px(40);
  m_scroll = std::clamp(m_scroll, 0.0F, most);
  if (most > 1) draw_scroll_bar(frame, rect, height);

  ImGui::PushClipRect(names.min(), rect.max(), true);
  for (const LaneRow& row : m_rows) {
    const Rect place{rect.x, rect.y - m_scroll + row.y, rect.w, row.height};
    if (place.bottom() < rect.y || place.y > rect.bottom()) continue;
    draw_name(frame, {names.x, place.y, names.w - ui.px(8), place.h}, row);
    ImGui::PushClipRect(rect.min(), rect.max(), true);
    draw_row(frame, place, row, view);
    ImGui::PopClipRect();
  }
  ImGui::PopClipRect();
  ImGui::PushClipRect(rect.min(), rect.max(), true);
  draw_messages(frame, rect, view);
  draw_causes(frame, rect, view);
  ImGui::PopClipRect();
}

void LaneStack::draw_row(Frame& frame, const Rect& rect, const LaneRow& row, const View& view) {
  switch (row.kind) {
    case LaneKind::kAgent:
      return draw_agent(frame, rect, row, view);
    case LaneKind::kDelay:
      return draw_delay(frame, rect, row, view);
    case LaneKind::kThread:
    case LaneKind::kCore:
      return draw_load(frame, rect, row, view);
  }
}

void LaneStack::draw_name(Frame& frame, const Rect& rect, const LaneRow& row) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const bool is_agent = row.kind == LaneKind::kAgent;
  std::string name;
  std::string hint;
  switch (row.kind) {
    case LaneKind::kAgent: {
      name = short_name(agent_name(frame, row.agent));
      const std::string_view label = frame.index().agent_names().label(row.agent);
      hint = name + (label.empty() ? "" : " runs " + std::string(label)) +
             ": its callbacks as bars, the phases of its loop under them.\nClick to see its loop.";
      break;
    }
    case LaneKind::kDelay:
      name = "loop delay";
      hint =
          "How long whatever becomes ready at a moment waits until the main thread's loop looks. "
          "The longest here: " +
          trace::duration_text(longest_delay()) + ".";
      break;
    case LaneKind::kThread:
      name = "pool " + std::to_string(row.index + 1);
      hint = "A thread of libuv's pool and the jobs it works on.";
      break;
    case LaneKind::kCore:
      name = "core " + std::to_string(row.index + 1);
      hint = "A core of the machine: how much of the time it computes, and for which agent.";
      break;
  }
  Rect place = rect;
  if (is_agent) {
    place = {rect.x, bar_top({0, rect.y - row.y + m_scroll}, row), rect.w, row.height * 0.5F};
    const Rect dot = place.take_left(ui.px(8), ui.px(6));
    ImGui::GetWindowDrawList()->AddRectFilled({dot.x, place.y}, {dot.x + ui.px(3), place.bottom()},
                                              frame.colour_of(row.agent), ui.px(2));
  } else {
    place.take_left(ui.px(14));
    if (row.kind == LaneKind::kDelay) {
      place = {place.x, rect.center().y - ui.px(15), place.w, ui.px(15)};
      draw_text(ui, ui.fonts().small, {place.x, place.bottom(), place.w, ui.px(15)}, p.faint,
                "0 – " + trace::duration_text(m_delay_scale));
    }
  }
  const bool shown = is_agent && row.agent == frame.agent_id() && m_model->lane_count() > 1;
  draw_text(ui, is_agent ? ui.fonts().bold : ui.fonts().small, place,
            shown      ? p.text
            : is_agent ? p.dim
                       : p.faint,
            name);
  if (is_agent) {
    const Interaction over = region(ui, "lane.agent." + std::to_string(row.agent.value), rect);
    tooltip(ui, hint);
    if (over.clicked) frame.commands.give(CommandId::kSelectAgent, row.agent.value);
  } else if (mouse_in(rect)) {
    show_tooltip(ui, hint);
  }
}

void LaneStack::draw_agent(Frame& frame, const Rect& rect, const LaneRow& row, const View& view) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const LaneLayout& lane = m_layouts[row.index];
  const float y = bar_top({0, rect.y - row.y + m_scroll}, row);
  const float bar_h = row.height * 0.5F;
  const float phases_y = y + bar_h + ui.px(2);
  const float phases_h = std::max(row.height * 0.1F, ui.px(3));
  for (const WaitSpan& wait : lane.waits)
    list->AddRectFilled({rect.x + wait.x0, phases_y}, {rect.x + wait.x1, phases_y + phases_h},
                        faded(p.faint, 0.35F));
  for (const PhaseSpan& phase : lane.phases) {
    constexpr std::array kQueues = {trace::Queue::timers, trace::Queue::pending,
                                    trace::Queue::poll,   trace::Queue::poll,
                                    trace::Queue::check,  trace::Queue::closing};
    list->AddRectFilled({rect.x + phase.x0, phases_y},
                        {rect.x + std::max(phase.x1, phase.x0 + 1), phases_y + phases_h},
                        faded(frame.colour_of(kQueues[static_cast<size_t>(phase.phase)]), 0.75F));
  }
  draw_bars(frame, rect, lane, y, bar_h);
  draw_states(frame, row.agent, view, rect, y, bar_h);
  draw_marks(frame, rect, lane);
}

void LaneStack::draw_bars(Frame& frame, const Rect& rect, const LaneLayout& lane, float y,
                          float bar_h) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  for (const Bar& bar : lane.bars) {
    const float depth_h = bar_h / static_cast<float>(1 + bar.depth);
    const Rect place{rect.x + bar.x0, y + bar_h - depth_h, std::max(bar.x1 - bar.x0, ui.px(2)),
                     depth_h};
    // It was ready since there, and had to wait.
    if (bar.x0 - bar.ready > ui.px(4)) {
      const float line = y - ui.px(3);
      list->AddLine({rect.x + bar.ready, line}, {place.x, line}, p.warning, ui.px(2));
      list->AddLine({rect.x + bar.ready, line - ui.px(3)}, {rect.x + bar.ready, line + ui.px(3)},
                    p.warning, ui.px(2));
    }
    list->AddRectFilled(place.min(), place.max(),
                        faded(frame.colour_of(bar.queue), bar.count > 1 ? 0.75F : 1.0F),
                        place.w > 6 ? ui.px(3) : 0);
    if (frame.session.selected_task == bar.task)
      list->AddRect(place.min(), place.max(), p.text, ui.px(3), 0, ui.px(2));
    const trace::TaskLife& task = frame.index().tasks().at(bar.task);
    if (bar.count == 1 && place.w > ui.px(34) && depth_h >= ui.fonts().small->FontSize)
      draw_text(
          ui, ui.fonts().small,
          {std::max(place.x, rect.x) + ui.px(5), place.y,
           std::min(place.right(), rect.right()) - std::max(place.x, rect.x) - ui.px(10), place.h},
          p.dark ? p.background : p.panel, trace::task_name(frame.trace(), task));
    if (mouse.x < place.x || mouse.x >= place.right() || mouse.y < place.y ||
        mouse.y >= place.bottom() || !ImGui::IsWindowHovered())
      continue;
    std::string text = std::to_string(bar.count) + " tasks: zoom in to see them";
    if (bar.count == 1) {
      text = trace::task_text(frame.trace(), task) + "\nCPU " + trace::duration_text(task.cpu_ns);
      if (task.due && task.started) {
        const VirtualTime late = frame.trace().at(*task.started).time - *task.due;
        if (late.ns > 0) text += "\nready " + trace::duration_text(late.ns) + " before it ran";
      }
    }
    show_tooltip(ui, text);
    if (ImGui::IsMouseReleased(ImGuiMouseButton_Left) && bar.count == 1)
      frame.commands.give(CommandId::kSelectTask, bar.task.value);
  }
}

// What keeps an agent from running anything: it is being made, or sleeps on shared memory.
void LaneStack::draw_states(Frame& frame, AgentId agent, const View& view, const Rect& rect,
                            float y, float bar_h) {
  const MachineTracks::Agent* tracks = m_tracks->agent(agent);
  if (tracks == nullptr) return;
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Scale scale(view);
  place(tracks->starting, scale, m_tracks->now(), [&](size_t, size_t, float x0, float x1) {
    const Rect at{rect.x + x0, y, x1 - x0, bar_h};
    draw_hatch(at, faded(p.faint, 0.45F), ui.px(8), 1);
    list->AddRect(at.min(), at.max(), faded(p.faint, 0.8F), ui.px(3));
    if (at.w > ui.px(60))
      draw_text(ui, ui.fonts().small, at.inset(ui.px(5), 0), p.dim, "starting", Fit::kMayCut,
                Align::kCenter);
    if (mouse_in(at))
      show_tooltip(ui, "The worker is being started: a thread, an engine and Node's own start-up.");
  });
  place(tracks->blocked, scale, m_tracks->now(), [&](size_t first, size_t end, float x0, float x1) {
    const Rect at{rect.x + x0, y, x1 - x0, bar_h};
    list->AddRectFilled(at.min(), at.max(), mixed(p.panel, p.bad, 0.22F), ui.px(2));
    draw_hatch(at, faded(p.bad, 0.75F), ui.px(6), ui.px(1.5F));
    list->AddRect(at.min(), at.max(), p.bad, ui.px(2));
    const auto wait =
        trace::unpack<trace::SharedChange>(frame.trace().at({tracks->blocked.what(first)}));
    const std::string cell = "cell " + std::to_string(wait.cell);
    const std::string text = "blocked · " + cell;
    const float width = text_width(ui.fonts().small, text) + ui.px(10);
    if (at.w > width) {
      const Rect back{at.center().x - width / 2, at.center().y - ui.px(8), width, ui.px(16)};
      list->AddRectFilled(back.min(), back.max(), p.panel, ui.px(3));
      draw_text(ui, ui.fonts().small, back, p.bad, text, Fit::kMayCut, Align::kCenter);
    }
    if (!mouse_in(at)) return;
    if (end - first > 1)
      return show_tooltip(ui,
                          "blocked " + trace::times_text(end - first) + ": zoom in to see them");
    const int64_t length =
        tracks->blocked.end_of(first, m_tracks->now()) - tracks->blocked.begin_of(first);
    show_tooltip(ui, "Blocked in Atomics.wait() on " + cell + " of shared buffer " +
                         std::to_string(wait.buffer) + " for " + trace::duration_text(length) +
                         ", called at " +
                         std::string(trace::without_column(frame.trace().view(wait.from))) +
                         ". The whole thread stands still.");
  });
}

void LaneStack::draw_marks(Frame& frame, const Rect& rect, const LaneLayout& lane) {
  Ui& ui = frame.ui;
  const float r = ui.px(3);
  for (const Mark& mark : lane.marks) {
    const ImVec2 at{rect.x + mark.x, rect.y + ui.px(4)};
    ImGui::GetWindowDrawList()->AddTriangleFilled({at.x - r, at.y - r}, {at.x + r, at.y - r},
                                                  {at.x, at.y + r},
                                                  mark_colour(ui.palette(), mark.kind));
  }
}

void LaneStack::draw_delay(Frame& frame, const Rect& rect, const LaneRow& row, const View& view) {
  Ui& ui = frame.ui;
  const Rect chart = rect.inset(0, ui.px(2));
  draw_delay_chart(frame, chart, *m_tracks, row.agent, view, m_delay_scale, m_shapes);
  ui.place("lane.delay", chart);
}

void LaneStack::draw_load(Frame& frame, const Rect& rect, const LaneRow& row, const View& view) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool is_core = row.kind == LaneKind::kCore;
  const LoadTrack& track = is_core ? m_tracks->cores()[row.index] : m_tracks->threads()[row.index];
  const Rect lane = rect.inset(0, 1);
  list->AddRectFilled(lane.min(), lane.max(), faded(p.background, 0.6F), ui.px(2));
  ui.place(std::string(is_core ? "lane.core." : "lane.pool.") + std::to_string(row.index), lane);
  prepare_load(track, view, m_tracks->now(), m_parts);
  draw_load_bars(frame, lane, m_parts, is_core);
  for (const LoadPart& part : m_parts) {
    if (part.x1 - part.x0 < ui.px(50) || lane.h < ui.fonts().small->FontSize) continue;
    const Rect text{std::max(lane.x + part.x0, lane.x) + ui.px(4), lane.y,
                    part.x1 - std::max(part.x0, 0.0F) - ui.px(8), lane.h};
    const ImU32 ink = p.dark ? p.background : p.panel;
    if (is_core)
      draw_text(ui, ui.fonts().small, text, ink,
                agent_name(frame, AgentId{static_cast<uint16_t>(part.what)}));
    else
      draw_text(
          ui, ui.fonts().small, text, ink,
          trace::task_name(frame.trace(), frame.index().tasks().at(trace::TaskIndex{part.what})));
  }
  if (!mouse_in(lane)) return;
  const auto ns = Scale(view).ns(static_cast<double>(ImGui::GetIO().MousePos.x - rect.x));
  const Track& spans = track.spans();
  const size_t at = spans.at(ns, m_tracks->now());
  if (at == spans.size())
    return show_tooltip(ui, is_core ? "Nobody computes on this core." : "This thread is idle.");
  const std::string length =
      trace::duration_text(spans.end_of(at, m_tracks->now()) - spans.begin_of(at));
  if (is_core)
    return show_tooltip(ui, agent_name(frame, AgentId{static_cast<uint16_t>(spans.what(at))}) +
                                " computes for " + length);
  const trace::TaskIndex task{spans.what(at)};
  show_tooltip(ui, "works for " + length + " for " +
                       trace::task_text(frame.trace(), frame.index().tasks().at(task)));
  if (ImGui::IsMouseReleased(ImGuiMouseButton_Left))
    frame.commands.give(CommandId::kSelectTask, task.value);
}

// From where the task at hand was scheduled to where it began, and to what it scheduled.
void LaneStack::draw_causes(Frame& frame, const Rect& rect, const View& view) {
  const trace::TaskIndex task =
      frame.session.selected_task ? frame.session.selected_task : frame.session.execution().task;
  if (!task) return;
  Ui& ui = frame.ui;
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (const Arrow& arrow : m_model->arrows(task, view, kMostCauses)) {
    if (arrow.lane0 < 0 || arrow.lane1 < 0 || arrow.lane0 != arrow.lane1) continue;
    const LaneRow* row = row_of(m_model->agent_of(static_cast<size_t>(arrow.lane0)));
    if (row == nullptr) continue;
    const float y = bar_top(rect, *row);
    const ImVec2 from{rect.x + arrow.x0, y};
    const ImVec2 to{rect.x + arrow.x1, y};
    const float lift = std::min(ui.px(16), std::abs(to.x - from.x) * 0.4F);
    const ImU32 colour = faded(ui.palette().warning, 0.9F);
    list->AddBezierCubic(from, {from.x, from.y - lift}, {to.x, to.y - lift}, to, colour,
                         ui.px(1.5F));
    list->AddTriangleFilled(to, {to.x - ui.px(3.5F), to.y - ui.px(6)},
                            {to.x + ui.px(3.5F), to.y - ui.px(6)}, colour);
  }
}

void LaneStack::draw_messages(Frame& frame, const Rect& rect, const View& view) {
  m_messages->prepare(view, m_lines);
  if (m_lines.empty()) return;
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const MessageLine* nearest = nullptr;
  float nearest_by = ui.px(kReach);
  struct Ends {
    ImVec2 from;
    ImVec2 to;
  };
  const auto ends_of = [&](const MessageLine& line) -> std::optional<Ends> {
    const LaneRow* sender = row_of(line.sender);
    const LaneRow* receiver = row_of(line.receiver);
    if (sender == nullptr || receiver == nullptr) return std::nullopt;
    const bool down = receiver->y > sender->y;
    const float half = 0.5F;
    return Ends{
        {rect.x + line.x0, bar_top(rect, *sender) + (down ? sender->height * half : 0)},
        {rect.x + line.x1, bar_top(rect, *receiver) + (down ? 0 : receiver->height * half)}};
  };
  const auto draw_line = [&](const MessageLine& line, const Ends& ends, bool strong) {
    ImU32 colour = mixed(p.dim, frame.colour_of(line.sender), 0.7F);
    if (strong)
      colour = p.accent;
    else if (line.pending)
      colour = faded(p.warning, 0.8F);
    else
      colour = faded(colour, line.internal ? 0.35F : 0.85F);
    const float thick = ui.px(strong ? 2.5F : line.count > 1 ? 2.0F : 1.4F);
    list->AddLine(ends.from, ends.to, colour, thick);
    const float length =
        std::max(std::hypot(ends.to.x - ends.from.x, ends.to.y - ends.from.y), 1.F);
    const float ux = (ends.to.x - ends.from.x) / length;
    const float uy = (ends.to.y - ends.from.y) / length;
    const float head = ui.px(strong ? 7 : 5);
    if (!line.pending)
      list->AddTriangleFilled(
          ends.to,
          {ends.to.x - ux * head - uy * head * 0.5F, ends.to.y - uy * head + ux * head * 0.5F},
          {ends.to.x - ux * head + uy * head * 0.5F, ends.to.y - uy * head - ux * head * 0.5F},
          colour);
  };
  const bool hovers =
      ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(rect.min(), rect.max());
  for (const MessageLine& line : m_lines) {
    const auto ends = ends_of(line);
    if (!ends) continue;
    draw_line(line, *ends, frame.session.selected_message == line.number && line.count == 1);
    const float by = distance(mouse, ends->from, ends->to);
    if (!hovers || by >= nearest_by) continue;
    nearest = &line;
    nearest_by = by;
  }
  // Where each can be found, for whoever watches from outside: the first few.
  size_t told = 0;
  for (const MessageLine& line : m_lines) {
    if (told == 40) break;
    const auto ends = ends_of(line);
    if (!ends || line.count > 1 || line.internal) continue;
    const ImVec2 middle{(ends->from.x + ends->to.x) / 2, (ends->from.y + ends->to.y) / 2};
    if (middle.x < rect.x || middle.x > rect.right() || middle.y < rect.y ||
        middle.y > rect.bottom())
      continue;
    ui.place("message." + std::to_string(line.number), {middle.x - 2, middle.y - 2, 4, 4});
    ++told;
  }
  if (nearest == nullptr) return;
  draw_line(*nearest, *ends_of(*nearest), true);
  const trace::MessageLife* message = frame.index().messages().find(nearest->number);
  if (nearest->count > 1 || message == nullptr)
    return show_tooltip(ui, std::to_string(nearest->count) + " messages from " +
                                agent_name(frame, nearest->sender) + " to " +
                                agent_name(frame, nearest->receiver) + ": zoom in to see them");
  const std::string text = agent_name(frame, message->sender) + " → " +
                           agent_name(frame, message->receiver) + "\n" +
                           message_preview(frame.index(), *message);
  show_tooltip(ui, text, "Click: its way, and why it was received just then");
  if (ImGui::IsMouseReleased(ImGuiMouseButton_Left))
    frame.commands.give(CommandId::kSelectMessage, message->number);
}

void LaneStack::draw_scroll_bar(Frame& frame, const Rect& rect, float height) {
  Ui& ui = frame.ui;
  const Rect track{rect.right() - ui.px(7), rect.y, ui.px(7), rect.h};
  const float share = rect.h / height;
  const Rect thumb{track.x, track.y + m_scroll * share, track.w, rect.h * share};
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(track.min(), track.max(), faded(ui.palette().background, 0.8F), ui.px(3));
  list->AddRectFilled(thumb.min(), thumb.max(), ui.palette().faint, ui.px(3));
  const Interaction state = region(ui, "lanes.scroll", track);
  if (state.held) m_scroll = (ImGui::GetIO().MousePos.y - track.y) / share - rect.h / 2;
  m_scroll = std::clamp(m_scroll, 0.0F, std::max(height - rect.h, 0.0F));
}

}  // namespace loopscope::gui
