#include "core/scenario/load_plans.h"

#include <string>

namespace loopscope::scenario {

namespace {

load::Plan plan_of(const lesson::ClientDirective& client, size_t number) {
  load::Plan plan;
  plan.name = client.name.empty() ? "client " + std::to_string(number) : client.name;
  plan.text = client.text;
  plan.address = {os::Family::kIpv4, "127.0.0.1", client.port};
  plan.host = client.host;
  plan.method = client.method;
  plan.paths = client.paths;
  plan.headers = client.headers;
  plan.body = client.body;
  plan.interval = client.interval;
  // One user, unless requests come at a rate: then as many as it takes.
  plan.concurrency = client.concurrency.value_or(client.interval ? 0 : 1);
  if (client.think) {
    plan.think_min = client.think->shortest;
    plan.think_max = client.think->longest;
  }
  plan.start = client.start;
  plan.duration = client.duration;
  plan.requests = client.requests.value_or(0);
  plan.timeout = client.timeout;
  plan.keep_alive = client.keep_alive;
  if (client.latency) plan.line.latency = {client.latency->shortest, client.latency->longest};
  plan.line.bytes_per_second = client.bytes_per_second.value_or(0);
  return plan;
}

}  // namespace

std::vector<load::Plan> load_plans(const lesson::Directives& directives) {
  std::vector<load::Plan> plans;
  for (const lesson::ClientDirective& client : directives.clients)
    plans.push_back(plan_of(client, plans.size() + 1));
  return plans;
}

}  // namespace loopscope::scenario
