#pragma once

#include <sys/types.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace loopscope::gui {

// How a child ended: by itself, with a code, or by a signal.
struct ChildEnd {
  int exit_code = 0;
  int signal = 0;  // not 0: killed by it
};

// A program started with its standard output and error in pipes. Reading never blocks; what is not
// read stays in the pipe, and a full pipe stops the child until somebody reads on.
//
// Destroying it kills the child and waits for it; the child is also killed should this process die.
class ChildProcess {
 public:
  // `input` is what the child reads from its standard input. If it can't be started, error() says
  // why and it counts as ended.
  ChildProcess(std::vector<std::string> arguments, std::string_view input);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  const std::string& error() const { return m_error; }

  // Bytes of its standard output, at most the buffer's size; 0 when there are none now.
  size_t read(std::span<char> buffer);
  // The output is at its end: the child closed it, or is gone.
  bool output_ended() const { return m_output < 0; }

  // What it wrote to standard error so far, the last 64 KiB of it.
  const std::string& messages();
  // How it ended; nothing while it runs.
  std::optional<ChildEnd> end();
  void kill();

 private:
  void start(std::vector<std::string>& arguments, int input);

  pid_t m_pid = -1;
  int m_output = -1;
  int m_messages_pipe = -1;
  std::string m_messages;
  std::string m_error;
  std::optional<ChildEnd> m_end;
};

}  // namespace loopscope::gui
