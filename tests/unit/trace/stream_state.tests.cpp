#include "core/trace/stream_state.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace loopscope::trace;

namespace {

constexpr uint32_t kOne = 1;

Streams with_one_stream(int64_t mark = 10) {
  Streams streams;
  take_in(streams, StreamMade{kOne, {}, {}, {}});
  take_in(streams, StreamSideMade{kOne, StreamSide::readable, mark, false});
  take_in(streams, StreamSideMade{kOne, StreamSide::writable, mark, false});
  return streams;
}

void move(Streams& streams, ChunkOp op, uint32_t number, uint32_t size, int64_t held) {
  take_in(streams, ChunkMove{op, kOne, number, 0, size, held, {}});
}

std::vector<uint32_t> waiting(const StreamBuffer& buffer) {
  std::vector<uint32_t> numbers;
  for (const BufferedChunk& chunk : buffer.waiting) numbers.push_back(chunk.number);
  return numbers;
}

}  // namespace

TEST_CASE("chunks come to the back of a readable's buffer, and back to its front", "[streams]") {
  Streams streams = with_one_stream();
  move(streams, ChunkOp::push, 1, 5, 5);
  move(streams, ChunkOp::push, 2, 5, 10);
  move(streams, ChunkOp::unshift, 3, 2, 12);
  const StreamBuffer& buffer = streams[kOne].readable->buffer;
  CHECK(waiting(buffer) == std::vector<uint32_t>{3, 1, 2});
  CHECK(buffer.held == 12);
  CHECK(buffer.chunks_in == 3);
}

TEST_CASE("a read takes whole chunks and cuts the last one", "[streams]") {
  Streams streams = with_one_stream();
  move(streams, ChunkOp::push, 1, 5, 5);
  move(streams, ChunkOp::push, 2, 5, 10);
  move(streams, ChunkOp::read, 3, 7, 3);
  const StreamBuffer& buffer = streams[kOne].readable->buffer;
  REQUIRE(waiting(buffer) == std::vector<uint32_t>{2});
  CHECK(buffer.waiting.begin()->size == 3);
  CHECK(buffer.held == 3);
  CHECK(buffer.highest == 10);
  CHECK(buffer.size_out == 7);
}

TEST_CASE("a chunk that is passed on never waits", "[streams]") {
  Streams streams = with_one_stream();
  move(streams, ChunkOp::pass, 1, 5, 0);
  const StreamBuffer& buffer = streams[kOne].readable->buffer;
  CHECK(buffer.waiting.empty());
  CHECK(buffer.chunks_in == 1);
  CHECK(buffer.chunks_out == 1);
}

TEST_CASE("a write is in work until it is called back, others wait for it", "[streams]") {
  Streams streams = with_one_stream();
  move(streams, ChunkOp::write, 1, 6, 6);
  move(streams, ChunkOp::wait, 2, 6, 12);
  const WritableState& side = *streams[kOne].writable;
  REQUIRE(side.in_work.size() == 1);
  CHECK(side.in_work[0].number == 1);
  CHECK(waiting(side.buffer) == std::vector<uint32_t>{2});
  move(streams, ChunkOp::done, 1, 6, 6);
  move(streams, ChunkOp::begin, 2, 6, 6);
  REQUIRE(side.in_work.size() == 1);
  CHECK(side.in_work[0].number == 2);
  CHECK(side.buffer.waiting.empty());
  CHECK(side.buffer.chunks_out == 1);
}

TEST_CASE("a full writable counts the writes that come all the same", "[streams]") {
  Streams streams = with_one_stream();
  move(streams, ChunkOp::write, 1, 10, 10);
  take_in(streams, StreamChange{StreamOp::full, kOne, {}, {}});
  move(streams, ChunkOp::wait, 2, 10, 20);
  CHECK(streams[kOne].writable->full);
  CHECK(streams[kOne].writable->ignored == 1);
  take_in(streams, StreamChange{StreamOp::drain, kOne, {}, {}});
  CHECK_FALSE(streams[kOne].writable->full);
}

TEST_CASE("what waits is gone when a stream drops it", "[streams]") {
  Streams streams = with_one_stream();
  move(streams, ChunkOp::wait, 1, 10, 10);
  move(streams, ChunkOp::wait, 2, 10, 20);
  move(streams, ChunkOp::drop, 0, 20, 0);
  CHECK(streams[kOne].writable->buffer.waiting.empty());
  CHECK(streams[kOne].writable->buffer.held == 0);
}

TEST_CASE("a source waits for the destination that is to drain, until it hands out a chunk",
          "[streams]") {
  Streams streams = with_one_stream();
  take_in(streams, Pipe{PipeOp::pipe, kOne, 2});
  take_in(streams, Pipe{PipeOp::pipe, kOne, 3});
  take_in(streams, Pipe{PipeOp::await, kOne, 3});
  const StreamState& stream = streams[kOne];
  REQUIRE(stream.pipes.size() == 2);
  CHECK_FALSE(stream.pipes[0].awaits);
  CHECK(stream.pipes[1].awaits);
  move(streams, ChunkOp::pass, 1, 5, 0);
  CHECK_FALSE(stream.pipes[1].awaits);
  take_in(streams, Pipe{PipeOp::unpipe, kOne, 2});
  REQUIRE(stream.pipes.size() == 1);
  CHECK(stream.pipes[0].to == 3);
}

TEST_CASE("events of a stream the trace never introduced change nothing", "[streams]") {
  Streams streams;
  move(streams, ChunkOp::push, 1, 5, 5);
  take_in(streams, StreamChange{StreamOp::full, kOne, {}, {}});
  take_in(streams, Pipe{PipeOp::pipe, kOne, 2});
  CHECK(streams.empty());
}

TEST_CASE("modes and ends are kept", "[streams]") {
  Streams streams = with_one_stream();
  for (const StreamOp op : {StreamOp::flows, StreamOp::ended, StreamOp::end, StreamOp::corked,
                            StreamOp::ending, StreamOp::finish, StreamOp::destroy, StreamOp::close})
    take_in(streams, StreamChange{op, kOne, {}, {}});
  const StreamState& stream = streams[kOne];
  CHECK(stream.readable->mode == ReadMode::flows);
  CHECK(stream.readable->end_emitted);
  CHECK(stream.writable->corked == 1);
  CHECK(stream.writable->ending);
  CHECK(stream.writable->finished);
  CHECK(stream.destroyed);
  CHECK(stream.closed);
}
