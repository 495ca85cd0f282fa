#include "gui/player/console_rows.h"

#include <catch2/catch.hpp>

#include "tests/unit/gui_player/recordings.h"

using namespace loopscope;
using namespace loopscope::gui;

TEST_CASE("Console rows are lines, with what terminals would hide left out", "[console]") {
  trace::samples::Script script;
  const TaskId main = script.enqueue(trace::Queue::main, "main", "a.js:1:1");
  script.start(main);
  script.recorder().console(script.stamp(), trace::Stream::out, "one\ntwo\n");
  script.recorder().console(script.stamp(), trace::Stream::err, "\x1b[31mred\x1b[0m\tend\r\n\n");
  script.recorder().console(script.stamp(), trace::Stream::out, "no end");
  script.end();
  const auto recording = samples::recording_of(script.take());
  ConsoleRows rows;
  rows.extend(recording->trace(), recording->landmarks().events(Stop::kConsole));
  std::vector<std::string> texts;
  for (const ConsoleRow& row : rows.rows())
    texts.push_back(ConsoleRows::text_of(recording->trace(), row));
  CHECK(texts == std::vector<std::string>{"one", "two", "red    end", "", "no end"});
  CHECK(rows.rows()[2].error);
  CHECK_FALSE(rows.rows()[0].error);
  CHECK(rows.rows_before(0) == 0);
  CHECK(rows.rows_before(rows.rows()[2].event) == 2);
  CHECK(rows.rows_before(recording->size()) == 5);
  rows.extend(recording->trace(), recording->landmarks().events(Stop::kConsole));
  CHECK(rows.rows().size() == 5);
}
