#include "core/trace/timeline_notes.h"

#include <algorithm>
#include <utility>

#include "core/trace/words.h"

namespace loopscope::trace {

namespace {

constexpr size_t kLinesOfOneOutput = 12;

std::string at_place(const Trace& trace, StringId location) {
  if (!location) return {};
  return " at " + std::string(without_column(trace.view(location)));
}

class Notes {
 public:
  Notes(const Trace& trace, const TaskTable& tasks) : m_trace(trace), m_tasks(tasks) {}

  void take(StepIndex step) {
    const Event& event = m_trace.at(step);
    switch (event.kind) {
      case kKind<Console>:
        console(unpack<Console>(event));
        return;
      case kKind<Error>:
        error(unpack<Error>(event));
        return;
      case kKind<Warning>:
        say("⚠ warning: ", m_trace.view(unpack<Warning>(event).text), Ink::warning);
        return;
      case kKind<LimitReached>:
        limit(unpack<LimitReached>(event));
        return;
      case kKind<Promise>:
        promise(unpack<Promise>(event));
        return;
      case kKind<Cancel>:
        about_task("✕ cancels ", step);
        return;
      case kKind<Timer>:
        about_task("○ lets the loop end without ", step);
        return;
      default:
        return;
    }
  }

  std::vector<TimelineNote> take_all() {
    end_line();
    return std::move(m_notes);
  }

 private:
  void say(std::string words, std::string_view more, Ink ink) {
    end_line();
    m_notes.push_back({words.append(first_line(more)), ink, false});
  }

  // A line may be written in pieces; it is one line.
  void console(const Console& console) {
    if (!m_line.empty() && console.stream != m_stream) end_line();
    m_stream = console.stream;
    std::string_view text = m_trace.view(console.text);
    size_t lines = 0;
    while (!text.empty()) {
      const size_t end = text.find('\n');
      m_line += text.substr(0, end);
      m_has_line = true;
      if (end == std::string_view::npos) return;
      text.remove_prefix(end + 1);
      end_line();
      if (++lines == kLinesOfOneOutput && !text.empty()) {
        const auto rest = static_cast<uint64_t>(std::ranges::count(text, '\n'));
        m_notes.push_back({"⋮ " + count_text(rest + 1, "more line"), Ink::faint, true});
        return;
      }
    }
  }

  void end_line() {
    if (!m_has_line) return;
    m_notes.push_back(
        {std::exchange(m_line, {}), m_stream == Stream::err ? Ink::error : Ink::plain, true});
    m_has_line = false;
  }

  void error(const Error& error) {
    const std::string text =
        std::string(first_line(m_trace.view(error.text))) + at_place(m_trace, error.location);
    switch (error.fate) {
      case ErrorFate::uncaught:
        return say("✖ uncaught: ", text, Ink::error);
      case ErrorFate::uncaught_handler:
        return say("✖ handled by 'uncaughtException': ", text, Ink::warning);
      case ErrorFate::unhandled_rejection:
        return say("✖ unhandled rejection: ", text, Ink::error);
      case ErrorFate::rejection_handler:
        return say("✖ handled by 'unhandledRejection': ", text, Ink::warning);
      case ErrorFate::warning:
        return say("⚠ unhandled rejection: ", text, Ink::warning);
    }
  }

  void promise(const Promise& promise) {
    const std::string text =
        std::string(first_line(m_trace.view(promise.text))) + at_place(m_trace, promise.location);
    if (promise.op == PromiseOp::handled_late)
      say("✓ a rejection is handled late", text.empty() ? "" : ": " + text, Ink::faint);
    else
      say("✖ nobody handles this rejection", text.empty() ? "" : ": " + text, Ink::warning);
  }

  void limit(const LimitReached& limit) {
    say("■ limit " + std::string(name(limit.limit)) + " ends the run: ",
        std::string(first_line(m_trace.view(limit.text))) + at_place(m_trace, limit.location),
        Ink::error);
  }

  void about_task(std::string words, StepIndex step) {
    const TaskIndex task = m_tasks.subject(step);
    if (task) say(std::move(words), task_text(m_trace, m_tasks.at(task)), Ink::faint);
  }

  const Trace& m_trace;
  const TaskTable& m_tasks;
  std::vector<TimelineNote> m_notes;
  std::string m_line;
  bool m_has_line = false;
  Stream m_stream{};
};

}  // namespace

std::vector<TimelineNote> timeline_notes(const Trace& trace, const TaskTable& tasks,
                                         std::span<const StepIndex> steps) {
  Notes notes(trace, tasks);
  for (const StepIndex step : steps) notes.take(step);
  return notes.take_all();
}

}  // namespace loopscope::trace
