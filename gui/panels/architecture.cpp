#include "gui/panels/architecture.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/trace/words.h"
#include "gui/panels/request_chips.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

// So much of a way is drawn; of a run without requests, which has one long one, only the last.
constexpr size_t kLongestWay = 48;
constexpr size_t kLastSteps = 7;
constexpr float kLabelWidth = 108;

std::string_view name_of(std::string_view file) {
  const size_t slash = file.rfind('/');
  return slash == std::string_view::npos ? file : file.substr(slash + 1);
}

// "getById()"; empty where no name is known.
std::string function_text(const Frame& frame, const FileVisit& visit) {
  const std::string_view name = frame.trace().view(visit.function);
  return name.empty() || name == "(anonymous)" ? std::string() : std::string(name) + "()";
}

}  // namespace

void ArchitecturePanel::renew(Frame& frame) {
  if (m_run.moves_to(frame.session)) {
    m_visits = std::make_unique<FileVisits>(frame.index());
    m_parts = std::make_unique<RequestParts>(frame.index());
    m_layers.reset();
  }
  m_visits->extend();
  m_parts->extend();
  if (m_layers == nullptr || m_layered_files != m_visits->files().size()) {
    m_layered_files = m_visits->files().size();
    m_layers = std::make_unique<Layers>(m_visits->files());
  }
}

const Layers& ArchitecturePanel::layers(Frame& frame) {
  renew(frame);
  return *m_layers;
}

// Where the request is by now. What is beside the layers, such as a framework, is left out of its
// way: a request goes from a route to a service, whoever calls whom in between.
void ArchitecturePanel::follow(Frame& frame) {
  const uint64_t position = frame.session.playback().position();
  m_request = shown_request(frame);
  m_errors = m_visits->errors(m_request, position);
  m_path.clear();
  const bool skip_aside = m_layers->recognized();
  for (const FileVisit& visit : m_visits->path(m_request, position, 4 * kLongestWay)) {
    const auto layer = m_layers->layer_of(m_visits->files()[visit.file]);
    if (!layer || (skip_aside && m_layers->all()[*layer].aside)) continue;
    if (!m_path.empty() && m_path.back().file == visit.file)
      m_path.back() = visit;
    else
      m_path.push_back(visit);
  }
  const size_t most = m_request == 0 ? kLastSteps : kLongestWay;
  if (m_path.size() > most)
    m_path.erase(m_path.begin(), m_path.end() - static_cast<std::ptrdiff_t>(most));
}

std::string ArchitecturePanel::waits_text(Frame& frame) const {
  const trace::State& state = frame.session.playback().state();
  for (const auto& [number, agent] : state.agents())
    for (const trace::Queue queue : {trace::Queue::poll, trace::Queue::timers})
      for (const trace::PendingTask& pending : agent.queue(queue)) {
        if (m_request == 0 || frame.index().requests().request_of(pending.task) != m_request)
          continue;
        const trace::TaskLife& task = frame.index().tasks().at(pending.task);
        return "waits for " + trace::task_text(frame.trace(), task);
      }
  return {};
}

std::string ArchitecturePanel::activity(Frame& frame) {
  renew(frame);
  follow(frame);
  const trace::RequestLife* request = frame.index().requests().find(m_request);
  if (request == nullptr && m_path.empty()) return "No file of the program has run yet.";
  std::string text = request == nullptr ? "" : "`" + request_text(frame, *request) + "`: ";
  const uint64_t position = frame.session.playback().position();
  if (request != nullptr && m_parts->fate(*request, position) != RequestFate::kOpen) {
    text += m_parts->fate(*request, position) == RequestFate::kFailed ? "failed" : "answered";
    return text + " after " +
           trace::duration_text(m_parts->end_ns(*request) - m_parts->begin_ns(*request)) + ".";
  }
  if (m_path.empty()) return text + "not in any file yet.";
  const FileVisit& last = m_path.back();
  text += "in `" + m_visits->files()[last.file] + "`";
  if (!function_text(frame, last).empty()) text += ", `" + function_text(frame, last) + "`";
  const bool runs = frame.session.execution().task &&
                    (m_request == 0 || frame.index().requests().request_of(
                                           frame.session.execution().task) == m_request);
  if (const std::string waits = waits_text(frame); !runs && !waits.empty()) text += "; " + waits;
  return text + ".";
}

void ArchitecturePanel::draw(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  renew(frame);
  follow(frame);
  if (m_layers->all().empty()) {
    draw_text(ui, ui.fonts().body, rect, ui.palette().faint, "No file of the program has run yet.",
              Fit::kMayCut, Align::kCenter);
    return;
  }
  if (!frame.index().requests().requests().empty())
    draw_request_chips(frame, rect.take_top(ui.px(22), ui.px(8)), *m_parts, m_request);
  // Its room is kept, so that nothing moves when an error comes.
  const Rect errors = rect.take_bottom(ui.px(24), ui.px(6));
  lay_out(ui, rect);
  for (size_t i = 0; i < m_rows.size(); ++i) draw_layer(frame, m_rows[i], m_layers->all()[i]);
  for (const auto& [file, box] : m_boxes) draw_file(frame, box, file);
  draw_way(frame);
  draw_errors(frame, errors);
}

