#include "core/cluster/process_manager.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/cluster/manager_command.h"

namespace loopscope::cluster {

using trace::ManagerOp;

namespace {

constexpr ManagerTimer kNeverGivesUp = 0;

std::optional<uint32_t> id_from(const std::string& text) {
  uint32_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return id;
}

}  // namespace

// ---- The list ----

std::vector<uint32_t> ProcessManager::ids_of(const std::string& target) const {
  std::vector<uint32_t> ids;
  const std::optional<uint32_t> number = id_from(target);
  for (const auto& [slot, process] : m_processes) {
    if (process->is_outgoing) continue;
    if (target == "all" || process->app.name == target || (number && process->id == *number))
      ids.push_back(process->id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

const ManagedProcess* ProcessManager::find(uint32_t id) const {
  for (const auto& [slot, process] : m_processes)
    if (process->id == id && !process->is_outgoing) return process.get();
  return nullptr;
}

ManagedProcess* ProcessManager::find_current(uint32_t id) {
  return const_cast<ManagedProcess*>(std::as_const(*this).find(id));
}

ManagedProcess* ProcessManager::find_slot(SlotId slot) {
  const auto found = m_processes.find(slot);
  return found == m_processes.end() ? nullptr : found->second.get();
}

ManagedProcess& ProcessManager::add(const AppOptions& app, int instance) {
  const SlotId slot = ++m_last_slot;
  ManagedProcess& process =
      *m_processes.emplace(slot, std::make_unique<ManagedProcess>()).first->second;
  process.slot = slot;
  process.app = app;
  process.instance = instance;
  process.counted_from = m_port.now();
  return process;
}

// The lowest number that no other process of the application has.
int ProcessManager::free_instance(const AppOptions& app) const {
  for (int instance = 0;; ++instance) {
    const bool is_taken =
        std::any_of(m_processes.begin(), m_processes.end(), [&](const auto& entry) {
          return entry.second->app.name == app.name && entry.second->instance == instance;
        });
    if (!is_taken) return instance;
  }
}

void ProcessManager::start(const AppOptions& app, Done done) {
  ManagedProcess& process = add(app, free_instance(app));
  process.id = m_next_id++;
  record(ManagerOp::options, process, start_command(app, m_port.shown(app.script)));
  launch(process, std::move(done));
}

void ProcessManager::start_another(uint32_t id, Done done) {
  const ManagedProcess* const like = find(id);
  if (like == nullptr) return done(std::to_string(id) + " id unknown");
  start(like->app, std::move(done));
}

// ---- Starting ----

void ProcessManager::launch(ManagedProcess& process, Done done) {
  const bool in_cluster = process.app.cluster_mode;
  m_port.log("App [" + process.name_and_key() + "] starting in -" +
             (in_cluster ? "cluster" : "fork") + " mode-");
  process.status = ProcessStatus::launching;
  process.started = m_port.now();
  process.is_up = false;
  process.when_online = std::move(done);
  Launch launch{process.slot, process.app, process.app.env};
  launch.env.emplace_back(process.app.instance_variable, std::to_string(process.instance));
  launch.env.emplace_back("name", process.app.name);
  launch.env.emplace_back("pm_id", std::to_string(process.id));
  process.child = m_port.fork(launch);
  process.is_alive = process.child.pid != 0;
  m_port.label_output(process.child.pid, process.key() + "|" + process.app.name);
  record(ManagerOp::start, process, in_cluster ? "cluster" : "fork",
         static_cast<int64_t>(process.restarts));
  if (!in_cluster) note_up(process.slot);
}

void ProcessManager::note_up(SlotId slot) {
  ManagedProcess* const process = find_slot(slot);
  if (process == nullptr) return;
  process->is_up = true;
  if (!process->app.wait_ready) return conclude_launch(*process);
  process->ready_timer = after(process->app.listen_timeout, [this, slot] {
    if (ManagedProcess* const waiting = find_slot(slot)) conclude_launch(*waiting);
  });
}

void ProcessManager::note_ready(SlotId slot) {
  ManagedProcess* const process = find_slot(slot);
  if (process == nullptr || !process->app.wait_ready) return;
  record(ManagerOp::ready, *process);
  if (const std::function<void()> serving = std::exchange(process->when_serving, nullptr))
    serving();
  if (process->status == ProcessStatus::launching) conclude_launch(*process);
}

void ProcessManager::note_listening(SlotId slot) {
  ManagedProcess* const process = find_slot(slot);
  if (process == nullptr || process->app.wait_ready) return;
  if (const std::function<void()> serving = std::exchange(process->when_serving, nullptr))
    serving();
}

// Whether it has come up, or will be waited for no longer: who asked for it is told, once.
void ProcessManager::conclude_launch(ManagedProcess& process) {
  cancel(process.ready_timer);
  const Done done = std::exchange(process.when_online, nullptr);
  if (!done) return;
  if (process.status == ProcessStatus::launching) {
    process.status = ProcessStatus::online;
    record(ManagerOp::online, process);
  }
  m_port.log("App [" + process.name_and_key() + "] online");
  done("");
}

// ---- Stopping ----

void ProcessManager::stop(uint32_t id, Done done) {
  ManagedProcess* const process = find_current(id);
  if (process == nullptr) return done(std::to_string(id) + " : id unknown");
  stop_slot(process->slot, std::move(done));
}

void ProcessManager::stop_slot(SlotId slot, Done done) {
  ManagedProcess* const process = find_slot(slot);
  if (process == nullptr) return done("");
  cancel(process->restart_timer);
  if (process->status == ProcessStatus::stopped && !process->is_alive) return done("");
  // A worker that is still coming up cannot be told.
  if (process->app.cluster_mode && process->is_alive && !process->is_up) {
    constexpr VirtualTime kAgain = VirtualTime::from_ms(250);
    after(kAgain,
          [this, slot, done = std::move(done)]() mutable { stop_slot(slot, std::move(done)); });
    return;
  }
  m_port.log("Stopping app:" + process->app.name + " id:" + process->key());
  process->status = ProcessStatus::stopping;
  record(ManagerOp::stopping, *process);
  if (process->child.pid == 0) {
    set_stopped(*process);
    return done("");
  }
  if (process->is_alive) m_port.interrupt(process->child.pid);
  await_death(slot, done);
}

void ProcessManager::await_death(SlotId slot, const Done& done) {
  const VirtualTime patience = find_slot(slot)->app.kill_timeout;
  const ManagerTimer give_up = after(patience, [this, slot, patience, done] {
    ManagedProcess* const late = find_slot(slot);
    if (late == nullptr) return;
    if (late->is_alive) {
      m_port.log("Process with pid " + std::to_string(late->child.pid) + " still alive after " +
                 std::to_string(patience.ms()) + "ms, sending SIGKILL to 1 remaining pids...");
      m_port.kill(late->child.pid);
    }
    look_for_death(slot, done, kNeverGivesUp);
  });
  look_for_death(slot, done, give_up);
}

// PM2 looks every 100 ms whether the process is still there.
void ProcessManager::look_for_death(SlotId slot, const Done& done, ManagerTimer give_up) {
  constexpr VirtualTime kBetweenLooks = VirtualTime::from_ms(100);
  after(kBetweenLooks, [this, slot, done, give_up]() mutable {
    ManagedProcess* const process = find_slot(slot);
    const bool gave_up = give_up != kNeverGivesUp && !m_timers.contains(give_up);
    if (process == nullptr || gave_up) return;
    const std::string pid = "pid=" + std::to_string(process->child.pid);
    if (process->is_alive) {
      m_port.log(pid + " msg=failed to kill - retrying in 100ms");
      return look_for_death(slot, done, give_up);
    }
    m_port.log(pid + " msg=process tree killed (1 pids)");
    cancel(give_up);
    set_stopped(*process);
    done("");
  });
}

void ProcessManager::set_stopped(ManagedProcess& process) {
  process.status = ProcessStatus::stopped;
  record(ManagerOp::stopped, process, "", process.unstable_restarts);
  process.child = {};
}

void ProcessManager::remove(uint32_t id, Done done) {
  ManagedProcess* const process = find_current(id);
  if (process == nullptr) return done(std::to_string(id) + " : id unknown");
  const SlotId slot = process->slot;
  stop_slot(slot,
            [this, slot, done = std::move(done)](const std::string&) { remove_slot(slot, done); });
}

void ProcessManager::remove_slot(SlotId slot, const Done& done) {
  if (ManagedProcess* const process = find_slot(slot); process != nullptr && !process->is_outgoing)
    record(ManagerOp::deleted, *process);
  m_processes.erase(slot);
  if (m_processes.empty()) m_next_id = 0;
  done("");
}

// ---- Restarting and reloading ----

void ProcessManager::forget_failures(ManagedProcess& process) {
  process.counted_from = m_port.now();
  process.unstable_restarts = 0;
  process.backoff = {};
}

void ProcessManager::restart(uint32_t id, Done done) {
  ManagedProcess* const process = find_current(id);
  if (process == nullptr) return done("God db process id unknown");
  forget_failures(*process);
  const bool runs =
      process->status == ProcessStatus::online || process->status == ProcessStatus::launching;
  if (!runs) {
    if (process->child.pid != 0)
      return done("Process with pid " + std::to_string(process->child.pid) + " already exists");
    return launch(*process, std::move(done));
  }
  const SlotId slot = process->slot;
  stop_slot(slot, [this, slot, done = std::move(done)](const std::string&) {
    ManagedProcess* const stopped = find_slot(slot);
    if (stopped == nullptr || m_is_quitting) return done("");
    record(ManagerOp::restart, *stopped, "asked for", ++stopped->restarts);
    launch(*stopped, done);
  });
}

// The successor gets the number, and comes up beside the old process: that one is told to end when
// the new one serves, or when it has been waited for long enough.
void ProcessManager::reload(uint32_t id, Done done) {
  ManagedProcess* const old = find_current(id);
  if (old == nullptr) return done("PM2 ID unknown");
  const bool is_going_on = std::any_of(m_processes.begin(), m_processes.end(), [&](const auto& e) {
    return e.second->id == id && e.second->is_outgoing;
  });
  if (is_going_on)
    return done("Reload already in progress for process id " + std::to_string(id) +
                ", retry later");
  if (old->status != ProcessStatus::online || !old->app.cluster_mode) {
    m_port.log("Process " + std::to_string(id) + " in a stopped status, starting it");
    return restart(id, std::move(done));
  }
  old->is_outgoing = true;
  m_port.label_output(old->child.pid, old->key() + "|" + old->app.name);
  ManagedProcess& successor = add(old->app, old->instance);
  successor.id = id;
  successor.restarts = old->restarts + 1;
  record(ManagerOp::restart, *old, "reload", static_cast<int64_t>(successor.restarts));
  const SlotId outgoing = old->slot;
  const SlotId slot = successor.slot;
  ManagerTimer patience = after(old->app.listen_timeout, [this, outgoing, slot, done] {
    if (ManagedProcess* const late = find_slot(slot)) late->when_serving = nullptr;
    finish_reload(outgoing, done);
  });
  successor.when_serving = [this, outgoing, done, patience]() mutable {
    cancel(patience);
    m_port.log("-reload- New worker listening");
    finish_reload(outgoing, done);
  };
  launch(successor, [](const std::string&) {});
}

void ProcessManager::finish_reload(SlotId outgoing, const Done& done) {
  stop_slot(outgoing, [this, outgoing, done](const std::string&) { remove_slot(outgoing, done); });
}

// ---- What happens by itself ----

void ProcessManager::note_disconnected(SlotId slot) {
  if (const ManagedProcess* const process = find_slot(slot))
    m_port.log("App name:" + process->app.name + " id:" + process->key() + " disconnected");
}

void ProcessManager::note_exit(SlotId slot, int code, const std::string& signal) {
  ManagedProcess* const process = find_slot(slot);
  if (process == nullptr) return;
  process->is_alive = false;
  process->when_serving = nullptr;
  conclude_launch(*process);
  m_port.log("App [" + process->name_and_key() + "] exited with code [" + std::to_string(code) +
             "] via signal [" + (signal.empty() ? "SIGINT" : signal) + "]");
  if (process->status == ProcessStatus::stopping) return;
  const std::vector<int>& final_codes = process->app.stop_exit_codes;
  const bool is_final =
      !process->app.autorestart ||
      std::find(final_codes.begin(), final_codes.end(), code) != final_codes.end();
  const std::string why = signal.empty() ? "exit code " + std::to_string(code) : signal;
  process->status = ProcessStatus::stopped;
  count_unstable(*process);
  if (is_final) return set_stopped(*process);
  record(ManagerOp::crashed, *process, why, process->unstable_restarts);
  if (!give_up(*process) && !m_is_quitting) plan_restart(*process, why);
}

// Too short a life, too soon after the first start.
void ProcessManager::count_unstable(ManagedProcess& process) {
  const VirtualTime now = m_port.now();
  const VirtualTime min_uptime = process.app.min_uptime;
  if (!process.counted_from) return;
  const VirtualTime counted = now - *process.counted_from;
  if (counted.ns < min_uptime.ns * process.app.max_restarts && now - process.started < min_uptime)
    ++process.unstable_restarts;
}

bool ProcessManager::give_up(ManagedProcess& process) {
  if (process.unstable_restarts < process.app.max_restarts) return false;
  process.status = ProcessStatus::errored;
  const std::string count = std::to_string(process.unstable_restarts);
  m_port.log("Script " + m_port.shown(process.app.script) + " had too many unstable restarts (" +
             count + "). Stopped. \"errored\"");
  record(ManagerOp::errored, process, count + " unstable restarts", process.unstable_restarts);
  process.child = {};
  process.unstable_restarts = 0;
  process.counted_from.reset();
  return true;
}

// Half as long again each time, up to 15 s, and from the beginning for one that has been up for 30
// s when the manager takes its look, every 30 s.
VirtualTime ProcessManager::next_backoff(ManagedProcess& process) {
  constexpr int64_t kMostMs = 15'000;
  constexpr VirtualTime kLook = VirtualTime::from_ms(30'000);
  const VirtualTime last_look{m_port.now().ns / kLook.ns * kLook.ns};
  if (last_look - process.started > kLook) process.backoff = {};
  if (process.backoff == VirtualTime{})
    process.backoff = *process.app.backoff;
  else
    process.backoff = VirtualTime::from_ms(std::min(kMostMs, process.backoff.ms() * 3 / 2));
  return process.backoff;
}

void ProcessManager::plan_restart(ManagedProcess& process, const std::string& why) {
  VirtualTime delay = VirtualTime::from_ms(1);
  if (process.app.restart_delay) delay = *process.app.restart_delay;
  if (process.app.backoff) {
    delay = next_backoff(process);
    m_port.log("App [" + process.name_and_key() + "] will restart in " +
               std::to_string(delay.ms()) + "ms");
  }
  if (process.app.restart_delay || process.app.backoff) {
    process.status = ProcessStatus::waiting_restart;
    record(ManagerOp::backoff, process, "", delay.ns);
  }
  process.restart_timer = after(delay, [this, slot = process.slot, why] {
    ManagedProcess* const waiting = find_slot(slot);
    if (waiting == nullptr) return;
    record(ManagerOp::restart, *waiting, why, ++waiting->restarts);
    launch(*waiting, [](const std::string&) {});
  });
}

void ProcessManager::note_memory(SlotId slot, uint64_t bytes) {
  const ManagedProcess* const process = find_slot(slot);
  if (process == nullptr || process->is_outgoing || process->status != ProcessStatus::online ||
      bytes <= process->app.max_memory)
    return;
  m_port.log("[PM2][WORKER] Process " + std::to_string(process->id) +
             " restarted because it exceeds --max-memory-restart value (current_memory=" +
             std::to_string(bytes) +
             " max_memory_limit=" + std::to_string(process->app.max_memory) + " [octets])");
  record(ManagerOp::memory_limit, *process, "", static_cast<int64_t>(bytes));
  reload(process->id, [](const std::string&) {});
}

// ---- Timers, and the trace ----

ManagerTimer ProcessManager::after(VirtualTime delay, std::function<void()> then) {
  m_timers[++m_last_timer] = std::move(then);
  m_port.set_timer(m_last_timer, delay);
  return m_last_timer;
}

void ProcessManager::cancel(ManagerTimer& timer) {
  if (m_timers.erase(timer) != 0) m_port.clear_timer(timer);
  timer = 0;
}

void ProcessManager::run_timer(ManagerTimer timer) {
  const auto found = m_timers.extract(timer);
  if (!found.empty()) found.mapped()();
}

void ProcessManager::record(ManagerOp op, const ManagedProcess& process, const std::string& text,
                            int64_t value) {
  m_port.record(op, process.id, process.child, process.app.name, text, value);
}

}  // namespace loopscope::cluster
