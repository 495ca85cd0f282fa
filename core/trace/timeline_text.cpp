#include "core/trace/timeline_text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "core/trace/task_table.h"
#include "core/trace/terminal_text.h"
#include "core/trace/timeline_items.h"
#include "core/trace/timeline_notes.h"
#include "core/trace/utf8.h"
#include "core/trace/words.h"

namespace loopscope::trace {

namespace {

using Type = TimelineItem::Type;

// A task that computes longer than this holds up the loop noticeably, and the timeline says so.
constexpr VirtualTime kLong = VirtualTime::from_ms(10);

constexpr size_t kTimeColumns = 12;
constexpr size_t kQueueColumns = 11;
constexpr size_t kGap = 2;

std::string_view queue_word(Queue queue) {
  switch (queue) {
    case Queue::main:
      return "main";
    case Queue::tick:
      return "↳ nextTick";
    case Queue::microtask:
      return "↳ microtask";
    case Queue::timers:
      return "timer";
    case Queue::pending:
      return "pending";
    case Queue::poll:
      return "I/O";
    case Queue::check:
      return "immediate";
    case Queue::closing:
      return "close";
  }
  return "";
}

std::string_view phase_word(Phase phase) {
  switch (phase) {
    case Phase::timers:
      return "timers phase";
    case Phase::pending:
      return "pending callbacks phase";
    case Phase::idle_prepare:
      return "idle, prepare phase";
    case Phase::poll:
      return "poll phase";
    case Phase::check:
      return "check phase";
    case Phase::closing:
      return "close callbacks phase";
  }
  return "";
}

// All times in milliseconds with their microseconds, so that they stand under each other.
std::string clock_text(VirtualTime time) {
  std::array<char, 40> text{};
  const int length =
      std::snprintf(text.data(), text.size(), "%lld.%03lld ms", static_cast<long long>(time.ms()),
                    static_cast<long long>(time.ns / 1'000 % 1'000));
  return {text.data(), static_cast<size_t>(length)};
}

class TimelineWriter {
 public:
  TimelineWriter(std::ostream& out, const Trace& trace, const TimelineTextOptions& options)
      : m_out(out), m_trace(trace), m_options(options), m_painter(options.colour) {
    m_tasks.extend(trace);
    m_streams.extend(trace);
    m_messages.extend(trace);
    m_requests.extend(trace, m_tasks);
    m_agents.extend(trace);
    m_items = timeline_items(trace, m_tasks);
    measure_columns();
  }

  void write() {
    title();
    if (m_options.fold) {
      for (const TimelineStretch& stretch : fold_repetitions(m_items)) {
        if (stretch.hidden_rounds != 0)
          hidden(stretch);
        else
          for (size_t i = stretch.begin; i < stretch.end; ++i) item(m_items[i]);
      }
    } else {
      for (const TimelineItem& each : m_items) item(each);
    }
    never_ran();
  }

 private:
  void measure_columns() {
    size_t name = columns_of("TASK");
    size_t code = columns_of("CODE");
    for (const TimelineItem& each : m_items) {
      if (!each.task) continue;
      const TaskLife& task = m_tasks.at(each.task);
      name = std::max(name, columns_of(task_name(m_trace, task)));
      code = std::max(code, columns_of(without_column(m_trace.view(task.location))));
    }
    const size_t fixed = kTimeColumns + kQueueColumns + 4 * kGap;
    const size_t room = std::max<size_t>(m_options.columns, fixed + 30) - fixed;
    m_name_columns = std::min(name, room * 2 / 5);
    m_code_columns = std::min(code, room * 3 / 10);
    m_cause_columns = room - m_name_columns - m_code_columns;
  }

  void line(const std::string& text) { m_out << text << '\n'; }

  // Appends a cell of a table row and what keeps the next one in its column.
  void cell(std::string& line, std::string_view text, size_t columns, Ink ink) const {
    m_painter.paint(line, text, ink);
    pad(line, columns - std::min(columns, columns_of(text)) + kGap);
  }

  void time_cell(std::string& line, std::string_view text) const {
    pad(line, kTimeColumns - std::min(kTimeColumns, columns_of(text)));
    m_painter.paint(line, text, Ink::faint);
    pad(line, kGap);
  }

