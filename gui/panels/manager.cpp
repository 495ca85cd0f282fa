#include "gui/panels/manager.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "core/trace/words.h"
#include "gui/panels/timeline_axis.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

// Curves are worked out for so many parts of the run's time.
constexpr size_t kParts = 240;
constexpr float kRowHeight = 19;

struct Column {
  std::string_view name;
  float width;
  Align align;
};
// As `pm2 list` has them.
constexpr std::array kColumns = {
    Column{"id", 18, Align::kRight},     Column{"name", 0, Align::kLeft},
    Column{"mode", 48, Align::kLeft},    Column{"pid", 36, Align::kRight},
    Column{"uptime", 56, Align::kRight}, Column{"↺", 18, Align::kRight},
    Column{"status", 88, Align::kLeft},  Column{"cpu", 38, Align::kRight},
    Column{"mem", 60, Align::kRight}};

struct Operation {
  std::string_view name;     // of the button
  std::string_view command;  // with % for the application
  std::string_view what;
};
constexpr std::array kOperations = {
    Operation{"Reload", "reload %", "One after the other, each replaced before it goes"},
    Operation{"Restart", "restart %", "All at once: stopped, then started"},
    Operation{"Stop", "stop %", "Stops it; it stays in the list"},
    Operation{"Scale +", "scale % +1", "One process more"},
    Operation{"Scale -", "scale % -1", "One process less"},
    Operation{"Delete", "delete %", "Stops it and takes it off the list"}};

ImU32 colour_of(const Palette& p, std::string_view status) {
  if (status == "online") return p.good;
  if (status == "errored" || status == "stopped") return p.bad;
  return p.warning;
}

std::string command_of(const Operation& operation, const std::string& application) {
  std::string command(operation.command);
  const size_t place = command.find('%');
  return command.replace(place, 1, application);
}

}  // namespace

void ManagerPanel::renew(Frame& frame) {
  if (m_run.moves_to(frame.session)) {
    m_story = std::make_unique<ManagedStory>(frame.index());
  }
  m_story->extend();
}

std::string ManagerPanel::activity(Frame& frame) {
  renew(frame);
  const auto& rows = m_story->rows(frame.session.playback().position());
  if (rows.empty()) return "Nothing is started yet.";
  std::array<std::string_view, 6> words = {"launching", "online",  "stopping",
                                           "stopped",   "errored", "waiting restart"};
  std::string text;
  for (const std::string_view word : words) {
    const auto count = std::ranges::count(rows, word, &ManagedRow::status);
    if (count > 0)
      text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(word);
  }
  int64_t restarts = 0;
  for (const ManagedRow& row : rows) restarts += row.restarts;
  return std::to_string(rows.size()) + (rows.size() == 1 ? " process: " : " processes: ") + text +
         "; restarted " + trace::times_text(static_cast<uint64_t>(restarts)) + ".";
}

std::string ManagerPanel::target(Frame& frame, const std::vector<ManagedRow>& rows) const {
  for (const ManagedRow& row : rows)
    if (row.id == m_chosen) return std::string(frame.trace().view(row.app));
  return rows.empty() ? "all" : std::string(frame.trace().view(rows.front().app));
}

void ManagerPanel::draw(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  renew(frame);
  const auto& rows = m_story->rows(frame.session.playback().position());
  const float whole = ui.px(kRowHeight) * static_cast<float>(rows.size() + 1);
  draw_list(frame, rect.take_top(std::min(whole, rect.h * 0.36F), ui.px(6)), rows);
  draw_buttons(frame, rect.take_top(ui.px(26), ui.px(5)), rows);
  if (!frame.session.options().typed.empty()) draw_typed(frame, rect.take_top(ui.px(22), ui.px(5)));
  draw_monit(frame, rect.take_top(std::clamp(rect.h * 0.42F, ui.px(52), ui.px(180)), ui.px(6)));
  draw_log(frame, rect);
}

void ManagerPanel::draw_list(Frame& frame, Rect rect, const std::vector<ManagedRow>& rows) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  float fixed = 0;
  for (const Column& column : kColumns) fixed += ui.px(column.width) + ui.px(8);
  Rect head = rect.take_top(ui.px(kRowHeight));
  head.w -= ui.px(14);
  for (const Column& column : kColumns) {
    const float width =
        column.width > 0 ? ui.px(column.width) : std::max(rect.w - ui.px(14) - fixed, ui.px(30));
    draw_text(ui, ui.fonts().small, head.take_left(width, ui.px(8)), p.faint, column.name,
              Fit::kMayCut, column.align);
  }
  const int64_t begin = static_cast<int64_t>(first_ns(frame));
  const int64_t end = std::max(frame.trace().events.back().time.ns, begin + 1);
  const double share =
      static_cast<double>(frame.now().ns - begin) / static_cast<double>(end - begin);
  const auto part = std::min(static_cast<size_t>(std::max(share, 0.0) * kParts), kParts - 1);
  begin_scroll("manager.list", rect);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  for (size_t i = 0; i < rows.size(); ++i)
    draw_row(frame,
             {origin.x, origin.y + ui.px(kRowHeight) * static_cast<float>(i), rect.w - ui.px(14),
              ui.px(kRowHeight)},
             rows[i], part);
  if (rows.empty())
    draw_text(ui, ui.fonts().small, {origin.x, origin.y, rect.w, ui.px(kRowHeight)}, p.faint,
              "nothing is started yet");
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy({1, ui.px(kRowHeight) * static_cast<float>(rows.size())});
  end_scroll();
}

