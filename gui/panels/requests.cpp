#include "gui/panels/requests.h"

#include <algorithm>
#include <array>

#include "core/trace/words.h"
#include "gui/panels/request_chips.h"
#include "gui/panels/timeline_axis.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

constexpr float kRowHeight = 20;
constexpr float kLabelWidth = 148;

ImU32 colour_of(const Frame& frame, RequestPartKind kind) {
  const Palette& p = frame.palette();
  switch (kind) {
    case RequestPartKind::kNetwork:
      return p.faint;
    case RequestPartKind::kBacklog:
      return p.bad;
    case RequestPartKind::kRuns:
      return p.good;
    case RequestPartKind::kPool:
      return frame.colour_of(trace::Queue::poll);
    case RequestPartKind::kTimer:
      return frame.colour_of(trace::Queue::timers);
    case RequestPartKind::kEvent:
      return frame.colour_of(trace::Queue::tick);
    case RequestPartKind::kLoop:
      return p.accent;
  }
  return p.dim;
}

std::string client_text(const Frame& frame, const trace::RequestLife& request) {
  if (request.load != 0) {
    const auto& loads = frame.session.playback().state().machine().service.loads;
    const auto load = loads.find(request.load);
    return load == loads.end() ? "a load generator"
                               : std::string(frame.trace().view(load->second.label));
  }
  return request.client == kOutside ? "outside" : agent_name(frame, request.client);
}

// "runs 0.2 ms · waits for the pool 3 ms": where its time went, the most first.
std::string shares_text(const std::vector<RequestPart>& parts) {
  std::array<int64_t, kRequestPartKinds> sums{};
  for (const RequestPart& part : parts)
    sums[static_cast<size_t>(part.kind)] += part.to_ns - part.from_ns;
  std::vector<size_t> order;
  for (size_t i = 0; i < sums.size(); ++i)
    if (sums[i] > 0) order.push_back(i);
  std::ranges::sort(order, [&](size_t a, size_t b) { return sums[a] > sums[b]; });
  std::string text;
  for (const size_t i : order)
    text += "\n" + std::string(name(static_cast<RequestPartKind>(i))) + ": " +
            trace::duration_text(sums[i]);
  return text;
}

float legend_width(const Ui& ui, RequestPartKind kind) {
  return text_width(ui.fonts().small, name(kind)) + ui.px(22);
}

// How many lines the legend takes in that width.
size_t legend_lines(const Ui& ui, float width) {
  size_t lines = 1;
  float room = width;
  for (size_t i = 0; i < kRequestPartKinds; ++i) {
    const float piece = legend_width(ui, static_cast<RequestPartKind>(i));
    if (room < piece) {
      ++lines;
      room = width;
    }
    room -= piece;
  }
  return lines;
}

}  // namespace

void RequestsPanel::renew(Frame& frame) {
  if (m_run.moves_to(frame.session)) {
    m_parts = std::make_unique<RequestParts>(frame.index());
    m_counted = 0;
    m_scrolled_to = 0;
  }
  m_parts->extend();
}

std::string RequestsPanel::activity(Frame& frame) {
  renew(frame);
  const uint64_t position = frame.session.playback().position();
  size_t open = 0;
  size_t answered = 0;
  size_t failed = 0;
  for (const trace::RequestLife& request : frame.index().requests().requests()) {
    if (!m_parts->begun(request, position)) continue;
    switch (m_parts->fate(request, position)) {
      case RequestFate::kOpen:
        ++open;
        break;
      case RequestFate::kAnswered:
        ++answered;
        break;
      case RequestFate::kFailed:
        ++failed;
        break;
    }
  }
  if (open + answered + failed == 0) return "No request has been sent yet.";
  return std::to_string(open) + " under way, " + std::to_string(answered) + " answered, " +
         std::to_string(failed) + " failed.";
}

