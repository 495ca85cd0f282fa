#include "gui/panels/streams.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/trace/words.h"
#include "gui/panels/event_loop.h"
#include "gui/panels/stream_badges.h"
#include "gui/panels/stream_writes.h"
#include "gui/player/stream_story.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

using trace::StreamState;

constexpr float kLeastForWrites = 100;  // pixels, unscaled
constexpr size_t kMostWrites = 6;

// How full a buffer is: "10 B / 16 KiB".
std::string short_fill(const trace::StreamBuffer& buffer) {
  const std::string held =
      buffer.objects ? std::to_string(buffer.held) : trace::size_text(buffer.held, false);
  return held + " / " + trace::size_text(buffer.mark, buffer.objects);
}

ImU32 side_colour(const Palette& palette, bool readable) {
  return readable ? palette.queues[static_cast<size_t>(trace::Queue::poll)]
                  : palette.queues[static_cast<size_t>(trace::Queue::timers)];
}

const trace::SideHistory* history_of(Frame& frame, uint32_t stream, bool readable) {
  const trace::StreamHistory* history = frame.index().streams().find(frame.agent_id(), stream);
  if (history == nullptr) return nullptr;
  const auto& side = readable ? history->readable : history->writable;
  return side ? &*side : nullptr;
}

void dashed_line(ImVec2 from, ImVec2 to, ImU32 colour, float thickness, float dash) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float dx = to.x - from.x;
  const float dy = to.y - from.y;
  const float length = std::sqrt(dx * dx + dy * dy);
  for (float at = 0; at < length; at += 2 * dash) {
    const float a = at / length;
    const float b = std::min(at + dash, length) / length;
    list->AddLine({from.x + dx * a, from.y + dy * a}, {from.x + dx * b, from.y + dy * b}, colour,
                  thickness);
  }
}

}  // namespace

std::string StreamsPanel::activity(Frame& frame) {
  update_layout(frame);
  const trace::AgentState* agent = frame.agent();
  if (agent == nullptr || agent->streams.empty()) return "No stream has been made yet.";
  const std::string text =
      tell({frame.index(), m_writes, frame.agent_id(), *agent, frame.session.playback().position(),
            [&](trace::StringId place) { return short_place(frame, frame.trace().view(place)); }});
  return text.empty() ? loop_activity(frame) : text;
}

void StreamsPanel::draw(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  update_layout(frame);
  const float chart = std::clamp(rect.h * 0.26F, ui.px(84), ui.px(200));
  const Rect below = rect.take_bottom(chart, ui.px(10));
  const trace::AgentState* agent = frame.agent();
  Geometry geometry;
  geometry.area = rect;
  geometry.gap_x = ui.px(30);
  geometry.gap_y = ui.px(12);
  const float least_height = ui.px(120);
  const auto columns = static_cast<float>(std::max(m_layout.columns, 1U));
  const auto rows = static_cast<float>(std::max(m_layout.rows, 1U));
  // Room for the scroll bar, if there will be one.
  const bool scrolls = rows * (least_height + geometry.gap_y) - geometry.gap_y > rect.h;
  if (scrolls) geometry.area.w -= ui.px(14);
  geometry.width = std::clamp((geometry.area.w - geometry.gap_x * (columns - 1)) / columns,
                              ui.px(132), ui.px(columns > 1 ? 320 : 420));
  // The last border must be seen, too.
  geometry.height = std::clamp((rect.h - ui.px(2) - geometry.gap_y * (rows - 1)) / rows,
                               least_height, ui.px(330));
  begin_scroll("streams.graph", rect, ImGuiWindowFlags_HorizontalScrollbar);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  geometry.area.x = origin.x;
  geometry.area.y = origin.y;
  draw_links(frame, geometry);
  for (const StreamPlace& place : m_layout.places) {
    const Rect node = node_rect(geometry, place);
    const auto state = agent == nullptr ? std::map<uint32_t, StreamState>::const_iterator{}
                                        : agent->streams.find(place.stream);
    if (agent == nullptr || state == agent->streams.end())
      draw_unborn(frame, node, place.stream);
    else
      draw_node(frame, node, place.stream, state->second);
  }
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy({columns * (geometry.width + geometry.gap_x) - geometry.gap_x,
                rows * (geometry.height + geometry.gap_y) - geometry.gap_y});
  end_scroll();
  end_motion(frame);
  m_chart.draw(frame, below);
}

void StreamsPanel::update_layout(Frame& frame) {
  if (m_told_of != frame.session.generation()) m_writes = {};
  m_told_of = frame.session.generation();
  m_writes.extend(frame.trace());
  const trace::StreamTable& table = frame.index().streams();
  const LaidOut now{frame.session.generation(), frame.agent_id(),
                    table.streams().size() + table.links().size()};
  if (m_laid_out == now) return;
  if (m_laid_out && m_laid_out->agent != now.agent) m_chart = {};
  m_laid_out = now;
  m_layout = lay_out_streams(table, now.agent);
}

