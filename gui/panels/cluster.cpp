#include "gui/panels/cluster.h"

#include <algorithm>
#include <cmath>

#include "core/trace/words.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

// Steps farther than this are leaps: nothing moves to its new place, it is there.
constexpr uint64_t kLeap = 400;
constexpr float kToken = 10;

ImU32 colour_of(const Palette& p, const ProcessRow& row) {
  switch (row.stage) {
    case ProcessStage::kStarting:
    case ProcessStage::kDisconnecting:
      return p.warning;
    case ProcessStage::kOnline:
      return p.accent;
    case ProcessStage::kListening:
      return p.good;
    case ProcessStage::kDead:
      return row.exit_code != 0 || row.exit_signal ? p.bad : p.faint;
  }
  return p.dim;
}

std::string stage_text(const Frame& frame, const ProcessRow& row) {
  if (row.stage != ProcessStage::kDead) return std::string(name(row.stage));
  if (row.exit_signal) return "killed: " + std::string(frame.trace().view(row.exit_signal));
  return "dead: code " + std::to_string(row.exit_code);
}

std::string name_of(const ProcessRow& row) {
  return (row.is_worker ? "worker " : "child ") + std::to_string(row.number);
}

std::string signal_text(const Frame& frame, const ProcessRow& row) {
  if (!row.signal_op) return {};
  std::string text(frame.trace().view(row.signal_name));
  if (*row.signal_op == trace::SignalOp::caught) text += " caught";
  return text;
}

// What the agent does at the moment, in two words.
std::string doing(const Frame& frame, AgentId agent) {
  const auto& cores = frame.session.playback().state().machine().cores;
  const auto core = std::ranges::find(cores, std::optional(agent));
  if (core != cores.end()) return "on core " + std::to_string(core - cores.begin() + 1);
  const trace::AgentState* state = frame.session.playback().state().agent(agent);
  return state == nullptr || state->wait ? "asleep" : "ready";
}

std::string connection_text(const Frame& frame, const ClusterState& state, uint32_t number) {
  const auto found = state.connections.find(number);
  if (found == state.connections.end()) return {};
  const HandedConnection& connection = found->second;
  if (number >= kAcceptedItself) return "accepted at " + moment_text(frame, connection.given);
  std::string text = "connection " + std::to_string(number);
  if (connection.given.ns == 0) return text + ": no worker is free";
  const auto worker = state.processes.find(connection.worker.value);
  if (worker != state.processes.end()) text += " → " + name_of(worker->second);
  text += "\ngiven at " + moment_text(frame, connection.given);
  if (connection.taken) text += ", taken up at " + moment_text(frame, *connection.taken);
  return text;
}

// The living, and of the dead as many of the last as there is room for.
std::vector<const ProcessRow*> worth_showing(std::vector<const ProcessRow*> rows, size_t room) {
  while (rows.size() > room) {
    const auto dead = std::ranges::find(rows, ProcessStage::kDead, &ProcessRow::stage);
    if (dead == rows.end()) break;
    rows.erase(dead);
  }
  return rows;
}

}  // namespace

void ClusterPanel::renew(Frame& frame) {
  if (m_run.moves_to(frame.session)) {
    m_story = std::make_unique<ClusterStory>(frame.index());
  }
  m_story->extend();
  m_state = &m_story->at(frame.session.playback().position());
  m_asked.clear();
  for (const auto& [number, request] : frame.session.playback().state().machine().service.requests)
    if (!request.finished) m_asked.insert(request.connection);
}

// Whether a connection is closed is not in the trace; whether it has an HTTP request is.
bool ClusterPanel::is_at_rest(Frame& frame, uint32_t connection) const {
  return connection < kAcceptedItself && !frame.index().requests().requests().empty() &&
         !m_asked.contains(connection);
}

