#pragma once

#include <memory>
#include <vector>

#include "core/load/generator.h"
#include "core/sim/scheduler.h"

namespace loopscope::host {

class Agent;
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
  // All have asked for what they were to ask; answers may be under way.
  bool have_asked_all() const;

 private:
  std::vector<std::unique_ptr<load::Generator>> m_generators;
};

// Whether the run may be over as soon as all of it only waits: its users from outside have asked
// for all they will, or a manager's servers would go on for ever.
bool ends_when_idle(Agent& agent);

}  // namespace loopscope::host
