#include "core/trace/timeline_notes.h"

#include <algorithm>
#include <utility>

#include "core/trace/latency_histogram.h"
#include "core/trace/words.h"

namespace loopscope::trace {

namespace {

constexpr size_t kLinesOfOneOutput = 12;

std::string at_place(const Trace& trace, StringId location) {
  if (!location) return {};
  return " at " + std::string(without_column(trace.view(location)));
}

// A web stream's writer is not told false; its desiredSize says as much.
std::string full_words(std::string_view desired_size) {
  if (desired_size.empty()) return " is full: write() says false";
  return " is full: desiredSize is " + std::string(desired_size);
}

class Notes {
 public:
  Notes(const Trace& trace, const NoteTables& tables)
      : m_trace(trace), m_tables(tables), m_tasks(tables.tasks), m_streams(tables.streams) {}

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
      case kKind<StreamChange>:
        stream(event.agent, unpack<StreamChange>(event));
        return;
      case kKind<Pipe>:
        pipe(event.agent, unpack<Pipe>(event));
        return;
      case kKind<AgentChange>:
        agent(unpack<AgentChange>(event));
        return;
      case kKind<MessageMove>:
        message(unpack<MessageMove>(event));
        return;
      case kKind<PortChange>:
        port(unpack<PortChange>(event));
        return;
      case kKind<SharedChange>:
        shared(unpack<SharedChange>(event));
        return;
      case kKind<SignalChange>:
        signal(unpack<SignalChange>(event));
        return;
      case kKind<Handoff>:
        handoff(unpack<Handoff>(event));
        return;
      case kKind<RequestChange>:
        request(event, unpack<RequestChange>(event));
        return;
      case kKind<LoadChange>:
        load(unpack<LoadChange>(event));
        return;
      case kKind<ManagerChange>:
        manager(unpack<ManagerChange>(event));
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

  void stream(AgentId agent, const StreamChange& change) {
    const std::string stream = "≋ " + std::string(m_streams.of(agent, change.stream));
    switch (change.op) {
      case StreamOp::full:
        return say(stream + full_words(m_trace.view(change.text)), at_place(m_trace, change.from),
                   Ink::warning);
      case StreamOp::drain:
        return say(stream + " has drained", "", Ink::faint);
      case StreamOp::end:
        return say(stream + " is read to its end", "", Ink::faint);
      case StreamOp::finish:
        return say(stream + " has finished: all is written", "", Ink::faint);
      case StreamOp::error:
        return say(stream + " fails: ", m_trace.view(change.text), Ink::error);
      default:
        return;
    }
  }

  void pipe(AgentId agent, const Pipe& pipe) {
    const std::string source = "≋ " + std::string(m_streams.of(agent, pipe.source));
    const std::string_view to = m_streams.of(agent, pipe.destination);
    switch (pipe.op) {
      case PipeOp::pipe:
        return say(source + " is piped to ", to, Ink::faint);
      case PipeOp::unpipe:
        return say(source + " is no longer piped to ", to, Ink::faint);
      case PipeOp::await:
        return say(source + " waits until it drains: ", to, Ink::faint);
      case PipeOp::go_on:
        return;
    }
  }

  void agent(const AgentChange& change) {
    const AgentId id{static_cast<uint16_t>(change.id)};
    const std::string agent = "⑂ " + m_tables.agents.of(id);
    const std::string_view label = m_tables.agents.label(id);
    switch (change.op) {
      case AgentOp::created:
        return say(agent + " is made" + at_place(m_trace, change.from),
                   label.empty() ? "" : ": " + std::string(label), Ink::faint);
      case AgentOp::online:
        return say(agent + " begins its program", "", Ink::faint);
      case AgentOp::ending:
        return say(agent + " is told to end", at_place(m_trace, change.from), Ink::warning);
    }
  }

  void signal(const SignalChange& change) {
    const std::string name(m_trace.view(change.name));
    const std::string process = " to process " + std::to_string(change.pid);
    switch (change.op) {
      case SignalOp::sent:
        return say("⚡ sends " + name + process + at_place(m_trace, change.from), "", Ink::faint);
      case SignalOp::caught:
        return say("⚡ " + name + process + " comes to its handler", "", Ink::faint);
      case SignalOp::ends:
        return say("⚡ " + name + process + " ends it: it has no handler", "", Ink::warning);
    }
  }

  void handoff(const Handoff& handoff) {
    const std::string connection = "⇥ connection " + std::to_string(handoff.connection);
    const std::string worker = m_tables.agents.of(AgentId{static_cast<uint16_t>(handoff.worker)});
    switch (handoff.op) {
      case HandoffOp::queued:
        return say(
            connection + " waits: no worker is free, " + std::to_string(handoff.waiting) + " wait",
            "", Ink::warning);
      case HandoffOp::given:
        return say(connection + " is handed to " + worker, "", Ink::faint);
      case HandoffOp::taken:
        return say(worker + " has taken connection " + std::to_string(handoff.connection), "",
                   Ink::faint);
      case HandoffOp::returned:
        return say(worker + " does not want connection " + std::to_string(handoff.connection), "",
                   Ink::warning);
    }
  }

