#include <js/GCAPI.h>

#include <algorithm>
#include <utility>

#include "core/js/agent.h"
#include "core/js/describe.h"
#include "core/js/heap_census.h"
#include "core/js/loads.h"
#include "core/js/process_events.h"
#include "core/sim/open_machine.h"

// What an agent has to do with others: taking turns with them, waiting for them, and for its own
// workers.
namespace loopscope::host {

using loop::Outcome;
using loop::Queue;

namespace {

// So that what a worker holds is looked at before it is much more than it may be.
void collect_often(JSContext* cx, const WorkerLimits& limits) {
  if (limits.heap_bytes == 0) return;
  constexpr uint64_t kParts = 4;
  const auto mib =
      static_cast<uint32_t>(std::clamp<uint64_t>((limits.heap_bytes >> 20) / kParts, 1, 32));
  JS_SetGCParameter(cx, JSGC_ALLOCATION_THRESHOLD, mib);
  JS_SetGCParameter(cx, JSGC_MALLOC_THRESHOLD_BASE, mib);
}

std::string waiting_for_connections(const std::string& address) {
  return "the program waits for connections to " + address +
         ", and nobody is left to make one; --until ends it at a time of your choice";
}

}  // namespace

void Agent::sync() {
  // Times that are replayed need not be those of the scheduler.
  if (m_options.readings != nullptr && m_options.readings->replaying()) return;
  const VirtualTime now = m_meter.counted_now();
  m_thread.advance(std::max(VirtualTime{}, now - m_thread.now()));
  resumed();
}

// The agent has the baton (again).
void Agent::resumed() {
  m_machine.set_current(*this);
  m_meter.idle_until(m_thread.now());
  m_meter.set_horizon(m_thread.horizon());
}

void Agent::wake(AgentId other, VirtualTime arrives) {
  if (other != id()) m_thread.wake(other, arrives);
}

// Nothing is left but what others would have to begin, and there are none.
bool Agent::end_of_waiting() {
  if (m_options.until) {
    m_meter.idle_until(*m_options.until);
    end_at_until();
  } else if (const std::vector<std::string> addresses = m_sockets.listening(); !addresses.empty()) {
    end_by_limit(trace::Limit::deadlock, waiting_for_connections(addresses.front()));
  }
  return false;
}

// Waits for that time, or for being woken. False: it is to end.
bool Agent::sleep_until(std::optional<VirtualTime> until) {
  const char* const reason = "a message";
  const sim::Wake wake = until ? m_thread.sleep_until(*until, reason) : m_thread.block(reason);
  resumed();
  return wake != sim::Wake::kEnding;
}

// libuv's metrics count as idle what poll waits.
bool Agent::wait(std::optional<VirtualTime> until) {
  m_loop_times.waits_since = m_meter.counted_now();
  const bool goes_on = wait_in_poll(until);
  m_loop_times.idle = m_loop_times.idle_at(m_meter.counted_now());
  m_loop_times.waits_since.reset();
  return goes_on;
}

bool Agent::wait_in_poll(std::optional<VirtualTime> until) {
  const bool replaying = m_options.readings != nullptr && m_options.readings->replaying();
  if (!until && m_machine.is_single()) return end_of_waiting();
  // libuv's timer stays armed for timers that were cleared. Nobody is there to be waited for.
  const bool has_plans = m_loop.timers().next_expiry() || m_loop.request_count() != 0 ||
                         next_arrival() || m_open != nullptr;
  if (!has_plans && !m_machine.is_single() && ends_when_idle(*this)) until.reset();
  const std::optional<VirtualTime> stop = m_options.until;
  const bool stops = stop && (!until || *until > *stop);
  if (stops) until = stop;
  if (replaying || m_machine.is_single()) {
    m_meter.idle_until(*until);
  } else {
    sync();
    for (;;) {
      const std::optional<VirtualTime> arrival = next_arrival();
      std::optional<VirtualTime> target = until;
      if (arrival && (!target || *arrival < *target)) target = arrival;
      if (m_thread.ending()) return told_to_end();
      if ((target && *target <= m_thread.now()) || m_sockets.any()) break;
      if (!sleep_until(target)) return told_to_end();
    }
  }
  if (stops && m_meter.counted_now() >= *stop) {
    end_at_until();
    return false;
  }
  return true;
}

// Always false.
bool Agent::told_to_end() {
  if (m_ended) return false;
  const std::vector<sim::Scheduler::Waiting>& deadlock = m_machine.scheduler().deadlock();
  if (!deadlock.empty() && deadlock.front().agent == id()) {
    report_deadlock();
    return false;
  }
  if (m_process->killed_by() != 0 && m_setup == nullptr) {
    constexpr int kBySignal = 128;  // what a shell tells of it
    end(kBySignal + m_process->killed_by());
    return false;
  }
  // Node's exit code of a worker that was stopped before it ran its program is 0.
  const bool never_began = m_setup != nullptr && !m_message_ports.booted();
  end(m_machine.run_is_ending() ? m_machine.forced_exit_code() : never_began ? 0 : 1);
  return false;
}

// Every agent waits, and there is nothing to come. If all wait for messages, the program is one
// that would go on to wait for ever, and is done as far as anything will be seen of it.
void Agent::report_deadlock() {
  const std::vector<sim::Scheduler::Waiting>& waiting = m_machine.scheduler().deadlock();
  const std::string text = "nobody can go on: " + sim::to_text(waiting);
  const bool any_blocked =
      std::any_of(waiting.begin(), waiting.end(), [this](const sim::Scheduler::Waiting& each) {
        const Agent* const agent = m_machine.find(each.agent);
        return agent != nullptr && agent->is_blocked();
      });
  if (any_blocked) return end_by_limit(trace::Limit::deadlock, text);
  if (!m_options.typed.empty() || m_machine.loads().are_done()) return end_of_service(text);
  for (const sim::Scheduler::Waiting& each : waiting)
    if (const Agent* const agent = m_machine.find(each.agent); agent != nullptr)
      if (const std::vector<std::string> addresses = agent->m_sockets.listening();
          !addresses.empty())
        return end_by_limit(trace::Limit::deadlock, waiting_for_connections(addresses.front()));
  if (m_loop.log().recording() && waiting.size() > 1)
    m_options.recorder->warning(m_loop.log().stamp(), text);
  end(0);
}

// A process manager and its servers would wait for ever: what there was to see has been seen.
void Agent::end_of_service(const std::string& text) {
  if (m_loop.log().recording()) m_options.recorder->warning(m_loop.log().stamp(), text);
  end(0);
  m_machine.end_run(0);
}

bool Agent::wait_for_cell(workers::SharedCell cell, std::optional<VirtualTime> duration,
                          bool& notified) {
  notified = false;
  if (!duration && m_machine.scheduler().live_count() == 1) {
    end_by_limit(
        trace::Limit::deadlock,
        "Atomics.wait() would wait for ever: nobody is there to notify it; give it a timeout");
    return false;
  }
  if (m_machine.is_single()) return wait(now() + *duration);
  sync();
  if (m_thread.ending()) return told_to_end();
  if (m_open != nullptr && m_open->is_told_to_stop()) {
    m_open->note_stop_in_between();
    return told_to_end();
  }
  const std::string at = running_location(cx());
  const workers::Waiter self{id(), 0};
  std::optional<VirtualTime> until;
  if (duration) until = m_thread.now() + *duration;
  m_machine.wait_list().wait(cell, self);
  m_blocked_on = "cell " + std::to_string(cell.offset / sizeof(int32_t)) + " of shared buffer " +
                 std::to_string(cell.buffer) + (at.empty() ? "" : " at " + at);
  m_cell_notified = false;
  bool goes_on = true;
  while (goes_on && !m_cell_notified && (!until || m_thread.now() < *until)) {
    const sim::Wake wake =
        until ? m_thread.sleep_until(*until, m_blocked_on) : m_thread.block(m_blocked_on);
    resumed();
    goes_on = wake != sim::Wake::kEnding;
  }
  notified = m_cell_notified;
  if (!notified) m_machine.wait_list().leave(cell, self);
  if (!goes_on) told_to_end();
  m_blocked_on.clear();
  return goes_on;
}

void Agent::notify_cell() {
  m_cell_notified = true;
}

void Agent::record_shared_cells() {
  if (!m_loop.log().recording() || m_ended) return;
  m_machine.shared_memory().look([this](uint32_t buffer, uint32_t cell, int32_t value) {
    m_options.recorder->shared(m_loop.log().stamp(), {trace::SharedOp::value, buffer, cell, value,
                                                      std::nullopt, trace::StringId{}});
  });
}

// Workers.

void Agent::add_worker(AgentId worker) {
  m_workers[worker] = {};
  m_loop.ref_handle();
}

void Agent::set_worker_refed(AgentId worker, bool refed) {
  const auto found = m_workers.find(worker);
  if (found == m_workers.end() || found->second.refed == refed) return;
  found->second.refed = refed;
  if (refed)
    m_loop.ref_handle();
  else
    m_loop.unref_handle();
}

void Agent::end_worker(AgentId worker) {
  if (!m_workers.contains(worker)) return;
  sync();
  const Agent* const agent = m_machine.find(worker);
  if (m_open != nullptr) {
    m_open->send_stop(m_options.open_machine->of(worker), m_thread.name(), now());
    wake(worker, m_thread.now() + m_options.costs.message_latency);
    if (agent == nullptr || !agent->is_blocked()) return;
  }
  m_thread.end(worker, m_thread.now());
}

void Agent::note_worker_end(const WorkerEnd& end) {
  m_worker_ends.push_back(end);
  std::stable_sort(m_worker_ends.begin(), m_worker_ends.end(),
                   [](const WorkerEnd& a, const WorkerEnd& b) { return a.arrives < b.arrives; });
}

// As Node stops and joins an environment's workers before it goes.
void Agent::end_workers() {
  sync();
  if (m_open != nullptr) let_workers_go_on();
  for (const auto& [worker, state] : m_workers) m_thread.end(worker, m_thread.now());
  for (const auto& [worker, state] : m_workers) m_thread.outlive(worker);
  m_workers.clear();
  resumed();
}

std::optional<VirtualTime> Agent::next_arrival() {
  std::optional<VirtualTime> next = m_process_events->next_arrival();
  if (m_machine.is_single() && !m_message_ports.any()) return next;
  if (const std::optional<VirtualTime> message = m_message_ports.next_arrival();
      message && (!next || *message < *next))
    next = message;
  if (!m_worker_ends.empty() && (!next || m_worker_ends.front().arrives < *next))
    next = m_worker_ends.front().arrives;
  return next;
}

// Node's own handles are older than any port, so the ends of workers come first.
Outcome Agent::receive(const RunTask& run) {
  if (receive_worker_ends(run) == Outcome::kEnded) return Outcome::kEnded;
  if (m_message_ports.receive(run) == Outcome::kEnded) return Outcome::kEnded;
  return m_process_events->receive(run);
}

Outcome Agent::receive_worker_ends(const RunTask& run) {
  while (!m_worker_ends.empty() && m_worker_ends.front().arrives <= now())
    if (receive_worker_end(WorkerEnd{m_worker_ends.front()}, run) == Outcome::kEnded)
      return Outcome::kEnded;
  return Outcome::kCompleted;
}

Outcome Agent::receive_worker_end(const WorkerEnd& end, const RunTask& run) {
  std::erase_if(m_worker_ends,
                [&end](const WorkerEnd& other) { return other.worker == end.worker; });
  set_worker_refed(end.worker, false);
  m_workers.erase(end.worker);
  const uint32_t slot = m_callbacks.add(CallbackKind::kNative, nullptr, nullptr, nullptr);
  m_callbacks[slot].async_id = new_async_id();
  m_callbacks[slot].native = [this, end](JSContext*) {
    JS::RootedValueArray<3> args(cx());
    args[0].setInt32(end.worker.value);
    args[1].setInt32(end.exit_code);
    args[2].setBoolean(end.out_of_memory);
    JS::RootedValue ignored(cx());
    return call_hook(m_hooks.worker_ended, args, &ignored);
  };
  const loop::Task task{m_loop.log().next_id(), slot};
  if (m_loop.log().recording())
    m_options.recorder->enqueue(m_loop.log().stamp(), task.id, Queue::poll, "worker exit", "",
                                TaskId{}, "");
  return run(task, Queue::poll);
}

// Where the order is open.

sim::Inbox Agent::inbox() {
  sim::Inbox inbox;
  m_open->add_stop(inbox);
  for (const auto& [worker, state] : m_workers)
    inbox.channels.push_back({end_channel(worker), 0, false});
  for (const WorkerEnd& end : m_worker_ends)
    inbox.there.push_back({{end_channel(end.worker), 0, false}, end.sent, false});
  m_message_ports.add_to(inbox);
  return inbox;
}

Outcome Agent::receive_first(const sim::Incoming& incoming, const RunTask& run) {
  if (m_open->is_stop(incoming)) {
    told_to_end();
    return Outcome::kEnded;
  }
  for (const WorkerEnd& end : m_worker_ends)
    if (end_channel(end.worker) == incoming.channel.channel)
      return receive_worker_end(WorkerEnd{end}, run);
  return m_message_ports.receive_first(incoming, run);
}

bool Agent::wait_for_others() {
  if (m_machine.is_single() || m_machine.scheduler().live_count() == 1) return end_of_waiting();
  sync();
  const VirtualTime since = now();
  if (m_thread.ending() || !sleep_until(std::nullopt)) return told_to_end();
  m_open->note_wait(now() - since);
  return true;
}

void Agent::pass_until(VirtualTime time) {
  if (m_machine.is_single()) {
    wait(time);
    return;
  }
  sync();
  while (m_thread.now() < time && sleep_until(time)) continue;
}

bool Agent::stop_comes() {
  if (m_open == nullptr || m_setup == nullptr || m_ended) return false;
  for (;;) {
    sim::Inbox inbox;
    m_open->add_stop(inbox);
    if (m_open->readiness(inbox) != sim::OpenOrder::Readiness::kGivenIsToCome) {
      if (m_open->taken_at_once(inbox, now()).nothing()) return false;
      told_to_end();
      return true;
    }
    if (!wait_for_others()) return true;
  }
}

// It neither looks nor sends anything for a long time.
bool Agent::is_stop_overdue() const {
  constexpr VirtualTime kLong = VirtualTime::from_ms(5);
  return m_open != nullptr && m_open->is_told_to_stop() && !m_open->is_given_more() &&
         m_meter.counted_cpu() - m_callback_started_cpu > kLong;
}

// It waits in poll and nothing is on its way to it.
bool Agent::is_idle() {
  return m_loop.log().running() == TaskId{} && inbox().there.empty() &&
         m_loop.request_count() == 0 && !m_loop.timers().next_expiry();
}

// What they send after this agent's end may also have come before.
void Agent::let_workers_go_on() {
  if (m_options.open_machine->looks_ahead() && !m_workers.empty()) {
    const VirtualTime until =
        m_thread.now() + VirtualTime::from_ms(2 * m_options.open_machine->pause_ms());
    while (m_thread.now() < until)
      if (m_thread.sleep_until(until, "its workers") == sim::Wake::kEnding) break;
  }
  for (const auto& [worker, state] : m_workers) {
    Agent* const agent = m_machine.find(worker);
    if (m_options.open_machine->looks_ahead() && agent != nullptr && !agent->is_idle())
      m_open->note_gap("what a worker does long after the end of its parent is not explored");
    m_options.open_machine->of(worker).end_after(*m_open);
  }
}

// Its program is what its parent sends first, on the port made for it.
bool Agent::start_worker() {
  collect_often(cx(), m_setup->limits);
  sync();
  if (m_thread.ending()) return told_to_end();
  JS::RootedValue ignored(cx());
  const CpuMeter::Pause pause(m_meter);
  return settle(call_hook(m_hooks.run_main, JS::HandleValueArray::empty(), &ignored)) !=
         Outcome::kEnded;
}

// Node takes 192 KiB off what a worker may have, for itself.
size_t Agent::script_stack_bytes() const {
  constexpr uint64_t kOwn = 192UL << 10;
  constexpr uint64_t kMain = 984UL << 10;  // what Engine::kScriptStackBytes stands for
  constexpr uint64_t kLeast = 64UL << 10;
  constexpr uint64_t kMost = Engine::kThreadStackBytes - (16UL << 20);
  if (m_setup == nullptr || m_setup->limits.stack_bytes == 0) return Engine::kScriptStackBytes;
  const uint64_t given = std::max(m_setup->limits.stack_bytes, kOwn + kLeast) - kOwn;
  return std::min(given * Engine::kScriptStackBytes / kMain, kMost);
}

// resourceLimits: what the worker holds is counted whenever the engine has collected garbage, which
// it does as memory is taken.
bool Agent::look_at_worker_limits() {
  if (m_setup == nullptr || m_setup->limits.heap_bytes == 0) return true;
  const uint32_t collections = JS_GetGCParameter(cx(), JSGC_MAJOR_GC_NUMBER);
  if (std::exchange(m_collections_seen, collections) == collections) return true;
  HeapCensus census;
  if (count_reachable(cx(), census) && census.heap <= m_setup->limits.heap_bytes) return true;
  JS_ClearPendingException(cx());
  m_ran_out_of_memory = true;
  end(1);
  return false;
}

}  // namespace loopscope::host
