#include "core/js/job_queue.h"

#include "core/js/agent.h"

namespace loopscope::host {

JSObject* JobQueue::getIncumbentGlobal(JSContext* cx) {
  return JS::CurrentGlobalOrNull(cx);
}

bool JobQueue::enqueuePromiseJob(JSContext* cx, JS::HandleObject, JS::HandleObject job,
                                 JS::HandleObject, JS::HandleObject) {
  m_agent.queue_job(cx, job);
  return true;
}

void JobQueue::runJobs(JSContext*) {}

bool JobQueue::empty() const {
  return m_agent.loop().checkpoint().jobs_empty();
}

js::UniquePtr<JS::JobQueue::SavedJobQueue> JobQueue::saveJobQueue(JSContext*) {
  return js::MakeUnique<SavedJobQueue>();
}

}  // namespace loopscope::host
