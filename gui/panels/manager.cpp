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

using trace::ManagedState;

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

std::string share_text(double share) {
  return std::to_string(std::lround(share * 100)) + " %";
}
std::string bytes_text(double bytes) {
  return trace::size_text(static_cast<int64_t>(bytes), false);
}
std::string time_text(double ns) {
  return trace::duration_text(static_cast<int64_t>(ns));
}

// So many of the unit, with one digit or 1.5 times a power of ten: the top of a scale.
double round_above(double value, double unit) {
  const double power = std::pow(10.0, std::floor(std::log10(std::max(value / unit, 1.0))));
  for (const double factor : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0})
    if (factor * power * unit >= value) return factor * power * unit;
  return 10 * power * unit;
}

ImU32 colour_of(const Palette& p, std::string_view status) {
  if (status == "online") return p.good;
  if (status == "errored" || status == "stopped") return p.bad;
  return p.warning;
}

std::vector<ManagedState> rows_of(const Frame& frame) {
  return trace::listed(frame.session.playback().state().machine().service, frame.trace());
}

std::string command_of(const Operation& operation, const std::string& application) {
  std::string command(operation.command);
  const size_t place = command.find('%');
  return command.replace(place, 1, application);
}

}  // namespace

// What `pm2 monit` shows of a process.
struct ManagerPanel::Measure {
  std::string_view name;
  double unit;   // scales are in round numbers of it
  double least;  // a scale reaches
  double (*of)(const UseCurves& curves, size_t part);
  std::string (*text)(double value);
};

namespace {

constexpr double kMiB = 1 << 20;
constexpr double kMs = 1e6;

}  // namespace

const std::array<ManagerPanel::Measure, 3> ManagerPanel::kMeasures = {
    Measure{"CPU", 0.01, 1, [](const UseCurves& c, size_t i) { return double{c.cpu[i]}; },
            share_text},
    Measure{"memory", kMiB, kMiB,
            [](const UseCurves& c, size_t i) { return static_cast<double>(c.memory[i]); },
            bytes_text},
    Measure{"loop delay", kMs, kMs,
            [](const UseCurves& c, size_t i) { return static_cast<double>(c.loop_delay[i]); },
            time_text}};

void ManagerPanel::renew(Frame& frame) {
  if (m_run.moves_to(frame.session)) {
    m_story = std::make_unique<ManagedStory>(frame.index());
  }
  m_story->extend();
}

std::string ManagerPanel::activity(Frame& frame) {
  renew(frame);
  const std::vector<ManagedState> rows = rows_of(frame);
  if (rows.empty()) return "Nothing is started yet.";
  std::array<std::string_view, 6> words = {"launching", "online",  "stopping",
                                           "stopped",   "errored", "waiting restart"};
  std::string text;
  for (const std::string_view word : words) {
    const auto count =
        std::ranges::count_if(rows, [&](const ManagedState& row) { return row.status() == word; });
    if (count > 0)
      text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(word);
  }
  int64_t restarts = 0;
  for (const ManagedState& row : rows) restarts += row.restarts;
  return std::to_string(rows.size()) + (rows.size() == 1 ? " process: " : " processes: ") + text +
         "; restarted " + trace::times_text(static_cast<uint64_t>(restarts)) + ".";
}

std::string ManagerPanel::target(Frame& frame, const std::vector<ManagedState>& rows) const {
  for (const ManagedState& row : rows)
    if (row.id == m_chosen) return std::string(frame.trace().view(row.app));
  return rows.empty() ? "all" : std::string(frame.trace().view(rows.front().app));
}

void ManagerPanel::draw(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  renew(frame);
  const std::vector<ManagedState> rows = rows_of(frame);
  const float whole = ui.px(kRowHeight) * static_cast<float>(rows.size() + 1);
  draw_list(frame, rect.take_top(std::min(whole, rect.h * 0.36F), ui.px(6)), rows);
  draw_buttons(frame, rect.take_top(ui.px(26), ui.px(5)), rows);
  if (!frame.session.options().typed.empty()) draw_typed(frame, rect.take_top(ui.px(22), ui.px(5)));
  draw_monit(frame, rect.take_top(std::clamp(rect.h * 0.5F, ui.px(84), ui.px(200)), ui.px(6)));
  draw_log(frame, rect, rows);
}