void RequestsPanel::draw(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  renew(frame);
  const auto requests = frame.index().requests().requests();
  const auto& loads = m_loads.rows(frame);
  m_shown = shown_request(frame);
  if (requests.empty() && loads.empty()) {
    draw_text(ui, ui.fonts().body, rect, ui.palette().faint, "No request has been sent yet.",
              Fit::kMayCut, Align::kCenter);
    return;
  }
  const size_t shown_loads = std::min<size_t>(loads.size(), rect.h > ui.px(420) ? 6 : 2);
  m_loads.draw(frame, rect.take_top(m_loads.height(ui, shown_loads), ui.px(4)));
  Rect charts = rect.take_top(std::clamp(rect.h * 0.26F, ui.px(64), ui.px(150)), ui.px(6));
  m_loads.draw_histogram(frame, charts.take_right(charts.w * 0.42F, ui.px(12)));
  draw_over_time(frame, charts);
  const uint32_t selected = frame.session.selected_request.value_or(0);
  const trace::RequestLife* request = frame.index().requests().find(selected);
  if (request != nullptr && rect.h > ui.px(120))
    draw_tasks(frame, rect.take_bottom(std::clamp(rect.h * 0.3F, ui.px(44), ui.px(180)), ui.px(6)),
               *request);
  const auto lines = static_cast<float>(legend_lines(ui, rect.w));
  draw_legend(frame, rect.take_bottom(ui.px(16) * lines, ui.px(2)));
  draw_rows(frame, rect);
}

void RequestsPanel::count_over_time(Frame& frame, size_t bars) {
  if (m_counted == frame.index().size() && m_answered.size() == bars) return;
  m_counted = frame.index().size();
  m_answered.assign(bars, 0);
  m_failed.assign(bars, 0);
  const auto& events = frame.trace().events;
  const int64_t begin = events.front().time.ns;
  const double span = static_cast<double>(std::max<int64_t>(events.back().time.ns - begin, 1));
  for (const trace::RequestLife& request : frame.index().requests().requests()) {
    const RequestFate fate = m_parts->fate(request, UINT64_MAX);
    if (fate == RequestFate::kOpen) continue;
    const double share = static_cast<double>(m_parts->end_ns(request) - begin) / span;
    const auto bar = std::min(static_cast<size_t>(share * static_cast<double>(bars)), bars - 1);
    ++(fate == RequestFate::kFailed ? m_failed : m_answered)[bar];
  }
}

// How many ended when: answered, and failed in red on top.
void RequestsPanel::draw_over_time(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  draw_text(ui, ui.fonts().small, rect.take_top(ui.px(16)), p.dim,
            "answered and failed, over time");
  list->AddRectFilled(rect.min(), rect.max(), p.background, ui.px(4));
  ui.place("requests.over-time", rect);
  if (frame.trace().events.size() < 2) return;
  count_over_time(frame, static_cast<size_t>(std::clamp(rect.w / ui.px(6), 8.0F, 400.0F)));
  uint32_t most = 1;
  for (size_t i = 0; i < m_answered.size(); ++i) most = std::max(most, m_answered[i] + m_failed[i]);
  const float width = rect.w / static_cast<float>(m_answered.size());
  const float unit = (rect.h - ui.px(2)) / static_cast<float>(most);
  const View view =
      whole_view(first_ns(frame), static_cast<double>(frame.trace().events.back().time.ns), rect.w);
  for (size_t i = 0; i < m_answered.size(); ++i) {
    const float x = rect.x + width * static_cast<float>(i);
    const float good = rect.bottom() - unit * static_cast<float>(m_answered[i]);
    const float bad = good - unit * static_cast<float>(m_failed[i]);
    if (m_answered[i] > 0)
      list->AddRectFilled({x, good}, {x + width - 1, rect.bottom()}, faded(p.good, 0.75F));
    if (m_failed[i] > 0)
      list->AddRectFilled({x, std::min(bad, good - 2)}, {x + width - 1, good}, p.bad);
  }
  draw_playhead(frame, rect, view);
}

