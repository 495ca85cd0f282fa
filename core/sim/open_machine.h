#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/sim/choices.h"
#include "core/sim/open_order.h"
#include "core/sim/order_log.h"

namespace loopscope::sim {

// One run with its order left open: what its agents have in common. Each agent is given its own
// decisions, one after the other, so that a run is the same however its agents take turns.
class OpenMachine {
 public:
  // `every_step`: see OpenOrder::callback_ended(). What is decided after the last given decision of
  // an agent is option 0, or what comes first in virtual time.
  OpenMachine(const std::vector<Decision>& given, int64_t longest_pause_ms,
              bool every_step = false);
  ~OpenMachine();
  OpenMachine(const OpenMachine&) = delete;
  OpenMachine& operator=(const OpenMachine&) = delete;

  // The agent's part. It is born at its first call, or by its parent.
  OpenOrder& of(AgentId agent);
  // Its time goes on from its parent's.
  void begin_agent(AgentId agent, AgentId parent);

  int64_t pause_ms() const { return m_pause_ms; }
  bool every_step() const { return m_every_step; }

  // The threads of the pool, and jobs on them.
  void set_threads(size_t threads) { m_threads = threads; }
  size_t threads() const { return m_threads; }
  // Jobs may take so much longer than they must on the slowest disk there is, pauses apart.
  void set_disk_range(int64_t ms) { m_disk_range_ms = ms; }
  int64_t disk_range_ms() const { return m_disk_range_ms; }
  bool any_other_jobs(AgentId agent) const;

  uint64_t decide(AgentId agent, ChoicePoint point, uint64_t options);
  // The same where the agent has made its choice, by a name.
  void decide_by_name(AgentId agent, ChoicePoint point, uint64_t name);
  // What the next decision of the agent says, if it was given and is of this kind.
  std::optional<uint64_t> given(AgentId agent, ChoicePoint point) const;
  bool is_given_more(AgentId agent) const;
  // How many the agent has made.
  size_t decided(AgentId agent) const;
  // All that were made, by agent.
  std::vector<Decision> decisions() const;
  // Where what was given does not fit the program, in words.
  std::optional<std::string> misfit() const;

  // What agents would do yet as another ends with them, is to be seen, since it may have come
  // earlier.
  void look_ahead() { m_looks_ahead = true; }
  bool looks_ahead() const { return m_looks_ahead; }

  // A channel on which nobody can see the news that its other end was closed, and which is closed
  // for another reason then.
  void leave_out_closing(uint64_t channel) { m_closings_left_out.insert(channel); }
  bool leaves_out_closing(uint64_t channel) const { return m_closings_left_out.contains(channel); }

  // The program does what cannot be explored at all; `why` says so in words.
  void refuse(std::string why) { m_refusal = std::move(why); }
  const std::optional<std::string>& refusal() const { return m_refusal; }

  OrderLog& log() { return m_log; }
  const OrderLog& log() const { return m_log; }

  // Something goes its one way while others are possible; `what` says so in words.
  void note_gap(std::string what) { m_gaps.insert(std::move(what)); }
  const std::set<std::string>& gaps() const { return m_gaps; }
  // Threads share memory, and what they do to it comes as it comes.
  void note_shared_memory();
  void note_every_step() { m_needs_every_step = true; }
  // Whether steps that were left out matter.
  bool needs_every_step() const { return m_needs_every_step; }

  // What became of a job: where it ran, and from when until its callback.
  struct Course {
    size_t thread = 0;
    VirtualTime begins;
    VirtualTime arrives;
  };
  using Courses = std::map<TaskId, Course>;
  Courses& courses() { return m_courses; }
  // In a second run of the same choices: what became of its jobs in the first.
  void foresee(Courses courses) { m_foreseen = std::move(courses); }
  const Course* foreseen(TaskId task) const;

 private:
  struct Decisions {
    std::vector<Decision> given;
    size_t next = 0;
    std::vector<Decision> made;
  };

  const Decision* next_given(Decisions& own, const Decision& asked);

  int64_t m_pause_ms;
  bool m_every_step;
  size_t m_threads = 4;
  int64_t m_disk_range_ms = 0;
  std::map<AgentId, Decisions> m_decisions;
  std::map<AgentId, std::unique_ptr<OpenOrder>> m_orders;
  OrderLog m_log;
  std::set<std::string> m_gaps;
  std::optional<std::string> m_misfit;
  std::optional<std::string> m_refusal;
  Past m_last_begun;  // what is known where the last agent was made
  bool m_needs_every_step = false;
  bool m_shares_memory = false;
  bool m_looks_ahead = false;
  std::set<uint64_t> m_closings_left_out;
  Courses m_courses;
  Courses m_foreseen;
};

}  // namespace loopscope::sim
