#include "gui/panels/event_loop.h"

#include <array>

#include "core/trace/words.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

using trace::Phase;
using trace::Queue;

struct PhaseText {
  std::string_view name;
  std::string_view what;
  std::string_view hint;
};

PhaseText text_of(Phase phase) {
  switch (phase) {
    case Phase::timers:
      return {"timers", "setTimeout · setInterval", "Runs timers that are due."};
    case Phase::pending:
      return {"pending callbacks", "deferred I/O",
              "Runs I/O callbacks put off by the last iteration."};
    case Phase::idle_prepare:
      return {"idle, prepare", "internal", "Used inside Node only."};
    case Phase::poll:
      return {"poll", "I/O callbacks", "Waits for I/O, and runs its callbacks."};
    case Phase::check:
      return {"check", "setImmediate", "Runs immediates."};
    case Phase::closing:
      return {"close callbacks", "'close' events", "Runs close callbacks."};
  }
  return {};
}

Queue queue_of(Phase phase) {
  switch (phase) {
    case Phase::timers:
      return Queue::timers;
    case Phase::pending:
      return Queue::pending;
    case Phase::poll:
    case Phase::idle_prepare:
      return Queue::poll;
    case Phase::check:
      return Queue::check;
    case Phase::closing:
      return Queue::closing;
  }
  return Queue::main;
}

void arrow(Ui& ui, ImVec2 from, ImVec2 to, ImU32 colour) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float head = ui.px(5);
  const float dx = to.x > from.x + 1 ? 1.0F : to.x < from.x - 1 ? -1.0F : 0.0F;
  const float dy = to.y > from.y + 1 ? 1.0F : to.y < from.y - 1 ? -1.0F : 0.0F;
  const ImVec2 neck{to.x - dx * head, to.y - dy * head};
  list->AddLine(from, neck, colour, ui.px(2));
  list->AddTriangleFilled(to, {neck.x - dy * head, neck.y - dx * head},
                          {neck.x + dy * head, neck.y + dx * head}, colour);
}

}  // namespace

std::string loop_activity(Frame& frame) {
  const trace::AgentState* agent = frame.agent();
  if (agent == nullptr || frame.session.playback().position() == 0)
    return "Nothing has happened yet. Press Space to play, or → to step.";
  if (agent->exit_code)
    return (frame.agent_id() == AgentId{} ? "The program has"
                                          : "The " + agent_name(frame, frame.agent_id()) + " has") +
           std::string(" ended with code ") + std::to_string(*agent->exit_code) + ".";
  if (!agent->running.empty()) {
    const trace::TaskLife& task = frame.index().tasks().at(agent->running.back());
    return "Running " + trace::task_text(frame.trace(), task) + ".";
  }
  if (agent->wait) {
    const std::string what(frame.trace().view(agent->wait->what));
    std::string text = "Asleep in poll, waiting for " + (what.empty() ? "I/O" : what);
    if (agent->wait->until) text += " at " + moment_text(frame, *agent->wait->until);
    return text + ".";
  }
  if (agent->draining)
    return *agent->draining == Queue::tick ? "Draining the nextTick queue."
                                           : "Draining the promise jobs.";
  if (agent->phase) return "In the " + std::string(text_of(*agent->phase).name) + " phase.";
  return agent->iteration == 0 ? "The loop is about to start." : "Between two phases.";
}

std::string loop_heading(Frame& frame) {
  const trace::AgentState* agent = frame.agent();
  const uint32_t iteration = agent == nullptr ? 0 : agent->iteration;
  std::string text = "Event loop";
  if (frame.agent_id() != AgentId{}) text += " of " + agent_name(frame, frame.agent_id());
  return iteration == 0 ? text : text + " · iteration " + std::to_string(iteration);
}

float clock_width(const Frame& frame) {
  return text_width(frame.ui.fonts().title, moment_text(frame, frame.now())) + frame.ui.px(12);
}