void ArchitecturePanel::lay_out(const Ui& ui, Rect rect) {
  m_rows.clear();
  m_boxes.clear();
  const auto& layers = m_layers->all();
  const auto count = static_cast<float>(layers.size());
  const float gap = std::clamp(rect.h / count * 0.22F, ui.px(4), ui.px(26));
  const float height = std::clamp((rect.h - gap * (count - 1)) / count, ui.px(20), ui.px(64));
  for (const Layer& layer : layers) {
    const Rect row = rect.take_top(height, gap);
    m_rows.push_back(row);
    Rect files = row.inset(ui.px(4), ui.px(3));
    files.take_left(ui.px(kLabelWidth), 0);
    const auto many = static_cast<float>(layer.files.size());
    const float width =
        std::min((files.w - ui.px(6) * (many - 1)) / many, std::max(files.w * 0.42F, ui.px(150)));
    for (const std::string& file : layer.files) {
      const auto& all = m_visits->files();
      const auto number = static_cast<uint32_t>(std::ranges::find(all, file) - all.begin());
      m_boxes[number] = files.take_left(width, ui.px(6));
    }
  }
}

void ArchitecturePanel::draw_layer(Frame& frame, const Rect& rect, const Layer& layer) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(rect.min(), rect.max(), mixed(p.panel, p.raised, layer.aside ? 0.25F : 0.5F),
                      ui.px(6));
  Rect label = rect.inset(ui.px(10), 0);
  draw_text(ui, layer.aside ? ui.fonts().small : ui.fonts().bold,
            label.take_left(ui.px(kLabelWidth - 12)), layer.aside ? p.faint : p.dim, layer.name);
  ui.place("layer." + layer.name, rect);
  if (layer.name == "database") draw_jobs(frame, rect);
}

// The queries of the request that the pool works on.
void ArchitecturePanel::draw_jobs(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  const trace::State& state = frame.session.playback().state();
  rect = rect.inset(ui.px(8), ui.px(4));
  rect.take_left(rect.w * 0.58F);
  for (const auto& [number, agent] : state.agents())
    for (const trace::PendingTask& pending : agent.queue(trace::Queue::poll)) {
      const trace::TaskLife& task = frame.index().tasks().at(pending.task);
      if (!task.pool || !task.due || *task.due <= frame.now()) continue;
      if (m_request != 0 && frame.index().requests().request_of(pending.task) != m_request)
        continue;
      const ImU32 colour = frame.colour_of(trace::Queue::poll);
      ImDrawList* list = ImGui::GetWindowDrawList();
      list->AddRectFilled(rect.min(), rect.max(), faded(colour, 0.18F), ui.px(5));
      const auto whole =
          static_cast<double>(std::max<int64_t>((*task.due - task.pool->begins).ns, 1));
      const auto done = static_cast<float>(
          std::clamp(static_cast<double>((frame.now() - task.pool->begins).ns) / whole, 0.0, 1.0));
      list->AddRectFilled({rect.x, rect.bottom() - ui.px(3)},
                          {rect.x + rect.w * done, rect.bottom()}, colour);
      const std::string text(trace::task_name(frame.trace(), task));
      draw_text(ui, ui.fonts().mono_small, rect.inset(ui.px(6), 0), ui.palette().text, text);
      ui.say("architecture.query", text);
      if (ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(rect.min(), rect.max()))
        show_tooltip(ui, text + "\nin a thread of the pool, " +
                             trace::duration_text((*task.due - frame.now()).ns) + " left");
      return;
    }
}

void ArchitecturePanel::draw_file(Frame& frame, const Rect& rect, uint32_t file) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const std::string& path = m_visits->files()[file];
  const std::string id = "file." + path;
  const bool now = !m_path.empty() && m_path.back().file == file;
  const bool been = std::ranges::find(m_path, file, &FileVisit::file) != m_path.end();
  const auto error = std::ranges::find(m_errors, file, &ErrorStop::file);
  const Interaction over = region(ui, id, rect);
  const ImU32 colour = error != m_errors.end() ? p.bad : now || been ? p.accent : p.border;
  list->AddRectFilled(rect.min(), rect.max(),
                      now    ? mixed(p.panel, colour, 0.42F)
                      : been ? mixed(p.panel, colour, 0.2F)
                             : mixed(p.panel, p.raised, over.hovered ? 0.95F : 0.7F),
                      ui.px(5));
  list->AddRect(rect.min(), rect.max(), colour, ui.px(5), 0, ui.px(now ? 2.2F : 1));
  Rect inside = rect.inset(ui.px(8), 0);
  const FileVisit* visit = nullptr;
  for (const FileVisit& each : m_path)
    if (each.file == file) visit = &each;
  const std::string_view name = name_of(path);
  draw_text(
      ui, ui.fonts().mono_small,
      inside.take_left(std::min(text_width(ui.fonts().mono_small, name) + 1, inside.w), ui.px(8)),
      now || been ? p.text : p.dim, name);
  if (visit != nullptr && inside.w > ui.px(24))
    draw_text(ui, ui.fonts().small, inside, p.dim, function_text(frame, *visit));
  if (now) ui.say("architecture.now", path);
  std::string text = path;
  if (visit != nullptr) text += "\nline " + std::to_string(visit->line);
  if (error != m_errors.end()) text += "\n" + error->text;
  tooltip(ui, text,
          visit == nullptr ? "Not on the way of this request" : "Click: to its last visit");
  if (over.clicked && visit != nullptr)
    frame.commands.give(CommandId::kSeek, static_cast<int64_t>(visit->step) + 1);
}

