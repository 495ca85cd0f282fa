#pragma once

#include <string>
#include <string_view>

#include "core/cluster/log_lines.h"
#include "core/js/program.h"
#include "core/sim/agenda.h"

namespace loopscope::host {

// What a machine's processes write, in the order of their virtual times though they may run ahead
// of each other: as the trace has it.
class OrderedOutput {
 public:
  explicit OrderedOutput(Output& output) : m_output(output) {}

  // There will be several processes: from now on what they write waits for settle().
  void hold_back() { m_holds_back = true; }
  // Standard output (1) or error (2), written at that time.
  // Under a label, its lines stand in the merged logs of a process manager.
  void write(VirtualTime time, int number, std::string_view bytes, const std::string& label = "");
  // Nothing will be written before that time any more.
  void settle(VirtualTime before);
  void settle_all();

 private:
  struct Written {
    int number = 1;
    std::string bytes;
    std::string label;
  };
  void put(const Written& written);

  Output& m_output;
  cluster::LogLines m_log_lines;
  bool m_holds_back = false;
  sim::Agenda<Written> m_held;
};

}  // namespace loopscope::host
