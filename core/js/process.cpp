#include "core/js/process.h"

#include <cstdlib>
#include <utility>

#include "core/js/agent.h"
#include "core/js/machine.h"
#include "core/js/ordered_output.h"
#include "core/sim/open_machine.h"

namespace loopscope::host {

namespace {

// Whom programs run as: not root, so that permissions count.
constexpr os::Owner kUser{kUserId, kUserId};

}  // namespace

Process::Process(Machine& machine, ProcessSetup setup)
    : m_machine(machine),
      m_setup(std::move(setup)),
      m_files(
          machine.file_tree(), kUser,
          [this](int number, std::string_view bytes) {
            m_machine.current().write_output(number, bytes);
          },
          [this] { return m_machine.options().choices->random_bits(); },
          [this](const os::FileEvent& event) { m_machine.tell_of(event, *this); }) {
  (void)m_files.change_folder(m_setup.folder);
  for (const auto& [name, text] : m_setup.env) heed_variable(name, text);
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
  if (sim::OpenMachine* open = m_machine.options().open_machine; open != nullptr)
    open->set_threads(m_thread_pool.threads());
}

// Pipes belong to the main thread, and are written to without waiting for who reads them.
void Process::write(Agent& thread, int number, std::string_view bytes) {
  const StandardOutput& output = m_setup.outputs[number == 2 ? 1 : 0];
  switch (output.kind) {
    case StandardOutput::Kind::kProgram:
      m_machine.output().write(thread.meter().counted_now(), number, bytes, m_output_label);
      return;
    case StandardOutput::Kind::kPipe:
      if (Agent* const main = m_machine.find(m_main)) main->sockets().write_all(output.pipe, bytes);
      return;
    case StandardOutput::Kind::kNowhere:
      return;
  }
}

}  // namespace loopscope::host
