#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "core/os/files.h"
#include "core/os/thread_pool.h"

namespace loopscope::host {

class Machine;

// What a program sees of the simulated machine, the same in every run.
inline constexpr int kPid = 1000;
inline constexpr uint32_t kUserId = 1000;  // and of its group
inline constexpr const char* kExecPath = "/usr/bin/node";
inline constexpr const char* kHostName = "loopscope";
inline constexpr int64_t kEpochMs =
    1'767'225'600'000;  // 2026-01-01T00:00:00Z, when it is switched on

// A process of the simulated machine: what its threads, the main one and workers, have in common.
class Process {
 public:
  Process(Machine& machine, int pid);
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  int pid() const { return m_pid; }
  os::Files& files() { return m_files; }
  // The pool, with all jobs carried out that are done by `now`.
  os::ThreadPool& thread_pool(VirtualTime now);
  // A variable of the environment has this value: UV_THREADPOOL_SIZE counts before the first job.
  void heed_variable(std::string_view name, const std::string& text);
  uint32_t new_thread_id() { return ++m_last_thread; }
  // The environment its threads share if they ask to (SHARE_ENV); what the first wrote into it.
  std::map<std::string, std::string>& shared_environment() { return m_shared_environment; }

 private:
  Machine& m_machine;
  int m_pid;
  os::Files m_files;
  os::ThreadPool m_thread_pool;
  std::map<std::string, std::string> m_shared_environment;
  uint32_t m_last_thread = 0;
};

}  // namespace loopscope::host
