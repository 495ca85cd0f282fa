#include "core/sim/scheduler.h"

#include <algorithm>
#include <cassert>
#include <system_error>

namespace loopscope::sim {

void AgentThread::reach_horizon() {
  m_scheduler.reschedule(*this);
}

void AgentThread::lower_horizon(VirtualTime other_acts_at) {
  m_horizon = std::min(m_horizon, other_acts_at + m_scheduler.m_options.lookahead);
}

Wake AgentThread::sleep_until(VirtualTime time, std::string reason) {
  return wait(time, std::move(reason));
}

Wake AgentThread::block(std::string reason) {
  return wait(kNever, std::move(reason));
}

Wake AgentThread::wait(VirtualTime until, std::string reason) {
  assert(m_state == State::kRunning);
  if (ending()) return Wake::kEnding;
  const VirtualTime woken_at = m_wakes.empty() ? kNever : *m_wakes.begin();
  m_wake_at = std::max(m_now, std::min({until, woken_at, m_end_at}));
  m_reason = std::move(reason);
  m_scheduler.leave_core(*this, State::kWaiting);
  m_scheduler.reschedule(*this);
  if (ending()) return Wake::kEnding;
  const bool woken = !m_wakes.empty() && *m_wakes.begin() <= m_now;
  m_wakes.erase(m_wakes.begin(), m_wakes.upper_bound(m_now));
  return woken ? Wake::kWoken : Wake::kTime;
}

void AgentThread::outlive(AgentId other) {
  AgentThread& outlived = *m_scheduler.m_agents.at(other.value);
  while (outlived.m_state != State::kEnded) {
    m_outlives = &outlived;
    m_wake_at = kNever;
    m_reason = outlived.m_name + " to end";
    m_scheduler.leave_core(*this, State::kWaiting);
    m_scheduler.reschedule(*this);
  }
  m_outlives = nullptr;
}

void AgentThread::wake(AgentId other, VirtualTime at) {
  m_scheduler.wake(other, std::max(at, m_now));
}

void AgentThread::end(AgentId other, VirtualTime at) {
  m_scheduler.end(other, std::max(at, m_now));
}

Scheduler::Scheduler(Options options)
    : m_options(options), m_cores(static_cast<size_t>(options.cpus)) {
  assert(options.cpus > 0);
  assert(options.quantum > VirtualTime{});
  assert(options.lookahead > VirtualTime{});
}

Scheduler::~Scheduler() = default;

AgentId Scheduler::add_agent(std::string name, VirtualTime starts_at, Body body) {
  assert(m_holder == nullptr || starts_at >= m_holder->m_now);
  join_ended();
  const AgentId id{static_cast<uint16_t>(m_agents.size())};
  assert(id.value == m_agents.size());
  m_agents.emplace_back(new AgentThread(*this, id, std::move(name), starts_at, std::move(body)));
  m_live.push_back(m_agents.back().get());
  if (m_holder != nullptr) m_holder->lower_horizon(starts_at);
  return id;
}

Scheduler::HappeningId Scheduler::at(VirtualTime time, std::function<void()> happens) {
  const HappeningId id = m_happenings.add(time, std::move(happens));
  if (m_holder != nullptr) m_holder->lower_horizon(time);
  return id;
}

void Scheduler::wake(AgentId id, VirtualTime at) {
  AgentThread& agent = *m_agents.at(id.value);
  const bool is_at_work = &agent == m_holder && agent.m_state == State::kRunning;
  if (agent.m_state == State::kEnded || is_at_work) return;
  const VirtualTime time = std::max(at, agent.m_now);
  agent.m_wakes.insert(time);
  end_wait(agent, time);
}

void Scheduler::end(AgentId id, VirtualTime at) {
  AgentThread& agent = *m_agents.at(id.value);
  if (agent.m_state == State::kEnded) return;
  const VirtualTime time = std::max(at, agent.m_now);
  agent.m_end_at = std::min(agent.m_end_at, time);
  end_wait(agent, time);
}

void Scheduler::end_wait(AgentThread& agent, VirtualTime at) {
  if (agent.m_state != State::kWaiting || agent.m_outlives != nullptr) return;
  agent.m_wake_at = std::min(agent.m_wake_at, at);
  if (m_holder != nullptr) m_holder->lower_horizon(agent.m_wake_at);
}

Scheduler::Result Scheduler::run() {
  assert(m_holder == nullptr);
  if (AgentThread* first = next_holder()) {
    first->m_baton.give();
    m_done.take();
  }
  for (const auto& agent : m_agents) agent->m_thread.join();
  if (m_exception) std::rethrow_exception(m_exception);
  return m_result;
}

void Scheduler::thread_main(AgentThread& agent) {
  agent.m_baton.take();
  try {
    agent.m_body(agent);
  } catch (...) {
    if (!m_exception) m_exception = std::current_exception();
    end_all(agent.m_now);
  }
  leave_core(agent, State::kEnded);
  retire(agent);
  if (AgentThread* next = next_holder())
    next->m_baton.give();
  else
    m_done.give();
}

void Scheduler::reschedule(AgentThread& self) {
  AgentThread* next = next_holder();
  assert(next != nullptr);
  if (next == &self) return;
  next->m_baton.give();
  self.m_baton.take();
}

AgentThread* Scheduler::next_holder() {
  do {
    m_holder = pick_next();
  } while (m_holder != nullptr && !start_thread(*m_holder));
  return m_holder;
}

// A thread the host does not give counts as a body that throws.
bool Scheduler::start_thread(AgentThread& agent) {
  if (agent.m_thread.started()) return true;
  try {
    agent.m_thread.start(m_options.stack_bytes, [this, &agent] { thread_main(agent); });
    return true;
  } catch (const std::system_error&) {
    if (!m_exception) m_exception = std::current_exception();
  }
  leave_core(agent, State::kEnded);
  retire(agent);
  end_all(agent.m_now);
  return false;
}

// Of all that can happen next, the earliest: a wait ends, a ready agent gets a free core, or an
// agent that has a core goes on. Null if no agent is left.
AgentThread* Scheduler::pick_next() {
  while (!m_live.empty()) {
    AgentThread* running = first_in(State::kRunning);
    AgentThread* waiting = first_in(State::kWaiting);
    AgentThread* ready = any_core_free() ? first_in(State::kReady) : nullptr;
    const VirtualTime runs_at = running != nullptr ? running->m_now : kNever;
    const VirtualTime wakes_at = waiting != nullptr ? waiting->m_wake_at : kNever;
    const VirtualTime starts_at = ready != nullptr ? dispatch_time(*ready) : kNever;
    if (let_happen(std::min({runs_at, wakes_at, starts_at}))) continue;
    if (running == nullptr && ready == nullptr && wakes_at == kNever) {
      note_deadlock();
    } else if (wakes_at <= std::min(starts_at, runs_at)) {
      make_ready(*waiting);
    } else if (starts_at <= runs_at) {
      dispatch(*ready);
    } else if (turn_is_over(*running)) {
      leave_core(*running, State::kReady);
    } else {
      running->m_horizon = horizon_of(*running);
      if (m_options.watcher != nullptr) m_options.watcher->on_settled(running->m_now);
      return running;
    }
  }
  return nullptr;
}

// What is no agent's doing comes before what agents do at the same time.
bool Scheduler::let_happen(VirtualTime before) {
  const auto happening = m_happenings.take_due(before);
  if (happening) happening->item();
  return happening.has_value();
}

// The earliest, by wake-up for waiting agents and by local time for others; ties by id.
AgentThread* Scheduler::first_in(State state) const {
  const auto time_of = [](const AgentThread& agent) {
    return agent.m_state == State::kWaiting ? agent.m_wake_at : agent.m_now;
  };
  AgentThread* first = nullptr;
  for (AgentThread* agent : m_live)
    if (agent->m_state == state && (first == nullptr || time_of(*agent) < time_of(*first)))
      first = agent;
  return first;
}

bool Scheduler::any_core_free() const {
  return std::any_of(m_cores.begin(), m_cores.end(), [](const Core& core) { return !core.busy; });
}

// The core it had, the first that is free when it becomes ready, or the first to be free after
// that.
Scheduler::Core* Scheduler::core_for(const AgentThread& ready) {
  Core* best = nullptr;
  for (Core& core : m_cores) {
    if (core.busy) continue;
    const bool in_time = core.free_at <= ready.m_now;
    if (in_time && ready.m_core >= 0 && &core == &m_cores[static_cast<size_t>(ready.m_core)])
      return &core;
    if (best == nullptr || (best->free_at > ready.m_now && core.free_at < best->free_at))
      best = &core;
  }
  return best;
}

VirtualTime Scheduler::dispatch_time(const AgentThread& ready) {
  return std::max(ready.m_now, core_for(ready)->free_at);
}

void Scheduler::make_ready(AgentThread& agent) {
  agent.m_state = State::kReady;
  agent.m_now = agent.m_wake_at;
}

void Scheduler::dispatch(AgentThread& agent) {
  Core* core = core_for(agent);
  assert(!core->busy);
  const VirtualTime ready_since = agent.m_now;
  agent.m_now = std::max(agent.m_now, core->free_at);
  agent.m_waited += agent.m_now - agent.m_left_core;
  agent.m_slice_end = agent.m_now + m_options.quantum;
  agent.m_turn = m_next_turn++;
  agent.m_core = static_cast<int>(core - m_cores.data());
  agent.m_state = State::kRunning;
  core->busy = true;
  if (m_options.watcher != nullptr)
    m_options.watcher->on_core_taken(agent, agent.m_now - ready_since);
}

// With every core busy and somebody waiting for one, turns of one quantum end. Of agents whose
// turns end together the one longest on its core goes; the others get another turn, and so they do
// not pass their cores to the one that has just left.
bool Scheduler::turn_is_over(AgentThread& agent) {
  const AgentThread* next = any_core_free() ? nullptr : first_in(State::kReady);
  if (next == nullptr) return false;
  renew_turn(agent, next->m_now);  // turns that ended before anybody waited
  if (agent.m_now < agent.m_slice_end) return false;
  const bool another_goes =
      std::any_of(m_live.begin(), m_live.end(), [&agent](const AgentThread* other) {
        return other->m_state == State::kRunning && other->m_turn < agent.m_turn &&
               other->m_slice_end <= agent.m_now;
      });
  if (!another_goes && next->m_left_core < agent.m_slice_end) return true;
  renew_turn(agent, agent.m_now + VirtualTime{1});
  return false;
}

// Moves the end of the agent's turn by whole quanta, to `time` at least.
void Scheduler::renew_turn(AgentThread& agent, VirtualTime time) {
  if (agent.m_slice_end >= time) return;
  const int64_t quantum_ns = m_options.quantum.ns;
  const int64_t missing_ns = (time - agent.m_slice_end).ns;
  agent.m_slice_end.ns += (missing_ns + quantum_ns - 1) / quantum_ns * quantum_ns;
}

void Scheduler::leave_core(AgentThread& agent, State state) {
  assert(agent.m_state == State::kRunning);
  Core& core = m_cores[static_cast<size_t>(agent.m_core)];
  assert(core.busy);
  core.busy = false;
  core.free_at = agent.m_now;
  agent.m_left_core = agent.m_now;
  agent.m_state = state;
  if (m_options.watcher != nullptr) m_options.watcher->on_core_left(agent);
}

// How far the agent may compute before another could act upon it or wants its core.
VirtualTime Scheduler::horizon_of(const AgentThread& agent) {
  const bool core_free = any_core_free();
  VirtualTime others = m_happenings.next_due().value_or(kNever);
  VirtualTime turn = kNever;
  for (const AgentThread* other : m_live) {
    if (other == &agent) continue;
    if (other->m_state == State::kRunning) others = std::min(others, other->m_now);
    if (other->m_state == State::kWaiting) others = std::min(others, other->m_wake_at);
    if (other->m_state != State::kReady) continue;
    if (core_free)
      others = std::min(others, dispatch_time(*other));
    else
      turn = agent.m_slice_end;
  }
  const VirtualTime horizon =
      std::min(turn, others == kNever ? kNever : others + m_options.lookahead);
  assert(horizon > agent.m_now);
  return horizon;
}

void Scheduler::retire(AgentThread& agent) {
  assert(agent.m_state == State::kEnded);
  m_live.erase(std::find(m_live.begin(), m_live.end(), &agent));
  if (agent.m_thread.started()) m_to_join.push_back(&agent);
  m_result.ended_at = std::max(m_result.ended_at, agent.m_now);
  for (AgentThread* other : m_live)
    if (other->m_state == State::kWaiting && other->m_outlives == &agent)
      other->m_wake_at = std::max(other->m_now, agent.m_now);
}

// A host thread that has ended keeps its stack until it is joined.
void Scheduler::join_ended() {
  for (AgentThread* agent : m_to_join) agent->m_thread.join();
  m_to_join.clear();
}

void Scheduler::note_deadlock() {
  VirtualTime at;
  for (const AgentThread* agent : m_live) {
    assert(agent->m_state == State::kWaiting);
    m_result.deadlock.push_back({agent->m_id, agent->m_name, agent->m_reason, agent->m_now});
    at = std::max(at, agent->m_now);
  }
  end_all(at);
}

void Scheduler::end_all(VirtualTime at) {
  for (AgentThread* agent : m_live) {
    agent->m_end_at = std::min(agent->m_end_at, std::max(at, agent->m_now));
    if (agent->m_state == State::kWaiting && agent->m_outlives == nullptr)
      agent->m_wake_at = std::min(agent->m_wake_at, agent->m_end_at);
  }
}

std::string to_text(const std::vector<Scheduler::Waiting>& deadlock) {
  std::string text;
  for (const Scheduler::Waiting& waiting : deadlock) {
    if (!text.empty()) text += "; ";
    const std::string micros = std::to_string(waiting.since.ns / 1000 % 1000);
    text += waiting.name + " waits for " + waiting.reason + " since " +
            std::to_string(waiting.since.ms()) + "." + std::string(3 - micros.size(), '0') +
            micros + " ms";
  }
  return text;
}

}  // namespace loopscope::sim
