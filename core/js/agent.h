#pragma once

#include <jsapi.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/js/builtins.h"
#include "core/js/callbacks.h"
#include "core/js/cpu_meter.h"
#include "core/js/engine.h"
#include "core/js/job_queue.h"
#include "core/js/line_recorder.h"
#include "core/js/memory_bound.h"
#include "core/js/memory_meter.h"
#include "core/js/program.h"
#include "core/js/scenario_files.h"
#include "core/loop/event_loop.h"
#include "core/os/thread_pool.h"

namespace loopscope::host {

// What a program sees of the simulated machine, the same in every run.
inline constexpr int kPid = 1000;
inline constexpr const char* kExecPath = "/usr/bin/node";
inline constexpr int64_t kEpochMs =
    1'767'225'600'000;  // 2026-01-01T00:00:00Z, when it is switched on

// One agent: a realm of JavaScript with its own event loop, on the thread that constructs it. It is
// the loop's port to the engine, and what natives reach through agent_from(cx).
class Agent final : public loop::Port, public MeterWatcher {
 public:
  Agent(AgentId id, const ProgramOptions& options);
  ~Agent() override;

  // Runs the program to its end: main script, loop, beforeExit, exit.
  ProgramResult run();

  AgentId id() const { return m_id; }
  JSContext* cx() const { return m_engine.cx(); }
  const ProgramOptions& options() const { return m_options; }
  loop::EventLoop& loop() { return m_loop; }
  CpuMeter& meter() { return m_meter; }
  CallbackTable& callbacks() { return m_callbacks; }
  Builtins& builtins() { return m_builtins; }
  const ScenarioFiles& files() const { return m_files; }

  // Script functions the built-in modules register for the host to call.
  struct Hooks {
    JS::PersistentRootedObject run_timer;            // (timeout)
    JS::PersistentRootedObject run_immediate;        // (immediate)
    JS::PersistentRootedObject uncaught_exception;   // (error, origin) -> handled
    JS::PersistentRootedObject unhandled_rejection;  // (reason, promise) -> handled
    JS::PersistentRootedObject rejection_handled;    // (promise)
    JS::PersistentRootedObject emit_destroys;        // ()
    JS::PersistentRootedObject emit_before_exit;     // ()
    JS::PersistentRootedObject emit_exit;            // (code) -> code
    JS::PersistentRootedObject run_main;             // ()
    JS::PersistentRootedObject import_module;        // (specifier, referrer, promise)
    JS::PersistentRootedObject import_meta;          // (meta, module)
    JS::PersistentRootedObject streams;              // functions by name: see stream_host.cpp
  };
  Hooks& hooks() { return m_hooks; }

  // What runs now, as async_hooks shows it.
  struct Execution {
    double async_id = 1;
    double trigger_async_id = 0;
  };
  Execution& execution() { return m_execution; }
  double new_async_id() { return ++m_last_async_id; }
  JS::PersistentRootedObject& async_context() { return m_async_context; }
  // Has emit_destroys called when the check phase next begins.
  void request_destroys() { m_destroys_requested = true; }
  // From the first async context on, promise reactions remember theirs. True the first time.
  bool claim_reaction_contexts() { return !std::exchange(m_tracks_reaction_contexts, true); }
  bool tracks_reaction_contexts() const { return m_tracks_reaction_contexts; }

  // Queues: each makes a task caused by the running one.
  void queue_job(JSContext* cx, JS::HandleObject job);
  void queue_microtask(JS::HandleObject function);
  void queue_tick(JS::HandleObject function, JS::HandleObject args, double async_id);
  // The same for what the host itself does in a tick; `keeps` stays alive until then.
  void queue_native_tick(const char* label, JS::HandleObject keeps,
                         std::function<bool(JSContext*)> native);
  // A disk operation on a thread of the pool; `function` is called in the poll phase when it is
  // done. `label` names the operation in the trace.
  void submit_disk_job(std::string_view label, JS::HandleObject function);
  VirtualTime disk_latency();
  // Records that `task` waits in `queue` to call `function`.
  void record_enqueue(loop::Queue queue, TaskId task, const char* kind, JS::HandleObject function,
                      std::optional<VirtualTime> due = std::nullopt);

