#include "core/cluster/manager_shell.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <utility>

namespace loopscope::cluster {

namespace {

using Verb = ManagerCommand::Verb;

// How many things PM2 does side by side.
constexpr size_t kAtOnce = 2;
constexpr size_t kRemovedAtOnce = 10;

// Steps of which a few are under way at any time. One that fails lets no further ones begin.
class Batch : public std::enable_shared_from_this<Batch> {
 public:
  using Step = std::function<void(std::function<void(bool succeeded)>)>;

  Batch(std::vector<Step> steps, size_t at_once, std::function<void()> then)
      : m_steps(std::move(steps)), m_at_once(at_once), m_then(std::move(then)) {}

  void begin() {
    if (m_steps.empty()) return m_then();
    while (m_running < m_at_once && m_next < m_steps.size()) begin_next();
  }

 private:
  void begin_next() {
    ++m_running;
    m_steps[m_next++]([self = shared_from_this()](bool succeeded) { self->ended(succeeded); });
  }
  void ended(bool succeeded) {
    --m_running;
    if (!succeeded) m_next = m_steps.size();
    if (m_next < m_steps.size()) return begin_next();
    if (m_running == 0) m_then();
  }

  std::vector<Step> m_steps;
  size_t m_at_once;
  std::function<void()> m_then;
  size_t m_next = 0;
  size_t m_running = 0;
};

void run_batch(std::vector<Batch::Step> steps, size_t at_once, std::function<void()> then) {
  std::make_shared<Batch>(std::move(steps), at_once, std::move(then))->begin();
}

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

std::string list_of(const std::vector<uint32_t>& ids) {
  std::string text = "[ ";
  for (size_t i = 0; i < ids.size(); ++i) text += (i == 0 ? "" : ", ") + std::to_string(ids[i]);
  return text + " ]";
}

std::string base_name(const std::string& path) {
  const std::string file = path.substr(path.rfind('/') + 1);
  return file.substr(0, file.rfind('.'));
}

std::string instances_text(int count) {
  return "(" + std::to_string(count) + (count == 1 ? " instance)" : " instances)");
}

}  // namespace

ManagerShell::Action ManagerShell::action_of(Verb verb) {
  switch (verb) {
    case Verb::stop:
      return {"stopProcessId", &ProcessManager::stop, kAtOnce};
    case Verb::reload:
      return {"reloadProcessId", &ProcessManager::reload, kAtOnce};
    case Verb::remove:
    case Verb::scale:
    case Verb::kill:
      return {"deleteProcessId", &ProcessManager::remove, kRemovedAtOnce};
    case Verb::start:
    case Verb::restart:
      break;
  }
  return {"restartProcessId", &ProcessManager::restart, kAtOnce};
}

void ManagerShell::type(const ManagerCommand& command) {
  m_typed.push_back(command);
  if (!m_is_busy) begin_next();
}

void ManagerShell::begin_next() {
  m_is_busy = !m_typed.empty();
  if (!m_is_busy) return;
  const ManagerCommand command = std::move(m_typed.front());
  m_typed.pop_front();
  m_port.print("$ pm2 " + command.text);
  m_port.record(trace::ManagerOp::command, 0, {}, "", "pm2 " + command.text, 0);
  run(command, [this] { begin_next(); });
}

void ManagerShell::run(const ManagerCommand& command, const Then& then) {
  switch (command.verb) {
    case Verb::start:
      return start(command, then);
    case Verb::scale:
      return scale(command, then);
    case Verb::kill:
      return kill(then);
    case Verb::restart:
    case Verb::reload:
    case Verb::stop:
    case Verb::remove:
      break;
  }
  if (is_ecosystem_file(command.target)) return operate_on_file(command, then);
  if (command.verb == Verb::restart || command.verb == Verb::reload)
    m_port.print("Use --update-env to update environment variables");
  operate(action_of(command.verb), command.target, then);
}

void ManagerShell::operate(const Action& action, const std::string& target, const Then& then) {
  const std::vector<uint32_t> ids = m_manager.ids_of(target);
  if (ids.empty() && !is_number(target)) {
    if (target == "all")
      m_port.print("[PM2][WARN] No process found");
    else
      print_error("Process or Namespace " + target + " not found");
    return then();
  }
  const std::string list = is_number(target) ? "[ '" + target + "' ]" : list_of(ids);
  print("Applying action " + std::string(action.name) + " on app [" + target + "](ids: " + list +
        ")");
  if (ids.empty()) {
    m_port.log(target + " : id unknown");
    print_error(target + " : id unknown");
    return then();
  }
  act_on(action, ids, then);
}

void ManagerShell::act_on(const Action& action, const std::vector<uint32_t>& ids,
                          const Then& then) {
  std::vector<Batch::Step> steps;
  for (const uint32_t id : ids) {
    const std::string done_text =
        "[" + m_manager.find(id)->app.name + "](" + std::to_string(id) + ") ✓";
    steps.emplace_back([this, id, done_text, ask = action.ask](auto ended) {
      (m_manager.*ask)(id, [this, done_text, ended](const std::string& problem) {
        if (problem.empty())
          print(done_text);
        else
          print_error(problem);
        ended(problem.empty());
      });
    });
  }
  const bool removes = action.ask == &ProcessManager::remove;
  const size_t at_once = ids.size() <= kAtOnce && !removes ? 1 : action.at_once;
  run_batch(std::move(steps), at_once, then);
}

// ---- Ecosystem files ----

bool ManagerShell::load(const ManagerCommand& command, std::vector<AppOptions>& apps) {
  if (const auto problem = m_port.load(command.target, command.environment, apps)) {
    print_error("File " + command.target + " malformated");
    m_port.print(*problem);
    return false;
  }
  if (!command.only.empty())
    std::erase_if(apps, [&](const AppOptions& app) { return app.name != command.only; });
  return true;
}

void ManagerShell::operate_on_file(const ManagerCommand& command, const Then& then) {
  std::vector<AppOptions> apps;
  if (!load(command, apps)) return then();
  std::vector<Batch::Step> steps;
  steps.reserve(apps.size());
  for (const AppOptions& app : apps)
    steps.emplace_back([this, name = app.name, action = action_of(command.verb)](auto ended) {
      operate(action, name, [ended] { ended(true); });
    });
  run_batch(std::move(steps), kAtOnce, then);
}

bool ManagerShell::find_script(AppOptions& app) {
  const std::string found = m_port.find_script(app.script);
  if (found.empty()) {
    print_error("Script not found: " + app.script);
    return false;
  }
  app.script = found;
  if (app.name.empty()) app.name = base_name(found);
  return true;
}

// ---- Starting ----

void ManagerShell::start(const ManagerCommand& command, const Then& then) {
  if (!is_ecosystem_file(command.target)) {
    if (m_manager.ids_of(command.target).empty()) return start_script(command, then);
    return restart_application(command.target, then);
  }
  std::vector<AppOptions> apps;
  if (!load(command, apps)) return then();
  std::vector<Batch::Step> steps;
  std::string missing;
  for (AppOptions& app : apps) {
    if (!m_manager.ids_of(app.name).empty()) {
      steps.emplace_back([this, name = app.name](auto ended) {
        operate(action_of(Verb::start), name, [ended] { ended(true); });
      });
    } else if (find_script(app)) {
      missing += (missing.empty() ? "" : ", ") + app.name;
      steps.emplace_back([this, app](auto ended) {
        start_instances(app, [this, app, ended] {
          print("App [" + app.name + "] launched (" +
                std::to_string(wanted_instances(app, m_manager.cpus())) + " instances)");
          ended(true);
        });
      });
    }
  }
  if (!missing.empty())
    m_port.print("[PM2][WARN] Applications " + missing + " not running, starting...");
  run_batch(std::move(steps), kAtOnce, then);
}

// The last in the list of the same script and name.
const ManagedProcess* ManagerShell::find_started(const AppOptions& app) const {
  const ManagedProcess* found = nullptr;
  for (const uint32_t id : m_manager.ids_of("all")) {
    const ManagedProcess* const process = m_manager.find(id);
    if (process->app.script == app.script && process->app.name == app.name) found = process;
  }
  return found;
}

void ManagerShell::restart_application(const std::string& name, const Then& then) {
  operate(action_of(Verb::start), name, [this, then] {
    print("Process successfully started");
    then();
  });
}

void ManagerShell::start_script(const ManagerCommand& command, const Then& then) {
  AppOptions app = command.options;
  app.script = command.target;
  if (!find_script(app)) return then();
  const ManagedProcess* const started = find_started(app);
  if (started != nullptr &&
      (started->status == ProcessStatus::stopped || started->status == ProcessStatus::stopping ||
       started->status == ProcessStatus::errored))
    return restart_application(app.name, then);
  if (started != nullptr && !command.is_forced) {
    print_error("Script already launched, add -f option to force re-execution");
    return then();
  }
  print("Starting " + m_port.shown(app.script) + " in " +
        (app.cluster_mode ? "cluster_mode " : "fork_mode ") +
        instances_text(wanted_instances(app, m_manager.cpus())));
  start_instances(app, [this, then] {
    print("Done.");
    then();
  });
}

void ManagerShell::start_instances(const AppOptions& app, const Then& then) {
  const auto count = static_cast<size_t>(wanted_instances(app, m_manager.cpus()));
  const Batch::Step step = [this, app](auto ended) {
    m_manager.start(app, [ended](const std::string&) { ended(true); });
  };
  run_batch(std::vector<Batch::Step>(count, step), 1, then);
}

void ManagerShell::scale(const ManagerCommand& command, const Then& then) {
  const std::vector<uint32_t> ids = m_manager.ids_of(command.target);
  if (ids.empty()) {
    print_error("Application " + command.target + " not found");
    return then();
  }
  const bool is_relative = !is_number(command.number);
  int change = 0;
  const size_t plus = command.number.starts_with('+') ? 1 : 0;
  std::from_chars(command.number.data() + plus, command.number.data() + command.number.size(),
                  change);
  if (!is_relative) change -= static_cast<int>(ids.size());
  if (change == 0) {
    print_error("Nothing to do");
    return then();
  }
  std::vector<Batch::Step> steps;
  steps.reserve(static_cast<size_t>(std::abs(change)));
  for (int i = 0; i < change; ++i)
    steps.emplace_back([this, like = ids.front()](auto ended) {
      print("Scaling up application");
      m_manager.start_another(like, [ended](const std::string&) { ended(true); });
    });
  for (size_t i = 0; i < ids.size() && static_cast<int>(i) < -change; ++i)
    steps.emplace_back([this, id = ids[i]](auto ended) {
      const Action action = action_of(Verb::scale);
      print("Applying action " + std::string(action.name) + " on app [" + std::to_string(id) +
            "](ids: " + list_of({id}) + ")");
      act_on(action, {id}, [ended] { ended(true); });
    });
  run_batch(std::move(steps), 1, then);
}

void ManagerShell::kill(const Then&) {
  m_manager.begin_to_quit();
  operate(action_of(Verb::kill), "all", [this] {
    print("[v] All Applications Stopped");
    print("[v] PM2 Daemon Stopped");
    m_port.quit();
  });
}

}  // namespace loopscope::cluster
