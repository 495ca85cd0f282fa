#include "core/trace/state.h"

#include <algorithm>
#include <cassert>

namespace loopscope::trace {

namespace {

SortedBlocks<PendingTask>& queue_of(AgentState& agent, const TaskLife& task) {
  return agent.queues[static_cast<size_t>(task.queue)];
}

bool drains(Queue queue) {
  return queue == Queue::tick || queue == Queue::microtask;
}

// What an agent that sleeps does not need any more.
bool leaves_core(const Event& event) {
  return is<CoreChange>(event) && unpack<CoreChange>(event).op == CoreOp::leave;
}

// One event applied to the agent it happened in.
class Change {
 public:
  Change(AgentState& agent, const Trace& trace, const TaskTable& tasks, StepIndex step)
      : m_agent(agent), m_trace(trace), m_tasks(tasks), m_step(step), m_event(trace.at(step)) {}

  void apply() {
    m_agent.now = m_event.time;
    if (m_agent.wait && !is<Wait>(m_event) && !leaves_core(m_event)) m_agent.wait.reset();
    switch (m_event.kind) {
      case kKind<Iteration>:
        iteration(unpack<Iteration>(m_event));
        break;
      case kKind<PhaseEnter>:
        m_agent.phase = unpack<PhaseEnter>(m_event).phase;
        m_agent.draining.reset();
        break;
      case kKind<PhaseLeave>:
        m_agent.phase.reset();
        m_agent.draining.reset();
        break;
      case kKind<Wait>:
        wait(unpack<Wait>(m_event));
        break;
      case kKind<Drain>:
        m_agent.draining = unpack<Drain>(m_event).queue;
        break;
      case kKind<Enqueue>:
        enqueue();
        break;
      case kKind<Start>:
        start();
        break;
      case kKind<End>:
        end();
        break;
      case kKind<Cancel>:
        leave_queue(m_tasks.subject(m_step));
        break;
      case kKind<Timer>:
        timer(unpack<Timer>(m_event));
        break;
      case kKind<Handle>:
        handle(unpack<Handle>(m_event));
        break;
      case kKind<Console>:
        console(unpack<Console>(m_event));
        break;
      case kKind<Memory>:
        memory(unpack<Memory>(m_event));
        break;
      case kKind<StreamMade>:
        take_in(m_agent.streams, unpack<StreamMade>(m_event));
        break;
      case kKind<StreamSideMade>:
        take_in(m_agent.streams, unpack<StreamSideMade>(m_event));
        break;
      case kKind<StreamChange>:
        take_in(m_agent.streams, unpack<StreamChange>(m_event));
        break;
      case kKind<ChunkMove>:
        take_in(m_agent.streams, unpack<ChunkMove>(m_event));
        break;
      case kKind<Pipe>:
        take_in(m_agent.streams, unpack<Pipe>(m_event));
        break;
      case kKind<LimitReached>:
        m_agent.limit = m_step;
        break;
      case kKind<Exit>:
        exit(unpack<Exit>(m_event));
        break;
      default:
        break;
    }
  }

 private:
  void iteration(const Iteration& iteration) {
    m_agent.iteration = iteration.number;
    m_agent.loop_now_ms = iteration.loop_now_ms;
    m_agent.draining.reset();
  }

  void wait(const Wait& wait) {
    m_agent.wait = WaitState{wait.until, wait.what};
    m_agent.draining.reset();
  }

  void enqueue() {
    const TaskIndex index = m_tasks.subject(m_step);
    const TaskLife& task = m_tasks.at(index);
    queue_of(m_agent, task).insert(PendingTask{task.due, index});
    if (task.queue == Queue::timers) m_agent.timers.insert({.task = task.id});
  }

  void start() {
    const TaskIndex index = m_tasks.subject(m_step);
    if (!index) return;
    leave_queue(index);
    if (!drains(m_tasks.at(index).queue)) m_agent.draining.reset();
    m_agent.running.push_back(index);
  }

  void end() {
    const TaskIndex index = m_tasks.subject(m_step);
    const auto found = std::ranges::find(m_agent.running, index);
    m_agent.running.erase(found, m_agent.running.end());
  }

  void leave_queue(TaskIndex index) {
    if (!index) return;
    const TaskLife& task = m_tasks.at(index);
    queue_of(m_agent, task).erase(PendingTask{task.due, index});
    if (task.queue == Queue::timers) m_agent.timers.erase(task.id);
  }

  void timer(const Timer& timer) {
    if (timer.op == TimerOp::clear) return m_agent.timers.erase(timer.id);
    if (timer.op == TimerOp::create) m_agent.timers.insert({.task = timer.id});
    TimerState* const state = m_agent.timers.find(timer.id);
    if (state == nullptr) return;
    if (timer.op == TimerOp::ref || timer.op == TimerOp::unref) {
      state->refed = timer.op == TimerOp::ref;
    } else {
      state->delay_ms = timer.delay_ms;
      state->repeats = timer.repeats;
    }
  }

  void handle(const Handle& handle) {
    switch (handle.op) {
      case HandleOp::open:
        m_agent.handles[handle.id] = {handle.what, true};
        break;
      case HandleOp::close:
        m_agent.handles.erase(handle.id);
        break;
      case HandleOp::ref:
      case HandleOp::unref:
        if (const auto found = m_agent.handles.find(handle.id); found != m_agent.handles.end())
          found->second.refed = handle.op == HandleOp::ref;
        break;
    }
  }

  void console(const Console& console) {
    const auto lines = static_cast<uint64_t>(std::ranges::count(m_trace.view(console.text), '\n'));
    (console.stream == Stream::out ? m_agent.stdout_lines : m_agent.stderr_lines) += lines;
  }

  void memory(const Memory& memory) {
    m_agent.heap_bytes = memory.heap_bytes;
    m_agent.external_bytes = memory.external_bytes;
  }

  void exit(const Exit& exit) {
    m_agent.exit_code = exit.code;
    m_agent.phase.reset();
    m_agent.draining.reset();
  }

  AgentState& m_agent;
  const Trace& m_trace;
  const TaskTable& m_tasks;
  StepIndex m_step;
  const Event& m_event;
};

}  // namespace

void State::apply(const Trace& trace, const TaskTable& tasks, StepIndex step) {
  assert(step.value < trace.size());
  const AgentId agent = trace.at(step).agent;
  if (agent != kOutside) Change(m_agents[agent.value], trace, tasks, step).apply();
  m_machine.apply(trace.at(step));
}

const AgentState* State::agent(AgentId id) const {
  const auto found = m_agents.find(id.value);
  return found == m_agents.end() ? nullptr : &found->second;
}

size_t State::weight() const {
  size_t weight = m_machine.weight();
  for (const auto& [id, agent] : m_agents) {
    weight += 8 + agent.running.size() + agent.timers.size() + agent.handles.size() +
              trace::weight(agent.streams);
    for (const auto& queue : agent.queues) weight += queue.size();
  }
  return weight;
}

}  // namespace loopscope::trace
