#include "gui/player/child_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace loopscope::gui {
namespace {

constexpr size_t kMessagesKept = size_t{64} * 1024;

void close_if_open(int& fd) {
  if (fd >= 0) ::close(fd);
  fd = -1;
}

// A file in memory holding the text, at its beginning; -1 if there can't be one.
int file_with(std::string_view text) {
  const int fd = memfd_create("loopscope-input", MFD_CLOEXEC);
  if (fd < 0) return -1;
  while (!text.empty()) {
    const ssize_t written = ::write(fd, text.data(), text.size());
    if (written < 0) {
      ::close(fd);
      return -1;
    }
    text.remove_prefix(static_cast<size_t>(written));
  }
  lseek(fd, 0, SEEK_SET);
  return fd;
}

// Bytes read from a non-blocking pipe, which is closed at its end.
size_t read_from(int& fd, std::span<char> buffer) {
  if (fd < 0) return 0;
  ssize_t count = 0;
  do {
    count = ::read(fd, buffer.data(), buffer.size());
  } while (count < 0 && errno == EINTR);
  if (count > 0) return static_cast<size_t>(count);
  if (count == 0 || errno != EAGAIN) close_if_open(fd);
  return 0;
}

}  // namespace

ChildProcess::ChildProcess(std::vector<std::string> arguments, std::string_view input) {
  int input_fd = file_with(input);
  if (input_fd < 0) {
    m_error = std::strerror(errno);
    return;
  }
  start(arguments, input_fd);
  close_if_open(input_fd);
}

void ChildProcess::start(std::vector<std::string>& arguments, int input) {
  std::array<int, 2> output{-1, -1};
  std::array<int, 2> messages{-1, -1};
  if (pipe2(output.data(), O_CLOEXEC) != 0 || pipe2(messages.data(), O_CLOEXEC) != 0) {
    m_error = std::strerror(errno);
    for (int& fd : output) close_if_open(fd);
    return;
  }
  // Everything the child needs is made here: between fork and exec nothing may allocate.
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);

  m_pid = fork();
  if (m_pid == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(input, STDIN_FILENO);
    dup2(output[1], STDOUT_FILENO);
    dup2(messages[1], STDERR_FILENO);
    execv(argv[0], argv.data());
    constexpr std::string_view kFailed = "cannot be started: ";
    const char* reason = strerrordesc_np(errno);
    (void)!::write(STDERR_FILENO, kFailed.data(), kFailed.size());
    (void)!::write(STDERR_FILENO, reason, std::strlen(reason));
    _exit(127);
  }
  if (m_pid < 0) m_error = std::strerror(errno);
  ::close(output[1]);
  ::close(messages[1]);
  m_output = output[0];
  m_messages_pipe = messages[0];
  fcntl(m_output, F_SETFL, O_NONBLOCK);
  fcntl(m_messages_pipe, F_SETFL, O_NONBLOCK);
  fcntl(m_output, F_SETPIPE_SZ, 1024 * 1024);  // fewer turns of the loop for a long trace
}

ChildProcess::~ChildProcess() {
  kill();
  close_if_open(m_output);
  close_if_open(m_messages_pipe);
  if (m_pid > 0 && !m_end) {
    int status = 0;
    while (waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
  }
}

void ChildProcess::kill() {
  if (m_pid > 0 && !end()) ::kill(m_pid, SIGKILL);
}

size_t ChildProcess::read(std::span<char> buffer) {
  return read_from(m_output, buffer);
}

const std::string& ChildProcess::messages() {
  std::array<char, 4096> buffer;
  while (const size_t count = read_from(m_messages_pipe, buffer)) {
    m_messages.append(buffer.data(), count);
    if (m_messages.size() > 2 * kMessagesKept)
      m_messages.erase(0, m_messages.size() - kMessagesKept);
  }
  return m_messages;
}

std::optional<ChildEnd> ChildProcess::end() {
  if (m_end || m_pid <= 0) return m_end;
  int status = 0;
  if (waitpid(m_pid, &status, WNOHANG) != m_pid) return std::nullopt;
  m_end = WIFSIGNALED(status) ? ChildEnd{0, WTERMSIG(status)} : ChildEnd{WEXITSTATUS(status), 0};
  return m_end;
}

}  // namespace loopscope::gui
