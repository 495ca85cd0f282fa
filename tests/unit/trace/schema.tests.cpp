#include "core/trace/schema.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "core/trace/json_writer.h"
#include "core/trace/reader.h"
#include "core/trace/recorder.h"

using namespace loopscope;
using namespace loopscope::trace;

namespace {

std::string readme() {
  std::ifstream file(LOOPSCOPE_SOURCE_DIR "/core/trace/README.md");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string readme_example() {
  const std::string text = readme();
  const std::string fence = "```jsonl\n";
  const size_t begin = text.find(fence) + fence.size();
  return text.substr(begin, text.find("```", begin) - begin);
}

}  // namespace

TEST_CASE("a payload comes out of an event as it went in") {
  const Enqueue in{TaskId{7}, Queue::check, StringId{1},        StringId{2},
                   TaskId{3}, StringId{4},  VirtualTime{-1'500}};
  const Event event = pack(Stamp{VirtualTime{12}, AgentId{3}, TaskId{9}}, in);
  CHECK(event.time == VirtualTime{12});
  CHECK(event.agent == AgentId{3});
  CHECK(event.task == TaskId{9});
  REQUIRE(is<Enqueue>(event));
  const auto out = unpack<Enqueue>(event);
  CHECK(out.id == in.id);
  CHECK(out.queue == Queue::check);
  CHECK(out.from == in.from);
  CHECK(out.due == in.due);
}

TEST_CASE("an optional time that is 0 differs from one that is absent") {
  const Event with = pack(Stamp{}, Wait{VirtualTime{0}, {}});
  const Event without = pack(Stamp{}, Wait{std::nullopt, {}});
  CHECK(unpack<Wait>(with).until == VirtualTime{0});
  CHECK_FALSE(unpack<Wait>(without).until.has_value());
}

TEST_CASE("every kind has its own name, and no key of the stamp") {
  std::set<std::string_view> names;
  for (const KindSpec& spec : kSchema) {
    CHECK(names.insert(spec.name).second);
    CHECK(find_kind(spec.name) == &spec);
    std::set<std::string_view> keys{"s", "t", "a", "r", "k"};
    for (const FieldSpec& field : spec.fields()) CHECK(keys.insert(field.key).second);
  }
}

TEST_CASE("the README shows every kind, exactly as the writer writes it") {
  const std::string example = readme_example();
  const ReadResult read = read_trace_text(example, "README.md");
  INFO((read.error ? read.error->text() : ""));
  REQUIRE_FALSE(read.error);
  std::ostringstream again;
  write_trace(read.trace, to_stream(again));
  CHECK(again.str() == example);
  std::set<Kind> shown;
  for (const Event& event : read.trace.events) shown.insert(event.kind);
  CHECK(shown.size() == kKindCount);
  CHECK_FALSE(shown.contains(kUnknownKind));
}

TEST_CASE("the README names every kind, key and word of the schema") {
  const std::string text = readme();
  for (const KindSpec& spec : kSchema) {
    const std::string row_start = "| `" + std::string(spec.name) + "` |";
    const size_t row = text.find(row_start);
    INFO(row_start);
    REQUIRE(row != std::string::npos);
    const std::string cells = text.substr(row, text.find('\n', row) - row);
    for (const FieldSpec& field : spec.fields()) {
      INFO(field.key);
      const std::string key = "`" + std::string(field.key) + "`";
      const bool may_be_absent =
          (field.marks & kOmitZero) != 0 || field.type == FieldType::time_if_any;
      CHECK(cells.find(may_be_absent ? "[" + key + "]" : key) != std::string::npos);
      for (const std::string_view word : field.names)
        CHECK(text.find("`" + std::string(word) + "`") != std::string::npos);
    }
  }
}

TEST_CASE("the recorder has a method for every kind, and counts") {
  MemorySink sink;
  Recorder recorder(sink);
  const Stamp stamp{VirtualTime{1}, {}, {}};
  recorder.iteration(stamp, 1, 2);
  recorder.phase(stamp, Phase::poll, 3);
  recorder.phase_end(stamp, Phase::poll);
  recorder.wait(stamp, VirtualTime{4}, "the next timer");
  recorder.enqueue(stamp, {1}, Queue::tick, "f", "a.js:1:1", {}, "a.js:2:1");
  recorder.start(stamp, {1});
  recorder.end(stamp, {1}, 10);
  recorder.cancel(stamp, {1});
  recorder.drain(stamp, Queue::tick, 1);
  recorder.timer(stamp, TimerOp::due, {1}, 1, true);
  recorder.handle(stamp, HandleOp::open, 1, "socket");
  recorder.promise(stamp, PromiseOp::rejected, 1, "Error", "a.js:1:1");
  recorder.console(stamp, Stream::err, "x\n");
  recorder.error(stamp, ErrorFate::uncaught, "Error: x", "a.js:1:1");
  recorder.warning(stamp, "careful");
  recorder.limit(stamp, Limit::memory, "too much", "a.js:1:1");
  recorder.memory(stamp, 1, 2);
  recorder.source(stamp, "a.js", "00");
  recorder.exit(stamp, 0);
  recorder.line(stamp, "a.js:1:1", "f", 1, "x = 1");
  recorder.leave_frame(stamp, FrameExit::returned, 1, "1");
  recorder.stream(stamp, {1, recorder.intern("Duplex"), {}, {}});
  recorder.stream_side(stamp, {1, StreamSide::readable, 16384, false});
  recorder.stream_op(stamp, {StreamOp::full, 1, {}, {}});
  recorder.chunk(stamp, {ChunkOp::push, 1, 1, 0, 5, 5, {}});
  recorder.pipe(stamp, {PipeOp::pipe, 1, 2});
  recorder.job(stamp, {TaskId{1}, 0, VirtualTime{}, 4});
  recorder.agent(stamp, {AgentOp::created, 1, AgentKind::thread, {}, {}});
  recorder.core(stamp, {CoreOp::take, 0, 4, 0});
  recorder.message(stamp, {MessageOp::send, 1, 1, 2, 8, 0, {}, {}});
  recorder.port(stamp, {PortOp::made, 1, 2, 0, {}, {}});
  recorder.shared(stamp, {SharedOp::notify, 1, 0, 1, std::nullopt, {}});
  recorder.signal(stamp, {SignalOp::sent, recorder.intern("SIGTERM"), 1001, {}});
  recorder.handoff(stamp, {HandoffOp::given, 1, 1, 0, {}});
  recorder.request(stamp, {RequestOp::send, 1, 1, 0, 0, {}, {}});
  recorder.load(stamp, {LoadOp::begin, 1, {}, {}, 0, 0, 0, {}});
  recorder.manager(stamp, {ManagerOp::start, 0, 1, 1001, {}, {}, 0});
  CHECK(recorder.events() == kKindCount);
  std::set<Kind> kinds;
  for (const Event& event : sink.trace().events) kinds.insert(event.kind);
  CHECK(kinds.size() == kKindCount);
}
