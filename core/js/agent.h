#pragma once

#include <jsapi.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/js/builtins.h"
#include "core/js/callbacks.h"
#include "core/js/chunk_names.h"
#include "core/js/cpu_meter.h"
#include "core/js/engine.h"
#include "core/js/file_watchers.h"
#include "core/js/job_queue.h"
#include "core/js/line_recorder.h"
#include "core/js/machine.h"
#include "core/js/mapped_buffers.h"
#include "core/js/memory_bound.h"
#include "core/js/memory_meter.h"
#include "core/js/memory_samples.h"
#include "core/js/message_ports.h"
#include "core/js/module_files.h"
#include "core/js/process.h"
#include "core/js/program.h"
#include "core/js/program_place.h"
#include "core/js/sockets.h"
#include "core/js/stream_hooks.h"
#include "core/loop/event_loop.h"
#include "core/os/thread_pool.h"
#include "core/sim/scheduler.h"

namespace loopscope::host {

class ManagerHost;
class ProcessEvents;

struct PoolJob {
  std::string_view label;  // names the operation in the trace
  VirtualTime duration;    // on a thread of the pool
  // What it does, outside of JavaScript. Done by the time its results are to be seen.
  std::function<void()> work;
  bool changes_files = false;  // what it does
  os::ThreadPool::Kind kind = os::ThreadPool::Kind::kOrdinary;
};

// One agent: a realm of JavaScript with its own event loop, on the thread that constructs it. It is
// the loop's port to the engine, and what natives reach through agent_from(cx).
class Agent final : public loop::Port, public MeterWatcher {
 public:
  // `setup`: not owned; null for a process's main thread.
  Agent(sim::AgentThread& thread, Machine& machine, const WorkerSetup* setup);
  ~Agent() override;

  // To be called once, before run().
  void join(Process& process) { m_process = &process; }
  // Runs the program to its end: main script, loop, beforeExit, exit, and that of its workers.
  ProgramResult run();

  AgentId id() const { return m_thread.id(); }
  sim::AgentThread& thread() { return m_thread; }
  Machine& machine() { return m_machine; }
  Process& process() { return *m_process; }
  const WorkerSetup* setup() const { return m_setup; }
  MessagePorts& message_ports() { return m_message_ports; }
  ProcessEvents& process_events() { return *m_process_events; }
  // Whether it is the process manager that runs all others.
  bool is_manager() const { return id() == AgentId{0} && !m_options.typed.empty(); }
  ManagerHost& manager_host() { return *m_manager_host; }
  JSContext* cx() const { return m_engine.cx(); }
  const ProgramOptions& options() const { return m_options; }
  // Null: its order is that of the times.
  sim::OpenOrder* open_order() { return m_open; }
  loop::EventLoop& loop() { return m_loop; }
  CpuMeter& meter() { return m_meter; }
  CallbackTable& callbacks() { return m_callbacks; }
  JSObject* global() const { return m_global; }
  Builtins& builtins() { return m_builtins; }
  // Null: nothing is recorded.
  ChunkNames* chunk_names() { return m_chunk_names ? &*m_chunk_names : nullptr; }
  // The program got so many bytes for an object that is rooted now.
  void note_allocation(uint64_t bytes) {
    if (m_memory_samples) m_memory_samples->allocated(bytes);
  }
  void note_stream() {
    if (m_memory_samples) m_memory_samples->begin();
  }
  os::Files& files() { return m_process->files(); }
  FileWatchers& file_watchers() { return m_file_watchers; }
  Sockets& sockets() { return m_sockets; }
  MappedBuffers& mapped_buffers() { return m_mapped_buffers; }
  ProgramPlace& place() { return m_place; }
  const ModuleFiles& module_files() const { return m_module_files; }

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
    JS::PersistentRootedObject make_port;            // (id) -> MessagePort
    JS::PersistentRootedObject emit_message;         // (port, value, error or undefined)
    JS::PersistentRootedObject emit_close;           // (port)
    JS::PersistentRootedObject worker_ended;         // (agent, exit code, out of memory)
    JS::PersistentRootedObject child_ended;          // (pid, exit code, signal or 0)
    JS::PersistentRootedObject signal_came;          // (number)
  };
  Hooks& hooks() { return m_hooks; }
  StreamHooks& stream_hooks() { return m_stream_hooks; }

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
  // And in the next poll phase, for what the machine itself tells.
  void queue_poll_callback(const char* label, std::function<bool(JSContext*)> native);
  // A task for a queue that a handle of the machine's has filled: not put into it yet.
  struct IoTask {
    loop::Queue queue{};
    const char* label = nullptr;
    TaskId cause;
  };
  loop::Task make_io_task(const IoTask& io, JS::HandleObject async_context,
                          std::function<bool(JSContext*)> native);
  // A job for the thread pool; what comes last is called in the poll phase when it is done. `keeps`
  // stays alive until then.
  void submit_pool_job(const PoolJob& job, JS::HandleObject keeps,
                       std::function<bool(JSContext*)> done);
  void submit_pool_job(const PoolJob& job, JS::HandleObject function);
  // The pool, with all jobs carried out that are done by now.
  os::ThreadPool& thread_pool();
  VirtualTime disk_latency();
  VirtualTime database_latency();
  // Standard output (1) or error (2).
  void write_output(int number, std::string_view bytes);
  // Records that `task` waits in `queue` to call `function`.
  void record_enqueue(loop::Queue queue, TaskId task, const char* kind, JS::HandleObject function,
                      std::optional<VirtualTime> due = std::nullopt);

