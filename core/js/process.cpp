#include "core/js/process.h"

#include <cstdlib>

#include "core/js/agent.h"
#include "core/js/machine.h"
#include "core/sim/open_order.h"

namespace loopscope::host {

namespace {

// Whom programs run as: not root, so that permissions count.
constexpr os::Owner kUser{kUserId, kUserId};

}  // namespace

Process::Process(Machine& machine, int pid)
    : m_machine(machine),
      m_pid(pid),
      m_files(
          machine.file_tree(), kUser,
          [this](int number, std::string_view bytes) {
            m_machine.current().write_output(number, bytes);
          },
          [this] { return m_machine.options().choices->random_bits(); },
          [this](const os::FileEvent& event) { m_machine.tell_of(event, *this); }) {
  (void)m_files.change_folder(machine.options().script.parent_path().string());
  for (const auto& [name, text] : machine.options().env) heed_variable(name, text);
}

os::ThreadPool& Process::thread_pool(VirtualTime now) {
  m_thread_pool.carry_out(now);
  return m_thread_pool;
}

void Process::heed_variable(std::string_view name, const std::string& text) {
  if (name != "UV_THREADPOOL_SIZE") return;
  // As atoi() reads it; libuv takes what is negative for a great number.
  const long threads = std::strtol(text.c_str(), nullptr, 10);
  m_thread_pool.set_threads(threads < 0 ? os::ThreadPool::kMaxThreads
                                        : static_cast<size_t>(threads));
  if (sim::OpenOrder* order = m_machine.options().open_order; order != nullptr)
    order->set_threads(m_thread_pool.threads());
}

}  // namespace loopscope::host
