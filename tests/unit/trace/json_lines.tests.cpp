#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>
#include <sstream>
#include <string>

#include "core/trace/chrome_export.h"
#include "core/trace/diff.h"
#include "core/trace/json_writer.h"
#include "core/trace/reader.h"
#include "core/trace/recorder.h"
#include "core/trace/timeline_index.h"
#include "core/trace/timeline_text.h"

using namespace loopscope;
using namespace loopscope::trace;

namespace {

const std::string kHeader =
    R"({"loopscope":1,"scenario":"a.js","hash":"00","semantics":"node20","seed":7,"options":{}})"
    "\n";

std::string recorded() {
  std::ostringstream out;
  JsonLinesWriter writer(to_stream(out), Header{1, "a.js", "00", "node20", 7, {{"until", "5s"}}});
  Recorder recorder(writer);
  const Stamp main{VirtualTime{1'000}, {}, {1}};
  recorder.enqueue({}, {1}, Queue::main, "main", "a.js:1:1", {}, "");
  recorder.start({}, {1});
  recorder.enqueue(main, {2}, Queue::timers, "tim\"eout", "a.js:2:3", {1}, "a.js:2:1",
                   VirtualTime::from_ms(1));
  recorder.timer(main, TimerOp::create, {2}, std::numeric_limits<int64_t>::min(), true);
  recorder.console(main, Stream::out, "caf\xC3\xA9 \\ \"x\"\t\x01\n");
  recorder.end(main, {1}, 900);
  recorder.exit({VirtualTime{2'000}, AgentId{65'535}, {}}, -1);
  writer.flush();
  return out.str();
}

std::string error_of(const std::string& text) {
  const ReadResult read = read_trace_text(text, "t.jsonl");
  return read.error ? read.error->text() : "";
}

}  // namespace

TEST_CASE("What is kept back goes out once the program is silent", "[json_lines]") {
  std::ostringstream out;
  JsonLinesWriter writer(to_stream(out), Header{1, "a.js", "00", "node20", 7, {}});
  Recorder recorder(writer);
  recorder.console({}, Stream::out, "begin\n");
  recorder.flush_if_silent();
  CHECK(out.str().empty());
  recorder.flush_if_silent();
  CHECK_THAT(out.str(), Catch::Contains("begin"));
}

TEST_CASE("what is written reads back, and writes again to the same bytes") {
  const std::string text = recorded();
  const ReadResult read = read_trace_text(text, "t.jsonl");
  REQUIRE_FALSE(read.error);
  CHECK_FALSE(read.truncated);
  CHECK(read.trace.header == Header{1, "a.js", "00", "node20", 7, {{"until", "5s"}}});
  REQUIRE(read.trace.size() == 7);
  const auto timer = unpack<Timer>(read.trace.events[3]);
  CHECK(timer.delay_ms == std::numeric_limits<int64_t>::min());
  CHECK(timer.repeats);
  const auto console = unpack<Console>(read.trace.events[4]);
  CHECK(read.trace.view(console.text) == "caf\xC3\xA9 \\ \"x\"\t\x01\n");
  std::ostringstream again;
  CHECK(write_trace(read.trace, to_stream(again)));
  CHECK(again.str() == text);
}

TEST_CASE("a line shows its step, time, agent, running task and kind first") {
  std::ostringstream out;
  {
    JsonLinesWriter writer(to_stream(out), {});
    Recorder recorder(writer);
    recorder.start({VirtualTime{12}, {}, {3}}, {4});
  }
  CHECK(out.str().ends_with("\n{\"s\":0,\"t\":12,\"a\":0,\"r\":3,\"k\":\"start\",\"id\":4}\n"));
}

TEST_CASE("a trace cut anywhere inside reads up to its last whole line") {
  const std::string text = recorded();
  const ReadResult whole = read_trace_text(text, "t.jsonl");
  const size_t header_end = text.find('\n');
  for (size_t cut = header_end + 1; cut < text.size(); ++cut) {
    const std::string part = text.substr(0, cut);
    const ReadResult read = read_trace_text(part, "t.jsonl");
    INFO(part.substr(part.rfind('\n') + 1));
    REQUIRE_FALSE(read.error);
    const auto lines = static_cast<size_t>(std::ranges::count(part, '\n'));
    const bool last_is_whole = text[cut] == '\n';
    CHECK(read.trace.size() == lines - 1 + (last_is_whole ? 1 : 0));
    CHECK(read.truncated == (!part.ends_with('\n') && !last_is_whole));
  }
  for (size_t cut = 0; cut < header_end; ++cut)
    CHECK(read_trace_text(text.substr(0, cut), "t.jsonl").error.has_value());
}

TEST_CASE("a trace reads the same in chunks of any size") {
  const std::string text = recorded();
  const ReadResult whole = read_trace_text(text, "t.jsonl");
  for (size_t chunk = 1; chunk < 40; ++chunk) {
    Reader reader("pipe");
    for (size_t at = 0; at < text.size(); at += chunk) REQUIRE(reader.feed(text.substr(at, chunk)));
    REQUIRE(reader.finish());
    CHECK(reader.trace().events == whole.trace.events);
    CHECK(reader.trace().header == whole.trace.header);
  }
}

TEST_CASE("events are there as soon as their line is") {
  const std::string text = recorded();
  const size_t second = text.find('\n', text.find('\n') + 1) + 1;
  Reader reader("pipe");
  CHECK_FALSE(reader.has_header());
  reader.feed(text.substr(0, second - 1));
  CHECK(reader.has_header());
  CHECK(reader.trace().size() == 0);
  reader.feed("\n");
  CHECK(reader.trace().size() == 1);
}

TEST_CASE("events of unknown kinds are kept as the lines they are") {
  const std::string line = R"({"s":0,"t":5,"a":1,"r":9,"k":"teleport","to":{"x":[1,2]},"id":4})";
  const ReadResult read = read_trace_text(kHeader + line + "\n", "t.jsonl");
  REQUIRE_FALSE(read.error);
  REQUIRE(read.trace.size() == 1);
  CHECK(read.trace.events[0].kind == kUnknownKind);
  CHECK(read.trace.events[0].time == VirtualTime{5});
  CHECK(read.trace.events[0].agent == AgentId{1});
  CHECK(read.trace.events[0].task == TaskId{9});
  std::ostringstream again;
  write_trace(read.trace, to_stream(again));
  CHECK(again.str() == kHeader + line + "\n");
}

TEST_CASE("a known kind with a word of a newer version is kept as it is") {
  const std::string line = R"({"s":0,"t":5,"a":1,"k":"drain","q":"render","queued":1})";
  const ReadResult read = read_trace_text(kHeader + line + "\n", "t.jsonl");
  REQUIRE_FALSE(read.error);
  CHECK(read.trace.events[0].kind == kUnknownKind);
}

TEST_CASE("unknown keys are skipped, and the order of keys is free") {
  const std::string line =
      R"({"id":4,"new":[{"k":1}],"k":"start","a":0,"mood":"fine","t":5,"s":0})";
  const ReadResult read = read_trace_text(kHeader + line + "\n", "t.jsonl");
  REQUIRE_FALSE(read.error);
  CHECK(unpack<Start>(read.trace.events[0]).id == TaskId{4});
  CHECK(read.trace.events[0].time == VirtualTime{5});
}

TEST_CASE("line ends of Windows are taken") {
  std::string text = kHeader;
  text.insert(text.size() - 1, "\r");
  CHECK(error_of(text + "{\"s\":0,\"t\":1,\"a\":0,\"k\":\"start\",\"id\":1}\r\n").empty());
}

TEST_CASE("a wrong line is named with what was expected") {
  CHECK(error_of("") == "t.jsonl: the trace is empty");
  CHECK(error_of("{\"loopsc") == "t.jsonl: the trace ends within its header");
  CHECK_THAT(error_of("{\"a\":1}\n"), Catch::Contains("t.jsonl:1: expected a trace's header"));
  CHECK_THAT(error_of("\x7f"
                      "ELF\n"),
             Catch::Contains("t.jsonl:1: expected one JSON object"));
  const auto second = [](const std::string& line) { return error_of(kHeader + line + "\n"); };
  CHECK_THAT(second("nonsense"), Catch::Contains("t.jsonl:2: expected one JSON object"));
  CHECK_THAT(second(""), Catch::Contains("t.jsonl:2: expected one JSON object"));
  CHECK(second(R"({"s":0,"t":1,"a":0,"k":"start"})") ==
        "t.jsonl:2: expected the key \"id\" in a \"start\" event");
  CHECK(second(R"({"s":0,"t":1,"a":0,"k":"start","id":"x"})") ==
        "t.jsonl:2: expected a whole number from 0 to 4294967295 for \"id\" of a \"start\" event");
  CHECK(second(R"({"s":0,"t":1,"a":70000,"k":"start","id":1})") ==
        "t.jsonl:2: expected a whole number from 0 to 65535 for \"a\" of an event");
  CHECK(second(R"({"s":0,"t":1.5,"a":0,"k":"start","id":1})") ==
        "t.jsonl:2: expected nanoseconds, a whole number from 0 for \"t\" of an event");
  CHECK(second(R"({"t":1,"a":0,"k":"start","id":1})") ==
        "t.jsonl:2: expected the keys \"s\", \"t\" and \"a\" in an event");
  CHECK(second(R"({"s":3,"t":1,"a":0,"k":"start","id":1})") ==
        "t.jsonl:2: expected step 0, found step 3");
  CHECK(second(R"({"s":0,"t":1,"a":0,"id":1})") ==
        "t.jsonl:2: expected an event's kind, a string for \"k\"");
  CHECK(second(R"({"s":0,"t":1,"a":0,"k":"start","id":1}{})") ==
        "t.jsonl:2: expected nothing after the object");
}

TEST_CASE("what was read before a wrong line stays good") {
  const std::string good = R"({"s":0,"t":1,"a":0,"k":"start","id":1})"
                           "\n";
  const ReadResult read = read_trace_text(kHeader + good + "{}\n" + good, "t.jsonl");
  REQUIRE(read.error);
  CHECK(read.error->line == 3);
  CHECK(read.trace.size() == 1);
}

TEST_CASE("a newer format is refused in clear words") {
  CHECK(error_of("{\"loopscope\":2}\n") ==
        "t.jsonl:1: this trace has format 2, and this version of Loopscope reads formats up to 1: "
        "a newer Loopscope reads it");
}

TEST_CASE("a file that can't be opened is an error, not a crash") {
  const ReadResult read = read_trace_file("/nowhere/t.jsonl");
  REQUIRE(read.error);
  CHECK(read.error->text() ==
        "/nowhere/t.jsonl: the trace can't be opened: No such file or directory");
  CHECK(read_trace_file("/").error.has_value());
}

TEST_CASE("an output that takes no more ends the writing quietly") {
  int calls = 0;
  JsonLinesWriter writer([&](std::string_view) { return ++calls == 0; }, {});
  Recorder recorder(writer);
  for (uint32_t i = 0; i < 10'000; ++i) recorder.start({}, {i});
  writer.flush();
  CHECK(writer.failed());
  CHECK(calls == 1);
}

TEST_CASE("no garbage crashes the reader, nor what is done with what it read") {
  const std::string text = recorded();
  uint32_t random = 12'345;
  const auto next = [&random](size_t bound) {
    random = random * 1'664'525 + 1'013'904'223;
    return (random >> 8) % bound;
  };
  const std::string spice = "{}[]\":,\\\n0123456789e-.tfn\x80\xff";
  const ReadResult whole = read_trace_text(text, "t.jsonl");
  size_t errors = 0;
  for (int round = 0; round < 8'000; ++round) {
    std::string damaged = text;
    for (size_t changes = 1 + next(4); changes != 0; --changes) {
      const size_t at = next(damaged.size());
      switch (next(4)) {
        case 0:
          damaged[at] = static_cast<char>(next(256));
          break;
        case 1:
          damaged[at] = spice[next(spice.size())];
          break;
        case 2:
          damaged.erase(at, 1 + next(20));
          break;
        default:
          damaged.insert(at, damaged.substr(next(damaged.size()), next(30)));
          break;
      }
    }
    const ReadResult read = read_trace_text(damaged, "t.jsonl");
    if (read.error) ++errors;
    std::ostringstream shown;
    write_trace(read.trace, to_stream(shown));
    if (round % 8 != 0) continue;
    write_timeline(shown, read.trace);
    write_chrome_trace(shown, read.trace);
    diff_traces(whole.trace, read.trace);
    const TimelineIndex index(read.trace);
    index.state_at(StepIndex{read.trace.size() / 2});
  }
  CHECK(errors > 500);
  std::string noise;
  for (int i = 0; i < 100'000; ++i) noise += static_cast<char>(next(256));
  CHECK(read_trace_text(noise, "t.jsonl").error);
  CHECK(read_trace_text(kHeader + std::string(100'000, '[') + "\n", "t.jsonl").error);
  CHECK(read_trace_text(
            kHeader + R"({"s":0,"t":0,"a":0,"k":"x","y":)" + std::string(5'000, '[') + "\n",
            "t.jsonl")
            .error);
}
