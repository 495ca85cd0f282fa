#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/trace/timeline_index.h"

namespace loopscope::lesson {

// A message's way from one agent to another, in sentences for a student.
struct MessageExplanation {
  std::string title;  // "Message 7: main → worker 1"
  std::vector<std::string> sentences;
  std::optional<trace::TaskIndex> sender;    // the task that posted it
  std::optional<trace::TaskIndex> receiver;  // the callback it was received in
};

// Nothing, if there is no message of that number.
std::optional<MessageExplanation> explain_message(const trace::TimelineIndex& index,
                                                  uint32_t number);

// The message that a task is the callback of; null, if it is none.
const trace::MessageLife* message_of(const trace::TimelineIndex& index, trace::TaskIndex task);

// What a message holds, short enough to stand in a sentence: "`{ result: 754 }`".
std::string message_words(const trace::TimelineIndex& index, const trace::MessageLife& message);

}  // namespace loopscope::lesson
