#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "core/trace/recorder.h"
#include "core/trace/trace.h"

// Traces for tests, made without an event loop.
namespace loopscope::trace::samples {

// Writes a trace task by task, with time going on by a microsecond an event.
class Script {
 public:
  explicit Script(Header header = {1, "quiz.js", "00", "node20", 0, {}})
      : m_sink(std::move(header)), m_recorder(m_sink) {}

  Recorder& recorder() { return m_recorder; }
  Stamp stamp() {
    m_now += VirtualTime::from_us(1);
    return {m_now, {}, m_running};
  }
  void pass(VirtualTime time) { m_now += time; }
  VirtualTime now() const { return m_now; }

  TaskId enqueue(Queue queue, const std::string& label, const std::string& location,
                 std::optional<VirtualTime> due = std::nullopt) {
    const TaskId id{++m_last_id};
    m_recorder.enqueue(stamp(), id, queue, label, location, m_running, m_running ? location : "",
                       due);
    return id;
  }
  void start(TaskId id) {
    m_recorder.start(stamp(), id);
    m_running = id;
    m_started = m_now;
  }
  void end() {
    const TaskId id = m_running;
    const VirtualTime cpu = m_now - m_started;
    m_running = {};
    m_recorder.end(stamp(), id, cpu.ns);
  }
  void print(const std::string& line) { m_recorder.console(stamp(), Stream::out, line + "\n"); }
  // Starts, prints and ends.
  void run(TaskId id, const std::string& line = "") {
    start(id);
    if (!line.empty()) print(line);
    end();
  }
  void drain(Queue queue, uint64_t queued) { m_recorder.drain(stamp(), queue, queued); }
  void iteration(uint64_t number) { m_recorder.iteration(stamp(), number, m_now.ms()); }
  void phase(Phase phase, uint64_t queued) { m_recorder.phase(stamp(), phase, queued); }
  void phase_end(Phase phase) { m_recorder.phase_end(stamp(), phase); }
  void exit(int code = 0) { m_recorder.exit(stamp(), code); }
  Trace take() { return m_sink.take(); }

 private:
  MemorySink m_sink;
  Recorder m_recorder;
  VirtualTime m_now;
  VirtualTime m_started;
  TaskId m_running;
  uint32_t m_last_id = 0;
};

// The execution-order quiz: a timer, an immediate, a promise job and a tick from the main program.
struct QuizOptions {
  bool immediate_first = false;
  bool without_tick = false;
  std::string promise_line = "promise";
  int64_t extra_ns = 0;
  int exit_code = 0;
};

inline Trace quiz(const QuizOptions& options = {}) {
  Script s;
  const TaskId main = s.enqueue(Queue::main, "main", "quiz.js:1:1");
  s.start(main);
  s.print("start");
  const TaskId timeout =
      s.enqueue(Queue::timers, "timeout", "quiz.js:3:12", s.now() + VirtualTime::from_ms(1));
  s.recorder().timer(s.stamp(), TimerOp::create, timeout, 1, false);
  const TaskId immediate = s.enqueue(Queue::check, "immediate", "quiz.js:4:14");
  const TaskId job = s.enqueue(Queue::microtask, "promise", "quiz.js:5:24");
  TaskId tick;
  if (!options.without_tick) tick = s.enqueue(Queue::tick, "tick", "quiz.js:6:18");
  s.print("end");
  s.pass({options.extra_ns});
  s.end();
  if (tick) {
    s.drain(Queue::tick, 1);
    s.run(tick, "nextTick");
  }
  s.drain(Queue::microtask, 1);
  s.run(job, options.promise_line);
  const auto run_timers = [&] {
    s.pass(VirtualTime::from_ms(1));
    s.phase(Phase::timers, 1);
    s.run(timeout, "timeout");
    s.phase_end(Phase::timers);
  };
  if (!options.immediate_first) run_timers();
  s.iteration(1);
  s.phase(Phase::check, 1);
  s.run(immediate, "immediate");
  s.phase_end(Phase::check);
  if (options.immediate_first) run_timers();
  s.exit(options.exit_code);
  return s.take();
}

// Random tasks in and out of all queues, in three agents, with everything a state keeps.
class RandomTrace {
 public:
  explicit RandomTrace(uint32_t seed) : m_random(seed), m_recorder(m_sink) {}

  Trace make(uint64_t events) {
    while (m_recorder.events() < events) step();
    return m_sink.take();
  }

 private:
  uint32_t next(uint32_t bound) {
    m_random = m_random * 1'664'525 + 1'013'904'223;
    return (m_random >> 8) % bound;
  }

