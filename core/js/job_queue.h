#pragma once

#include <jsapi.h>

#include <js/Promise.h>

namespace loopscope::host {

class Agent;

// The engine's hook for promise jobs (ECMAScript HostEnqueuePromiseJob): each goes to the loop's
// microtask queue. The loop alone decides when they run.
class JobQueue final : public JS::JobQueue {
 public:
  explicit JobQueue(Agent& agent) : m_agent(agent) {}

  JSObject* getIncumbentGlobal(JSContext* cx) override;
  bool enqueuePromiseJob(JSContext* cx, JS::HandleObject promise, JS::HandleObject job,
                         JS::HandleObject allocation_site,
                         JS::HandleObject incumbent_global) override;
  void runJobs(JSContext* cx) override;
  bool empty() const override;

  // The Debugger calls this around its hooks. Our queue belongs to the loop and is drained by
  // nobody else, so there is nothing to put aside: hooks that queue jobs would queue them behind
  // the program's.
  js::UniquePtr<SavedJobQueue> saveJobQueue(JSContext* cx) override;

 private:
  Agent& m_agent;
};

}  // namespace loopscope::host
