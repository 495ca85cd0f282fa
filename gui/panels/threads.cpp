#include "gui/panels/threads.h"

#include <algorithm>
#include <array>

#include "core/trace/words.h"
#include "gui/panels/event_loop.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

using trace::Queue;

// So many messages to an agent have a block each.
constexpr size_t kMostMessages = 12;

ImU32 colour_of(const Palette& p, const AgentRow& row) {
  switch (row.condition) {
    case AgentCondition::kRunning:
      return p.good;
    case AgentCondition::kBlocked:
      return p.bad;
    case AgentCondition::kStarting:
    case AgentCondition::kWantsCore:
      return p.warning;
    case AgentCondition::kIdle:
      return p.dim;
    case AgentCondition::kEnded:
      return row.failed ? p.bad : p.faint;
  }
  return p.dim;
}

std::string badge_text(const AgentRow& row) {
  std::string text(name(row.condition));
  if (row.condition == AgentCondition::kRunning && row.core)
    text += " on core " + std::to_string(*row.core + 1);
  return text;
}

// What its state is worth saying after the badge.
std::string sentence_of(const AgentRow& row) {
  switch (row.condition) {
    case AgentCondition::kBlocked:
      return "Atomics.wait() " + row.text;
    case AgentCondition::kRunning:
    case AgentCondition::kWantsCore:
    case AgentCondition::kStarting:
    case AgentCondition::kIdle:
    case AgentCondition::kEnded:
      return row.text;
  }
  return row.text;
}

struct QueueName {
  Queue queue;
  std::string_view one;
};
constexpr std::array kQueues = {
    QueueName{Queue::tick, "tick"},       QueueName{Queue::microtask, "job"},
    QueueName{Queue::timers, "timer"},    QueueName{Queue::poll, "I/O"},
    QueueName{Queue::check, "immediate"}, QueueName{Queue::closing, "close"}};

std::string queue_text(size_t count, std::string_view one) {
  if (one == "I/O") return std::to_string(count) + " I/O";
  return trace::count_text(count, one);
}

std::string_view phase_text(const trace::AgentState& agent) {
  return agent.phase ? trace::name(*agent.phase) : std::string_view();
}

}  // namespace

void ThreadsPanel::renew(Frame& frame) {
  if (m_run.moves_to(frame.session)) {
    m_story = {};
    m_messages = std::make_unique<MessageLines>(frame.index());
  }
  m_story.extend(frame.trace());
  m_messages->extend();
}

std::string ThreadsPanel::activity(Frame& frame) {
  renew(frame);
  const trace::State& state = frame.session.playback().state();
  const auto rows = m_story.rows(frame.index(), state);
  std::array<size_t, 6> counts{};
  for (const AgentRow& row : rows) ++counts[static_cast<size_t>(row.condition)];
  std::string text;
  for (size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    text += (text.empty() ? "" : ", ") + std::to_string(counts[i]) + " " +
            std::string(name(static_cast<AgentCondition>(i)));
  }
  size_t on_their_way = 0;
  for (const auto& [number, port] : state.machine().ports)
    if (!m_messages->is_internal(number)) on_their_way += port.messages.size();
  if (on_their_way > 0)
    text += "; " + trace::count_text(on_their_way, "message") + " sent and not received yet";
  return trace::count_text(rows.size(), "thread") + ": " + text + ".";
}

void ThreadsPanel::draw(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  renew(frame);
  const trace::State& state = frame.session.playback().state();
  const std::string deadlock =
      m_story.deadlock(frame.index(), state, frame.session.playback().position());
  if (!deadlock.empty()) draw_deadlock(frame, rect, deadlock);
  m_machine.draw(frame, rect);
  const auto cells = AgentStory::cells(state.machine());
  if (!cells.empty()) {
    const float height = ui.px(rect.h > ui.px(260) ? 62 : 44);
    draw_cells(frame, rect.take_bottom(height, ui.px(6)), cells);
  }
  const auto rows = m_story.rows(frame.index(), state);
  begin_scroll("threads.list", rect);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float gap = ui.px(6);
  const float height =
      std::clamp((rect.h + gap) / static_cast<float>(rows.size()) - gap, ui.px(60), ui.px(66));
  const float whole = static_cast<float>(rows.size()) * (height + gap) - gap;
  const float width = rect.w - (whole > rect.h ? ui.px(14) : 0);
  for (size_t i = 0; i < rows.size(); ++i) {
    const Rect place{origin.x, origin.y + static_cast<float>(i) * (height + gap), width, height};
    if (place.bottom() < rect.y || place.y > rect.bottom()) continue;
    draw_agent(frame, place, rows[i]);
  }
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy({width, whole});
  end_scroll();
}

