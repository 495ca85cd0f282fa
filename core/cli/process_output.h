#pragma once

#include "core/js/program.h"

namespace loopscope::cli {

// Passes a program's output through to this process's own, in order, as it comes.
class ProcessOutput final : public host::Output {
 public:
  void write_stdout(std::string_view bytes) override;
  void write_stderr(std::string_view bytes) override;
};

// Takes a program's output and drops it: it is in the trace.
class SilentOutput final : public host::Output {
 public:
  void write_stdout(std::string_view) override {}
  void write_stderr(std::string_view) override {}
};

}  // namespace loopscope::cli
