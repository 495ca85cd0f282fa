#include "core/trace/service_state.h"

#include <algorithm>

namespace loopscope::trace {

void ServiceState::apply(const Event& event) {
  switch (event.kind) {
    case kKind<RequestChange>:
      return take_in(event, unpack<RequestChange>(event));
    case kKind<LoadChange>:
      return take_in(unpack<LoadChange>(event));
    case kKind<ManagerChange>:
      return take_in(event, unpack<ManagerChange>(event));
    default:
      return;
  }
}

// A request ends where its client has the response; with the response if its client does not tell.
void ServiceState::take_in(const Event& event, const RequestChange& change) {
  const auto found = requests.find(change.number);
  const bool begins = change.op == RequestOp::send || change.op == RequestOp::arrive ||
                      change.op == RequestOp::handle;
  if (found == requests.end() && !begins) return;
  RequestState& request = found == requests.end() ? requests[change.number] : found->second;
  if (change.connection != 0) request.connection = change.connection;
  if (change.status != 0) request.status = change.status;
  if (change.text && begins) request.text = change.text;
  switch (change.op) {
    case RequestOp::send:
      request.client = event.agent;
      request.load = change.load;
      request.sent = event.time;
      return;
    case RequestOp::arrive:
      request.arrived = event.time;
      return;
    case RequestOp::handle:
      request.server = event.agent;
      request.handled = event.time;
      return;
    case RequestOp::head:
      request.head = event.time;
      return;
    case RequestOp::finish:
      request.finished = event.time;
      if (!request.client) requests.erase(change.number);
      return;
    case RequestOp::receive:
      requests.erase(change.number);
      return;
    case RequestOp::fail:
      if (!request.client || *request.client == event.agent) requests.erase(change.number);
      return;
  }
}

void ServiceState::take_in(const LoadChange& change) {
  LoadState& load = loads[change.id];
  if (change.op == LoadOp::begin) {
    load = {};
    load.label = change.label;
    load.text = change.text;
    return;
  }
  load.sent = change.sent;
  load.answered = change.answered;
  load.failed = change.failed;
  load.latency = change.latency;
  load.ended = change.op == LoadOp::end;
}

namespace {

void start(ManagedState& process, VirtualTime time, const ManagerChange& change) {
  const bool by_itself = process.became == ManagerOp::restart;
  if (!by_itself) {
    process.created = time;
    process.unstable = 0;
  }
  process.app = change.app;
  process.mode = change.text;
  process.became = ManagerOp::start;
  process.agent = AgentId{static_cast<uint16_t>(change.agent)};
  process.pid = change.pid;
  process.since = time;
  process.restarts = change.value;
}

}  // namespace

void ServiceState::take_in(const Event& event, const ManagerChange& change) {
  if (change.op == ManagerOp::command) return;
  ManagedState& process = managed[change.app_process];
  process.id = change.app_process;
  // A reload's predecessor has the same number, and ends.
  const AgentId agent{static_cast<uint16_t>(change.agent)};
  const bool is_outgoing =
      agent != AgentId{} && process.agent != AgentId{} && agent != process.agent;
  if (change.op != ManagerOp::start && is_outgoing) return;
  switch (change.op) {
    case ManagerOp::command:
    case ManagerOp::ready:
    case ManagerOp::memory_limit:
      return;
    case ManagerOp::options:
      process.options = change.text;
      return;
    case ManagerOp::start:
      return start(process, event.time, change);
    case ManagerOp::restart:
      process.restarts = change.value;
      if (process.became != ManagerOp::crashed && process.became != ManagerOp::backoff) return;
      break;
    case ManagerOp::deleted:
      managed.erase(change.app_process);
      return;
    case ManagerOp::errored:
      process.created.reset();
      process.unstable = 0;
      process.pid = 0;
      break;
    case ManagerOp::crashed:
      process.unstable = change.value;
      break;
    case ManagerOp::stopped:
      process.unstable = change.value;
      process.pid = 0;
      break;
    case ManagerOp::online:
    case ManagerOp::stopping:
    case ManagerOp::backoff:
      break;
  }
  process.became = change.op;
}

std::string_view ManagedState::status() const {
  switch (became) {
    case ManagerOp::start:
    case ManagerOp::restart:
      return "launching";
    case ManagerOp::stopping:
      return "stopping";
    case ManagerOp::backoff:
      return "waiting restart";
    case ManagerOp::errored:
      return "errored";
    case ManagerOp::stopped:
    case ManagerOp::crashed:
      return "stopped";
    default:
      return "online";
  }
}

bool ManagedState::runs() const {
  return pid != 0 && (became == ManagerOp::start || became == ManagerOp::online ||
                      became == ManagerOp::stopping);
}

std::vector<ManagedState> listed(const ServiceState& state, const Trace& trace) {
  std::vector<ManagedState> list;
  for (const auto& [id, process] : state.managed) list.push_back(process);
  std::ranges::stable_sort(list, {},
                           [&](const ManagedState& process) { return trace.view(process.app); });
  return list;
}

}  // namespace loopscope::trace
