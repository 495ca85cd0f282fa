#include "core/trace/timeline_items.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace loopscope::trace {

namespace {

using Type = TimelineItem::Type;

// Gives equal numbers to items that look alike.
class Keys {
 public:
  Keys(const Trace& trace, const TaskTable& tasks) : m_trace(trace), m_tasks(tasks) {}

  uint32_t key_of(const TimelineItem& item) {
    const Look look{item.type, what(item), where(item), by_whom(item), item.notes.size()};
    return m_numbers.try_emplace(look, static_cast<uint32_t>(m_numbers.size())).first->second;
  }

 private:
  using Look = std::tuple<Type, uint32_t, uint64_t, uint64_t, size_t>;

  uint32_t what(const TimelineItem& item) const {
    if (item.task) return static_cast<uint32_t>(m_tasks.at(item.task).queue);
    const Event& event = m_trace.at(item.step);
    if (item.type == Type::phase) return static_cast<uint32_t>(unpack<PhaseEnter>(event).phase);
    return event.agent.value;
  }

  uint64_t where(const TimelineItem& item) const {
    if (!item.task) return 0;
    const TaskLife& task = m_tasks.at(item.task);
    return uint64_t{task.label.value} << 32 | task.location.value;
  }

  uint64_t by_whom(const TimelineItem& item) const {
    if (!item.task) return 0;
    const TaskLife& task = m_tasks.at(item.task);
    const uint32_t label = task.cause ? m_tasks.at(task.cause).label.value : 0;
    return uint64_t{label} << 32 | task.from.value;
  }

  const Trace& m_trace;
  const TaskTable& m_tasks;
  std::map<Look, uint32_t> m_numbers;
};

bool has_several_agents(const Trace& trace) {
  return std::ranges::any_of(
      trace.events, [&](const Event& event) { return event.agent != trace.events.front().agent; });
}

bool is_about_rejection(PromiseOp op) {
  return op == PromiseOp::unhandled || op == PromiseOp::handled_late;
}

bool is_worth_a_note(StreamOp op) {
  return op == StreamOp::full || op == StreamOp::drain || op == StreamOp::end ||
         op == StreamOp::finish || op == StreamOp::error;
}

bool is_worth_a_note(PortOp op) {
  return op == PortOp::moved || op == PortOp::closed;
}

bool is_worth_a_note(SharedOp op) {
  return op != SharedOp::value && op != SharedOp::shared;
}

bool is_note(const Event& event) {
  switch (event.kind) {
    case kKind<Console>:
    case kKind<Error>:
    case kKind<Warning>:
    case kKind<LimitReached>:
    case kKind<Cancel>:
    case kKind<AgentChange>:
    case kKind<MessageMove>:
    case kKind<SignalChange>:
    case kKind<Handoff>:
    case kKind<ManagerChange>:
      return true;
    // Load generators and what arrives are too many to be told of one by one.
    case kKind<RequestChange>:
      return event.agent != kOutside;
    case kKind<LoadChange>:
      return unpack<LoadChange>(event).op != LoadOp::report;
    case kKind<PortChange>:
      return is_worth_a_note(unpack<PortChange>(event).op);
    case kKind<SharedChange>:
      return is_worth_a_note(unpack<SharedChange>(event).op);
    case kKind<Promise>:
      return is_about_rejection(unpack<Promise>(event).op);
    case kKind<Timer>:
      return unpack<Timer>(event).op == TimerOp::unref;
    case kKind<StreamChange>:
      return is_worth_a_note(unpack<StreamChange>(event).op);
    case kKind<Pipe>:
      return unpack<Pipe>(event).op != PipeOp::go_on;
    default:
      return false;
  }
}

class Builder {
 public:
  Builder(const Trace& trace, const TaskTable& tasks)
      : m_trace(trace), m_tasks(tasks), m_several(has_several_agents(trace)) {}

  std::vector<TimelineItem> build() {
    for (uint64_t step = 0; step < m_trace.size(); ++step) take(StepIndex{step});
    Keys keys(m_trace, m_tasks);
    for (TimelineItem& item : m_items) item.key = keys.key_of(item);
    return std::move(m_items);
  }

 private:
  // What an agent has entered but not shown, for it isn't known yet whether anything happens in it.
  struct Agent {
    std::optional<StepIndex> iteration;
    std::optional<StepIndex> phase;
    bool in_loop = false;
    bool iterated = false;
    std::optional<size_t> task;  // the item of the task that runs
  };

