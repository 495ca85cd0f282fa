#include "core/cluster/process_list.h"

#include <algorithm>
#include <map>

#include "core/cluster/log_lines.h"
#include "core/sim/memory_model.h"
#include "core/trace/service_state.h"

namespace loopscope::cluster {

namespace {

using trace::ManagerChange;
using trace::ManagerOp;

constexpr VirtualTime kWindow = VirtualTime::from_ms(1000);

// What an agent has done over the last second of the trace read so far.
struct AgentUse {
  VirtualTime busy_since;
  bool is_busy = false;
  int64_t busy_ns = 0;
  VirtualTime task_began;
  int depth = 0;
  VirtualTime longest_task;
  int64_t heap = 0;
  int64_t external = 0;
};

class UseReader {
 public:
  explicit UseReader(VirtualTime at) : m_at(at), m_from(std::max(VirtualTime{}, at - kWindow)) {}

  void read(const trace::Event& event) {
    AgentUse& use = m_uses[event.agent.value];
    if (trace::is<trace::CoreChange>(event)) {
      const bool takes = trace::unpack<trace::CoreChange>(event).op == trace::CoreOp::take;
      if (use.is_busy) use.busy_ns += within(use.busy_since, event.time);
      use.is_busy = takes;
      use.busy_since = event.time;
    } else if (trace::is<trace::Start>(event)) {
      if (use.depth++ == 0) use.task_began = event.time;
    } else if (trace::is<trace::End>(event)) {
      if (use.depth > 0 && --use.depth == 0) note_task(use, event.time);
    } else if (trace::is<trace::Memory>(event)) {
      const auto memory = trace::unpack<trace::Memory>(event);
      use.heap = memory.heap_bytes;
      use.external = memory.external_bytes;
    }
  }

  void fill(ListedProcess& process) {
    AgentUse& use = m_uses[process.agent.value];
    if (use.is_busy) use.busy_ns += within(use.busy_since, m_at);
    if (use.depth > 0) note_task(use, m_at);
    const VirtualTime lived = m_at - std::max(m_from, process.since);
    constexpr double kPercent = 100;
    if (lived.ns > 0)
      process.cpu_percent = std::min(
          kPercent, kPercent * static_cast<double>(use.busy_ns) / static_cast<double>(lived.ns));
    process.memory_bytes =
        sim::memory_figures(static_cast<uint64_t>(use.heap), static_cast<uint64_t>(use.external))
            .resident;
    process.loop_delay = use.longest_task;
  }

 private:
  int64_t within(VirtualTime from, VirtualTime to) const {
    return std::max<int64_t>(0, to.ns - std::max(from, m_from).ns);
  }
  void note_task(AgentUse& use, VirtualTime ended) const {
    if (ended > m_from) use.longest_task = std::max(use.longest_task, ended - use.task_began);
  }

  VirtualTime m_at;
  VirtualTime m_from;
  std::map<uint16_t, AgentUse> m_uses;
};

ListedProcess listed_process(const trace::Trace& trace, const trace::ManagedState& state) {
  ListedProcess process;
  process.id = state.id;
  process.name = trace.view(state.app);
  process.in_cluster = trace.view(state.mode) == "cluster";
  process.pid = state.pid;
  process.agent = state.agent;
  process.status = state.status();
  process.since = state.since;
  process.created = state.created;
  process.restarts = static_cast<uint32_t>(state.restarts);
  process.unstable_restarts = static_cast<uint32_t>(state.unstable);
  process.start_command = trace.view(state.options);
  return process;
}

}  // namespace

std::vector<ListedProcess> listed_at(const trace::Trace& trace, VirtualTime at) {
  trace::ServiceState state;
  UseReader uses(at);
  for (const trace::Event& event : trace.events) {
    if (event.time > at) break;
    if (trace::is<ManagerChange>(event))
      state.apply(event);
    else
      uses.read(event);
  }
  std::vector<ListedProcess> processes;
  for (const trace::ManagedState& managed : trace::listed(state, trace)) {
    processes.push_back(listed_process(trace, managed));
    if (managed.runs()) uses.fill(processes.back());
  }
  return processes;
}

std::string logs_until(const trace::Trace& trace, VirtualTime at, const std::string& target) {
  constexpr std::string_view kOwnLog = "PM2 | ";
  struct Source {
    std::string label;
    bool wanted = false;
  };
  std::map<uint16_t, Source> sources;  // by agent
  LogLines lines;
  std::string logs;
  for (const trace::Event& event : trace.events) {
    if (event.time > at) break;
    if (trace::is<ManagerChange>(event)) {
      const auto change = trace::unpack<ManagerChange>(event);
      const std::string name(trace.view(change.app));
      const std::string id = std::to_string(change.app_process);
      const bool wanted = target == "all" || target == name || target == id;
      Source& source = sources[static_cast<uint16_t>(change.agent)];
      if (change.op == ManagerOp::start)
        source = {std::string(id).append("|").append(name), wanted};
      if (change.op == ManagerOp::restart && trace.view(change.text) == "reload")
        source.label.insert(0, "_old_");
    } else if (trace::is<trace::Console>(event)) {
      const std::string_view text = trace.view(trace::unpack<trace::Console>(event).text);
      const Source& source = sources[event.agent.value];
      if (event.agent == AgentId{0}) {
        if (text.starts_with(kOwnLog) && (target == "all" || target == "PM2"))
          logs += lines.labelled("PM2", text.substr(kOwnLog.size()));
      } else if (source.wanted) {
        logs += lines.labelled(source.label, text);
      }
    }
  }
  return logs;
}

}  // namespace loopscope::cluster