Rect StreamsPanel::node_rect(const Geometry& geometry, const StreamPlace& place) const {
  return {geometry.area.x + static_cast<float>(place.column) * (geometry.width + geometry.gap_x),
          geometry.area.y + static_cast<float>(place.row) * (geometry.height + geometry.gap_y),
          geometry.width, geometry.height};
}

void StreamsPanel::draw_links(Frame& frame, const Geometry& geometry) {
  for (const trace::StreamLink& link : frame.index().streams().links()) {
    const StreamPlace* from = m_layout.find(link.from);
    const StreamPlace* to = m_layout.find(link.to);
    if (from == nullptr || to == nullptr || link.agent != frame.agent_id()) continue;
    draw_link(frame, link, node_rect(geometry, *from), node_rect(geometry, *to));
  }
}

void StreamsPanel::draw_link(Frame& frame, const trace::StreamLink& link, const Rect& from,
                             const Rect& to) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const trace::AgentState* agent = frame.agent();
  const StreamState* source = nullptr;
  if (agent != nullptr) {
    const auto found = agent->streams.find(link.from);
    if (found != agent->streams.end()) source = &found->second;
  }
  bool connected = !link.piped && frame.session.playback().position() > link.since.value;
  bool awaits = false;
  if (source != nullptr)
    for (const trace::StreamPipe& pipe : source->pipes) {
      if (pipe.to != link.to) continue;
      connected = true;
      awaits = pipe.awaits;
    }
  const ImU32 colour = awaits      ? p.bad
                       : connected ? mixed(p.dim, p.text, 0.25F)
                                   : mixed(p.panel, p.dim, 0.35F);
  const float thick = ui.px(awaits ? 3.0F : 2.0F);
  const ImVec2 begin{from.right(), from.y + ui.px(30)};
  const ImVec2 end{to.x - ui.px(1), to.y + ui.px(30)};
  const float middle = begin.x + (end.x - begin.x) / 2;
  const float head = ui.px(7);
  const auto line = [&](ImVec2 a, ImVec2 b) {
    if (link.piped)
      ImGui::GetWindowDrawList()->AddLine(a, b, colour, thick);
    else
      dashed_line(a, b, colour, thick, ui.px(4));
  };
  if (std::abs(begin.y - end.y) < 1) {
    line(begin, {end.x - head, end.y});
  } else {
    line(begin, {middle, begin.y});
    line({middle, begin.y}, {middle, end.y});
    line({middle, end.y}, {end.x - head, end.y});
  }
  ImGui::GetWindowDrawList()->AddTriangleFilled({end.x, end.y}, {end.x - head, end.y - head * 0.7F},
                                                {end.x - head, end.y + head * 0.7F}, colour);
  if (!awaits) return;
  // A closed valve.
  const ImVec2 valve{begin.x + ui.px(9), begin.y};
  ImGui::GetWindowDrawList()->AddLine({valve.x, valve.y - ui.px(8)}, {valve.x, valve.y + ui.px(8)},
                                      colour, ui.px(4));
}

void StreamsPanel::draw_unborn(Frame& frame, const Rect& rect, uint32_t stream) {
  Ui& ui = frame.ui;
  ImGui::GetWindowDrawList()->AddRect(rect.min(), rect.max(), ui.palette().border, ui.px(8));
  Rect inside = rect.inset(ui.px(10), ui.px(8));
  draw_text(ui, ui.fonts().bold, inside.take_top(ui.px(20)), ui.palette().faint,
            frame.index().stream_names().of(frame.agent_id(), stream));
  draw_text(ui, ui.fonts().small, inside.take_top(ui.px(17)), ui.palette().faint, "not made yet");
}

void StreamsPanel::draw_node(Frame& frame, const Rect& rect, uint32_t stream,
                             const StreamState& state) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool selected = frame.session.selected_stream == stream;
  const bool full = needs_drain(state);
  const bool hovered =
      ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(rect.min(), rect.max());
  ImU32 border = p.border;
  if (state.error || full) border = p.bad;
  if (selected) border = p.accent;
  list->AddRectFilled(rect.min(), rect.max(), mixed(p.panel, p.raised, hovered ? 0.9F : 0.45F),
                      ui.px(8));
  list->AddRect(rect.min(), rect.max(), border, ui.px(8), 0, ui.px(selected || full ? 2.0F : 1));
  Rect inside = rect.inset(ui.px(10), ui.px(8));
  draw_head(frame, inside, stream, state, rect.h < ui.px(150));
  const bool both = state.writable && state.readable;
  const Rect first = both ? inside.take_top((inside.h - ui.px(6)) / 2, ui.px(6)) : inside;
  if (state.writable) draw_side(frame, first, stream, state, false);
  if (state.readable) draw_side(frame, both ? inside : first, stream, state, true);
  // After the chunks, which are clicked first.
  const Interaction over = region(ui, "stream." + std::to_string(stream), rect);
  if (over.clicked) frame.commands.give(CommandId::kSelectStream, selected ? -1 : int64_t{stream});
}