std::string ClusterPanel::activity(Frame& frame) {
  renew(frame);
  const AgentId primary = m_state->latest_parent.value_or(AgentId{});
  const auto rows = m_state->children(primary);
  if (rows.empty()) return "No process is forked yet.";
  std::string text;
  for (size_t stage = 0; stage <= static_cast<size_t>(ProcessStage::kDead); ++stage) {
    const auto count =
        std::ranges::count(rows, static_cast<ProcessStage>(stage), &ProcessRow::stage);
    if (count == 0) continue;
    text += (text.empty() ? "" : ", ") + std::to_string(count) + " " +
            std::string(name(static_cast<ProcessStage>(stage)));
  }
  const std::string_view noun = rows.front()->is_worker ? "worker" : "child";
  const bool one = rows.size() == 1;
  text = std::to_string(rows.size()) + " " + std::string(noun) +
         (one               ? ": "
          : noun == "child" ? "ren: "
                            : "s: ") +
         text + ".";
  const auto listener = m_state->listeners.find(primary.value);
  if (listener == m_state->listeners.end() || listener->second.handed == 0) return text;
  text += " " + trace::count_text(listener->second.handed, "connection") + " handed on";
  if (!listener->second.waiting.empty())
    text += ", " + std::to_string(listener->second.waiting.size()) + " waiting for a free worker";
  return text + ".";
}

void ClusterPanel::draw(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  renew(frame);
  const AgentId primary = m_state->latest_parent.value_or(AgentId{});
  const auto rows = m_state->children(primary);
  const auto found = m_state->listeners.find(primary.value);
  const Listener* listener = found == m_state->listeners.end() ? nullptr : &found->second;

  Rect top = rect.take_top(std::clamp(rect.h * 0.26F, ui.px(70), ui.px(96)));
  const Rect own = listener == nullptr ? top : top.take_left(top.w * 0.40F, ui.px(34));
  draw_primary(frame, own, primary, rows.size());
  m_socket = {top.x, top.y, 0, 0};
  ImVec2 socket{own.center().x, own.bottom()};
  if (listener != nullptr) {
    const float y = own.center().y;
    ImGui::GetWindowDrawList()->AddLine({own.right(), y}, {top.x, y}, ui.palette().border,
                                        ui.px(2));
    draw_listener(frame, top, *listener);
    socket = {top.center().x, top.bottom()};
  }
  rect.take_top(std::clamp(rect.h * 0.14F, ui.px(22), ui.px(64)));
  draw_workers(frame, rect, socket, rows, listener);
  if (listener != nullptr) draw_given(frame, socket, *listener);
  const uint64_t position = frame.session.playback().position();
  const uint64_t moved = std::max(position, m_position) - std::min(position, m_position);
  m_motion.end_frame(frame.seconds, moved > kLeap);
  m_position = position;
}

void ClusterPanel::draw_primary(Frame& frame, const Rect& rect, AgentId primary, size_t workers) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Interaction over = region(ui, "cluster.primary", rect);
  list->AddRectFilled(rect.min(), rect.max(), mixed(p.panel, p.raised, over.hovered ? 0.95F : 0.5F),
                      ui.px(7));
  list->AddRect(rect.min(), rect.max(), p.border, ui.px(7));
  list->AddRectFilled({rect.x, rect.y + ui.px(8)}, {rect.x + ui.px(4), rect.bottom() - ui.px(8)},
                      frame.colour_of(primary), ui.px(2));
  Rect inside = rect.inset(ui.px(12), ui.px(7));
  const bool is_cluster = m_state->listeners.contains(primary.value);
  draw_text(ui, ui.fonts().bold, inside.take_top(ui.px(20)), p.text,
            is_cluster    ? "primary"
            : workers > 0 ? "parent"
                          : "main");
  const auto process = m_state->processes.find(primary.value);
  const std::string pid =
      process == m_state->processes.end() ? "1000" : std::to_string(process->second.pid);
  const std::string state = doing(frame, primary);
  draw_text(ui, ui.fonts().small, inside.take_top(ui.px(17)), p.dim, "pid " + pid + " · " + state);
  draw_text(ui, ui.fonts().small, inside.take_top(ui.px(17)), p.faint,
            workers == 0 ? "has forked nobody" : "has forked " + std::to_string(workers));
  if (over.hovered)
    show_tooltip(ui, agent_name(frame, primary), "Click: the Event loop then shows its loop");
  if (over.clicked) frame.commands.give(CommandId::kSelectAgent, primary.value);
}

