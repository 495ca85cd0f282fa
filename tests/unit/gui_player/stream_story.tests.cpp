#include "gui/player/stream_story.h"

#include <catch2/catch.hpp>

#include "recordings.h"

using namespace loopscope;
using namespace loopscope::trace;
using Catch::Matchers::Contains;
using gui::WriteCall;
using gui::WriteLedger;
using samples::Script;

namespace {

// A writer of 10 bytes that is given 4 and 6, one more all the same, and is then emptied.
class Writer {
 public:
  Writer() {
    Recorder& r = m_script.recorder();
    r.stream(m_script.stamp(), {1, r.intern("Writable"), r.intern("a.js:1:9"), r.intern("slow")});
    r.stream_side(m_script.stamp(), {1, StreamSide::writable, 10, false});
  }
  Writer& move(ChunkOp op, uint32_t number, uint32_t size, int64_t held) {
    m_script.recorder().chunk(m_script.stamp(), {op, 1, number, 0, size, held, {}});
    return *this;
  }
  Writer& change(StreamOp op, const char* from = "") {
    Recorder& r = m_script.recorder();
    r.stream_op(m_script.stamp(), {op, 1, {}, r.intern(from)});
    return *this;
  }
  Writer& exit() {
    m_script.exit();
    return *this;
  }
  // What is told at the end of all that.
  std::string told() {
    const auto recording = gui::samples::recording_of(m_script.take());
    WriteLedger writes;
    writes.extend(recording->trace());
    const State state = [&] {
      trace::Cursor cursor(recording->index());
      cursor.seek(StepIndex{recording->size()});
      return cursor.state();
    }();
    return gui::tell(
        {recording->index(), writes, {}, *state.agent({}), recording->size(), [](StringId) {
           return std::string("line 7");
         }});
  }
  Trace take() { return m_script.take(); }

 private:
  Script m_script;
};

}  // namespace

TEST_CASE("write() answers true below the mark and false from it on", "[streams]") {
  WriteLedger ledger;
  const Trace trace = Writer()
                          .move(ChunkOp::write, 1, 4, 4)
                          .move(ChunkOp::wait, 2, 6, 10)
                          .change(StreamOp::full, "a.js:3:1")
                          .move(ChunkOp::wait, 3, 5, 15)
                          .take();
  ledger.extend(trace);
  const std::vector<WriteCall> calls = ledger.last({}, 1, trace.size(), 10);
  REQUIRE(calls.size() == 3);
  CHECK(calls[0].said_true);
  CHECK_FALSE(calls[1].said_true);
  CHECK(trace.view(calls[1].at) == "a.js:3:1");
  CHECK_FALSE(calls[2].said_true);
  CHECK_FALSE(calls[2].at);
}

TEST_CASE("of many calls the last before a moment are told", "[streams]") {
  WriteLedger ledger;
  const Trace trace = Writer()
                          .move(ChunkOp::write, 1, 4, 4)
                          .move(ChunkOp::wait, 2, 1, 5)
                          .move(ChunkOp::wait, 3, 1, 6)
                          .take();
  ledger.extend(trace);
  const std::vector<WriteCall> calls = ledger.last({}, 1, trace.size() - 1, 1);
  REQUIRE(calls.size() == 1);
  CHECK(calls[0].chunk == 2);
  CHECK(ledger.last({}, 9, trace.size(), 5).empty());
}

TEST_CASE("the story says why write() answered false", "[streams]") {
  CHECK(
      Writer().move(ChunkOp::write, 1, 10, 10).change(StreamOp::full, "a.js:7:1").told() ==
      "write() to `slow` at line 7 returned false: with this chunk it holds 10 B, and that is its "
      "high-water mark.");
  CHECK_THAT(Writer().move(ChunkOp::write, 1, 12, 12).change(StreamOp::full, "a.js:7:1").told(),
             Contains("holds 12 B, more than its high-water mark of 10 B"));
}

TEST_CASE("the story goes on to the drain", "[streams]") {
  Writer half;
  half.move(ChunkOp::write, 1, 10, 10).change(StreamOp::full, "a.js:7:1");
  half.move(ChunkOp::done, 1, 4, 6);
  CHECK_THAT(half.told(), Contains("`slow` emits 'drain' when it is empty: 6 B to go"));
  Writer whole;
  whole.move(ChunkOp::write, 1, 10, 10).change(StreamOp::full, "a.js:7:1");
  whole.move(ChunkOp::done, 1, 10, 0).change(StreamOp::drain);
  CHECK_THAT(whole.told(), Contains("`slow` is empty: 'drain' is emitted"));
}

TEST_CASE("the story counts what came though write() had said false", "[streams]") {
  CHECK_THAT(Writer()
                 .move(ChunkOp::write, 1, 10, 10)
                 .change(StreamOp::full, "a.js:7:1")
                 .move(ChunkOp::wait, 2, 5, 15)
                 .told(),
             Contains("15 B of 10 B: write() said false, but 1 chunk came after that"));
}

TEST_CASE("the end tells which streams nobody closed", "[streams]") {
  CHECK_THAT(Writer().move(ChunkOp::write, 1, 4, 4).exit().told(),
             Contains("nobody closed `slow`"));
  CHECK(Writer().move(ChunkOp::write, 1, 4, 4).change(StreamOp::destroy).exit().told().empty());
}
