#include "core/trace/service_state.h"

namespace loopscope::trace {

std::string_view status_after(ManagerOp op) {
  switch (op) {
    case ManagerOp::start:
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
    case RequestOp::resume:
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

void ServiceState::take_in(const Event& event, const ManagerChange& change) {
  if (change.op == ManagerOp::command || change.op == ManagerOp::memory_limit) return;
  ManagedState& process = managed[change.app_process];
  // What becomes of the one whose number a reload has given to its successor.
  if (change.op != ManagerOp::start && change.agent != 0 && process.agent != 0 &&
      change.agent != process.agent)
    return;
  if (change.op == ManagerOp::deleted) {
    managed.erase(change.app_process);
    return;
  }
  process.last = change.op;
  process.since = event.time;
  if (change.agent != 0) process.agent = change.agent;
  if (change.pid != 0) process.pid = change.pid;
  if (change.app) process.app = change.app;
  if (change.op == ManagerOp::restart) process.restarts = change.value;
}

}  // namespace loopscope::trace