void ClusterPanel::draw_listener(Frame& frame, const Rect& rect, const Listener& listener) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(rect.min(), rect.max(), p.background, ui.px(7));
  list->AddRect(rect.min(), rect.max(), listener.waiting.empty() ? p.border : p.warning, ui.px(7));
  ui.place("cluster.socket", rect);
  Rect inside = rect.inset(ui.px(12), ui.px(7));
  Rect head = inside.take_top(ui.px(20), ui.px(1));
  const std::string address =
      listener.address ? std::string(frame.trace().view(listener.address)) : "port";
  draw_text(ui, ui.fonts().mono_bold,
            head.take_left(std::min(text_width(ui.fonts().mono_bold, address) + 1, head.w * 0.6F),
                           ui.px(8)),
            p.text, address);
  draw_text(ui, ui.fonts().small, head, p.dim, "listening socket");
  Rect queue = inside.take_top(ui.px(17), ui.px(2));
  const size_t waiting = listener.waiting.size();
  const std::string text =
      waiting == 0 ? "nobody waits"
                   : trace::count_text(waiting, "connection") + (waiting == 1 ? " waits" : " wait");
  draw_text(ui, ui.fonts().small,
            queue.take_left(std::min(text_width(ui.fonts().small, text) + 1, queue.w), ui.px(8)),
            waiting == 0 ? p.faint : p.warning, text);
  ui.say("cluster.socket", address + ": " + text);
  m_socket = {rect.x, rect.center().y, ui.px(kToken), ui.px(kToken)};
  for (const uint32_t connection : listener.waiting) {
    if (queue.w < ui.px(kToken)) break;
    const Rect slot = queue.take_left(ui.px(kToken), ui.px(3));
    draw_token(frame, connection, {slot.x, slot.center().y - slot.w / 2, slot.w, slot.w}, p.warning,
               true);
  }
  draw_next(frame, inside.take_top(ui.px(18)), listener);
}

// Whose turn it is: workers in the order in which they get what comes.
void ClusterPanel::draw_next(Frame& frame, Rect rect, const Listener& listener) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  if (rect.h < ui.px(14)) return;
  if (!m_story->hands_round(listener.primary)) {
    draw_text(ui, ui.fonts().small, rect, p.faint, "shared: whoever looks first accepts");
    return;
  }
  draw_text(ui, ui.fonts().small, rect.take_left(ui.px(78), ui.px(4)), p.dim, "whose turn");
  if (listener.free.empty()) draw_text(ui, ui.fonts().small, rect, p.faint, "nobody is free");
  bool first = true;
  for (const AgentId agent : listener.free) {
    const auto row = m_state->processes.find(agent.value);
    if (row == m_state->processes.end() || rect.w < ui.px(20)) break;
    const Rect pill = rect.take_left(ui.px(20), ui.px(3));
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImU32 colour = frame.colour_of(agent);
    list->AddRectFilled(pill.min(), pill.max(), faded(colour, first ? 0.45F : 0.16F), ui.px(4));
    if (first) list->AddRect(pill.min(), pill.max(), colour, ui.px(4), 0, ui.px(1.5F));
    draw_text(ui, ui.fonts().small, pill, first ? p.text : p.dim,
              std::to_string(row->second.number), Fit::kMayCut, Align::kCenter);
    if (first) ui.say("cluster.next", name_of(row->second));
    first = false;
  }
}