  void step() {
    m_now += VirtualTime{next(1'000)};
    const AgentId agent{static_cast<uint16_t>(next(3))};
    std::vector<TaskId>& pending = m_pending[agent.value];
    std::vector<TaskId>& running = m_running[agent.value];
    const Stamp stamp{m_now, agent, running.empty() ? TaskId{} : running.back()};
    switch (next(14)) {
      case 13:
        return service(stamp);
      case 12:
        return between_agents(stamp);
      case 0:
      case 1:
      case 2:
      case 3:
        return enqueue(stamp, pending);
      case 4:
      case 5:
        if (pending.empty()) return;
        running.push_back(take(pending));
        return m_recorder.start(stamp, running.back());
      case 6:
      case 7:
        if (running.empty()) return;
        m_recorder.end(stamp, running.back(), next(100));
        return running.pop_back();
      case 8:
        if (!pending.empty()) m_recorder.cancel(stamp, take(pending));
        return;
      default:
        return other(stamp);
    }
  }

  void enqueue(const Stamp& stamp, std::vector<TaskId>& pending) {
    const TaskId id{++m_last_id};
    const auto queue = static_cast<Queue>(next(kQueueCount));
    const bool due = queue == Queue::timers || queue == Queue::poll;
    m_recorder.enqueue(stamp, id, queue, "f" + std::to_string(next(20)),
                       "r.js:" + std::to_string(next(20)) + ":1", stamp.task, "r.js:1:1",
                       due ? std::optional(m_now + VirtualTime{next(50'000)}) : std::nullopt);
    if (queue == Queue::timers)
      m_recorder.timer(stamp, TimerOp::create, id, next(100), next(2) == 0);
    pending.push_back(id);
  }

  void other(const Stamp& stamp) {
    const TaskId task{1 + next(m_last_id + 1)};
    const auto phase = static_cast<Phase>(next(kPhaseCount));
    switch (next(11)) {
      case 0:
        return m_recorder.iteration(stamp, ++m_iteration, m_now.ms());
      case 1:
        return m_recorder.phase(stamp, phase, next(5));
      case 2:
        return m_recorder.phase_end(stamp, phase);
      case 3:
        return m_recorder.wait(stamp, m_now, "the next timer");
      case 4:
        return m_recorder.drain(stamp, Queue::tick, next(5));
      case 5:
        return m_recorder.timer(stamp, TimerOp::unref, task, 1, false);
      case 6:
        return m_recorder.handle(stamp, static_cast<HandleOp>(next(4)), next(5), "socket");
      case 7:
        return m_recorder.console(stamp, Stream::out, "line\nline\n");
      case 8:
        return m_recorder.memory(stamp, next(1'000), next(1'000));
      case 9:
        return m_recorder.promise(stamp, PromiseOp::rejected, next(9), "Error", "r.js:1:1");
      default:
        return m_recorder.start(stamp, TaskId{4'000'000});  // of a task never heard of
    }
  }

  void between_agents(const Stamp& stamp) {
    const uint32_t id = 1 + next(4);
    switch (next(5)) {
      case 0:
        return m_recorder.agent(stamp,
                                {static_cast<AgentOp>(next(3)), id, AgentKind::thread, {}, {}});
      case 1:
        return m_recorder.core(stamp, {static_cast<CoreOp>(next(2)), next(4), 4, 0});
      case 2:
        return m_recorder.message(
            stamp, {static_cast<MessageOp>(next(3)), next(20), id, 1 + next(4), 8, 0, {}, {}});
      case 3:
        return m_recorder.port(stamp,
                               {static_cast<PortOp>(next(6)), id, 1 + next(4), next(3), {}, {}});
      default:
        return m_recorder.shared(
            stamp, {static_cast<SharedOp>(next(8)), id, next(3), next(9), std::nullopt, {}});
    }
  }

  void service(const Stamp& stamp) {
    const uint32_t id = 1 + next(4);
    const Stamp outside{stamp.time, kOutside, {}};
    switch (next(3)) {
      case 0:
        return m_recorder.request(next(2) == 0 ? stamp : outside, {static_cast<RequestOp>(next(8)),
                                                                   1 + next(9),
                                                                   id,
                                                                   0,
                                                                   0,
                                                                   m_recorder.intern("GET /"),
                                                                   {}});
      case 1:
        return m_recorder.load(outside,
                               {static_cast<LoadOp>(next(3)), id, {}, {}, next(9), next(9), 0, {}});
      default:
        return m_recorder.manager(outside,
                                  {static_cast<ManagerOp>(next(12)), id, next(3), 0, {}, {}, 0});
    }
  }

  TaskId take(std::vector<TaskId>& from) {
    const auto at = from.begin() + static_cast<ptrdiff_t>(next(static_cast<uint32_t>(from.size())));
    const TaskId id = *at;
    from.erase(at);
    return id;
  }

  uint32_t m_random;
  MemorySink m_sink;
  Recorder m_recorder;
  VirtualTime m_now;
  uint32_t m_last_id = 0;
  uint64_t m_iteration = 0;
  std::vector<TaskId> m_pending[3];
  std::vector<TaskId> m_running[3];
};

}  // namespace loopscope::trace::samples
