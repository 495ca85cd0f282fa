#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/trace/timeline_index.h"
#include "gui/player/write_ledger.h"

namespace loopscope::gui {

// What a stream's story is told from.
struct StreamStory {
  const trace::TimelineIndex& index;
  const WriteLedger& writes;
  AgentId agent;
  const trace::AgentState& state;
  uint64_t position = 0;
  // How a place in the program reads: "line 19". Names of streams and code stand in backquotes.
  std::function<std::string(trace::StringId)> place;
};

// The one thing about streams to know at this moment, in a sentence or two: why write() answered
// false, who waits for 'drain', what nobody closed. Empty: nothing about streams is special now.
std::string tell(const StreamStory& story);

// "32 KiB", or "5" where objects count: how much a buffer holds.
std::string held_text(const trace::StreamBuffer& buffer);

// Streams that the end of the program left open though they were used.
std::vector<uint32_t> left_open(const trace::AgentState& state);

}  // namespace loopscope::gui
