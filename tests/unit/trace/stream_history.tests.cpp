#include "core/trace/stream_history.h"

#include <catch2/catch.hpp>

#include "core/trace/stream_names.h"
#include "sample_traces.h"

using namespace loopscope;
using namespace loopscope::trace;
using samples::Script;

namespace {

// 1 is read and written by the program to 2, a transform, which is piped to 3.
Trace three_streams() {
  Script script;
  Recorder& recorder = script.recorder();
  const char* const labels[] = {"Readable", "Upper", "Writable"};
  for (uint32_t id = 1; id <= 3; ++id)
    recorder.stream(script.stamp(), {id, recorder.intern(labels[id - 1]), {}, {}});
  for (const uint32_t id : {1, 2})
    recorder.stream_side(script.stamp(), {id, StreamSide::readable, 8, false});
  for (const uint32_t id : {2, 3})
    recorder.stream_side(script.stamp(), {id, StreamSide::writable, 8, id == 3});
  recorder.pipe(script.stamp(), {PipeOp::pipe, 2, 3});
  const auto move = [&](ChunkOp op, uint32_t stream, uint32_t number, uint32_t of, int64_t held) {
    recorder.chunk(script.stamp(), {op, stream, number, of, 5, held, {}});
  };
  move(ChunkOp::push, 1, 1, 0, 5);
  move(ChunkOp::read, 1, 1, 0, 0);
  move(ChunkOp::write, 2, 1, 0, 5);
  move(ChunkOp::pass, 2, 2, 1, 0);
  move(ChunkOp::write, 3, 2, 0, 5);
  move(ChunkOp::push, 1, 3, 0, 5);
  return script.take();
}

}  // namespace

TEST_CASE("data's way between streams is found from pipes and from chunks", "[streams]") {
  StreamTable table;
  const Trace trace = three_streams();
  table.extend(trace);
  REQUIRE(table.streams().size() == 3);
  REQUIRE(table.links().size() == 2);
  CHECK(table.links()[0].from == 2);
  CHECK(table.links()[0].to == 3);
  CHECK(table.links()[0].piped);
  CHECK(table.links()[1].from == 1);
  CHECK(table.links()[1].to == 2);
  CHECK_FALSE(table.links()[1].piped);
}

TEST_CASE("a chunk's way goes on in what was made of it", "[streams]") {
  StreamTable table;
  const Trace trace = three_streams();
  table.extend(trace);
  CHECK(table.root_of({}, 2) == 1);
  CHECK(table.root_of({}, 3) == 3);
  CHECK(table.way_of({}, 1, 100).size() == 5);
  CHECK(table.way_of({}, 1, 2).size() == 2);
  CHECK(table.way_of({}, 99, 100).empty());
}

TEST_CASE("a buffer's history has a sample for each change", "[streams]") {
  StreamTable table;
  const Trace trace = three_streams();
  table.extend(trace);
  const StreamHistory* stream = table.find({}, 1);
  REQUIRE(stream != nullptr);
  REQUIRE(stream->readable);
  CHECK(stream->readable->samples.size() == 3);
  CHECK(stream->readable->highest == 5);
  CHECK(stream->readable->mark == 8);
  CHECK(stream->readable->samples.back().out == 5);
  CHECK_FALSE(stream->writable);
}

TEST_CASE("streams are called by what they read, else by class and number", "[streams]") {
  Script script;
  Recorder& recorder = script.recorder();
  for (uint32_t id = 1; id <= 3; ++id)
    recorder.stream(script.stamp(), {id, recorder.intern("ReadStream"), {}, {}});
  recorder.stream_op(script.stamp(), {StreamOp::named, 3, recorder.intern("data.csv"), {}});
  const Trace trace = script.take();
  StreamNames names;
  names.extend(trace);
  CHECK(names.of({}, 1) == "ReadStream");
  CHECK(names.of({}, 2) == "ReadStream 2");
  CHECK(names.of({}, 3) == "data.csv");
  CHECK(names.of({}, 0) == "(not a stream)");
}