// Name, state and the line that made it; in little room without the line.
void StreamsPanel::draw_head(Frame& frame, Rect& inside, uint32_t stream, const StreamState& state,
                             bool compact) {
  Ui& ui = frame.ui;
  const std::string_view name = frame.index().stream_names().of(frame.agent_id(), stream);
  const ImU32 colour = state.destroyed ? ui.palette().dim : ui.palette().text;
  Rect head = inside.take_top(ui.px(20), ui.px(compact ? 4 : 0));
  if (compact) {
    draw_text(
        ui, ui.fonts().bold,
        head.take_left(std::min(text_width(ui.fonts().bold, name) + 1, head.w * 0.62F), ui.px(6)),
        colour, name);
    return draw_badges(frame, head, state);
  }
  const std::string place = short_place(frame, frame.trace().view(state.from));
  const float note = std::min(text_width(ui.fonts().small, place) + 1, head.w * 0.45F);
  if (!place.empty())
    draw_text(ui, ui.fonts().small, head.take_right(note, ui.px(6)), ui.palette().faint, place,
              Fit::kMayCut, Align::kRight);
  draw_text(ui, ui.fonts().bold, head, colour, name);
  draw_badges(frame, inside.take_top(ui.px(19), ui.px(4)), state);
}

void StreamsPanel::draw_badges(Frame& frame, Rect row, const StreamState& state) {
  Ui& ui = frame.ui;
  for (const StreamBadge& badge : badges_of(ui.palette(), state)) {
    const float width = text_width(ui.fonts().small, badge.text) + ui.px(14);
    if (width > row.w) return;
    const Rect place = row.take_left(width, ui.px(4));
    draw_badge(ui, {place.right(), place.center().y}, badge.colour, badge.text);
    if (ImGui::IsMouseHoveringRect(place.min(), place.max())) show_tooltip(ui, badge.hint);
  }
}

void StreamsPanel::draw_side(Frame& frame, Rect inside, uint32_t stream, const StreamState& state,
                             bool readable) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const trace::StreamBuffer& buffer = readable ? state.readable->buffer : state.writable->buffer;
  const trace::SideHistory* history = history_of(frame, stream, readable);
  const bool both = state.readable && state.writable;
  const bool over_mark = buffer.mark > 0 && buffer.held >= buffer.mark;
  Rect label = inside.take_top(ui.px(16), ui.px(2));
  const std::string fill = short_fill(buffer);
  const float width = text_width(ui.fonts().small, fill) + 1;
  draw_text(ui, ui.fonts().small, label.take_right(width, ui.px(6)),
            over_mark && !readable ? p.bad : p.dim, fill, Fit::kMustFit, Align::kRight);
  const std::string_view name = readable ? "readable" : "writable";
  if (text_width(ui.fonts().small, name) <= label.w)
    draw_text(ui, ui.fonts().small, label, p.faint, name);
  const Rect tube = inside.take_top(ui.px(both ? 18 : 22), ui.px(4));
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(tube.min(), tube.max(), p.background, ui.px(4));
  const auto in_work =
      readable ? std::span<const trace::BufferedChunk>() : std::span(state.writable->in_work);
  const GaugeLayout gauge = lay_out_gauge(
      tube, buffer, in_work, history == nullptr ? buffer.highest : history->highest, ui.px(2.5F));
  if (gauge.has_mark)
    list->AddRectFilled(tube.min(), {gauge.mark_x, tube.bottom()}, faded(p.bad, 0.16F), ui.px(4));
  draw_blocks(frame, stream, gauge, readable);
  if (gauge.has_mark)
    list->AddLine({gauge.mark_x, tube.y - ui.px(2)}, {gauge.mark_x, tube.bottom() + ui.px(2)},
                  p.bad, ui.px(1.5F));
  ui.place("gauge." + std::to_string(stream) + (readable ? ".readable" : ".writable"), tube);
  if (ImGui::IsMouseHoveringRect({gauge.mark_x - ui.px(4), tube.y},
                                 {gauge.mark_x + ui.px(4), tube.bottom()}))
    show_tooltip(ui, "High-water mark: " + trace::size_text(buffer.mark, buffer.objects) + ".\n" +
                         (readable ? "From here on push() returns false."
                                   : "From here on write() returns false."));
  if (inside.h >= ui.px(96)) draw_mark_label(frame, inside.take_top(ui.px(15), ui.px(3)), gauge);
  if (!readable && !state.destroyed && inside.h >= ui.px(kLeastForWrites))
    draw_writes(
        frame, inside.take_bottom(std::min(inside.h * 0.6F, ui.px(110)), ui.px(6)),
        m_writes.last(frame.agent_id(), stream, frame.session.playback().position(), kMostWrites),
        buffer);
  if (history != nullptr && inside.h >= ui.px(12))
    m_chart.draw_held(frame, inside.take_top(std::min(inside.h, ui.px(84))), stream, readable,
                      *history, side_colour(p, readable));
}