  // Gives an error to the script's handlers for uncaught ones (Node: triggerUncaughtException);
  // without one that takes it, reports it and ends the run.
  loop::Outcome handle_uncaught(JS::HandleValue error, bool from_promise);

  // Ends the run with this exit code: no JavaScript runs any more. Natives return false after it.
  void end(int exit_code);
  bool ended() const { return m_ended; }
  // Ends the run because a limit was reached; `what` completes "loopscope: FILE:LINE: ".
  void end_by_limit(trace::Limit limit, const std::string& what);
  // Ends it at the virtual time its caller asked for.
  void end_at_until();

  // The wall clock of the simulated machine, in whole milliseconds since 1970. Reading it takes
  // time.
  double epoch_ms();
  // Atomics.wait(): lets time pass without using the CPU; without a time, for ever, which ends the
  // run. False: the run has ended.
  bool idle_for(std::optional<VirtualTime> duration);

  // A path as messages and the trace show it: relative to the scenario's folder.
  const std::string& display_path(std::string_view path) const;

  // loop::Port
  VirtualTime now() override { return m_meter.now(); }
  bool wait(std::optional<VirtualTime> until) override;
  loop::Outcome run(const loop::Task& task, loop::Queue queue) override;
  void discard(const loop::Task& task) override { m_callbacks.release(task.slot); }
  loop::Outcome run_native_immediates() override;
  loop::Outcome report_unhandled_rejection(uint32_t slot) override;
  loop::Outcome report_late_handling(uint32_t slot) override;
  void starved(uint64_t drained) override;
  // MeterWatcher
  bool on_meter_period() override;
  bool on_replayed_period();
  bool on_stall() override;
  static void on_out_of_memory(JSContext* cx, void* agent);
  void end_by_memory();
  std::string last_location();

 private:
  bool start_realm();
  loop::Outcome run_main();
  loop::Outcome run_loop_to_end();
  void finish();
  bool call_callback(uint32_t slot);
  // What a call's result means for the loop; takes the pending exception to the script's handlers.
  loop::Outcome settle(bool completed);
  std::string reported_place(std::string_view report) const;
  loop::Outcome die_of(JS::HandleValue error, bool from_promise, bool handlers_completed);
  [[nodiscard]] bool call_hook(JS::HandleObject hook, const JS::HandleValueArray& args,
                               JS::MutableHandleValue result);
  static void on_rejection(JSContext* cx, bool muted, JS::HandleObject promise,
                           JS::PromiseRejectionHandlingState state, void* self);

  AgentId m_id;
  const ProgramOptions& m_options;
  ScenarioFiles m_files;
  Engine m_engine;
  CallbackTable m_callbacks;
  CpuMeter m_meter;
  MemoryMeter m_memory;
  MemoryBound m_memory_bound;
  std::string m_out_of_memory_at;  // where the engine got no memory first
  mutable std::map<std::string, std::string, std::less<>> m_display_paths;  // by file name
  loop::EventLoop m_loop;
  os::ThreadPool m_thread_pool;
  JobQueue m_job_queue;
  JS::PersistentRootedObject m_global;
  JS::PersistentRootedObject m_async_context;
  JS::PersistentRootedObject m_last_callable;  // what the loop called last
  bool m_microtask_threw = false;
  Hooks m_hooks;
  Builtins m_builtins;
  std::optional<LineRecorder> m_lines;  // while lines are recorded
  Execution m_execution;
  double m_last_async_id = 1;
  // Slots of promises rejected without a handler, by promise id, until they are handled.
  std::unordered_map<uint64_t, uint32_t> m_rejection_slots;
  VirtualTime m_callback_started_cpu;
  bool m_tracks_reaction_contexts = false;
  bool m_destroys_requested = false;
  bool m_ended = false;
  bool m_exiting = false;
  int m_exit_code = 0;
};

// The agent a context belongs to.
inline Agent& agent_from(JSContext* cx) {
  return *static_cast<Agent*>(JS_GetContextPrivate(cx));
}

}  // namespace loopscope::host