// Arrows from file to file: on the left edges down, on the right edges up.
void ArchitecturePanel::draw_way(Frame& frame) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  std::set<std::pair<uint32_t, uint32_t>> drawn;
  for (size_t i = m_path.size(); i-- > 1;) {
    const uint32_t from = m_path[i - 1].file;
    const uint32_t to = m_path[i].file;
    const bool last = i + 1 == m_path.size();
    if (!drawn.emplace(from, to).second) continue;
    const auto a = m_boxes.find(from);
    const auto b = m_boxes.find(to);
    if (a == m_boxes.end() || b == m_boxes.end()) continue;
    const bool down = a->second.y <= b->second.y;
    const ImU32 colour = faded(down ? p.accent : p.good, last ? 1 : 0.4F);
    const float share = down ? 0.3F : 0.7F;
    const auto edge = [&](const Rect& box, bool bottom) {
      const float width = std::min(box.w, ui.px(150));
      return ImVec2{box.x + width * share, bottom ? box.bottom() : box.y};
    };
    const ImVec2 begin = edge(a->second, down);
    const ImVec2 end = edge(b->second, !down);
    if (std::abs(a->second.y - b->second.y) < 1) {
      // Beside each other.
      const Rect& left = a->second.x < b->second.x ? a->second : b->second;
      const Rect& right = a->second.x < b->second.x ? b->second : a->second;
      list->AddLine({left.right(), left.center().y}, {right.x, right.center().y}, colour,
                    ui.px(last ? 2.5F : 1.5F));
      continue;
    }
    const float bend = (end.y - begin.y) * 0.5F;
    list->AddBezierCubic(begin, {begin.x, begin.y + bend}, {end.x, end.y - bend}, end, colour,
                         ui.px(last ? 2.5F : 1.5F));
    const float r = ui.px(last ? 5 : 4);
    const float dir = down ? -1.0F : 1.0F;
    list->AddTriangleFilled({end.x - r, end.y + dir * r * 1.4F},
                            {end.x + r, end.y + dir * r * 1.4F}, end, colour);
  }
}

// What an error was where, and what status it became.
void ArchitecturePanel::draw_errors(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  if (m_errors.empty()) {
    draw_text(ui, ui.fonts().small, rect, p.faint, "no error on its way");
    return;
  }
  const trace::RequestLife* request = frame.index().requests().find(m_request);
  const bool is_told = request != nullptr && request->head &&
                       request->head->value < frame.session.playback().position();
  const std::string status = is_told ? "status " + std::to_string(request->status) : "";
  // Its end is what matters most: texts on the way are cut for it.
  float kept = is_told ? text_width(ui.fonts().small, status) + ui.px(22) : 0;
  std::string said;
  const auto piece = [&](std::string_view where, const std::string& what, ImU32 colour) {
    const bool is_first = said.empty();
    said += (is_first ? "" : " → ") + std::string(where) + (where.empty() ? "" : ": ") + what;
    if (rect.w - kept < ui.px(40)) return;
    if (!is_first) draw_text(ui, ui.fonts().bold, rect.take_left(ui.px(16), ui.px(4)), p.dim, "→");
    const auto place = [&](ImFont* font, std::string_view text, float gap) {
      return rect.take_left(std::min(text_width(font, text) + 1, std::max(rect.w - kept, 0.0F)),
                            gap);
    };
    if (!where.empty())
      draw_text(ui, ui.fonts().mono_small, place(ui.fonts().mono_small, where, ui.px(5)), p.dim,
                where);
    draw_text(ui, ui.fonts().small, place(ui.fonts().small, what, ui.px(8)), colour, what);
  };
  for (const ErrorStop& stop : m_errors)
    piece(name_of(m_visits->files()[stop.file]), stop.text, p.bad);
  kept = 0;
  if (is_told) piece("", status, request->status >= 500 ? p.bad : p.warning);
  ui.say("architecture.errors", said);
}

}  // namespace loopscope::gui
