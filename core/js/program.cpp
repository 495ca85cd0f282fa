#include "core/js/program.h"

#include <pthread.h>

#include "core/js/agent.h"

namespace loopscope::host {

namespace {

struct Call {
  const ProgramOptions& options;
  ProgramResult result;
};

void* run_agent(void* argument) {
  Call& call = *static_cast<Call*>(argument);
  Agent agent(AgentId{0}, call.options);
  call.result = agent.run();
  return nullptr;
}

}  // namespace

ProgramResult run_program(const ProgramOptions& options) {
  Call call{options, {}};
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, Engine::kThreadStackBytes);
  pthread_t thread = 0;
  pthread_create(&thread, &attributes, run_agent, &call);
  pthread_attr_destroy(&attributes);
  pthread_join(thread, nullptr);
  return call.result;
}

}  // namespace loopscope::host
