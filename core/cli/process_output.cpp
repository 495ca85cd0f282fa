#include "core/cli/process_output.h"

#include <unistd.h>
#include <cerrno>

namespace loopscope::cli {

namespace {

// A reader that went away (a closed pipe) ends nothing: the program runs on, as node would until
// its own write fails.
void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
}

}  // namespace

void ProcessOutput::write_stdout(std::string_view bytes) {
  write_all(STDOUT_FILENO, bytes);
}

void ProcessOutput::write_stderr(std::string_view bytes) {
  write_all(STDERR_FILENO, bytes);
}

}  // namespace loopscope::cli