void ManagerPanel::draw_row(Frame& frame, Rect rect, const ManagedRow& row, size_t part) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const std::string id = "managed." + std::to_string(row.id);
  const Interaction over = region(ui, id, rect);
  const bool chosen = m_chosen == row.id;
  if (chosen || over.hovered)
    ImGui::GetWindowDrawList()->AddRectFilled(
        rect.min(), rect.max(), chosen ? faded(p.accent, 0.18F) : p.hovered, ui.px(4));
  const auto& curves = m_story->curves(kParts);
  const auto curve = curves.find(row.id);
  const bool runs = row.pid != 0;
  std::string cpu = "0 %";
  std::string memory = "0 B";
  if (runs && curve != curves.end()) {
    cpu = std::to_string(std::lround(curve->second.cpu[part] * 100)) + " %";
    memory = trace::size_text(curve->second.memory[part], false);
  }
  const std::array<std::string, kColumns.size()> cells = {
      std::to_string(row.id),
      std::string(frame.trace().view(row.app)),
      std::string(frame.trace().view(row.mode)),
      runs ? std::to_string(row.pid) : "N/A",
      runs ? trace::duration_text((frame.now() - row.since).ns) : "0",
      std::to_string(row.restarts),
      std::string(row.status),
      cpu,
      memory};
  float fixed = 0;
  for (const Column& column : kColumns) fixed += ui.px(column.width) + ui.px(8);
  Rect line = rect;
  for (size_t i = 0; i < kColumns.size(); ++i) {
    const float width =
        kColumns[i].width > 0 ? ui.px(kColumns[i].width) : std::max(rect.w - fixed, ui.px(30));
    const bool is_status = kColumns[i].name == "status";
    draw_text(ui, is_status ? ui.fonts().bold : ui.fonts().small, line.take_left(width, ui.px(8)),
              is_status ? colour_of(p, row.status) : p.text, cells[i], Fit::kMayCut,
              kColumns[i].align);
  }
  ui.say(id, std::string(row.status) + ", restarts " + std::to_string(row.restarts));
  tooltip(ui, cells[1] + ": started at " + moment_text(frame, row.since),
          chosen ? "Click: all processes again" : "Click: its logs only; buttons are for it");
  if (!over.clicked) return;
  if (chosen)
    m_chosen.reset();
  else
    m_chosen = row.id;
  if (row.agent.value != 0) frame.commands.give(CommandId::kSelectAgent, row.agent.value);
}

void ManagerPanel::draw_buttons(Frame& frame, Rect rect, const std::vector<ManagedRow>& rows) {
  Ui& ui = frame.ui;
  const std::string application = target(frame, rows);
  const bool can = !frame.session.is_trace_file() && !rows.empty();
  const std::string lead = "at " + moment_text(frame, frame.now()) + ":";
  const float lead_w = text_width(ui.fonts().small, lead) + ui.px(4);
  float wanted = lead_w + ui.px(6);
  for (const Operation& operation : kOperations)
    wanted += text_width(ui.fonts().bold, operation.name) + ui.px(22);
  if (wanted <= rect.w)
    draw_text(ui, ui.fonts().small, rect.take_left(lead_w, ui.px(6)), ui.palette().dim, lead);
  for (const Operation& operation : kOperations) {
    const float width = text_width(ui.fonts().bold, operation.name) + ui.px(18);
    const bool clicked =
        button(ui, "manager." + std::string(operation.name), rect.take_left(width, ui.px(4)),
               operation.name, ButtonStyle::kPlain, can);
    const std::string command = command_of(operation, application);
    tooltip(
        ui, "pm2 " + command + "\n" + std::string(operation.what),
        can ? "Typed at this moment; the program runs again" : "A trace file does not run again");
    if (clicked) frame.commands.give(CommandId::kTypeAtManager, -1, command);
  }
}

// What was typed by buttons; a click takes it back.
void ManagerPanel::draw_typed(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const auto& typed = frame.session.options().typed;
  for (size_t i = 0; i < typed.size(); ++i) {
    const float width = text_width(ui.fonts().small, typed[i]) + ui.px(34);
    if (rect.w < width) {
      draw_text(ui, ui.fonts().small, rect, p.dim, "+ " + std::to_string(typed.size() - i));
      return;
    }
    Rect chip = rect.take_left(width, ui.px(5));
    const Interaction over = region(ui, "typed." + std::to_string(i), chip);
    ImGui::GetWindowDrawList()->AddRectFilled(
        chip.min(), chip.max(), faded(p.accent, over.hovered ? 0.34F : 0.18F), chip.h / 2);
    const Rect cross = chip.take_right(ui.px(20));
    draw_icon(Icon::kCross, cross.center(), ui.px(9), p.dim);
    draw_text(ui, ui.fonts().small, chip.inset(ui.px(10), 0), p.text, typed[i]);
    tooltip(ui, "pm2 " + typed[i], "Click: takes it back, and runs again");
    if (over.clicked) frame.commands.give(CommandId::kTakeBackTyped, static_cast<int64_t>(i));
  }
}

