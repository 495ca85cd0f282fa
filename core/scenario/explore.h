#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/sim/choices.h"
#include "core/sim/order_log.h"
#include "core/trace/types.h"

// The search for all outcomes of a program whose order is open. It knows no program: what it
// explores is a function that runs one under given decisions and tells what it noted.
namespace loopscope::scenario {

// What somebody outside can tell of a run.
struct Printed {
  std::string out;
  std::string err;
  std::vector<std::string> lines;  // both, as printed, without blank lines
  int exit_code = 0;
  auto operator<=>(const Printed&) const = default;
};

// One run, told by who ran it.
struct OpenRun {
  sim::OrderLog log;
  std::vector<sim::Decision> decisions;
  Printed output;
  bool cut_short = false;               // a limit ended it
  std::set<std::string> gaps;           // what it did that goes other ways, too, in words
  std::optional<std::string> misfit;    // where the decisions were not those of this program
  std::optional<std::string> refusal;   // why the program cannot be explored
  bool needs_every_step = false;        // sim::OpenOrder::callback_ended()
  std::map<TaskId, std::string> names;  // of the tasks in the log, for people
};

// What gives that run for these decisions; each later one is option 0. `every_step`: as
// OpenOrder's.
using OpenRunner = std::function<OpenRun(const std::vector<sim::Decision>&, bool every_step)>;

struct Exploration {
  struct Outcome {
    Printed output;
    std::vector<sim::Decision> decisions;  // that lead to it; later ones are option 0
    size_t runs = 0;                       // that ended in it
  };
  // Where an option leads to; neither: no run has gone there.
  struct Place {
    std::optional<size_t> node;
    std::optional<size_t> outcome;
    std::vector<sim::Decision> decisions;  // of the run that ended there
  };
  struct Option {
    std::string label;
    Place to;
  };
  // A place where the program may go more than one way.
  struct Node {
    sim::Question question{};
    VirtualTime time;
    std::string label;
    std::vector<Option> options;
  };

  std::vector<Outcome> outcomes;  // distinct, as found: those with the fewest changes first
  std::vector<Node> nodes;        // the decision tree
  Place root;
  size_t runs = 0;
  bool complete = true;
  std::vector<std::string> gaps;       // why it is not, in words
  std::optional<std::string> refused;  // why there is nothing to tell
};

struct ExploreLimits {
  size_t max_runs = 1000;
  // Further places of one run are not explored: a program that goes on forever has no last one.
  size_t max_choices = 2000;
  size_t max_readings = 250;
};

// Runs the program under all decisions that can lead to something else.
Exploration explore(const OpenRunner& run, const ExploreLimits& limits);

}  // namespace loopscope::scenario
