#include "core/lesson/explain_message.h"

#include "core/lesson/history.h"
#include "core/lesson/naming.h"
#include "core/trace/words.h"

namespace loopscope::lesson {

using trace::MessageLife;
using trace::TaskIndex;

namespace {

// Who kept the receiver's thread for less is not worth a sentence.
constexpr int64_t kShort = 5'000;
constexpr size_t kMostText = 60;

class MessageExplainer {
 public:
  MessageExplainer(const trace::TimelineIndex& index, const MessageLife& message)
      : m_index(index), m_history(index), m_message(message) {}

  MessageExplanation explain() const {
    MessageExplanation result;
    result.title = "Message " + std::to_string(m_message.number) + ": " + name(m_message.sender) +
                   " → " + name(m_message.receiver);
    result.sentences.push_back(sent());
    if (m_message.received) {
      result.sentences.push_back(received());
      result.sentences.push_back(why_then());
      result.receiver = m_index.tasks().running(*m_message.received);
    } else {
      result.sentences.push_back(why_never());
    }
    result.sentences.emplace_back(
        "Posting does not wait: the sender goes on at once. What comes is taken out in the "
        "receiver's "
        "poll phase, each message in a callback of its own.");
    result.sender = m_index.tasks().running(m_message.sent);
    return result;
  }

 private:
  std::string name(AgentId agent) const { return m_index.agent_names().of(agent); }
  std::string moment(StepIndex step) const {
    return moment_text(m_history.trace(), m_history.time_of(step));
  }

  std::string sent() const {
    const auto move = trace::unpack<trace::MessageMove>(m_history.trace().at(m_message.sent));
    std::string text = as_sentence(name(m_message.sender)) + " posted " +
                       message_words(m_index, m_message) + " at " + moment(m_message.sent);
    if (move.from) text += " (" + place_text(m_history.trace(), move.from) + ")";
    if (move.size > 0)
      text += ": a copy of " + trace::size_text(static_cast<int64_t>(move.size), false);
    if (move.transferred > 0)
      text += ", and " + trace::count_text(move.transferred, "thing") +
              (move.transferred == 1 ? " was" : " were") + " handed over, not copied";
    return text + ".";
  }

  std::string received() const {
    const VirtualTime way =
        m_history.time_of(*m_message.received) - m_history.time_of(m_message.sent);
    return as_sentence(name(m_message.receiver)) + " received it at " +
           moment(*m_message.received) + ", " + trace::duration_text(way.ns) + " later.";
  }

  std::string why_then() const {
    if (const auto online = began_between(m_message.sent, *m_message.received))
      return "The worker was still being started when it was posted: its program began at " +
             moment(*online) + ", and until then messages wait in the port.";
    const TaskIndex task = m_index.tasks().running(*m_message.received);
    if (!task || message_of(m_index, task) != &m_message)
      return "The program took it out itself, without waiting for the loop.";
    const auto blocker = m_history.blocker(m_history.time_of(m_message.sent), task);
    if (blocker && blocker->length.ns > kShort)
      return as_sentence(task_words(m_history.trace(), m_history.tasks(), blocker->task)) +
             " kept its thread busy for " + trace::duration_text(blocker->length.ns) +
             " of that time: a message cannot interrupt a callback, it waits until the loop comes "
             "to the poll phase.";
    if (m_history.sleep_before(task))
      return "Its loop slept in poll, with nothing else to do, and woke for it: all of that time "
             "the message was on its way.";
    return "Its loop came to the poll phase just then.";
  }

  std::string why_never() const {
    if (m_message.dropped)
      return "Nobody received it: its port was closed at " + moment(*m_message.dropped) +
             " while it was on its way or waited there.";
    return "Nobody has received it: " + name(m_message.receiver) +
           " did not come to its poll phase again, or nobody listens to its port.";
  }

  // The receiver's program began between the two, if it did.
  std::optional<StepIndex> began_between(StepIndex from, StepIndex to) const {
    for (uint64_t step = from.value; step < to.value; ++step) {
      const trace::Event& event = m_history.trace().events[step];
      if (!trace::is<trace::AgentChange>(event) || event.agent != m_message.receiver) continue;
      const auto change = trace::unpack<trace::AgentChange>(event);
      if (change.op == trace::AgentOp::online && change.id == m_message.receiver.value)
        return StepIndex{step};
    }
    return std::nullopt;
  }

  const trace::TimelineIndex& m_index;
  History m_history;
  const MessageLife& m_message;
};

}  // namespace

std::optional<MessageExplanation> explain_message(const trace::TimelineIndex& index,
                                                  uint32_t number) {
  const MessageLife* message = index.messages().find(number);
  if (message == nullptr) return std::nullopt;
  return MessageExplainer(index, *message).explain();
}

const MessageLife* message_of(const trace::TimelineIndex& index, TaskIndex task) {
  const trace::TaskLife& life = index.tasks().at(task);
  if (!life.started || life.queue != trace::Queue::poll) return nullptr;
  const trace::Trace& trace = index.trace();
  // It comes out of its port before the callback does anything.
  for (uint64_t step = life.started->value + 1; step < index.size(); ++step) {
    const trace::Event& event = trace.events[step];
    if (event.agent != life.agent) continue;
    if (!trace::is<trace::MessageMove>(event)) return nullptr;
    const auto move = trace::unpack<trace::MessageMove>(event);
    return move.op == trace::MessageOp::receive ? index.messages().find(move.number) : nullptr;
  }
  return nullptr;
}

std::string message_words(const trace::TimelineIndex& index, const MessageLife& message) {
  const auto move = trace::unpack<trace::MessageMove>(index.trace().at(message.sent));
  std::string text(trace::first_line(index.trace().view(move.text)));
  if (text.empty()) return "a message";
  if (text.size() > kMostText) {
    size_t end = kMostText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text = text.substr(0, end) + "…";
  }
  return "`" + text + "`";
}

}  // namespace loopscope::lesson
