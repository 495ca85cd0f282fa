#include "core/trace/service_diff.h"

#include <map>

#include "core/trace/task_diff.h"
#include "core/trace/words.h"

namespace loopscope::trace {

namespace {

struct Outcome {
  std::string subject;  // "request 3 (GET /users)"
  std::string text;     // "was answered with 200"
  StepIndex step;
};
using Outcomes = std::map<uint32_t, Outcome>;

Outcomes requests_of(const Trace& trace) {
  Outcomes outcomes;
  for (uint64_t step = 0; step < trace.size(); ++step) {
    if (!is<RequestChange>(trace.events[step])) continue;
    const auto change = unpack<RequestChange>(trace.events[step]);
    Outcome& outcome = outcomes[change.number];
    if (change.text && change.op != RequestOp::fail)
      outcome.subject = "request " + std::to_string(change.number) + " (" +
                        std::string(trace.view(change.text)) + ")";
    if (change.op == RequestOp::head || change.op == RequestOp::receive)
      outcome.text = "was answered with " + std::to_string(change.status);
    else if (change.op == RequestOp::fail)
      outcome.text = "failed with " + std::string(first_line(trace.view(change.text)));
    else
      continue;
    outcome.step = StepIndex{step};
  }
  return outcomes;
}

Outcomes loads_of(const Trace& trace) {
  Outcomes outcomes;
  for (uint64_t step = 0; step < trace.size(); ++step) {
    if (!is<LoadChange>(trace.events[step])) continue;
    const auto change = unpack<LoadChange>(trace.events[step]);
    Outcome& outcome = outcomes[change.id];
    if (change.op == LoadOp::begin)
      outcome.subject = "the load " + std::string(trace.view(change.label));
    if (change.op != LoadOp::end) continue;
    outcome.text = "had " + std::to_string(change.answered) + " of " + std::to_string(change.sent) +
                   " requests answered, " + std::to_string(change.failed) + " failed";
    outcome.step = StepIndex{step};
  }
  return outcomes;
}

void diff_outcomes(const Outcomes& before, const Outcomes& now, std::string_view noun,
                   std::vector<Difference>& out) {
  size_t told = 0;
  for (const auto& [number, outcome] : now) {
    const auto was = before.find(number);
    if (was == before.end() || was->second.text == outcome.text) continue;
    if (was->second.text.empty() || outcome.text.empty() || ++told > kToldAtMost) continue;
    out.push_back({Difference::About::service,
                   outcome.subject + " " + outcome.text + "; before, it " + was->second.text,
                   was->second.step, outcome.step});
  }
  if (told > kToldAtMost)
    out.push_back({Difference::About::service,
                   "and " + count_text(told - kToldAtMost, "more " + std::string(noun)),
                   std::nullopt, std::nullopt});
}

}  // namespace

void diff_services(const Trace& before, const Trace& now, std::vector<Difference>& out) {
  diff_outcomes(requests_of(before), requests_of(now), "request", out);
  diff_outcomes(loads_of(before), loads_of(now), "load", out);
}

}  // namespace loopscope::trace