  void request(const Event& event, const RequestChange& change) {
    const std::string request = "⇄ request " + std::to_string(change.number);
    const std::string_view text = m_trace.view(change.text);
    const RequestLife& life = *m_tables.requests.find(change.number);
    switch (change.op) {
      case RequestOp::send:
        return say(request + " is sent" + at_place(m_trace, change.from) + ": ", text, Ink::faint);
      case RequestOp::handle:
        return say(request + " is handled" + after(life.arrived, event, " since it arrived") + ": ",
                   text, Ink::faint);
      case RequestOp::head:
        return say(request + " gets its response's head: ", std::to_string(change.status),
                   change.status >= 500 ? Ink::warning : Ink::faint);
      case RequestOp::finish:
        return say(request + ": the response is handed over", "", Ink::faint);
      case RequestOp::receive:
        return say(request + " is answered" + after(life.sent, event, " after it was sent") + ": ",
                   std::to_string(change.status), Ink::faint);
      case RequestOp::fail:
        return say(request + " fails: ", text, Ink::error);
      case RequestOp::arrive:
        return;
    }
  }

  // ", 5 ms since …", if that step was.
  std::string after(std::optional<StepIndex> step, const Event& event, std::string_view what) {
    if (!step) return {};
    return ", " + duration_text((event.time - m_trace.at(*step).time).ns) + std::string(what);
  }

  void load(const LoadChange& change) {
    const std::string load = "☷ load " + std::to_string(change.id);
    if (change.op == LoadOp::begin)
      return say(load + " begins, " + std::string(m_trace.view(change.label)) + ": ",
                 m_trace.view(change.text), Ink::faint);
    std::string text = std::to_string(change.answered) + " of " +
                       count_text(change.sent, "request") + " answered, " +
                       std::to_string(change.failed) + " failed";
    const auto latency = LatencyHistogram::parse(m_trace.view(change.latency));
    if (latency && latency->count() != 0)
      text += "; median " + duration_text(latency->percentile_ns(500)) + ", longest " +
              duration_text(latency->max_ns());
    say(load + " ends: ", text, change.failed == 0 ? Ink::faint : Ink::warning);
  }

  void manager(const ManagerChange& change) {
    const std::string_view text = m_trace.view(change.text);
    if (change.op == ManagerOp::command) return say("⚙ $ ", text, Ink::plain);
    std::string words = "⚙ " + std::string(m_trace.view(change.app)) + " " +
                        std::to_string(change.app_process) + ": " + std::string(name(change.op));
    if (change.op == ManagerOp::backoff) words += " of " + duration_text(change.value);
    if (change.op == ManagerOp::memory_limit) words += ", " + size_text(change.value, false);
    const bool is_bad = change.op == ManagerOp::crashed || change.op == ManagerOp::errored;
    say(std::move(words), text.empty() ? "" : ": " + std::string(text),
        is_bad ? Ink::error : Ink::faint);
  }

  void message(const MessageMove& move) {
    const MessageLife* const life = m_tables.messages.find(move.number);
    if (life == nullptr) return;
    const auto sent = unpack<MessageMove>(m_trace.at(life->sent));
    std::string text = ": " + std::string(first_line(m_trace.view(sent.text)));
    if (sent.transferred != 0) text += ", " + std::to_string(sent.transferred) + " transferred";
    switch (move.op) {
      case MessageOp::send:
        return say("✉ message to " + m_tables.agents.of(life->receiver), text, Ink::faint);
      case MessageOp::receive:
        return say("✉ message from " + m_tables.agents.of(life->sender), text, Ink::faint);
      case MessageOp::drop:
        return say("✉ a message is lost, its port is closed", text, Ink::warning);
    }
  }

  void port(const PortChange& change) {
    const std::string port = "✉ port " + std::to_string(change.id);
    if (change.op == PortOp::moved)
      say(port + " goes to ", m_tables.agents.of(AgentId{static_cast<uint16_t>(change.owner)}),
          Ink::faint);
    if (change.op == PortOp::closed) say(port + " is closed", "", Ink::faint);
  }

  void shared(const SharedChange& change) {
    const std::string cell = "cell " + std::to_string(change.cell) + " of shared buffer " +
                             std::to_string(change.buffer);
    switch (change.op) {
      case SharedOp::made:
        return say("▦ shared buffer " + std::to_string(change.buffer) + ": ",
                   size_text(change.value, false), Ink::faint);
      case SharedOp::wait:
        return say("◌ blocked: waits for " + cell, at_place(m_trace, change.from), Ink::warning);
      case SharedOp::not_equal:
        return say("◌ need not wait for " + cell, ": it holds " + std::to_string(change.value),
                   Ink::faint);
      case SharedOp::woken:
        return say("● woken: waits no more for " + cell, "", Ink::faint);
      case SharedOp::timed_out:
        return say("● its time is up: waits no more for " + cell, "", Ink::faint);
      case SharedOp::notify:
        return say("▦ notifies " + cell + ": ",
                   count_text(static_cast<uint64_t>(change.value), "agent") + " woken", Ink::faint);
      case SharedOp::shared:
      case SharedOp::value:
        return;
    }
  }

  void about_task(std::string words, StepIndex step) {
    const TaskIndex task = m_tasks.subject(step);
    if (task) say(std::move(words), task_text(m_trace, m_tasks.at(task)), Ink::faint);
  }

  const Trace& m_trace;
  const NoteTables& m_tables;
  const TaskTable& m_tasks;
  const StreamNames& m_streams;
  std::vector<TimelineNote> m_notes;
  std::string m_line;
  bool m_has_line = false;
  Stream m_stream{};
};

}  // namespace

std::vector<TimelineNote> timeline_notes(const Trace& trace, const NoteTables& tables,
                                         std::span<const StepIndex> steps) {
  Notes notes(trace, tables);
  for (const StepIndex step : steps) notes.take(step);
  return notes.take_all();
}

}  // namespace loopscope::trace