void ThreadsPanel::draw_deadlock(Frame& frame, Rect& rect, const std::string& text) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const float width = rect.w - ui.px(24);
  const float height = paragraph_height(ui.fonts().small, width, text) + ui.px(14);
  const Rect box = rect.take_top(height, ui.px(8));
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(box.min(), box.max(), mixed(p.panel, p.bad, 0.18F), ui.px(6));
  list->AddRect(box.min(), box.max(), p.bad, ui.px(6));
  draw_paragraph(ui.fonts().small, {box.x + ui.px(12), box.y + ui.px(7)}, width, p.text, text);
  ui.place("threads.deadlock", box);
  ui.say("threads.deadlock", text);
}

void ThreadsPanel::draw_agent(Frame& frame, const Rect& rect, const AgentRow& row) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const std::string id = "agent." + std::to_string(row.agent.value);
  const bool shown = frame.agent_id() == row.agent;
  const bool ended = row.condition == AgentCondition::kEnded;
  const bool hovered =
      ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(rect.min(), rect.max());
  const ImU32 state_colour = colour_of(p, row);
  const bool alarming = row.condition == AgentCondition::kBlocked || (ended && row.failed);
  list->AddRectFilled(rect.min(), rect.max(), mixed(p.panel, p.raised, hovered ? 0.95F : 0.5F),
                      ui.px(7));
  list->AddRect(rect.min(), rect.max(),
                shown      ? p.accent
                : alarming ? p.bad
                           : p.border,
                ui.px(7), 0, ui.px(shown || alarming ? 1.6F : 1));
  list->AddRectFilled({rect.x, rect.y + ui.px(8)}, {rect.x + ui.px(4), rect.bottom() - ui.px(8)},
                      faded(frame.colour_of(row.agent), ended ? 0.4F : 1), ui.px(2));
  Rect inside = rect.inset(ui.px(12), ui.px(5));
  Rect head = inside.take_top(ui.px(19));
  const std::string badge = badge_text(row);
  head.take_right(draw_badge(ui, {head.right(), head.center().y}, state_colour, badge), ui.px(8));
  draw_text(ui, ui.fonts().bold,
            head.take_left(std::min(text_width(ui.fonts().bold, row.name) + 1, head.w), ui.px(8)),
            ended ? p.dim : p.text, row.name);
  draw_text(ui, ui.fonts().small, head, p.faint, row.runs);
  const std::string sentence = sentence_of(row);
  draw_text(ui, ui.fonts().small, inside.take_top(ui.px(16)), alarming ? p.bad : p.dim, sentence);
  draw_queues(frame, inside, row);
  ui.say(id, badge + ": " + sentence);
  const Interaction over = region(ui, id, rect);
  tooltip(ui, row.name + ": " + row.life + "\n" + sentence,
          "Click: the Event loop then shows its loop");
  if (over.clicked) frame.commands.give(CommandId::kSelectAgent, row.agent.value);
}

// Phase, what waits in its queues, and the messages to it.
void ThreadsPanel::draw_queues(Frame& frame, Rect rect, const AgentRow& row) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const trace::AgentState* agent = frame.session.playback().state().agent(row.agent);
  draw_messages(frame, rect, row.agent);
  if (agent == nullptr || row.condition == AgentCondition::kEnded ||
      row.condition == AgentCondition::kStarting) {
    draw_text(ui, ui.fonts().small, rect, p.faint, row.life);
    return;
  }
  const float y = rect.center().y;
  float x = rect.x;
  const auto word = [&](ImU32 colour, std::string_view text, bool dot) {
    const float width = text_width(ui.fonts().small, text) + (dot ? ui.px(11) : 0);
    if (x + width > rect.right()) return;
    if (dot)
      ImGui::GetWindowDrawList()->AddRectFilled({x, y - ui.px(4)}, {x + ui.px(7), y + ui.px(4)},
                                                colour, ui.px(2));
    draw_text_at(ui.fonts().small, {x + (dot ? ui.px(11) : 0), y - ui.fonts().small->FontSize / 2},
                 p.dim, text);
    x += width + ui.px(12);
  };
  if (!agent->running.empty() &&
      frame.index().tasks().at(agent->running.front()).queue == Queue::main)
    word(p.dim, "main script", false);
  else if (const std::string_view phase = phase_text(*agent); !phase.empty())
    word(p.dim, std::string(phase) + " phase", false);
  if (agent->iteration > 0) word(p.dim, "iteration " + std::to_string(agent->iteration), false);
  bool any = false;
  for (const QueueName& each : kQueues) {
    const size_t count = agent->queue(each.queue).size();
    if (count == 0) continue;
    any = true;
    word(frame.colour_of(each.queue), queue_text(count, each.one), true);
  }
  if (!any) word(p.dim, "queues empty", false);
}