void ClusterPanel::draw_workers(Frame& frame, Rect rect, ImVec2 socket,
                                const std::vector<const ProcessRow*>& rows,
                                const Listener* listener) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  m_cards.clear();
  if (rows.empty()) {
    draw_text(ui, ui.fonts().body, rect, p.faint, "No process is forked yet.", Fit::kMayCut,
              Align::kCenter);
    return;
  }
  const float gap = ui.px(8);
  const auto columns = static_cast<size_t>(
      std::clamp((rect.w + gap) / (ui.px(122) + gap), 1.0F, static_cast<float>(rows.size())));
  const float least = ui.px(76);
  const auto lines = static_cast<size_t>(std::max((rect.h + gap) / (least + gap), 1.0F));
  const auto shown = worth_showing(rows, columns * lines);
  const size_t used = std::min((shown.size() + columns - 1) / columns, lines);
  const float width =
      (rect.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float height = std::min(
      (rect.h - gap * static_cast<float>(used - 1)) / static_cast<float>(used), ui.px(150));
  uint64_t most = 1;
  for (const ProcessRow* row : shown) most = std::max(most, row->connections);
  const bool round = listener != nullptr && m_story->hands_round(listener->primary);
  for (size_t i = 0; i < std::min(shown.size(), columns * lines); ++i) {
    const size_t line = i / columns;
    const Rect card{rect.x + static_cast<float>(i % columns) * (width + gap),
                    rect.y + static_cast<float>(line) * (height + gap), width, height};
    m_cards[shown[i]->agent.value] = card;
    const bool dead = shown[i]->stage == ProcessStage::kDead;
    const bool next = round && !listener->free.empty() && listener->free.front() == shown[i]->agent;
    const ImU32 colour = next ? frame.colour_of(shown[i]->agent) : p.border;
    ImGui::GetWindowDrawList()->AddBezierCubic(
        socket, {socket.x, card.y - ui.px(2)}, {card.center().x, socket.y + ui.px(2)},
        {card.center().x, card.y}, faded(colour, dead ? 0.35F : 1), ui.px(next ? 2.5F : 1.5F));
  }
  for (const ProcessRow* row : shown)
    if (const auto card = m_cards.find(row->agent.value); card != m_cards.end())
      draw_worker(frame, card->second, *row, most);
  if (rows.size() > m_cards.size())
    ui.say("cluster.hidden", std::to_string(rows.size() - m_cards.size()));
}

void ClusterPanel::draw_worker(Frame& frame, const Rect& rect, const ProcessRow& row,
                               uint64_t most) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const std::string id = "process." + std::to_string(row.agent.value);
  const Interaction over = region(ui, id, rect);
  const bool dead = row.stage == ProcessStage::kDead;
  const ImU32 state = colour_of(p, row);
  list->AddRectFilled(rect.min(), rect.max(), mixed(p.panel, p.raised, over.hovered ? 0.95F : 0.6F),
                      ui.px(7));
  list->AddRect(rect.min(), rect.max(), frame.agent_id() == row.agent ? p.accent : state, ui.px(7),
                0, ui.px(1.4F));
  list->AddRectFilled({rect.x, rect.y + ui.px(7)}, {rect.x + ui.px(4), rect.bottom() - ui.px(7)},
                      faded(frame.colour_of(row.agent), dead ? 0.35F : 1), ui.px(2));
  Rect inside = rect.inset(ui.px(10), ui.px(6));
  Rect head = inside.take_top(ui.px(18));
  const std::string pid = std::to_string(row.pid);
  const float pid_w = text_width(ui.fonts().small, pid) + 1;
  draw_text(ui, ui.fonts().small, head.take_right(pid_w, ui.px(4)), p.faint, pid);
  draw_text(ui, ui.fonts().bold, head, dead ? p.dim : p.text, name_of(row));
  std::string stage = stage_text(frame, row);
  if (!dead) stage += " · " + doing(frame, row.agent);
  draw_text(ui, ui.fonts().small, inside.take_top(ui.px(16)), state, stage);
  const std::string signal = signal_text(frame, row);
  const std::string count = trace::count_text(row.connections, "connection");
  Rect line = inside.take_top(ui.px(16), ui.px(2));
  if (!signal.empty() && !dead)
    draw_text(ui, ui.fonts().small, line, p.warning, signal);
  else if (row.is_worker)
    draw_text(ui, ui.fonts().small, line, p.dim, count);
  ui.say(id, stage_text(frame, row) + "; " + count + (signal.empty() ? "" : "; " + signal));
  // How much it got beside the one that got most.
  const Rect bar = inside.take_bottom(ui.px(3));
  if (row.is_worker && inside.h > ui.px(2)) {
    const float share =
        static_cast<float>(static_cast<double>(row.connections) / static_cast<double>(most));
    list->AddRectFilled(bar.min(), bar.max(), p.background, ui.px(2));
    list->AddRectFilled(bar.min(), {bar.x + bar.w * share, bar.bottom()},
                        faded(frame.colour_of(row.agent), dead ? 0.4F : 0.9F), ui.px(2));
  }
  draw_taken(frame, inside, row);
  if (over.hovered) {
    std::string text = name_of(row) + ", pid " + pid + ": " + stage + " since " +
                       moment_text(frame, row.since) + "\n" + count;
    if (row.error) text += "\n" + std::string(trace::first_line(frame.trace().view(row.error)));
    show_tooltip(ui, text, "Click: the Event loop then shows its loop");
  }
  if (over.clicked) frame.commands.give(CommandId::kSelectAgent, row.agent.value);
}

