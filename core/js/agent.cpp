#include "core/js/agent.h"

#include <js/Array.h>
#include <js/Conversions.h>
#include <js/Exception.h>
#include <js/MemoryCallbacks.h>
#include <js/MemoryFunctions.h>

#include <filesystem>
#include <utility>

#include "core/js/async_context.h"
#include "core/js/describe.h"
#include "core/js/manager_host.h"
#include "core/js/modules.h"
#include "core/js/ordered_output.h"
#include "core/js/process_events.h"
#include "core/js/realm.h"
#include "core/js/v8_errors.h"
#include "core/sim/open_machine.h"

namespace loopscope::host {

using loop::Outcome;
using loop::Queue;
using trace::ErrorFate;

namespace {

constexpr int kInternalErrorExitCode = 71;
// What stands below the program's frames when the loop calls it.
EntryFrames entry_of(CallbackKind kind, Queue queue) {
  switch (queue) {
    case Queue::main:
      return EntryFrames::module;
    case Queue::timers:
      return EntryFrames::timer;
    case Queue::check:
      return EntryFrames::immediate;
    case Queue::tick:
      return EntryFrames::tick;
    case Queue::microtask:
      return kind == CallbackKind::kJob ? EntryFrames::promise_job : EntryFrames::microtask;
    case Queue::pending:
    case Queue::poll:
    case Queue::closing:
      return EntryFrames::poll_callback;
  }
  return EntryFrames::none;
}

bool append_elements(JSContext* cx, JS::HandleObject array, JS::RootedValueVector& elements) {
  uint32_t length = 0;
  if (!JS::GetArrayLength(cx, array, &length) || !elements.resize(length)) return false;
  for (uint32_t i = 0; i < length; ++i)
    if (!JS_GetElement(cx, array, i, elements[i])) return false;
  return true;
}

// More than the program may take: close to its own limit the engine collects again and again, while
// the memory meter ends the run at once.
uint64_t engine_heap_bytes(uint64_t limit) {
  return limit + limit / 4;
}

double engine_clock(double, JSContext* cx) {
  constexpr double kUsPerMs = 1000;
  return agent_from(cx).epoch_ms() * kUsPerMs;
}

}  // namespace

Agent::Agent(sim::AgentThread& thread, Machine& machine, const WorkerSetup* setup)
    : m_thread(thread),
      m_machine(machine),
      m_setup(setup),
      m_options(machine.options()),
      m_open(m_options.open_machine == nullptr ? nullptr
                                               : &m_options.open_machine->of(thread.id())),
      m_engine(engine_heap_bytes(m_options.limits.memory_bytes), engine_clock,
               machine.parent_runtime()),
      m_callbacks(m_engine.cx()),
      m_meter(m_engine.cx(), m_options.costs.per_count.ns, m_options.limits.stall_s,
              m_options.readings, *this),
      m_memory(m_engine.cx()),
      m_memory_bound(machine.memory_bound()),
      m_mapped_buffers(m_memory_bound),
      m_place(m_engine.cx(), scenario_folder(m_options.script).string()),
      m_loop(thread.id(), *this, m_options.recorder, m_options.semantics,
             m_options.limits.tick_starvation, m_open),
      m_module_files(m_place.folder()),
      m_file_watchers(*this),
      m_sockets(*this),
      m_message_ports(*this),
      m_process_events(std::make_unique<ProcessEvents>(*this)),
      m_job_queue(*this),
      m_global(m_engine.cx()),
      m_async_context(m_engine.cx()),
      m_last_callable(m_engine.cx()),
      m_hooks{JS::PersistentRootedObject(cx()), JS::PersistentRootedObject(cx()),
              JS::PersistentRootedObject(cx()), JS::PersistentRootedObject(cx()),
              JS::PersistentRootedObject(cx()), JS::PersistentRootedObject(cx()),
              JS::PersistentRootedObject(cx()), JS::PersistentRootedObject(cx()),
              JS::PersistentRootedObject(cx()), JS::PersistentRootedObject(cx()),
              JS::PersistentRootedObject(cx()), JS::PersistentRootedObject(cx()),
              JS::PersistentRootedObject(cx()), JS::PersistentRootedObject(cx()),
              JS::PersistentRootedObject(cx()), JS::PersistentRootedObject(cx()),
              JS::PersistentRootedObject(cx())},
      m_stream_hooks(m_engine.cx()),
      m_builtins(m_engine.cx()) {
  if (m_open != nullptr)
    m_options.open_machine->set_disk_range(
        (m_options.costs.disk_max - m_options.costs.disk_min).ms());
  if (m_options.recorder != nullptr) {
    m_chunk_names.emplace(cx());
    m_memory_samples.emplace(*this);
  }
  if (is_manager()) m_manager_host = std::make_unique<ManagerHost>(*this);
  m_loop.set_readiness(&m_sockets);
  JS_SetContextPrivate(cx(), this);
  JS_SetNativeStackQuota(cx(), script_stack_bytes());
  JS::SetJobQueue(cx(), &m_job_queue);
  JS::SetPromiseRejectionTrackerCallback(cx(), &Agent::on_rejection, this);
  JS::SetOutOfMemoryCallback(cx(), &Agent::on_out_of_memory, this);
  machine.enter(*this);
  resumed();
}

Agent::~Agent() {
  m_machine.leave(*this);
  JS::SetOutOfMemoryCallback(cx(), nullptr, nullptr);
  JS::SetJobQueue(cx(), nullptr);
}

void Agent::write_output(int number, std::string_view bytes) {
  m_meter.charge(m_options.costs.console_write);
  if (m_watches_for_program_code) note_program_code();
  if (m_open != nullptr && m_setup != nullptr)
    m_open->note_gap("what a worker writes by itself is taken as it comes");
  if (m_loop.log().recording())
    m_options.recorder->console(m_loop.log().stamp(),
                                number == 2 ? trace::Stream::err : trace::Stream::out, bytes);
  m_process->write(*this, number, bytes);
}

ProgramResult Agent::run() {
  m_global = new_realm(cx());
  if (!m_global) return {kInternalErrorExitCode, now()};
  JSAutoRealm realm(cx(), m_global);
  if (id() == AgentId{0})
    m_meter.idle_until(m_options.costs.startup);
  else
    m_meter.charge(m_setup == nullptr ? m_options.costs.startup : m_options.costs.worker_startup);
  if (!start_realm()) {
    if (m_ended) return {m_exit_code, now()};
    m_machine.output().write(m_meter.counted_now(), 2, describe_pending_exception(cx()));
    return {kInternalErrorExitCode, now()};
  }
  m_loop.update_time();  // uv_loop_init
  if (run_program() && run_loop_to_end() != Outcome::kEnded) finish();
  end_workers();
  m_sockets.close_all();
  if (m_options.recorder != nullptr && m_setup == nullptr)
    m_options.recorder->exit(m_loop.log().stamp(), m_exit_code,
                             os::signal_name(m_process->killed_by()));
  return {m_exit_code, now()};
}

// False: it has ended.
bool Agent::run_program() {
  return m_setup == nullptr ? run_main() != Outcome::kEnded : start_worker();
}

bool Agent::start_realm() {
  // What Node does before the first line of a program is the start-up cost, whatever our own costs.
  const CpuMeter::Pause pause(m_meter);
  install_module_hooks(cx());
  if (!install_v8_errors(cx(), m_global)) return false;
  set_running_callback(cx(), &m_last_callable);
  if (!m_builtins.start(cx(), m_global)) return false;
  if (m_memory_samples) m_memory_samples->note_start();
  if (m_memory_samples && m_process->is_managed()) m_memory_samples->begin();
  if (m_setup == nullptr) m_process_events->note_start();
  if (!m_options.lines.any() || m_options.readings == nullptr || !m_options.readings->replaying())
    return true;
  m_lines.emplace(cx(), m_options.lines, !m_options.readings->stack_was_full());
  return m_lines->start(m_global);
}

Outcome Agent::run_main() {
  const uint32_t slot = m_callbacks.add(CallbackKind::kNative, nullptr, nullptr, nullptr);
  m_callbacks[slot].native = [this](JSContext*) {
    JS::RootedValue ignored(cx());
    return call_hook(m_hooks.run_main, JS::HandleValueArray::empty(), &ignored);
  };
  m_callbacks[slot].async_id = 1;
  const loop::Task main{m_loop.log().next_id(), slot};
  if (m_loop.log().recording())
    m_options.recorder->enqueue(
        m_loop.log().stamp(), main.id, Queue::main, is_manager() ? "process manager" : "main",
        is_manager() ? "" : display_path(m_process->setup().script), TaskId{}, "");
  const Outcome outcome = m_loop.run_main(main);
  if (outcome != Outcome::kEnded && m_open == nullptr)
    m_meter.idle_until(now() + m_options.choices->between(sim::ChoicePoint::loop_start,
                                                          m_options.costs.loop_start_min,
                                                          m_options.costs.loop_start_max));
  return outcome;
}

// Node's SpinEventLoop: the loop, then beforeExit, again if that gave it something to do.
Outcome Agent::run_loop_to_end() {
  m_loop_times.started = m_meter.counted_now();
  do {
    if (m_loop.run() == Outcome::kEnded) return Outcome::kEnded;
    JS::RootedValue ignored(cx());
    const bool completed =
        call_hook(m_hooks.emit_before_exit, JS::HandleValueArray::empty(), &ignored);
    if (settle(completed) == Outcome::kEnded) return Outcome::kEnded;
    if (m_loop.checkpoint().run() == Outcome::kEnded) return Outcome::kEnded;
  } while (m_loop.alive());
  return Outcome::kCompleted;
}

// The end of a program whose loop ran dry: 'exit' with what the script set as its exit code.
void Agent::finish() {
  m_exiting = true;
  JS::RootedValue code(cx(), JS::UndefinedValue());
  const bool completed = call_hook(m_hooks.emit_exit, JS::HandleValueArray::empty(), &code);
  if (settle(completed) != Outcome::kCompleted) return;
  // Promise jobs of the 'exit' handlers still run; their ticks, timers and immediates do not.
  if (m_loop.checkpoint().run_jobs() == Outcome::kEnded) return;
  int32_t exit_code = 0;
  if (!JS::ToInt32(cx(), code, &exit_code)) JS_ClearPendingException(cx());
  if (!stop_comes()) end(exit_code);
}

void Agent::queue_job(JSContext* cx, JS::HandleObject job) {
  const uint32_t slot =
      m_callbacks.add(CallbackKind::kJob, job, nullptr, job_context(cx, job, m_async_context));
  m_callbacks[slot].async_id = m_execution.async_id;
  const loop::Task task{m_loop.log().next_id(), slot};
  if (m_loop.log().recording()) {
    const Description job_description = describe_job(cx, job);
    m_options.recorder->enqueue(m_loop.log().stamp(), task.id, Queue::microtask,
                                job_description.label, job_description.location,
                                m_loop.log().running(), running_location(cx));
  }
  m_loop.checkpoint().push_job(task);
}

void Agent::queue_microtask(JS::HandleObject function) {
  const uint32_t slot =
      m_callbacks.add(CallbackKind::kFunction, function, nullptr, m_async_context);
  m_callbacks[slot].async_id = new_async_id();
  m_callbacks[slot].trigger_async_id = m_execution.async_id;
  const loop::Task task{m_loop.log().next_id(), slot};
  record_enqueue(Queue::microtask, task.id, "microtask", function);
  m_loop.checkpoint().push_job(task);
}

void Agent::queue_tick(JS::HandleObject function, JS::HandleObject args, double async_id) {
  const uint32_t slot = m_callbacks.add(CallbackKind::kFunction, function, args, m_async_context);
  m_callbacks[slot].async_id = async_id;
  m_callbacks[slot].trigger_async_id = m_execution.async_id;
  const loop::Task task{m_loop.log().next_id(), slot};
  record_enqueue(Queue::tick, task.id, "nextTick", function);
  m_loop.checkpoint().push_tick(task);
}

void Agent::queue_native_tick(const char* label, JS::HandleObject keeps,
                              std::function<bool(JSContext*)> native) {
  const uint32_t slot = m_callbacks.add(CallbackKind::kNative, nullptr, keeps, m_async_context);
  m_callbacks[slot].native = std::move(native);
  m_callbacks[slot].async_id = new_async_id();
  m_callbacks[slot].trigger_async_id = m_execution.async_id;
  const loop::Task task{m_loop.log().next_id(), slot};
  if (m_loop.log().recording())
    m_options.recorder->enqueue(m_loop.log().stamp(), task.id, Queue::tick, label, "",
                                m_loop.log().running(), running_location(cx()));
  m_loop.checkpoint().push_tick(task);
}

void Agent::queue_poll_callback(const char* label, std::function<bool(JSContext*)> native) {
  const uint32_t slot = m_callbacks.add(CallbackKind::kNative, nullptr, nullptr, nullptr);
  m_callbacks[slot].native = std::move(native);
  m_callbacks[slot].async_id = new_async_id();
  const loop::Task task{m_loop.log().next_id(), slot};
  const VirtualTime due = now();
  const bool is_current = &m_machine.current() == this;  // another agent may have changed a file
  if (m_loop.log().recording())
    m_options.recorder->enqueue(m_loop.log().stamp(), task.id, Queue::poll, label, "",
                                m_loop.log().running(), is_current ? running_location(cx()) : "",
                                due);
  if (m_open != nullptr)
    m_loop.complete_event(task);
  else
    m_loop.complete_at(due, task);
  if (!is_current) m_machine.current().wake(id(), due);
}

void Agent::queue_closing(const char* label, std::function<bool(JSContext*)> native) {
  const uint32_t slot = m_callbacks.add(CallbackKind::kNative, nullptr, nullptr, nullptr);
  m_callbacks[slot].native = std::move(native);
  m_callbacks[slot].async_id = new_async_id();
  const loop::Task task{m_loop.log().next_id(), slot};
  if (m_loop.log().recording())
    m_options.recorder->enqueue(m_loop.log().stamp(), task.id, Queue::closing, label, "",
                                m_loop.log().running(), running_location(cx()));
  m_loop.close(task);
}

loop::Task Agent::make_io_task(const IoTask& io, JS::HandleObject async_context,
                               std::function<bool(JSContext*)> native) {
  const uint32_t slot = m_callbacks.add(CallbackKind::kNative, nullptr, nullptr, async_context);
  m_callbacks[slot].native = std::move(native);
  m_callbacks[slot].async_id = new_async_id();
  const loop::Task task{m_loop.log().next_id(), slot};
  if (m_loop.log().recording())
    m_options.recorder->enqueue(m_loop.log().stamp(), task.id, io.queue, io.label, "", io.cause,
                                running_location(cx()));
  return task;
}

void Agent::submit_pool_job(const PoolJob& job, JS::HandleObject keeps,
                            std::function<bool(JSContext*)> done) {
  const uint32_t slot = m_callbacks.add(CallbackKind::kNative, nullptr, keeps, m_async_context);
  m_callbacks[slot].native = std::move(done);
  submit_pool_job(job, slot);
}

void Agent::submit_pool_job(const PoolJob& job, JS::HandleObject function) {
  submit_pool_job(job,
                  m_callbacks.add(CallbackKind::kFunction, function, nullptr, m_async_context));
}

void Agent::submit_pool_job(const PoolJob& job, uint32_t slot) {
  m_callbacks[slot].async_id = new_async_id();
  m_callbacks[slot].trigger_async_id = m_execution.async_id;
  const loop::Task task{m_loop.log().next_id(), slot};
  if (m_open != nullptr) return submit_open_job(job, task);
  os::ThreadPool& pool = thread_pool();
  const os::ThreadPool::Place place = pool.submit(now(), job.duration, job.work, job.kind);
  if (m_loop.log().recording()) {
    const trace::Stamp stamp = m_loop.log().stamp();
    m_options.recorder->enqueue(stamp, task.id, Queue::poll, job.label, "", m_loop.log().running(),
                                running_location(cx()), place.is_done);
    m_options.recorder->job(stamp, {task.id, static_cast<uint32_t>(place.thread), place.begins,
                                    static_cast<uint32_t>(pool.threads())});
  }
  m_loop.complete_at(place.is_done, task);
}

// Its work is done as its completion is seen.
void Agent::submit_open_job(const PoolJob& job, loop::Task task) {
  if (job.work) m_open_work.emplace(task.id, job.work);
  if (m_loop.log().recording()) {
    const sim::OpenMachine::Course* course = m_options.open_machine->foreseen(task.id);
    const trace::Stamp stamp = m_loop.log().stamp();
    m_options.recorder->enqueue(stamp, task.id, Queue::poll, job.label, "", m_loop.log().running(),
                                running_location(cx()),
                                course != nullptr ? std::optional(course->arrives) : std::nullopt);
    if (course != nullptr)
      m_options.recorder->job(stamp,
                              {task.id, static_cast<uint32_t>(course->thread), course->begins,
                               static_cast<uint32_t>(thread_pool().threads())});
  }
  m_loop.complete_job(task, job.duration, job.changes_files);
}

os::ThreadPool& Agent::thread_pool() {
  return m_process->thread_pool(now());
}

VirtualTime Agent::disk_latency() {
  if (m_open != nullptr) return m_options.costs.disk_min;
  return m_options.choices->between(sim::ChoicePoint::disk_latency, m_options.costs.disk_min,
                                    m_options.costs.disk_max);
}

VirtualTime Agent::database_latency() {
  if (m_open != nullptr) return m_options.costs.database_min;
  return m_options.choices->between(sim::ChoicePoint::disk_latency, m_options.costs.database_min,
                                    m_options.costs.database_max);
}

void Agent::record_enqueue(Queue queue, TaskId task, const char* kind, JS::HandleObject function,
                           std::optional<VirtualTime> due) {
  if (!m_loop.log().recording()) return;
  Description description = describe_function(cx(), function);
  if (description.label == "(anonymous)") description.label = kind;
  m_options.recorder->enqueue(m_loop.log().stamp(), task, queue, description.label,
                              description.location, m_loop.log().running(), running_location(cx()),
                              due);
}

void Agent::end(int exit_code) {
  m_ended = true;
  m_exit_code = exit_code;
}

// Where the script is, or was last.
std::string Agent::last_location() {
  if (std::string location = running_location(cx()); !location.empty()) return location;
  if (!m_out_of_memory_at.empty() || !m_last_callable) return m_out_of_memory_at;
  JS::RootedObject callable(cx(), m_last_callable);
  return (job_reaction(callable) != nullptr ? describe_job(cx(), callable)
                                            : describe_function(cx(), callable))
      .location;
}

void Agent::end_by_limit(trace::Limit limit, const std::string& what) {
  if (m_ended) return;
  if (m_options.readings != nullptr && !m_options.readings->replaying())
    m_options.readings->end_here(limit, what);
  const std::string location = last_location();
  m_machine.output().write(
      m_meter.counted_now(), 2,
      "loopscope: " + (location.empty() ? display_path(m_process->setup().script) : location) +
          ": " + what + "\n");
  if (m_options.recorder != nullptr)
    m_options.recorder->limit(m_loop.log().stamp(), limit, what, location);
  end(kLimitExitCode);
  m_machine.end_run(kLimitExitCode);
}

void Agent::end_at_until() {
  if (m_options.readings != nullptr && !m_options.readings->replaying())
    m_options.readings->end_here(trace::Limit::until, "");
  if (m_options.recorder != nullptr)
    m_options.recorder->limit(m_loop.log().stamp(), trace::Limit::until,
                              "stopped at the time asked for", "");
  end_run();
}

void Agent::end_run() {
  end(0);
  m_machine.end_run(0);
}

void Agent::charge_clock_read() {
  m_meter.charge(m_options.costs.clock_read);
  if (m_open != nullptr) m_open->note_clock_read(m_options.costs.clock_read);
}

double Agent::epoch_ms() {
  charge_clock_read();
  return static_cast<double>(kEpochMs + now().ms());
}

const std::string& Agent::display_path(std::string_view path) const {
  const auto known = m_display_paths.find(path);
  if (known != m_display_paths.end()) return known->second;
  const std::filesystem::path file(path);
  std::string shown(path);
  if (file.is_absolute())
    shown = file.lexically_relative(m_options.script.parent_path()).generic_string();
  return m_display_paths.emplace(path, std::move(shown)).first->second;
}

Outcome Agent::run(const loop::Task& task, Queue queue) {
  m_callback_started_cpu = m_meter.counted_cpu();
  if (queue == Queue::poll) thread_pool();
  if (const auto work = m_open_work.extract(task.id)) work.mapped()();
  if (m_lines) m_lines->begin_task(task.id.value);
  Callback& callback = m_callbacks[task.slot];
  if (m_open != nullptr) watch_for_program_code(callback, queue);
  const Execution outer = m_execution;
  JS::RootedObject outer_context(cx(), m_async_context);
  m_execution = {callback.async_id, callback.trigger_async_id};
  const EntryFrames outer_entry = set_entry_frames(cx(), entry_of(callback.kind, queue));
  m_async_context = callback.context.get();
  m_last_callable = callback.callable;
  const bool completed = call_callback(task.slot);
  // Node's queueMicrotask catches what its callback throws, and reports it outside of the
  // microtask.
  m_microtask_threw = !completed && queue == Queue::microtask;
  if (m_microtask_threw) m_async_context = nullptr;
  if (m_lines) m_lines->end_task();
  const Outcome outcome = settle(completed);
  set_entry_frames(cx(), outer_entry);
  m_execution = outer;
  m_async_context = outer_context;
  if (m_memory_samples && outcome != Outcome::kEnded) m_memory_samples->task_ended();
  if (m_setup == nullptr) m_process_events->note_task_end();
  record_shared_cells();
  return outcome;
}

// Whether a request's callback, with its ticks and promise jobs, runs any code of the program's.
// The meter looks at every call and every loop iteration; a job that goes on with an async function
// may make none.
void Agent::watch_for_program_code(const Callback& callback, Queue queue) {
  if (queue == Queue::poll) {
    m_watches_for_program_code = true;
  } else if (queue == Queue::microtask && callback.kind == CallbackKind::kJob) {
    JS::RootedObject job(cx(), callback.callable);
    if (m_watches_for_program_code && !describe_job(cx(), job).location.empty())
      note_program_code();
  } else if (queue != Queue::tick && queue != Queue::microtask) {
    m_watches_for_program_code = false;
  }
  if (m_watches_for_program_code) m_meter.look_soon();
}

void Agent::note_program_code() {
  m_watches_for_program_code = false;
  m_open->note_program_code();
}

bool Agent::call_callback(uint32_t slot) {
  Callback& callback = m_callbacks[slot];
  JS::RootedObject callable(cx(), callback.callable);
  JS::RootedObject payload(cx(), callback.payload);
  JS::RootedValue function(cx(), JS::ObjectOrNullValue(callable));
  JS::RootedValue ignored(cx());
  switch (callback.kind) {
    case CallbackKind::kFunction: {
      m_callbacks.release(slot);
      if (!payload)
        return JS::Call(cx(), JS::UndefinedHandleValue, function, JS::HandleValueArray::empty(),
                        &ignored);
      JS::RootedValueVector args(cx());
      return append_elements(cx(), payload, args) &&
             JS::Call(cx(), JS::UndefinedHandleValue, function, args, &ignored);
    }
    case CallbackKind::kJob: {
      m_callbacks.release(slot);
      return JS::Call(cx(), JS::UndefinedHandleValue, function, JS::HandleValueArray::empty(),
                      &ignored);
    }
    case CallbackKind::kTimer:  // its slot belongs to the timer until that is destroyed
      return call_hook(m_hooks.run_timer, JS::HandleValueArray(function), &ignored);
    case CallbackKind::kImmediate:
      m_callbacks.release(slot);
      return call_hook(m_hooks.run_immediate, JS::HandleValueArray(function), &ignored);
    case CallbackKind::kNative: {
      const std::function<bool(JSContext*)> native = std::move(callback.native);
      m_callbacks.release(slot);
      return native(cx());
    }
    case CallbackKind::kPromise:
    case CallbackKind::kFree:
      break;
  }
  MOZ_ASSERT_UNREACHABLE("a slot without a callback was queued");
  return true;
}

bool Agent::call_hook(JS::HandleObject hook, const JS::HandleValueArray& args,
                      JS::MutableHandleValue result) {
  if (!hook) return true;
  JS::RootedValue function(cx(), JS::ObjectValue(*hook));
  return JS::Call(cx(), JS::UndefinedHandleValue, function, args, result);
}

Outcome Agent::settle(bool completed) {
  if (m_ended) {
    JS_ClearPendingException(cx());
    return Outcome::kEnded;
  }
  if (completed) return Outcome::kCompleted;
  if (m_memory_bound.exceeded()) {
    JS_ClearPendingException(cx());
    end_by_memory();
    return Outcome::kEnded;
  }
  if (!JS_IsExceptionPending(cx())) {
    // Uncatchable, and not by us: the engine ran out of memory or stack beyond repair.
    end_by_limit(trace::Limit::memory, "the engine ran out of memory; raise --max-memory");
    return Outcome::kEnded;
  }
  JS::RootedValue error(cx());
  if (!JS_GetPendingException(cx(), &error)) return Outcome::kEnded;
  JS_ClearPendingException(cx());
  return handle_uncaught(error, false);
}

Outcome Agent::handle_uncaught(JS::HandleValue error, bool from_promise) {
  if (std::exchange(m_microtask_threw, false)) forget_throw_place(cx());
  JS::RootedValueArray<2> args(cx());
  JS::RootedString origin(
      cx(), JS_NewStringCopyZ(cx(), from_promise ? "unhandledRejection" : "uncaughtException"));
  if (!origin) return Outcome::kEnded;
  args[0].set(error);
  args[1].setString(origin);
  JS::RootedValue handled(cx());
  const bool completed = call_hook(m_hooks.uncaught_exception, args, &handled);
  if (m_ended) return Outcome::kEnded;
  const bool taken = completed && JS::ToBoolean(handled);
  if (!taken) return die_of(error, from_promise, completed);
  if (m_loop.log().recording())
    m_options.recorder->error(m_loop.log().stamp(), ErrorFate::uncaught_handler,
                              describe_briefly(cx(), error), "");
  m_loop.wake_once();
  return Outcome::kThrew;
}

// Where an error's report, which begins with "FILE:LINE", says that it was thrown; empty for places
// that are not the program's.
std::string Agent::reported_place(std::string_view report) const {
  const std::string_view line = report.substr(0, report.find('\n'));
  const size_t colon = line.rfind(':');
  if (!line.starts_with('/') || colon == std::string_view::npos || colon + 1 == line.size() ||
      line.find_first_not_of("0123456789", colon + 1) != std::string_view::npos)
    return {};
  return display_path(line.substr(0, colon)) + std::string(line.substr(colon));
}

// The error nobody took: 'exit' with code 1 (7 if a handler itself threw), then the report.
Outcome Agent::die_of(JS::HandleValue error, bool from_promise, bool handlers_completed) {
  JS::RootedValue reported(cx(), error);
  int exit_code = 1;
  if (!handlers_completed) {
    if (JS_IsExceptionPending(cx()) && JS_GetPendingException(cx(), &reported))
      JS_ClearPendingException(cx());
    exit_code = 7;
  }
  const std::string brief = m_loop.log().recording() ? describe_briefly(cx(), error) : "";
  const trace::Stamp died_at = m_loop.log().stamp();
  // A worker's parent is given the error.
  const std::string report =
      m_setup == nullptr ? describe_uncaught(cx(), reported, from_promise, m_options.semantics)
                         : "";
  if (m_loop.log().recording())
    m_options.recorder->error(died_at, ErrorFate::uncaught, brief, reported_place(report));
  // Node gives no 'exit' event when a handler of the error throws.
  if (!m_exiting && handlers_completed) {
    m_exiting = true;
    JS::RootedValue code(cx(), JS::Int32Value(exit_code));
    JS::RootedValue final_code(cx(), code);
    if (call_hook(m_hooks.emit_exit, JS::HandleValueArray(code), &final_code) && !m_ended) {
      int32_t chosen = exit_code;
      if (JS::ToInt32(cx(), final_code, &chosen)) exit_code = chosen;
    }
    JS_ClearPendingException(cx());
  }
  if (m_setup == nullptr) {
    m_process->write(*this, 2, report);
    if (m_loop.log().recording())
      m_options.recorder->console(m_loop.log().stamp(), trace::Stream::err, report);
  }
  end(exit_code);
  return Outcome::kEnded;
}

Outcome Agent::report_unhandled_rejection(uint32_t slot) {
  Callback& callback = m_callbacks[slot];
  JS::RootedObject promise(cx(), callback.callable);
  JS::RootedValueArray<2> args(cx());
  args[0].set(JS::GetPromiseResult(promise));
  args[1].setObject(*promise);
  JS::RootedValue handled(cx());
  if (m_loop.log().recording())
    m_options.recorder->promise(m_loop.log().stamp(), trace::PromiseOp::unhandled, slot,
                                describe_briefly(cx(), args[0]), "");
  const JS::RootedObject outer_context(cx(), m_async_context);
  m_async_context = callback.context.get();
  const bool completed = call_hook(m_hooks.unhandled_rejection, args, &handled);
  m_async_context = outer_context;
  if (!completed) return settle(false);
  if (m_ended) return Outcome::kEnded;
  if (JS::ToBoolean(handled)) return Outcome::kCompleted;
  JS::RootedValue reason(cx(), args[0]);
  return handle_uncaught(reason, true);
}

Outcome Agent::run_native_immediates() {
  if (!std::exchange(m_destroys_requested, false)) return Outcome::kCompleted;
  JS::RootedValue ignored(cx());
  return settle(call_hook(m_hooks.emit_destroys, JS::HandleValueArray::empty(), &ignored));
}

Outcome Agent::report_late_handling(uint32_t slot) {
  JS::RootedObject promise(cx(), m_callbacks[slot].callable);
  m_callbacks.release(slot);
  if (m_loop.log().recording())
    m_options.recorder->promise(m_loop.log().stamp(), trace::PromiseOp::handled_late, slot, "", "");
  JS::RootedValue argument(cx(), JS::ObjectValue(*promise));
  JS::RootedValue ignored(cx());
  return settle(call_hook(m_hooks.rejection_handled, JS::HandleValueArray(argument), &ignored));
}

void Agent::on_rejection(JSContext* cx, bool, JS::HandleObject promise,
                         JS::PromiseRejectionHandlingState state, void* self) {
  Agent& agent = *static_cast<Agent*>(self);
  const uint64_t id = JS::GetPromiseID(promise);
  if (state == JS::PromiseRejectionHandlingState::Unhandled) {
    const uint32_t slot =
        agent.m_callbacks.add(CallbackKind::kPromise, promise, nullptr, agent.m_async_context);
    agent.m_rejection_slots[id] = slot;
    agent.m_loop.checkpoint().rejections().rejected(slot);
    return;
  }
  const auto found = agent.m_rejection_slots.find(id);
  if (found == agent.m_rejection_slots.end()) return;
  const uint32_t slot = found->second;
  agent.m_rejection_slots.erase(found);
  if (!agent.m_loop.checkpoint().rejections().handled(slot)) agent.m_callbacks.release(slot);
  (void)cx;
}

void Agent::starved(uint64_t drained) {
  end_by_limit(trace::Limit::tick_starvation,
               std::to_string(drained - 1) +
                   " ticks and promise jobs ran without the loop getting a turn: the event loop is "
                   "starved; raise --max-ticks if this is meant");
}

void Agent::end_by_memory() {
  end_by_limit(trace::Limit::memory, "the program takes more than " +
                                         std::to_string(m_options.limits.memory_bytes >> 20) +
                                         " MiB of memory; raise --max-memory");
}

// Scripts could catch the engine's error; the run ends all the same.
void Agent::on_out_of_memory(JSContext*, void* agent) {
  auto* self = static_cast<Agent*>(agent);
  if (self->m_out_of_memory_at.empty()) self->m_out_of_memory_at = running_location(self->cx());
  self->m_memory_bound.lift();
  self->m_meter.look_soon();
}

bool Agent::on_stall() {
  end_by_limit(trace::Limit::built_in,
               "a built-in, such as a regular expression, worked for more than " +
                   std::to_string(m_options.limits.stall_s) +
                   " s of real processor time without an end; raise --max-stall");
  return false;
}

// A run that replays another one's readings is ended where that was, by nothing else: its own
// counts are of recording, too.
bool Agent::on_replayed_period() {
  const Readings::Ending* ending = m_options.readings->ending();
  if (ending == nullptr || m_meter.counted_now() < m_options.readings->ending_time()) return true;
  if (ending->limit == trace::Limit::until)
    end_at_until();
  else
    end_by_limit(ending->limit, ending->text);
  return false;
}

bool Agent::on_meter_period() {
  if (m_ended) return false;
  if (m_watches_for_program_code) {
    if (!running_location(cx()).empty()) note_program_code();
    m_meter.look_soon();
    return true;
  }
  if (m_options.recorder != nullptr) m_options.recorder->flush_if_silent();
  if (m_options.readings != nullptr && m_options.readings->replaying()) return on_replayed_period();
  sync();
  if (m_thread.ending()) return told_to_end();
  if (is_stop_overdue()) {
    m_open->note_stop_in_between();
    return told_to_end();
  }
  if (!look_at_worker_limits()) return false;
  const Limits& limits = m_options.limits;
  if (m_meter.counted_cpu() - m_callback_started_cpu > limits.cpu_per_callback)
    end_by_limit(trace::Limit::cpu_per_callback,
                 "one callback used more than " + std::to_string(limits.cpu_per_callback.ms()) +
                     " ms of virtual CPU time; raise --max-cpu-per-callback");
  else if (m_meter.counted_cpu() > limits.cpu_total)
    end_by_limit(trace::Limit::cpu_total, "the run used more than " +
                                              std::to_string(limits.cpu_total.ms()) +
                                              " ms of virtual CPU time; raise --max-cpu");
  else if (m_memory_bound.exceeded() ||
           m_memory.exceeds(limits.memory_bytes, m_meter.counted_cpu()))
    end_by_memory();
  else if (m_options.recorder != nullptr && m_options.recorder->events() > limits.trace_events)
    end_by_limit(trace::Limit::trace_events, "the trace has more than " +
                                                 std::to_string(limits.trace_events) +
                                                 " events; raise --max-events");
  else if (m_options.until && m_meter.counted_now() > *m_options.until)
    end_at_until();
  return !m_ended;
}

}  // namespace loopscope::host
