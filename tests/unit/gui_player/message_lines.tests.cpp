#include "gui/player/message_lines.h"

#include <catch2/catch.hpp>

#include "tests/unit/trace/conversation.h"

using namespace loopscope;
using namespace loopscope::gui;
namespace samples = loopscope::trace::samples;

TEST_CASE("a message is a line from when it was sent to when it was received") {
  const trace::Trace trace = samples::conversation();
  const trace::TimelineIndex index(trace);
  const MessageLines messages(index);
  std::vector<MessageLine> lines;
  messages.prepare({0, 1e5, 200}, lines);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].number == 1);
  CHECK(lines[0].sender == samples::kMain);
  CHECK(lines[0].receiver == samples::kWorker);
  CHECK(lines[0].x0 == Approx(20));
  CHECK(lines[0].x1 == Approx(60));
  CHECK_FALSE(lines[0].pending);
  // Never received: it is pending to the end.
  CHECK(lines[1].pending);
  CHECK(lines[1].x1 == Approx(200));
  CHECK(lines[2].receiver == samples::kMain);
}

TEST_CASE("messages that look the same at this size are one line, those beside the view none") {
  const trace::Trace trace = samples::conversation();
  const trace::TimelineIndex index(trace);
  const MessageLines messages(index);
  std::vector<MessageLine> lines;
  messages.prepare({0, 1e9, 200}, lines);
  uint32_t count = 0;
  for (const MessageLine& line : lines) count += line.count;
  CHECK(count == 3);
  CHECK(lines.size() == 2);  // there, and back
  messages.prepare({17e6, 1e5, 10}, lines);
  REQUIRE(lines.size() == 1);  // only what is still on its way
  CHECK(lines[0].number == 2);
}

TEST_CASE("a message's preview says what it holds, its size and what was handed over") {
  const trace::Trace trace = samples::conversation();
  const trace::TimelineIndex index(trace);
  CHECK(message_preview(index, *index.messages().find(1)) == "'first' · 16 B");
  CHECK(message_preview(index, *index.messages().find(2)) == "'second' · 32 B · 1 transferred");
  const MessageLines messages(index);
  CHECK(messages.is_internal(3));
  CHECK_FALSE(messages.is_internal(1));
}
