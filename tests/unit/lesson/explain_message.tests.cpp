#include "core/lesson/explain_message.h"

#include <catch2/catch.hpp>

#include "core/lesson/explain.h"
#include "tests/unit/trace/conversation.h"

using namespace loopscope;
using namespace loopscope::lesson;
using Catch::Contains;
namespace samples = loopscope::trace::samples;

namespace {

std::string told(const MessageExplanation& explanation) {
  std::string text;
  for (const std::string& sentence : explanation.sentences) text += sentence + "\n";
  return text;
}

}  // namespace

TEST_CASE("a message to a worker that is being started waits until its program begins") {
  const trace::Trace trace = samples::conversation();
  const trace::TimelineIndex index(trace);
  const auto first = explain_message(index, 1);
  REQUIRE(first);
  CHECK(first->title == "Message 1: main → worker 1");
  CHECK_THAT(told(*first), Contains("Main posted `'first'` at 2 ms (line 3): a copy of 16 B."));
  CHECK_THAT(told(*first), Contains("Worker 1 received it at 6 ms, 4 ms later."));
  CHECK_THAT(told(*first), Contains("its program began at 5 ms"));
  CHECK(first->sender == trace::TaskIndex{0});
  CHECK(first->receiver == trace::TaskIndex{1});
}

TEST_CASE("a message that nobody received says so, and what was handed over") {
  const trace::Trace trace = samples::conversation();
  const trace::TimelineIndex index(trace);
  const auto second = explain_message(index, 2);
  REQUIRE(second);
  CHECK_THAT(told(*second), Contains("1 thing was handed over, not copied"));
  CHECK_THAT(told(*second), Contains("Nobody has received it"));
  CHECK_FALSE(second->receiver);
  CHECK_FALSE(explain_message(index, 9));
}

TEST_CASE("a message wakes a loop that sleeps in poll, and its callback says who posted it") {
  const trace::Trace trace = samples::conversation();
  const trace::TimelineIndex index(trace);
  const auto back = explain_message(index, 3);
  REQUIRE(back);
  CHECK_THAT(told(*back), Contains("slept in poll"));
  CHECK(message_of(index, trace::TaskIndex{2}) == index.messages().find(3));
  CHECK(message_of(index, trace::TaskIndex{0}) == nullptr);
  const Explanation callback = explain_task(index, trace::TaskIndex{2});
  CHECK(callback.scheduled ==
        "A message: worker 1 posted `'back'` (line 3) at 14 ms, and it was taken out here 1 ms "
        "later.");
}