  // Gives an error to the script's handlers for uncaught ones (Node: triggerUncaughtException);
  // without one that takes it, reports it and ends the run.
  loop::Outcome handle_uncaught(JS::HandleValue error, bool from_promise);

  // Ends the run with this exit code: no JavaScript runs any more. Natives return false after it.
  void end(int exit_code);
  // Ends the run of the whole machine, as if all were done.
  void end_run();
  bool ended() const { return m_ended; }
  // Ends the run because a limit was reached; `what` completes "loopscope: FILE:LINE: ".
  void end_by_limit(trace::Limit limit, const std::string& what);
  // Ends it at the virtual time its caller asked for.
  void end_at_until();

  // The wall clock of the simulated machine, in whole milliseconds since 1970. Reading it takes
  // time.
  double epoch_ms();
  // What looking at any clock takes.
  void charge_clock_read();
  // Atomics.wait(): blocks until the cell is notified or the time is up; without a time, for ever.
  // False: the run has ended.
  [[nodiscard]] bool wait_for_cell(workers::SharedCell cell, std::optional<VirtualTime> duration,
                                   bool& notified);

  // The cell it is blocked on was notified. Called by the one that did.
  void notify_cell();

  // Brings the scheduler's clock to the agent's. Others run until they have come there.
  void sync();
  // Wakes another agent, or this one, for what arrives at that time.
  void wake(AgentId other, VirtualTime arrives);
  // Queues the close callback of a handle.
  void queue_closing(const char* label, std::function<bool(JSContext*)> native);
  // One of its workers has ended. Called by that one.
  void note_worker_end(const WorkerEnd& end);
  // A worker of its own was started, which keeps the loop alive while it is refed.
  void add_worker(AgentId worker);
  void set_worker_refed(AgentId worker, bool refed);
  // Tells a worker of its own to end.
  void end_worker(AgentId worker);
  bool ran_out_of_memory() const { return m_ran_out_of_memory; }
  // What watched cells of shared memory hold is recorded where it has changed.
  void record_shared_cells();

  // When its loop was started, and how long it has waited in poll since.
  struct LoopTimes {
    std::optional<VirtualTime> started;
    VirtualTime idle;
    std::optional<VirtualTime> waits_since;
    VirtualTime idle_at(VirtualTime now) const {
      return waits_since && now > *waits_since ? idle + (now - *waits_since) : idle;
    }
  };
  const LoopTimes& loop_times() const { return m_loop_times; }
  // How much native stack its scripts get.
  size_t script_stack_bytes() const;

  // A path as messages and the trace show it: relative to the scenario's folder.
  const std::string& display_path(std::string_view path) const;

  // loop::Port
  VirtualTime now() override { return m_meter.now(); }
  bool wait(std::optional<VirtualTime> until) override;
  void begin_look() override { m_message_ports.begin_look(); }
  std::optional<VirtualTime> next_arrival() override;
  loop::Outcome receive(const RunTask& run) override;
  sim::Inbox inbox() override;
  loop::Outcome receive_first(const sim::Incoming& incoming, const RunTask& run) override;
  bool wait_for_others() override;
  void pass_until(VirtualTime time) override;
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
  // Where the order is open: a worker may have been told to stop by now. True: it has, and has
  // ended.
  bool stop_comes();
  // In Atomics.wait().
  bool is_blocked() const { return !m_blocked_on.empty(); }