// Its last connections, the newest at the left.
void ClusterPanel::draw_taken(Frame& frame, const Rect& rect, const ProcessRow& row) {
  Ui& ui = frame.ui;
  const float size = ui.px(kToken);
  if (rect.h < size + ui.px(2)) return;
  const float step = size + ui.px(3);
  const auto room = static_cast<size_t>(std::max((rect.w + ui.px(3)) / step, 0.0F));
  const size_t shown = std::min(room, row.latest.size());
  const bool dead = row.stage == ProcessStage::kDead;
  for (size_t i = 0; i < shown; ++i) {
    const uint32_t connection = row.latest[row.latest.size() - 1 - i];
    const Rect slot{rect.x + static_cast<float>(i) * step, rect.center().y - size / 2, size, size};
    // The older, the fainter.
    const float age = static_cast<float>(i) / static_cast<float>(std::max<size_t>(room, 1));
    draw_token(frame, connection, slot,
               faded(frame.colour_of(row.agent), (dead ? 0.4F : 1.0F) * (1 - age * 0.75F)),
               !dead && !is_at_rest(frame, connection));
  }
}

// Connections between the socket and a worker, as far as time has brought them.
void ClusterPanel::draw_given(Frame& frame, ImVec2 socket, const Listener& listener) {
  Ui& ui = frame.ui;
  const float size = ui.px(kToken + 2);
  for (const uint32_t number : listener.on_their_way) {
    const auto connection = m_state->connections.find(number);
    if (connection == m_state->connections.end()) continue;
    const auto card = m_cards.find(connection->second.worker.value);
    if (card == m_cards.end()) continue;
    ui.say("cluster.on-its-way", std::to_string(number));
    // It takes about as long as a message there and one back.
    constexpr double kWay = 68'000;
    const double gone = static_cast<double>((frame.now() - connection->second.given).ns) / kWay;
    const auto t = static_cast<float>(std::clamp(gone, 0.12, 0.9));
    const ImVec2 end{card->second.center().x, card->second.y};
    const float x = socket.x + (end.x - socket.x) * t * t * (3 - 2 * t);
    const float y = socket.y + (end.y - socket.y) * t;
    draw_token(frame, number, {x - size / 2, y - size / 2, size, size}, ui.palette().accent, true);
  }
}

void ClusterPanel::draw_token(Frame& frame, uint32_t connection, const Rect& target, ImU32 colour,
                              bool filled) {
  Ui& ui = frame.ui;
  const Rect place = m_motion.place(ui, connection, target, m_socket);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (filled)
    list->AddCircleFilled(place.center(), place.w / 2, colour);
  else
    list->AddCircle(place.center(), place.w / 2 - ui.px(1.5F), faded(colour, 0.6F), 0, ui.px(1.2F));
  const auto found = m_state->connections.find(connection);
  if (found == m_state->connections.end()) return;
  const trace::TaskIndex task = frame.index().tasks().running({found->second.step});
  if (task && frame.session.selected_task == task)
    ImGui::GetWindowDrawList()->AddCircle(place.center(), place.w / 2 + ui.px(2), ui.palette().text,
                                          0, ui.px(1.5F));
  if (!ImGui::IsWindowHovered() || !ImGui::IsMouseHoveringRect(place.min(), place.max())) return;
  ui.place("connection." + std::to_string(connection), place);
  std::string text = connection_text(frame, *m_state, connection);
  if (!filled) text += "\nno request is under way on it";
  show_tooltip(ui, text, "Click: the task that did it");
  if (task && ImGui::IsMouseClicked(ImGuiMouseButton_Left))
    frame.commands.give(CommandId::kSelectTask, task.value);
}

}  // namespace loopscope::gui