// CPU, memory and loop delay of each process over the whole run.
void ManagerPanel::draw_monit(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto& curves = m_story->curves(kParts);
  constexpr std::array<std::string_view, 3> kNames = {"CPU", "memory", "loop delay"};
  const float gap = ui.px(8);
  const float width = (rect.w - 2 * gap) / 3;
  for (size_t kind = 0; kind < kNames.size(); ++kind) {
    Rect chart = rect.take_left(width, gap);
    ui.place("manager.monit." + std::to_string(kind), chart);
    Rect head = chart.take_top(ui.px(16));
    list->AddRectFilled(chart.min(), chart.max(), p.background, ui.px(4));
    const auto value = [&](const UseCurves& curve, size_t part) {
      if (kind == 0) return static_cast<double>(curve.cpu[part]);
      return static_cast<double>(kind == 1 ? curve.memory[part] : curve.loop_delay[part]);
    };
    double most = kind == 0 ? 1 : 0;
    for (const auto& [id, curve] : curves)
      for (size_t part = 0; part < kParts; ++part) most = std::max(most, value(curve, part));
    const std::string top = kind == 0   ? std::to_string(std::lround(most * 100)) + " %"
                            : kind == 1 ? trace::size_text(static_cast<int64_t>(most), false)
                                        : trace::duration_text(static_cast<int64_t>(most));
    draw_text(ui, ui.fonts().small,
              head.take_right(text_width(ui.fonts().small, top) + 1, ui.px(4)), p.faint, top);
    draw_text(ui, ui.fonts().small, head, p.dim, kNames[kind]);
    if (most <= 0) continue;
    std::vector<ImVec2> line(kParts);
    for (const auto& [id, curve] : curves) {
      for (size_t part = 0; part < kParts; ++part)
        line[part] = {
            chart.x + chart.w * (static_cast<float>(part) + 0.5F) / kParts,
            chart.bottom() - 1 - (chart.h - 2) * static_cast<float>(value(curve, part) / most)};
      const bool dim = m_chosen && *m_chosen != id;
      const ImU32 colour = p.agents[1 + id % (p.agents.size() - 1)];
      list->AddPolyline(line.data(), static_cast<int>(kParts), faded(colour, dim ? 0.2F : 0.95F), 0,
                        ui.px(!dim && m_chosen ? 2.2F : 1.5F));
    }
    draw_playhead(frame, chart,
                  {first_ns(frame),
                   (static_cast<double>(frame.trace().events.back().time.ns) - first_ns(frame)) /
                       static_cast<double>(chart.w),
                   chart.w});
  }
}

// The merged lines up to the moment shown, the newest last.
void ManagerPanel::draw_log(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const auto& rows = m_story->rows(frame.session.playback().position());
  const auto name_of = [&](uint32_t id) {
    for (const ManagedRow& row : rows)
      if (row.id == id) return std::to_string(id) + "|" + std::string(frame.trace().view(row.app));
    return std::to_string(id) + "|";
  };
  ImGui::GetWindowDrawList()->AddRectFilled(rect.min(), rect.max(), p.background, ui.px(4));
  ui.place("manager.log", rect);
  rect = rect.inset(ui.px(8), ui.px(4));
  const float row = ui.px(17);
  const auto room = static_cast<size_t>(std::max(rect.h / row, 0.0F));
  const auto& log = m_story->log();
  auto at = std::ranges::lower_bound(log, frame.session.playback().position(), {}, &LogLine::step);
  std::vector<const LogLine*> lines;
  while (at != log.begin() && lines.size() < room) {
    --at;
    if (!m_chosen || at->id == *m_chosen) lines.push_back(&*at);
  }
  if (lines.empty()) draw_text(ui, ui.fonts().small, rect.take_top(row), p.faint, "no lines yet");
  std::ranges::reverse(lines);
  std::string said;
  for (const LogLine* line : lines) {
    Rect place = rect.take_top(row);
    const std::string label = line->is_manager ? "PM2" : name_of(line->id);
    const ImU32 colour =
        line->is_manager ? p.accent : p.agents[1 + line->id % (p.agents.size() - 1)];
    draw_text(ui, ui.fonts().mono_small, place.take_left(ui.px(74), ui.px(6)), colour, label);
    draw_text(ui, ui.fonts().mono_small, place, line->is_error ? p.bad : p.dim, line->text);
    said = label + " " + line->text;
  }
  ui.say("manager.log", said);
}

}  // namespace loopscope::gui
