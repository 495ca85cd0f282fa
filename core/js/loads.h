#pragma once

#include <memory>
#include <vector>

#include "core/load/generator.h"
#include "core/sim/scheduler.h"

namespace loopscope::host {

class Machine;

// The load generators of a run: outside the machine, on its network and its virtual time.
class Loads {
 public:
  Loads(Machine& machine, const std::vector<load::Plan>& plans);

  bool any() const { return !m_generators.empty(); }
  // The machine is switched on.
  void set_up();
  // The machine is switched off.
  void give_up(VirtualTime at);
  // All have done what they were to do: nobody will use the program's servers any more.
  bool are_done() const;

 private:
  std::vector<std::unique_ptr<load::Generator>> m_generators;
};

}  // namespace loopscope::host
