#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/trace/timeline_index.h"
#include "gui/player/timeline_scale.h"

namespace loopscope::gui {

// A track that also knows how much of any stretch of time its spans cover.
class LoadTrack {
 public:
  void begin(int64_t ns, uint32_t what);
  void end(int64_t ns);
  const Track& spans() const { return m_track; }
  // So much of the time between the two is covered, the open span reaching to `now`.
  int64_t covered(int64_t from_ns, int64_t to_ns, int64_t now) const;

 private:
  Track m_track;
  std::vector<int64_t> m_covered;  // up to the end of each span that has ended
};

// What share of a piece of the screen is covered, and by what most.
struct LoadPart {
  float x0 = 0;
  float x1 = 0;
  float share = 0;
  uint32_t what = 0;
};
// Pieces of a few pixels of the view, those without load left out, equal neighbours put together.
void prepare_load(const LoadTrack& track, const View& view, int64_t now,
                  std::vector<LoadPart>& parts);

// Event-loop delay as a shape: what becomes ready at a moment waits until the loop looks again, so
// the delay falls from the length of a busy stretch to 0 in the course of it.
struct DelayShape {
  float x0 = 0;
  float x1 = 0;
  int64_t delay0_ns = 0;  // at x0
  int64_t delay1_ns = 0;  // at x1; of several: as at x0, the longest
  int64_t whole_ns = 0;   // of the longest of them, also where its beginning is not in view
  uint32_t count = 1;
};
void prepare_delay(const Track& busy, const View& view, int64_t now,
                   std::vector<DelayShape>& shapes);

// What the machine beneath the agents does over time: its cores and pool threads; and of each agent
// when it starts, is blocked, and keeps its loop from looking.
class MachineTracks {
 public:
  // The index is not owned, must outlive this, and may grow: see extend.
  explicit MachineTracks(const trace::TimelineIndex& index);
  void extend();

  struct Agent {
    Track starting;  // from when another made it to its program's first line
    Track blocked;   // in Atomics.wait(); what: the step of the wait
    Track busy;      // from one look of its loop at its queues to the next; not while it sleeps
    std::optional<int64_t> ended_ns;
    int64_t exit_code = 0;
  };
  // Null: it has done nothing.
  const Agent* agent(AgentId agent) const;

  // Cores, if any agent was seen to take one; what: the agent.
  const std::vector<LoadTrack>& cores() const { return m_cores; }
  // Threads of libuv's pool, if there were jobs; what: the task that is the job's callback.
  const std::vector<LoadTrack>& threads() const { return m_threads; }

  // The time of the last event.
  int64_t now() const { return m_now; }
  // How long what becomes ready at that moment waits until the agent's loop looks.
  int64_t delay_at(AgentId agent, int64_t ns) const;
  // Of any agent: how long its loop at most did not look, up to a moment.
  int64_t longest_delay(AgentId agent, int64_t until_ns) const;
  // How much of the time up to a moment its loop did not look for longer than `least_ns`.
  int64_t time_over(AgentId agent, int64_t least_ns, int64_t until_ns) const;

 private:
  struct Progress {
    bool asleep = false;
    bool begun = false;
  };

  void take_in(const trace::Event& event, StepIndex step);
  void take_in_loop(const trace::Event& event);
  void take_in_core(const trace::Event& event);
  void take_in_job(StepIndex step);

  const trace::TimelineIndex& m_index;
  uint64_t m_seen = 0;
  int64_t m_now = 0;
  std::map<uint16_t, Agent> m_agents;
  std::map<uint16_t, Progress> m_progress;
  std::vector<LoadTrack> m_cores;
  std::vector<LoadTrack> m_threads;
};

}  // namespace loopscope::gui
