#include "core/cli/command_line.h"

int main(int argc, char** argv) {
  return loopscope::cli::run_command_line(argc, argv);
}
