#include "gui/panels/why.h"

#include "core/lesson/explain_message.h"
#include "core/trace/words.h"
#include "gui/widgets/controls.h"

namespace loopscope::gui {
namespace {

// The task the panel speaks of: the selected one, else the running one, else the last that ran.
trace::TaskIndex subject_of(Frame& frame) {
  if (frame.session.selected_task) return frame.session.selected_task;
  if (frame.session.execution().task) return frame.session.execution().task;
  const auto task = frame.session.run().recording().landmarks().previous(
      Stop::kTask, frame.session.playback().position() + 1);
  if (!task) return {};
  return frame.index().tasks().subject({*task - 1});
}

constexpr size_t kMostChunkSteps = 200;

// How its data begins: ": id,name,email".
std::string chunk_beginning(Frame& frame, const std::vector<lesson::ChunkStep>& story) {
  if (story.empty()) return {};
  const auto move = trace::unpack<trace::ChunkMove>(frame.trace().at(story.front().step));
  const std::string_view text = trace::first_line(frame.trace().view(move.text));
  return text.empty() ? std::string() : ": " + std::string(text);
}

// A title and sentences below each other; returns their height.
float draw_told(Ui& ui, ImVec2 at, float width, const std::string& title,
                const std::vector<std::string>& sentences) {
  const float top = at.y;
  const auto paragraph = [&](ImFont* font, std::string_view text, float gap) {
    at.y += draw_rich_paragraph(font, ui.fonts().mono, at, width, ui.palette().text,
                                ui.palette().queues[0], text) +
            ui.px(gap);
  };
  paragraph(ui.fonts().bold, title, 6);
  for (const std::string& sentence : sentences) paragraph(ui.fonts().body, sentence, 7);
  return at.y - top;
}

}  // namespace

void WhyPanel::explain(Frame& frame) {
  const trace::TaskIndex task = subject_of(frame);
  const std::optional<uint64_t> console = frame.session.selected_console;
  const uint64_t size = frame.session.run().recording().size();
  if (task == m_task && console == m_console && m_generation == frame.session.generation() &&
      size == m_size)
    return;
  m_task = task;
  m_console = console;
  m_generation = frame.session.generation();
  m_size = size;
  m_explanation = {};
  if (console)
    m_explanation = lesson::explain_console(frame.index(), {*console});
  else if (task)
    m_explanation = lesson::explain_task(frame.index(), task);
}

void WhyPanel::draw(Frame& frame, const Rect& rect) {
  Ui& ui = frame.ui;
  explain(frame);
  const Session& session = frame.session;
  const bool pinned = session.selected_task || session.selected_stream || session.followed_chunk ||
                      session.selected_message;
  Rect inside = panel(ui, "why", rect, "");
  Rect head = inside.take_top(ui.px(22), ui.px(6));
  if (pinned) {
    const Rect place = head.take_right(button_width(ui, "Follow"), ui.px(6));
    if (button(ui, "why.follow", place, "Follow", ButtonStyle::kQuiet))
      for (const CommandId id : {CommandId::kSelectTask, CommandId::kSelectStream,
                                 CommandId::kFollowChunk, CommandId::kSelectMessage})
        frame.commands.give(id, -1);
    tooltip(ui, "Speak of what runs at the position again");
  }
  draw_text(ui, ui.fonts().bold, head, ui.palette().dim, "Why?", Fit::kMustFit);
  if (draw_message(frame, inside) || draw_chunk(frame, inside) || draw_stream(frame, inside))
    return;
  if (m_explanation.title.empty()) {
    draw_paragraph(
        ui.fonts().body, inside.min(), inside.w, ui.palette().faint,
        "Step on, or click a task or a console line, and this says why it runs when it does.");
    return;
  }
  begin_scroll("why.text", inside);
  const float width = inside.w - ui.px(14);
  ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 begin = at;
  const ImU32 colour =
      m_task ? frame.colour_of(frame.index().tasks().at(m_task).queue) : ui.palette().text;
  const auto rich = [&](ImFont* font, ImU32 text_colour, std::string_view text) {
    return draw_rich_paragraph(font,
                               font == ui.fonts().small ? ui.fonts().mono_small : ui.fonts().mono,
                               at, width, text_colour, ui.palette().queues[0], text);
  };
  at.y += rich(ui.fonts().bold, colour, m_explanation.title) + ui.px(6);
  at.y += rich(ui.fonts().body, ui.palette().text, m_explanation.why) + ui.px(10);
  at.y += rich(ui.fonts().small, ui.palette().dim, m_explanation.scheduled) + ui.px(6);
  at.y += rich(ui.fonts().small, ui.palette().dim, m_explanation.queue) + ui.px(10);
  at.y += draw_link(frame, at, "why.cause", "scheduled by", m_explanation.cause, width);
  at.y += draw_link(frame, at, "why.previous", "ran before it", m_explanation.previous, width);
  at.y += draw_link(frame, at, "why.next", "ran after it", m_explanation.next, width);
  ImGui::SetCursorScreenPos(begin);
  ImGui::Dummy({width, at.y - begin.y});
  end_scroll();
}

bool WhyPanel::draw_message(Frame& frame, Rect inside) {
  const auto number = frame.session.selected_message;
  if (!number) return false;
  const auto explanation = lesson::explain_message(frame.index(), *number);
  if (!explanation) return false;
  Ui& ui = frame.ui;
  begin_scroll("why.message", inside);
  const float width = inside.w - ui.px(14);
  const ImVec2 begin = ImGui::GetCursorScreenPos();
  ImVec2 at = begin;
  at.y += draw_told(ui, at, width, explanation->title, explanation->sentences);
  std::string said = explanation->title;
  for (const std::string& sentence : explanation->sentences) said += "\n" + sentence;
  ui.say("why", said);
  at.y += draw_link(frame, at, "why.sender", "posted by", explanation->sender, width);
  at.y += draw_link(frame, at, "why.receiver", "received by", explanation->receiver, width);
  ImGui::SetCursorScreenPos(begin);
  ImGui::Dummy({width, at.y - begin.y});
  end_scroll();
  return true;
}

bool WhyPanel::draw_stream(Frame& frame, Rect inside) {
  const auto stream = frame.session.selected_stream;
  const trace::AgentState* agent = frame.agent();
  if (!stream || agent == nullptr) return false;
  const auto explanation = lesson::explain_stream(frame.index(), *agent, frame.agent_id(), *stream);
  if (!explanation) return false;
  Ui& ui = frame.ui;
  begin_scroll("why.stream", inside);
  const float width = inside.w - ui.px(14);
  const ImVec2 begin = ImGui::GetCursorScreenPos();
  ImVec2 at = begin;
  at.y += draw_told(ui, at, width, explanation->title, explanation->sentences);
  ImGui::SetCursorScreenPos(begin);
  ImGui::Dummy({width, at.y - begin.y});
  end_scroll();
  return true;
}

// The chunk's way; the step that has come last is marked, and a click goes to any.
bool WhyPanel::draw_chunk(Frame& frame, Rect inside) {
  const auto root = frame.session.followed_chunk;
  if (!root) return false;
  Ui& ui = frame.ui;
  const uint64_t position = frame.session.playback().position();
  const auto story = lesson::chunk_story(frame.index(), frame.agent_id(), *root, kMostChunkSteps);
  Rect head = inside.take_top(ui.px(22), ui.px(4));
  const std::string begins = chunk_beginning(frame, story);
  draw_text(ui, ui.fonts().bold, head, ui.palette().text,
            "The way of chunk " + std::to_string(*root) + begins);
  begin_scroll("why.chunk", inside);
  const float width = inside.w - ui.px(14);
  const ImVec2 begin = ImGui::GetCursorScreenPos();
  ImVec2 at = begin;
  for (size_t i = 0; i < story.size(); ++i) {
    const lesson::ChunkStep& each = story[i];
    const bool past = each.step.value < position;
    const bool last = past && (i + 1 == story.size() || story[i + 1].step.value >= position);
    const float indent = ui.px(80);
    const std::string time = moment_text(frame, frame.trace().at(each.step).time);
    const float height =
        std::max(paragraph_height(ui.fonts().mono, width - indent, each.text), ui.px(18));
    const Rect row{at.x, at.y, width, height + ui.px(6)};
    const Interaction over = region(ui, "why.chunk." + std::to_string(i), row);
    if (last || over.hovered)
      ImGui::GetWindowDrawList()->AddRectFilled(
          row.min(), row.max(), last ? ui.palette().current_line : ui.palette().hovered, ui.px(4));
    draw_text(ui, ui.fonts().small, {row.x + ui.px(4), row.y + ui.px(3), indent, ui.px(18)},
              ui.palette().faint, time);
    draw_rich_paragraph(ui.fonts().body, ui.fonts().mono, {at.x + indent, at.y + ui.px(3)},
                        width - indent, past ? ui.palette().text : ui.palette().faint,
                        ui.palette().queues[0], each.text);
    if (over.clicked)
      frame.commands.give(CommandId::kSeek, static_cast<int64_t>(each.step.value) + 1);
    at.y += row.h;
  }
  ImGui::SetCursorScreenPos(begin);
  ImGui::Dummy({width, at.y - begin.y});
  end_scroll();
  return true;
}

float WhyPanel::draw_link(Frame& frame, ImVec2 at, std::string_view name, std::string_view label,
                          const std::optional<trace::TaskIndex>& task, float width) {
  if (!task || !*task) return 0;
  Ui& ui = frame.ui;
  const trace::TaskLife& life = frame.index().tasks().at(*task);
  Rect row{at.x, at.y, width, ui.px(24)};
  const Interaction state = region(ui, name, row);
  if (state.hovered)
    ImGui::GetWindowDrawList()->AddRectFilled(row.min(), row.max(), ui.palette().hovered, ui.px(4));
  draw_text(ui, ui.fonts().small, row.take_left(ui.px(92), ui.px(6)), ui.palette().faint, label,
            Fit::kMustFit);
  const Rect dot = row.take_left(ui.px(8), ui.px(7));
  ImGui::GetWindowDrawList()->AddCircleFilled(dot.center(), ui.px(4), frame.colour_of(life.queue));
  const std::string place = short_place(frame, frame.trace().view(life.location));
  const std::string text =
      std::string(trace::task_name(frame.trace(), life)) + (place.empty() ? "" : " · " + place);
  draw_text(ui, ui.fonts().body, row, ui.palette().accent, text);
  if (state.clicked) frame.commands.give(CommandId::kSelectTask, task->value);
  return ui.px(25);
}

}  // namespace loopscope::gui