 private:
  bool start_realm();
  loop::Outcome run_main();
  bool run_program();
  bool start_worker();
  bool wait_in_poll(std::optional<VirtualTime> until);
  bool sleep_until(std::optional<VirtualTime> until);
  void resumed();
  bool told_to_end();
  void report_deadlock();
  void end_of_service(const std::string& text);
  void end_workers();
  loop::Outcome receive_worker_ends(const RunTask& run);
  loop::Outcome receive_worker_end(const WorkerEnd& end, const RunTask& run);
  bool is_idle();
  void let_workers_go_on();
  bool is_stop_overdue() const;
  bool look_at_worker_limits();
  loop::Outcome run_loop_to_end();
  void finish();
  bool end_of_waiting();
  bool call_callback(uint32_t slot);
  void submit_pool_job(const PoolJob& job, uint32_t slot);
  void submit_open_job(const PoolJob& job, loop::Task task);
  void watch_for_program_code(const Callback& callback, loop::Queue queue);
  void note_program_code();
  // What a call's result means for the loop; takes the pending exception to the script's handlers.
  loop::Outcome settle(bool completed);
  std::string reported_place(std::string_view report) const;
  loop::Outcome die_of(JS::HandleValue error, bool from_promise, bool handlers_completed);
  [[nodiscard]] bool call_hook(JS::HandleObject hook, const JS::HandleValueArray& args,
                               JS::MutableHandleValue result);
  static void on_rejection(JSContext* cx, bool muted, JS::HandleObject promise,
                           JS::PromiseRejectionHandlingState state, void* self);

  sim::AgentThread& m_thread;
  Machine& m_machine;
  const WorkerSetup* m_setup;
  Process* m_process = nullptr;
  const ProgramOptions& m_options;
  sim::OpenOrder* m_open;
  Engine m_engine;
  CallbackTable m_callbacks;
  CpuMeter m_meter;
  MemoryMeter m_memory;
  MemoryBound& m_memory_bound;
  MappedBuffers m_mapped_buffers;
  ProgramPlace m_place;
  std::string m_out_of_memory_at;  // where the engine got no memory first
  mutable std::map<std::string, std::string, std::less<>> m_display_paths;  // by file name
  loop::EventLoop m_loop;
  ModuleFiles m_module_files;
  FileWatchers m_file_watchers;
  Sockets m_sockets;
  MessagePorts m_message_ports;
  std::unique_ptr<ProcessEvents> m_process_events;
  JobQueue m_job_queue;
  JS::PersistentRootedObject m_global;
  JS::PersistentRootedObject m_async_context;
  JS::PersistentRootedObject m_last_callable;  // what the loop called last
  bool m_microtask_threw = false;
  Hooks m_hooks;
  StreamHooks m_stream_hooks;
  Builtins m_builtins;
  std::optional<ChunkNames> m_chunk_names;
  std::optional<MemorySamples> m_memory_samples;
  std::optional<LineRecorder> m_lines;  // while lines are recorded
  Execution m_execution;
  double m_last_async_id = 1;
  // Slots of promises rejected without a handler, by promise id, until they are handled.
  std::unordered_map<uint64_t, uint32_t> m_rejection_slots;
  // What jobs do, by task, where the order in which they are done is open.
  std::map<TaskId, std::function<void()>> m_open_work;
  std::unique_ptr<ManagerHost> m_manager_host;  // of a process manager
  bool m_watches_for_program_code = false;
  VirtualTime m_callback_started_cpu;
  bool m_tracks_reaction_contexts = false;
  bool m_destroys_requested = false;
  struct OwnWorker {
    bool refed = true;
  };
  std::map<AgentId, OwnWorker> m_workers;  // that have not ended
  std::vector<WorkerEnd> m_worker_ends;    // on their way here
  std::string m_blocked_on;                // while it waits for a cell: which, in words
  bool m_cell_notified = false;
  LoopTimes m_loop_times;
  uint32_t m_collections_seen = 0;
  bool m_ran_out_of_memory = false;
  bool m_ended = false;
  bool m_exiting = false;
  int m_exit_code = 0;
};

// The agent a context belongs to.
inline Agent& agent_from(JSContext* cx) {
  return *static_cast<Agent*>(JS_GetContextPrivate(cx));
}

}  // namespace loopscope::host
