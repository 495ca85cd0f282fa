#include "core/js/program.h"

#include "core/js/machine.h"

namespace loopscope::host {

ProgramResult run_program(const ProgramOptions& options) {
  return Machine(options).run();
}

}  // namespace loopscope::host