void RequestsPanel::draw_rows(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  const auto requests = frame.index().requests().requests();
  Rect axis = rect.take_top(ui.px(18));
  axis.take_left(ui.px(kLabelWidth));
  axis.w = std::max(axis.w - ui.px(14), 1.0F);
  begin_scroll("requests.list", rect);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float row = ui.px(kRowHeight);
  const float scroll = ImGui::GetScrollY();
  const auto first = static_cast<size_t>(std::max(scroll / row, 0.0F));
  const auto end = std::min(requests.size(), first + static_cast<size_t>(rect.h / row) + 2);
  const auto in_sight = requests.subspan(std::min(first, end), end - std::min(first, end));
  const View view = view_of(frame, in_sight, axis.w);
  for (size_t i = first; i < end; ++i)
    draw_row(frame, {origin.x, origin.y + row * static_cast<float>(i), rect.w - ui.px(14), row},
             requests[i], view);
  const Rect lines{axis.x, rect.y, axis.w, rect.h};
  draw_playhead(frame, lines, view);
  // The one shown comes into sight when it changes.
  if (m_shown != m_scrolled_to) {
    m_scrolled_to = m_shown;
    const auto at = std::ranges::find(requests, m_shown, &trace::RequestLife::number);
    const float y = row * static_cast<float>(at - requests.begin());
    if (at != requests.end() && (y < scroll || y + row > scroll + rect.h))
      ImGui::SetScrollY(std::max(y - rect.h * 0.4F, 0.0F));
  }
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy({rect.w - ui.px(14), row * static_cast<float>(requests.size())});
  end_scroll();
  draw_axis(frame, axis, view);
  const Interaction over = region(ui, "requests.axis", axis);
  if (over.held) {
    const double at = view.start_ns - first_ns(frame) +
                      static_cast<double>(ImGui::GetIO().MousePos.x - axis.x) * view.ns_per_px;
    frame.commands.give(CommandId::kSeekTime, static_cast<int64_t>(at));
  }
}

// The time that the rows in sight take.
View RequestsPanel::view_of(Frame& frame, std::span<const trace::RequestLife> rows,
                            float width) const {
  int64_t begin = INT64_MAX;
  int64_t end = 0;
  for (const trace::RequestLife& request : rows) {
    begin = std::min(begin, m_parts->begin_ns(request));
    end = std::max(end, m_parts->end_ns(request));
  }
  if (begin > end) return whole_view(first_ns(frame), first_ns(frame), width);
  return whole_view(static_cast<double>(begin), static_cast<double>(end), width);
}

void RequestsPanel::draw_row(Frame& frame, Rect rect, const trace::RequestLife& request,
                             const View& view) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const uint64_t position = frame.session.playback().position();
  const bool begun = m_parts->begun(request, position);
  const std::string id = "request." + std::to_string(request.number);
  const Interaction over = region(ui, id, rect);
  const bool shown = m_shown == request.number;
  if (over.hovered || shown)
    ImGui::GetWindowDrawList()->AddRectFilled(rect.min(), rect.max(),
                                              shown ? faded(p.accent, 0.14F) : p.hovered, ui.px(3));
  Rect label = rect.take_left(ui.px(kLabelWidth)).inset(ui.px(4), 0);
  const RequestFate fate = m_parts->fate(request, position);
  const std::string text = request_text(frame, request);
  draw_text(ui, ui.fonts().small, label,
            !begun                         ? p.faint
            : fate == RequestFate::kFailed ? p.bad
                                           : p.text,
            text);
  draw_bar(frame, rect, request, view);
  if (over.hovered) {
    const auto parts = m_parts->parts(request);
    const int64_t whole = m_parts->end_ns(request) - m_parts->begin_ns(request);
    std::string server = request.server == kOutside ? "nobody" : agent_name(frame, request.server);
    show_tooltip(ui,
                 text + "\n" + client_text(frame, request) + " → " + server + ", " +
                     trace::duration_text(whole) + " in all" + shares_text(parts),
                 "Click: its tasks, and to where it is handled");
  }
  if (over.clicked) frame.commands.give(CommandId::kSelectRequest, request.number);
}