  void title() {
    const Header& header = m_trace.header;
    std::string text;
    m_painter.paint(text, header.scenario.empty() ? "trace" : printable(header.scenario),
                    Ink::strong);
    std::string how;
    if (!header.semantics.empty()) how += "  " + printable(header.semantics);
    how += "  seed " + std::to_string(header.seed);
    m_painter.paint(text, how, Ink::faint);
    line(text);
    line("");
    text.clear();
    time_cell(text, "TIME");
    cell(text, "QUEUE", kQueueColumns, Ink::faint);
    cell(text, "TASK", m_name_columns, Ink::faint);
    cell(text, "CODE", m_code_columns, Ink::faint);
    m_painter.paint(text, "SCHEDULED BY", Ink::faint);
    line(text);
  }

  void item(const TimelineItem& item) {
    switch (item.type) {
      case Type::agent:
        agent(m_trace.at(item.step).agent);
        return;
      case Type::main:
        banner("Main program", "");
        return;
      case Type::before_loop:
        banner("Event loop", "before its first iteration");
        return;
      case Type::iteration: {
        const auto iteration = unpack<Iteration>(m_trace.at(item.step));
        banner("Iteration " + std::to_string(iteration.number),
               "loop time " + std::to_string(iteration.loop_now_ms) + " ms");
        return;
      }
      case Type::phase:
        phase(item);
        return;
      case Type::task:
        task(item);
        return;
      case Type::wait:
        wait(item);
        return;
      case Type::note:
        between_tasks(item);
        return;
      case Type::exit:
        exit(item);
        return;
    }
  }

  void banner(const std::string& words, const std::string& detail) {
    line("");
    std::string text;
    m_painter.paint(text, "── ", Ink::faint);
    m_painter.paint(text, words, Ink::banner);
    size_t columns = 3 + columns_of(words) + 1;
    if (!detail.empty()) {
      m_painter.paint(text, "  " + detail, Ink::faint);
      columns += 2 + columns_of(detail);
    }
    text += ' ';
    std::string rule;
    for (; columns < m_options.columns; ++columns) rule += "─";
    m_painter.paint(text, rule, Ink::faint);
    line(text);
  }

  void agent(AgentId id) {
    std::string words = id.value == 0 ? "main thread" : m_agents.of(id);
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
    banner(words, std::string(printable(m_agents.label(id))));
  }

  void phase(const TimelineItem& item) {
    const Phase phase = unpack<PhaseEnter>(m_trace.at(item.step)).phase;
    std::string text;
    pad(text, 3);
    m_painter.paint(text, phase_word(phase), ink_of(phase));
    line(text);
  }

  void task(const TimelineItem& item) {
    const TaskLife& task = m_tasks.at(item.task);
    std::string text;
    time_cell(text, clock_text(m_trace.at(item.step).time));
    cell(text, queue_word(task.queue), kQueueColumns, ink_of(task.queue));
    cell(text, cut_end(printable(task_name(m_trace, task)), m_name_columns), m_name_columns,
         Ink::strong);
    const std::string code = printable(without_column(m_trace.view(task.location)));
    cell(text, cut_beginning(code, m_code_columns), m_code_columns, Ink::plain);
    m_painter.paint(text, cause(task), Ink::faint);
    text.erase(text.find_last_not_of(' ') + 1);
    line(text);
    notes(item);
    if (task.ended && task.cpu_ns >= kLong.ns)
      note_line({"▲ it computed for " + duration_text(task.cpu_ns) +
                     "; the loop could do nothing else meanwhile",
                 Ink::warning, false});
  }

  // Handlers of 'exit', 'unhandledRejection' and the like are called by Node, from no queue.
  void between_tasks(const TimelineItem& item) {
    std::string text;
    time_cell(text, clock_text(m_trace.at(item.step).time));
    const bool outside = m_trace.at(item.step).agent == kOutside;
    cell(text, outside ? "outside" : "node", kQueueColumns, Ink::faint);
    m_painter.paint(text, outside ? "not the machine's own" : "process event", Ink::faint);
    line(text);
    notes(item);
  }

  std::string cause(const TaskLife& task) const {
    if (!task.cause) return {};
    const TaskLife& cause = m_tasks.at(task.cause);
    std::string text = printable(task_name(m_trace, cause));
    if (task.from) text += " at " + printable(without_column(m_trace.view(task.from)));
    if (cause.agent != task.agent) text += " in " + m_agents.of(cause.agent);
    if (task.due) {
      std::string with_due = text + ", due " + clock_text(*task.due);
      if (columns_of(with_due) <= m_cause_columns) return with_due;
    }
    return cut_end(text, m_cause_columns);
  }