void draw_clock(Frame& frame, Rect& head) {
  Ui& ui = frame.ui;
  const std::string clock = moment_text(frame, frame.now());
  const float width = text_width(ui.fonts().title, clock) + 1;
  Rect line = head.take_right(width, ui.px(8));
  draw_text(ui, ui.fonts().title, line.take_top(ui.px(26)), ui.palette().text, clock, Fit::kMustFit,
            Align::kRight);
  if (head.w < ui.px(300)) return;
  draw_text(ui, ui.fonts().small, head.take_right(ui.px(84), ui.px(8)), ui.palette().dim,
            "virtual time", Fit::kMustFit, Align::kRight);
}

void draw_activity(Frame& frame, const Rect& rect, const std::string& text) {
  Ui& ui = frame.ui;
  draw_rich_paragraph(ui.fonts().body, ui.fonts().mono, rect.min(), rect.w, ui.palette().dim,
                      ui.palette().text, text);
  ui.place("loop.activity", rect);
  ui.say("loop.activity", text);
}

void EventLoopPanel::draw(Frame& frame, const Rect& rect) {
  Rect inside = panel(frame.ui, "loop", rect, "");
  begin_scroll("loop.content", rect,
               ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  Rect status = inside.take_top(frame.ui.px(50), frame.ui.px(6));
  Rect head = status.take_top(frame.ui.px(26));
  draw_clock(frame, head);
  draw_text(frame.ui, frame.ui.fonts().title, head, frame.palette().text, loop_heading(frame));
  draw_activity(frame, status, loop_activity(frame));
  draw_ring(frame, inside);
  end_scroll();
}

void EventLoopPanel::draw_ring(Frame& frame, Rect inside) {
  Ui& ui = frame.ui;
  const float gap = ui.px(20);
  const float row = std::max((inside.h - 2 * gap) * 0.325F, ui.px(72));
  Rect top = inside.take_top(row, gap);
  Rect bottom = inside.take_bottom(row, gap);
  const ImU32 line = mixed(ui.palette().border, ui.palette().dim, 0.35F);

  const float width = top.w - 2 * gap;
  const Rect timers = top.take_left(width * 0.40F, gap);
  const Rect idle = top.take_right(width * 0.24F, gap);
  const Rect pending = top;
  const Rect closing = bottom.take_left(width * 0.30F, gap);
  const Rect poll = bottom.take_right(width * 0.36F, gap);
  const Rect check = bottom;
  arrow(ui, {timers.right(), timers.center().y}, {pending.x, timers.center().y}, line);
  arrow(ui, {pending.right(), timers.center().y}, {idle.x, timers.center().y}, line);
  arrow(ui, {poll.x, poll.center().y}, {check.right(), poll.center().y}, line);
  arrow(ui, {check.x, poll.center().y}, {closing.right(), poll.center().y}, line);
  const float left = inside.x + ui.px(9);
  const float right = inside.right() - ui.px(9);
  arrow(ui, {right, idle.bottom()}, {right, poll.y}, line);
  arrow(ui, {left, closing.y}, {left, timers.bottom()}, line);

  m_center = inside.inset(ui.px(26), 0);
  draw_phase(frame, timers, Phase::timers);
  draw_phase(frame, pending, Phase::pending);
  draw_phase(frame, idle, Phase::idle_prepare);
  draw_phase(frame, poll, Phase::poll);
  draw_phase(frame, check, Phase::check);
  draw_phase(frame, closing, Phase::closing);
  draw_center(frame, m_center);

  const uint64_t position = frame.session.playback().position();
  const uint64_t moved =
      position > m_last_position ? position - m_last_position : m_last_position - position;
  m_motion.end_frame(frame.seconds, moved > 40 || m_last_generation != frame.session.generation());
  m_last_position = position;
  m_last_generation = frame.session.generation();
}

void EventLoopPanel::draw_phase(Frame& frame, const Rect& rect, Phase phase) {
  Ui& ui = frame.ui;
  const trace::AgentState* agent = frame.agent();
  const bool current = agent != nullptr && agent->phase == phase;
  const Queue queue = queue_of(phase);
  const PhaseText text = text_of(phase);
  const ImU32 colour = phase == Phase::idle_prepare ? ui.palette().faint : frame.colour_of(queue);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float round = ui.px(8);
  list->AddRectFilled(rect.min(), rect.max(),
                      mixed(ui.palette().panel, colour, current ? 0.16F : 0.035F), round);
  list->AddRect(rect.min(), rect.max(), current ? colour : ui.palette().border, round, 0,
                ui.px(current ? 2.5F : 1));
  ui.place("phase." + std::string(trace::name(phase)), rect);
  Rect inside = rect.inset(ui.px(9), ui.px(6));
  Rect head = inside.take_top(ui.px(20));
  const size_t waiting =
      agent == nullptr || phase == Phase::idle_prepare ? 0 : agent->queue(queue).size();
  if (waiting > 0) {
    const float width =
        draw_badge(ui, {head.right(), head.center().y}, colour, std::to_string(waiting));
    head.take_right(width, ui.px(4));
  }
  draw_text(ui, ui.fonts().bold, head, current ? colour : ui.palette().text, text.name);
  draw_text(ui, ui.fonts().small, inside.take_top(ui.px(17), ui.px(4)), ui.palette().faint,
            text.what);
  if (waiting > 0) draw_cards_down(frame, inside, queue);
}

void EventLoopPanel::draw_cards_down(Frame& frame, Rect rect, Queue queue) {
  Ui& ui = frame.ui;
  const auto& tasks = frame.agent()->queue(queue);
  const float height = ui.px(25);
  const float gap = ui.px(4);
  auto room = static_cast<size_t>(std::max(0.0F, (rect.h + gap) / (height + gap)));
  const bool overflow = tasks.size() > room;
  if (overflow && room > 0) --room;
  size_t shown = 0;
  for (const trace::PendingTask& task : tasks) {
    if (shown == room) break;
    draw_queue_card(frame, rect.take_top(height, gap), task.task, queue, shown == 0);
    ++shown;
  }
  if (overflow)
    draw_text(ui, ui.fonts().small, rect.take_top(ui.px(18)), ui.palette().dim,
              "+ " + std::to_string(tasks.size() - shown) + " more");
}

void EventLoopPanel::draw_queue_card(Frame& frame, const Rect& rect, trace::TaskIndex index,
                                     Queue queue, bool next) {
  const trace::TaskLife& task = frame.index().tasks().at(index);
  Ui& ui = frame.ui;
  const Rect origin{m_center.x + m_center.w * 0.15F, m_center.center().y, rect.w, rect.h};
  const Rect at = m_motion.place(ui, index.value, rect, origin);
  const Interaction state = region(ui, "task." + std::to_string(task.id.value), at);
  Card card;
  card.name = trace::task_name(frame.trace(), task);
  const std::string place = short_place(frame, frame.trace().view(task.location));
  card.note = place;
  if (queue == Queue::timers && task.due) card.note = "due " + moment_text(frame, *task.due);
  card.colour = frame.colour_of(queue);
  card.selected = frame.session.selected_task == index;
  card.next = next;
  draw_card(ui, at, card, state.hovered);
  std::string hint = trace::task_text(frame.trace(), task);
  if (task.due) hint += "\ndue at " + moment_text(frame, *task.due);
  if (task.from)
    hint += "\nscheduled at " + std::string(trace::without_column(frame.trace().view(task.from)));
  tooltip(ui, hint, "Click: why does it wait here?");
  if (state.clicked) frame.commands.give(CommandId::kSelectTask, index.value);
}

void EventLoopPanel::draw_center(Frame& frame, const Rect& rect) {
  Ui& ui = frame.ui;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(rect.min(), rect.max(), ui.palette().background, ui.px(10));
  Rect inside = rect.inset(ui.px(10), ui.px(8));
  draw_running(frame, inside.take_left(inside.w * 0.46F, ui.px(12)));
  const float half = (inside.h - ui.px(8)) / 2;
  draw_lane(frame, inside.take_top(half, ui.px(8)), Queue::tick, "nextTick queue");
  draw_lane(frame, inside, Queue::microtask, "promise jobs");
}

void EventLoopPanel::draw_running(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  ui.place("loop.running", rect);
  const trace::AgentState* agent = frame.agent();
  draw_text(ui, ui.fonts().small, rect.take_top(ui.px(16), ui.px(4)), ui.palette().dim,
            "call stack · running now", Fit::kMustFit);
  if (agent == nullptr || agent->running.empty()) {
    ImGui::GetWindowDrawList()->AddRect(rect.min(), rect.max(), ui.palette().border, ui.px(6));
    draw_text(ui, ui.fonts().body, rect.inset(ui.px(6), 0), ui.palette().faint, "empty",
              Fit::kMustFit, Align::kCenter);
    return;
  }
  const trace::TaskIndex index = agent->running.back();
  const trace::TaskLife& task = frame.index().tasks().at(index);
  const float height = std::min(rect.h, ui.px(46));
  const Rect target = rect.take_top(height, ui.px(5));
  const Rect at = m_motion.place(ui, index.value, target, target);
  const Interaction state = region(ui, "running", at);
  Card card;
  card.name = trace::task_name(frame.trace(), task);
  card.note = short_place(frame, frame.trace().view(task.location));
  card.colour = frame.colour_of(task.queue);
  card.next = true;
  card.selected = frame.session.selected_task == index;
  draw_card(ui, at, card, state.hovered);
  tooltip(ui, trace::task_text(frame.trace(), task), "Click: why does it run now?");
  if (state.clicked) frame.commands.give(CommandId::kSelectTask, index.value);
  for (const auto& call : frame.session.execution().frames) {
    if (rect.h < ui.px(17)) break;
    Rect line = rect.take_top(ui.px(18));
    line.take_left(ui.px(10));
    const std::string place = short_place(frame, call.location);
    const float width = text_width(ui.fonts().mono_small, place) + 1;
    draw_text(ui, ui.fonts().mono_small, line.take_right(width, ui.px(6)), ui.palette().faint,
              place);
    draw_text(ui, ui.fonts().mono_small, line, ui.palette().dim, call.function);
  }
}

void EventLoopPanel::draw_lane(Frame& frame, Rect rect, Queue queue, std::string_view heading) {
  Ui& ui = frame.ui;
  const ImU32 colour = frame.colour_of(queue);
  const trace::AgentState* agent = frame.agent();
  const bool draining = agent != nullptr && agent->draining == queue;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(rect.min(), rect.max(),
                      mixed(ui.palette().panel, colour, draining ? 0.18F : 0.04F), ui.px(7));
  list->AddRect(rect.min(), rect.max(), draining ? colour : ui.palette().border, ui.px(7), 0,
                ui.px(draining ? 2.0F : 1));
  ui.place("lane." + std::string(trace::name(queue)), rect);
  Rect inside = rect.inset(ui.px(8), ui.px(4));
  Rect head = inside.take_top(ui.px(18), ui.px(2));
  const size_t waiting = agent == nullptr ? 0 : agent->queue(queue).size();
  if (waiting > 0)
    head.take_right(
        draw_badge(ui, {head.right(), head.center().y}, colour, std::to_string(waiting)), ui.px(4));
  draw_text(ui, ui.fonts().bold, head, draining ? colour : ui.palette().text, heading);
  if (waiting == 0) return;
  const float width = ui.px(132);
  const float gap = ui.px(5);
  const float height = std::min(inside.h, ui.px(26));
  inside = Rect{inside.x, inside.y + std::max(0.0F, (inside.h - height) / 2), inside.w, height};
  auto room = static_cast<size_t>(std::max(1.0F, (inside.w + gap) / (width + gap)));
  const float each = (inside.w + gap) / static_cast<float>(std::min(room, waiting)) - gap;
  size_t shown = 0;
  for (const trace::PendingTask& task : agent->queue(queue)) {
    if (shown == room) break;
    draw_queue_card(frame, inside.take_left(std::min(each, ui.px(190)), gap), task.task, queue,
                    shown == 0);
    ++shown;
  }
}

}  // namespace loopscope::gui
