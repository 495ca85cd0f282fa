#include "core/sim/host_thread.h"

#include <cassert>
#include <system_error>

namespace loopscope::sim {

void HostThread::start(size_t stack_bytes, std::function<void()> body) {
  assert(!m_started);
  m_body = std::move(body);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, stack_bytes);
  const int error = pthread_create(&m_thread, &attributes, &HostThread::run, this);
  pthread_attr_destroy(&attributes);
  if (error != 0)
    throw std::system_error(error, std::generic_category(), "cannot start a thread for an agent");
  m_started = true;
}

void HostThread::join() {
  if (!m_started || m_joined) return;
  pthread_join(m_thread, nullptr);
  m_joined = true;
}

void* HostThread::run(void* self) {
  static_cast<HostThread*>(self)->m_body();
  return nullptr;
}

}  // namespace loopscope::sim
