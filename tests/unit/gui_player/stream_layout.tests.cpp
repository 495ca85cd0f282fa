#include "gui/player/stream_layout.h"

#include <catch2/catch.hpp>

#include "core/trace/recorder.h"

using namespace loopscope;
using namespace loopscope::trace;
using gui::lay_out_streams;
using gui::StreamLayout;

namespace {

// A trace of so many used streams and pipes between them.
Trace piped(uint32_t count, std::initializer_list<std::pair<uint32_t, uint32_t>> pipes) {
  MemorySink sink;
  Recorder recorder(sink);
  for (uint32_t id = 1; id <= count; ++id) {
    recorder.stream({}, {id, recorder.intern("S"), {}, {}});
    recorder.stream_op({}, {StreamOp::flows, id, {}, {}});
  }
  for (const auto& [from, to] : pipes) recorder.pipe({}, {PipeOp::pipe, from, to});
  return sink.take();
}

StreamLayout layout_of(const Trace& trace) {
  StreamTable table;
  table.extend(trace);
  return lay_out_streams(table, {});
}

std::pair<uint32_t, uint32_t> place(const StreamLayout& layout, uint32_t stream) {
  const gui::StreamPlace* found = layout.find(stream);
  REQUIRE(found != nullptr);
  return {found->column, found->row};
}

}  // namespace

TEST_CASE("a pipeline stands in a row, whatever order its streams were made in", "[streams]") {
  const StreamLayout layout = layout_of(piped(3, {{3, 1}, {1, 2}}));
  CHECK(layout.columns == 3);
  CHECK(layout.rows == 1);
  CHECK(place(layout, 3) == std::pair(0U, 0U));
  CHECK(place(layout, 1) == std::pair(1U, 0U));
  CHECK(place(layout, 2) == std::pair(2U, 0U));
}

TEST_CASE("a second destination gets a row of its own", "[streams]") {
  const StreamLayout layout = layout_of(piped(3, {{1, 2}, {1, 3}}));
  CHECK(layout.rows == 2);
  CHECK(place(layout, 2) == std::pair(1U, 0U));
  CHECK(place(layout, 3) == std::pair(1U, 1U));
}

TEST_CASE("what two streams feed stands right of both", "[streams]") {
  const StreamLayout layout = layout_of(piped(4, {{1, 2}, {2, 4}, {3, 4}}));
  CHECK(place(layout, 4).first == 2);
  CHECK(place(layout, 3) == std::pair(0U, 1U));
}

TEST_CASE("streams in a circle are laid out, too", "[streams]") {
  const StreamLayout layout = layout_of(piped(2, {{1, 2}, {2, 1}}));
  CHECK(layout.places.size() == 2);
  CHECK(layout.columns == 2);
}

TEST_CASE("a stream that nothing ever happened to is left out", "[streams]") {
  MemorySink sink;
  Recorder recorder(sink);
  recorder.stream({}, {1, recorder.intern("Gunzip"), {}, {}});
  CHECK(layout_of(sink.take()).places.empty());
}
