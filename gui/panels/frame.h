#pragma once

#include <optional>
#include <string>

#include "gui/panels/commands.h"
#include "gui/player/session.h"
#include "gui/widgets/ui.h"

namespace loopscope::gui {

// What every panel of an open scenario gets.
struct Frame {
  Ui& ui;
  Session& session;
  Commands& commands;
  float seconds = 0;  // since the last frame
  // The moment shown, since the program began, where that is not the position's: of two runs
  // compared one may be in the middle of a computation.
  std::optional<int64_t> elapsed_ns = std::nullopt;

  const Palette& palette() const { return ui.palette(); }
  ImU32 colour_of(trace::Queue queue) const {
    return ui.palette().queues[static_cast<size_t>(queue)];
  }
  ImU32 colour_of(AgentId agent) const {
    const auto& colours = ui.palette().agents;
    // Only the main thread has the first.
    const size_t at = agent.value == 0 ? 0 : 1 + (agent.value - 1) % (colours.size() - 1);
    return colours[at];
  }
  const trace::Trace& trace() const { return session.run().recording().trace(); }
  const trace::TimelineIndex& index() const { return session.run().recording().index(); }
  VirtualTime now() const;
  // The agent shown where one is: the main thread, unless another was selected.
  AgentId agent_id() const { return session.selected_agent; }
  const trace::AgentState* agent() const { return session.playback().state().agent(agent_id()); }
  const trace::AgentState* main_agent() const { return session.playback().state().agent({}); }
};

// "quiz.js:7" as a card has room for it: "line 7" in the program itself, else with the file.
std::string short_place(Frame& frame, std::string_view location);

// "main", "worker 1": how an agent is called.
std::string agent_name(const Frame& frame, AgentId agent);

// "31.005 ms": a moment of virtual time since the program began.
std::string moment_text(const Frame& frame, VirtualTime time);

}  // namespace loopscope::gui