void RequestsPanel::draw_bar(Frame& frame, const Rect& rect, const trace::RequestLife& request,
                             const View& view) {
  Ui& ui = frame.ui;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Scale scale(view);
  const int64_t now = frame.now().ns;
  ImGui::PushClipRect({rect.x, rect.y - rect.h}, {rect.x + view.width_px, rect.bottom() + rect.h},
                      true);
  for (const RequestPart& part : m_parts->parts(request)) {
    const float x0 = rect.x + scale.cut(scale.x(part.from_ns));
    const float x1 = std::max(rect.x + scale.cut(scale.x(part.to_ns)), x0 + 1);
    const bool thin = part.kind == RequestPartKind::kNetwork ||
                      part.kind == RequestPartKind::kTimer || part.kind == RequestPartKind::kEvent;
    const float inset = rect.h * (thin ? 0.38F : 0.2F);
    list->AddRectFilled({x0, rect.y + inset}, {x1, rect.bottom() - inset},
                        faded(colour_of(frame, part.kind), part.from_ns <= now ? 0.95F : 0.3F));
  }
  if (m_parts->fate(request, UINT64_MAX) == RequestFate::kFailed) {
    const float x = rect.x + scale.cut(scale.x(m_parts->end_ns(request)));
    draw_icon(Icon::kCross, {x, rect.center().y}, ui.px(10), ui.palette().bad);
  }
  ImGui::PopClipRect();
}

// The tasks of a request, through whatever agents; each can be gone to.
void RequestsPanel::draw_tasks(Frame& frame, Rect rect, const trace::RequestLife& request) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const auto& tasks = m_parts->tasks(request.number);
  ImGui::GetWindowDrawList()->AddLine(rect.min(), {rect.right(), rect.y}, p.border);
  rect.take_top(ui.px(4));
  draw_text(ui, ui.fonts().small, rect.take_top(ui.px(16)), p.dim,
            trace::count_text(tasks.size(), "task") + " of " + request_text(frame, request));
  ui.say("request.tasks", std::to_string(tasks.size()));
  begin_scroll("request.tasks", rect);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float row = ui.px(18);
  for (size_t i = 0; i < tasks.size(); ++i) {
    Rect line{origin.x, origin.y + row * static_cast<float>(i), rect.w - ui.px(14), row};
    if (line.bottom() < rect.y || line.y > rect.bottom()) continue;
    const trace::TaskLife& task = frame.index().tasks().at(tasks[i]);
    const Interaction over = region(ui, "request.task." + std::to_string(i), line);
    if (over.hovered || frame.session.selected_task == tasks[i])
      ImGui::GetWindowDrawList()->AddRectFilled(line.min(), line.max(), p.hovered, ui.px(3));
    ImGui::GetWindowDrawList()->AddRectFilled({line.x + ui.px(2), line.y + ui.px(4)},
                                              {line.x + ui.px(6), line.bottom() - ui.px(4)},
                                              frame.colour_of(task.agent), ui.px(1));
    line.take_left(ui.px(12));
    const VirtualTime start = frame.trace().at(*task.started).time;
    draw_text(ui, ui.fonts().small, line.take_left(ui.px(84), ui.px(6)), p.faint,
              moment_text(frame, start));
    draw_text(ui, ui.fonts().small, line.take_left(ui.px(84), ui.px(6)), p.dim,
              agent_name(frame, task.agent));
    draw_text(ui, ui.fonts().small, line.take_right(ui.px(64), ui.px(6)), p.dim,
              trace::duration_text(task.cpu_ns), Fit::kMayCut, Align::kRight);
    draw_text(ui, ui.fonts().small, line, p.text, trace::task_text(frame.trace(), task));
    if (over.clicked) {
      frame.commands.give(CommandId::kSeek, static_cast<int64_t>(task.started->value) + 1);
      frame.commands.give(CommandId::kSelectTask, tasks[i].value);
    }
  }
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy({1, row * static_cast<float>(tasks.size())});
  end_scroll();
}

void RequestsPanel::draw_legend(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  Rect line = rect.take_top(ui.px(16));
  for (size_t i = 0; i < kRequestPartKinds; ++i) {
    const auto kind = static_cast<RequestPartKind>(i);
    const float width = legend_width(ui, kind);
    if (line.w < width) line = rect.take_top(ui.px(16));
    Rect piece = line.take_left(width);
    const Rect mark = piece.take_left(ui.px(9), ui.px(4));
    ImGui::GetWindowDrawList()->AddRectFilled({mark.x, mark.center().y - ui.px(4)},
                                              {mark.right(), mark.center().y + ui.px(4)},
                                              colour_of(frame, kind), ui.px(2));
    draw_text(ui, ui.fonts().small, piece, ui.palette().dim, name(kind));
  }
}

}  // namespace loopscope::gui