void ManagerPanel::draw_list(Frame& frame, Rect rect, const std::vector<ManagedState>& rows) {
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

void ManagerPanel::draw_row(Frame& frame, Rect rect, const ManagedState& row, size_t part) {
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
  const bool runs = row.runs();
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
      std::string(row.status()),
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
              is_status ? colour_of(p, row.status()) : p.text, cells[i], Fit::kMayCut,
              kColumns[i].align);
  }
  ui.say(id, std::string(row.status()) + ", restarts " + std::to_string(row.restarts));
  tooltip(ui, cells[1] + ": started at " + moment_text(frame, row.since),
          chosen ? "Click: all processes again" : "Click: its logs only; buttons are for it");
  if (!over.clicked) return;
  if (chosen)
    m_chosen.reset();
  else
    m_chosen = row.id;
  if (row.agent.value != 0) frame.commands.give(CommandId::kSelectAgent, row.agent.value);
}

void ManagerPanel::draw_buttons(Frame& frame, Rect rect, const std::vector<ManagedState>& rows) {
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
  const float gap = ui.px(8);
  const float width = (rect.w - gap * (kMeasures.size() - 1)) / kMeasures.size();
  for (const Measure& measure : kMeasures) {
    const Rect chart = rect.take_left(width, gap);
    ui.place("manager.monit." + std::string(measure.name), chart);
    draw_measure(frame, chart, measure);
  }
}

void ManagerPanel::draw_measure(Frame& frame, Rect chart, const Measure& measure) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto& curves = m_story->curves(kParts);
  draw_text(ui, ui.fonts().small, chart.take_top(ui.px(18)), p.dim, measure.name);
  const double last_ns = static_cast<double>(frame.trace().events.back().time.ns);
  const View view{first_ns(frame), (last_ns - first_ns(frame)) / static_cast<double>(chart.w),
                  chart.w};
  if (chart.h > ui.px(72)) {
    const Rect axis = chart.take_bottom(ui.px(15), ui.px(1));
    draw_text(ui, ui.fonts().small, axis, p.faint, "0");
    draw_text(ui, ui.fonts().small, axis, p.faint, time_text(last_ns - first_ns(frame)),
              Fit::kMayCut, Align::kRight);
  }
  list->AddRectFilled(chart.min(), chart.max(), p.background, ui.px(4));
  double most = measure.least;
  for (const auto& [id, curve] : curves)
    for (size_t part = 0; part < kParts; ++part) most = std::max(most, measure.of(curve, part));
  const double top = round_above(most, measure.unit);
  // Room for the scale's own text above its highest line.
  const Rect inside{chart.x, chart.y + ui.px(15), chart.w, chart.h - ui.px(16)};
  const auto y_of = [&](double value) {
    return inside.bottom() - inside.h * static_cast<float>(value / top);
  };
  for (const double share : {0.5, 1.0}) {
    const float y = y_of(top * share);
    list->AddLine({chart.x, y}, {chart.right(), y}, p.border);
    if (share < 1 && inside.h < ui.px(44)) continue;
    const Rect place{chart.x + ui.px(4), y - ui.px(15), chart.w, ui.px(15)};
    draw_text(ui, ui.fonts().small, place, p.faint, measure.text(top * share));
  }
  std::vector<ImVec2> line(kParts);
  for (const auto& [id, curve] : curves) {
    for (size_t part = 0; part < kParts; ++part)
      line[part] = {chart.x + chart.w * (static_cast<float>(part) + 0.5F) / kParts,
                    y_of(measure.of(curve, part))};
    const bool dim = m_chosen && *m_chosen != id;
    const ImU32 colour = p.agents[1 + id % (p.agents.size() - 1)];
    list->AddPolyline(line.data(), static_cast<int>(kParts), faded(colour, dim ? 0.2F : 0.95F), 0,
                      ui.px(!dim && m_chosen ? 2.2F : 1.5F));
  }
  draw_playhead(frame, chart, view);
}

// The merged lines up to the moment shown, the newest last.
void ManagerPanel::draw_log(Frame& frame, Rect rect, const std::vector<ManagedState>& rows) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const auto name_of = [&](uint32_t id) {
    for (const ManagedState& row : rows)
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