  void take(StepIndex step) {
    const Event& event = m_trace.at(step);
    Agent& agent = m_agents[event.agent.value];
    if (is_note(event)) return note(agent, step);
    switch (event.kind) {
      case kKind<Iteration>:
        agent.iteration = step;
        agent.phase.reset();
        agent.iterated = true;
        return;
      case kKind<PhaseEnter>:
        agent.phase = step;
        return;
      case kKind<PhaseLeave>:
        agent.phase.reset();
        return;
      case kKind<Wait>:
        show_place(agent, step);
        add(Type::wait, step);
        return;
      case kKind<Start>:
        return start(agent, step);
      case kKind<End>:
        agent.task.reset();
        return;
      case kKind<Exit>:
        show_agent(step);
        add(Type::exit, step);
        return;
      default:
        return;
    }
  }

  void start(Agent& agent, StepIndex step) {
    const TaskIndex task = m_tasks.subject(step);
    if (!task) return;
    if (m_tasks.at(task).queue == Queue::main) {
      show_agent(step);
      add(Type::main, step);
    } else {
      show_place(agent, step);
    }
    agent.task = m_items.size();
    add(Type::task, step).task = task;
  }

  void note(Agent& agent, StepIndex step) {
    if (!agent.task) {
      show_agent(step);
      const bool goes_on = !m_items.empty() && m_items.back().type == Type::note;
      TimelineItem& item = goes_on ? m_items.back() : add(Type::note, step);
      return item.notes.push_back(step);
    }
    m_items[*agent.task].notes.push_back(step);
  }

  void show_agent(StepIndex step) {
    const AgentId agent = m_trace.at(step).agent;
    if (!m_several || m_shown_agent == agent) return;
    m_shown_agent = agent;
    add(Type::agent, step);
  }

  // The banners that are due before something that happens in the loop.
  void show_place(Agent& agent, StepIndex step) {
    show_agent(step);
    if (agent.iteration) {
      add(Type::iteration, *agent.iteration);
      agent.iteration.reset();
    } else if (agent.phase && !agent.in_loop && !agent.iterated) {
      add(Type::before_loop, *agent.phase);
    }
    if (agent.phase) {
      agent.in_loop = true;
      add(Type::phase, *agent.phase);
      agent.phase.reset();
    }
  }

  TimelineItem& add(Type type, StepIndex step) {
    m_items.push_back({type, step, {}, {}, 0});
    return m_items.back();
  }

  const Trace& m_trace;
  const TaskTable& m_tasks;
  bool m_several = false;
  std::optional<AgentId> m_shown_agent;
  std::map<uint16_t, Agent> m_agents;
  std::vector<TimelineItem> m_items;
};

constexpr size_t kMaxPeriod = 12;
constexpr size_t kMinRounds = 5;
constexpr size_t kMinHidden = 4;

// How many rounds of that period begin at an item.
size_t rounds_at(const std::vector<TimelineItem>& items, size_t begin, size_t period) {
  size_t equal = 0;
  while (begin + equal + period < items.size() &&
         items[begin + equal].key == items[begin + equal + period].key)
    ++equal;
  return equal / period + 1;
}

// A round reads best when it begins with its iteration, or else its phase.
size_t best_beginning(const std::vector<TimelineItem>& items, size_t begin, size_t period) {
  for (const Type wanted : {Type::iteration, Type::phase})
    for (size_t offset = 0; offset < period; ++offset)
      if (items[begin + offset].type == wanted) return begin + offset;
  return begin;
}

}  // namespace

std::vector<TimelineItem> timeline_items(const Trace& trace, const TaskTable& tasks) {
  return Builder(trace, tasks).build();
}

std::vector<TimelineStretch> fold_repetitions(const std::vector<TimelineItem>& items) {
  std::vector<TimelineStretch> stretches;
  size_t shown_from = 0;
  size_t at = 0;
  while (at < items.size()) {
    size_t step = 1;
    for (size_t period = 1; period <= kMaxPeriod && at + period < items.size(); ++period) {
      if (rounds_at(items, at, period) < kMinRounds) continue;
      const size_t begin = best_beginning(items, at, period);
      const size_t rounds = rounds_at(items, begin, period);
      if (rounds < kMinRounds || (rounds - 3) * period < kMinHidden) continue;
      const size_t hidden_begin = begin + 2 * period;
      const size_t hidden_end = begin + (rounds - 1) * period;
      stretches.push_back({shown_from, hidden_begin, 0, 0});
      stretches.push_back({hidden_begin, hidden_end, rounds - 3, period});
      shown_from = hidden_end;
      step = hidden_end + period - at;
      break;
    }
    at += step;
  }
  if (shown_from < items.size()) stretches.push_back({shown_from, items.size(), 0, 0});
  return stretches;
}

}  // namespace loopscope::trace