// A block for each message sent to the agent and not received, at the right.
void ThreadsPanel::draw_messages(Frame& frame, Rect& rect, AgentId agent) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  std::vector<const trace::MessageState*> messages;
  for (const auto& [number, port] : frame.session.playback().state().machine().ports) {
    if (m_messages->is_internal(number)) continue;
    for (const trace::MessageState& message : port.messages) {
      // A port may still be on its way itself: who receives from it in the end is meant.
      const trace::MessageLife* life = frame.index().messages().find(message.number);
      if ((life == nullptr ? port.owner : life->receiver) == agent) messages.push_back(&message);
    }
  }
  if (messages.empty()) return;
  const std::string text = trace::count_text(messages.size(), "message");
  const float size = ui.px(13);
  for (size_t i = 0; i < std::min(messages.size(), kMostMessages); ++i) {
    const Rect place = rect.take_right(size, ui.px(3));
    const Rect block{place.x, place.center().y - size / 2, size, size};
    const trace::MessageState& message =
        *messages[std::min(messages.size(), kMostMessages) - 1 - i];
    const bool selected = frame.session.selected_message == message.number;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(block.min(), block.max(), faded(frame.colour_of(message.sender), 0.85F),
                        ui.px(2));
    // An envelope.
    const ImU32 ink = p.dark ? p.background : p.panel;
    list->AddLine(block.min(), block.center(), ink, ui.px(1));
    list->AddLine({block.right(), block.y}, block.center(), ink, ui.px(1));
    if (selected) list->AddRect(block.min(), block.max(), p.text, ui.px(2), 0, ui.px(2));
    const Interaction over = region(ui, "inbox." + std::to_string(message.number), block);
    const trace::MessageLife* life = frame.index().messages().find(message.number);
    if (life != nullptr)
      tooltip(ui,
              agent_name(frame, message.sender) + " → " + agent_name(frame, agent) + "\n" +
                  message_preview(frame.index(), *life),
              "Click: its way, and why it is received when it is");
    if (over.clicked) frame.commands.give(CommandId::kSelectMessage, message.number);
  }
  rect.take_right(ui.px(4));
  const float width = text_width(ui.fonts().small, text) + 1;
  draw_text(ui, ui.fonts().small, rect.take_right(width, ui.px(8)), p.text, text, Fit::kMayCut,
            Align::kRight);
}

void ThreadsPanel::draw_cells(Frame& frame, Rect rect, const std::vector<CellRow>& cells) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  Rect title = rect.take_left(ui.px(64), ui.px(8));
  draw_text(ui, ui.fonts().small, title.take_top(ui.px(16)), p.dim, "shared");
  draw_text(ui, ui.fonts().small, title.take_top(ui.px(16)), p.dim, "memory");
  const float width =
      std::clamp(rect.w / static_cast<float>(cells.size()) - ui.px(6), ui.px(96), ui.px(180));
  for (size_t i = 0; i < cells.size(); ++i) {
    if (rect.w < width) {
      draw_text(ui, ui.fonts().small, rect, p.dim, "+ " + std::to_string(cells.size() - i));
      return;
    }
    const CellRow& cell = cells[i];
    const Rect box = rect.take_left(width, ui.px(6));
    const bool waited = !cell.waiting.empty();
    list->AddRectFilled(box.min(), box.max(), p.background, ui.px(5));
    list->AddRect(box.min(), box.max(), waited ? p.bad : p.border, ui.px(5));
    Rect inside = box.inset(ui.px(8), ui.px(4));
    Rect head = inside.take_top(ui.px(17));
    const std::string value = cell.value ? std::to_string(*cell.value) : "?";
    const float value_w = text_width(ui.fonts().mono_bold, value) + 1;
    draw_text(ui, ui.fonts().mono_bold, head.take_right(std::min(value_w, head.w), ui.px(4)),
              p.text, value, Fit::kMayCut, Align::kRight);
    std::string label = "cell " + std::to_string(cell.cell);
    if (cells.front().buffer != cells.back().buffer)
      label.insert(0, "buffer " + std::to_string(cell.buffer) + " ");
    draw_text(ui, ui.fonts().small, head, p.dim, label);
    std::string who;
    for (const AgentId agent : cell.waiting)
      who.append(who.empty() ? "" : ", ").append(agent_name(frame, agent));
    draw_text(ui, ui.fonts().small, inside.take_top(ui.px(16)), waited ? p.bad : p.faint,
              waited ? who + (cell.waiting.size() == 1 ? " waits" : " wait") : "nobody waits");
    const std::string id = "cell." + std::to_string(cell.buffer) + "." + std::to_string(cell.cell);
    ui.place(id, box);
    ui.say(id, value + (waited ? " · " + who : ""));
  }
}

}  // namespace loopscope::gui
