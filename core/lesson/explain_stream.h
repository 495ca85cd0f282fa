#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/trace/timeline_index.h"

namespace loopscope::lesson {

// What a stream does at a moment and why, in sentences for a student.
struct StreamExplanation {
  std::string title;  // "`Writable` is full"
  std::vector<std::string> sentences;
};

// `state`: of the stream's agent, at the moment meant. Nothing, if the stream is not made yet.
std::optional<StreamExplanation> explain_stream(const trace::TimelineIndex& index,
                                                const trace::AgentState& state, AgentId agent,
                                                uint32_t stream);

// One thing that happened to a chunk, or to what was made of it.
struct ChunkStep {
  StepIndex step;
  std::string text;  // "waits in `Writable`: 10 B of 10 B"
};

// The way of a chunk and of all that was made of it, from the beginning; at most so many steps.
std::vector<ChunkStep> chunk_story(const trace::TimelineIndex& index, AgentId agent, uint32_t root,
                                   size_t limit);

}  // namespace loopscope::lesson