  void wait(const TimelineItem& item) {
    const Event& event = m_trace.at(item.step);
    const auto wait = unpack<Wait>(event);
    std::string text;
    time_cell(text, clock_text(event.time));
    std::string words = "the loop sleeps";
    if (const std::optional<VirtualTime> woken = next_time(item.step))
      words += " for " + duration_text((*woken - event.time).ns);
    if (wait.what) words += ", waiting for " + printable(m_trace.view(wait.what));
    m_painter.paint(text, cut_end(words, m_options.columns - kTimeColumns - kGap), Ink::faint);
    line(text);
  }

  // When the agent did something again.
  std::optional<VirtualTime> next_time(StepIndex step) const {
    const AgentId agent = m_trace.at(step).agent;
    for (uint64_t next = step.value + 1; next < m_trace.size(); ++next)
      if (m_trace.events[next].agent == agent && !is<CoreChange>(m_trace.events[next]))
        return m_trace.events[next].time;
    return std::nullopt;
  }

  void notes(const TimelineItem& item) {
    for (const TimelineNote& note : timeline_notes(
             m_trace, {m_tasks, m_streams, m_messages, m_requests, m_agents}, item.notes))
      note_line(note);
  }

  void note_line(const TimelineNote& note) {
    constexpr size_t kIndent = kTimeColumns + kGap + kQueueColumns + kGap;
    std::string text;
    pad(text, kIndent);
    const std::string words = printable(note.text);
    const size_t room = m_options.columns > kIndent + 12 ? m_options.columns - kIndent - 2 : 10;
    if (note.is_output) m_painter.paint(text, "┃ ", Ink::faint);
    m_painter.paint(text, cut_end(words, room), note.ink);
    line(text);
  }

  void hidden(const TimelineStretch& stretch) {
    size_t tasks = 0;
    size_t iterations = 0;
    size_t printed = 0;
    for (size_t i = stretch.begin; i < stretch.end; ++i) {
      if (m_items[i].type == Type::iteration) ++iterations;
      if (m_items[i].type == Type::task) ++tasks;
      for (const StepIndex step : m_items[i].notes)
        if (is<Console>(m_trace.at(step))) ++printed;
    }
    std::string words = "⋮ ";
    if (iterations >= stretch.hidden_rounds)
      words += count_text(iterations, "more iteration") + " like this";
    else if (stretch.period == 1 && tasks != 0)
      words += count_text(tasks, "more run") + " of the same task";
    else
      words += count_text(stretch.hidden_rounds, "more round") + " of the same " +
               count_text(tasks / stretch.hidden_rounds, "task");
    words += ", until " + clock_text(m_trace.at(m_items[stretch.end].step).time);
    if (printed != 0) words += "; they wrote " + times_text(printed);
    std::string text;
    pad(text, kTimeColumns + kGap);
    m_painter.paint(text, words, Ink::warning);
    line("");
    line(text);
    if (iterations == 0) line("");
  }

  void exit(const TimelineItem& item) {
    const Event& event = m_trace.at(item.step);
    banner("Exit code " + std::to_string(unpack<Exit>(event).code),
           "after " + clock_text(event.time) + " of virtual time");
  }

  void never_ran() {
    constexpr size_t kShown = 5;
    size_t count = 0;
    for (const TaskLife& task : m_tasks.tasks()) {
      if (task.started || task.cancelled) continue;
      if (++count > kShown) continue;
      std::string text;
      pad(text, 3);
      m_painter.paint(text,
                      "never ran: " + printable(task_text(m_trace, task)) + ", in the " +
                          std::string(name(task.queue)) + " queue",
                      Ink::faint);
      line(text);
    }
    if (count > kShown) line("   and " + count_text(count - kShown, "more task") + " never ran");
  }

  std::ostream& m_out;
  const Trace& m_trace;
  TimelineTextOptions m_options;
  Painter m_painter;
  TaskTable m_tasks;
  StreamNames m_streams;
  MessageTable m_messages;
  RequestTable m_requests;
  AgentNames m_agents;
  std::vector<TimelineItem> m_items;
  size_t m_name_columns = 0;
  size_t m_code_columns = 0;
  size_t m_cause_columns = 0;
};

}  // namespace

void write_timeline(std::ostream& out, const Trace& trace, const TimelineTextOptions& options) {
  TimelineWriter(out, trace, options).write();
}

}  // namespace loopscope::trace