// What the line across the gauge is, under it and as near as there is room.
void StreamsPanel::draw_mark_label(Frame& frame, const Rect& rect, const GaugeLayout& gauge) {
  if (!gauge.has_mark) return;
  Ui& ui = frame.ui;
  const std::string_view text = "high-water mark";
  const float width = text_width(ui.fonts().small, text) + 1;
  const float x =
      std::clamp(gauge.mark_x - width / 2, rect.x, std::max(rect.right() - width, rect.x));
  draw_text(ui, ui.fonts().small, {x, rect.y, std::min(width, rect.w), rect.h}, ui.palette().bad,
            text);
}

void StreamsPanel::draw_blocks(Frame& frame, uint32_t stream, const GaugeLayout& gauge,
                               bool readable) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const trace::StreamTable& table = frame.index().streams();
  const auto followed = frame.session.followed_chunk;
  if (gauge.rest_count > 0) {
    list->AddRectFilled(gauge.rest.min(), gauge.rest.max(), faded(p.dim, 0.55F), ui.px(2));
    const std::string text = "+" + std::to_string(gauge.rest_count);
    if (text_width(ui.fonts().small, text) < gauge.rest.w - ui.px(4))
      draw_text(ui, ui.fonts().small, gauge.rest, p.text, text, Fit::kMustFit, Align::kCenter);
  }
  for (const ChunkBlock& block : gauge.blocks) {
    const uint32_t root = table.root_of(frame.agent_id(), block.number);
    const auto before = m_chunks.find(block.number);
    const auto relative = m_roots.find(root);
    const Rect origin = before != m_chunks.end()    ? before->second
                        : relative != m_roots.end() ? relative->second
                                                    : block.rect;
    const uint64_t thing =
        uint64_t{block.number} << 32 | uint64_t{stream} << 1 | (readable ? 1 : 0);
    const Rect at = m_motion.place(ui, thing, block.rect, origin);
    m_new_chunks[block.number] = at;
    m_new_roots[root] = at;
    const Rect inner = at.inset(std::min(ui.px(1), at.w / 4), ui.px(1));
    const bool dimmed = followed && *followed != root;
    const ImU32 colour = faded(chunk_colour(p, root), dimmed ? 0.25F : 1.0F);
    list->AddRectFilled(inner.min(), inner.max(),
                        block.in_work ? colour : faded(colour, dimmed ? 0.2F : 0.62F), ui.px(2));
    if (block.in_work || (followed && *followed == root))
      list->AddRect(inner.min(), inner.max(), p.text, ui.px(2), 0, ui.px(1));
    const std::string number = std::to_string(block.number);
    if (text_width(ui.fonts().small, number) < inner.w - ui.px(4))
      draw_text(ui, ui.fonts().small, inner, p.dark ? p.background : p.text, number, Fit::kMustFit,
                Align::kCenter);
    if (at.w < ui.px(2)) continue;
    const Interaction over =
        region(ui, "chunk." + std::to_string(block.number) + "@" + std::to_string(stream), at);
    if (over.hovered) {
      std::string hint = "Chunk " + number;
      if (root != block.number) hint += ", made of chunk " + std::to_string(root);
      hint += block.in_work ? ": being written" : ": waits";
      show_tooltip(ui, hint, "Click: follow it");
    }
    if (over.clicked)
      frame.commands.give(CommandId::kFollowChunk, followed == root ? -1 : int64_t{root});
  }
}

void StreamsPanel::end_motion(Frame& frame) {
  const uint64_t position = frame.session.playback().position();
  const uint64_t moved =
      position > m_last_position ? position - m_last_position : m_last_position - position;
  m_motion.end_frame(frame.seconds, moved > 60 || m_last_generation != frame.session.generation());
  m_last_position = position;
  m_last_generation = frame.session.generation();
  m_chunks = std::exchange(m_new_chunks, {});
  m_roots = std::exchange(m_new_roots, {});
}

}  // namespace loopscope::gui
