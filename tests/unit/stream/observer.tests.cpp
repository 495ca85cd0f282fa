#include <catch2/catch.hpp>

#include "tests/unit/stream/fake_owner.h"

using namespace loopscope;
using namespace loopscope::stream;
using fakes::Owner;
using Log = std::vector<std::string>;

namespace {

// Notes what it is told, and numbers chunks as they come.
struct Notes : Observer {
  Log log;
  uint64_t last = 0;

  void moved(trace::ChunkOp op, Chunk& chunk, int64_t held) override {
    if (chunk.number == 0 && op != trace::ChunkOp::drop) chunk.number = ++last;
    log.push_back(std::string(trace::name(op)) + " " + std::to_string(chunk.number) + " of " +
                  std::to_string(chunk.length) + ", " + std::to_string(held) + " held");
  }
  void changed(trace::StreamOp op, const Value&) override { log.emplace_back(trace::name(op)); }
};

struct Observed : Owner {
  Observed() { stream.observe_by(&notes); }
  Notes notes;
};

}  // namespace

TEST_CASE("An observer sees chunks come and go, and a read that cuts one", "[stream]") {
  Observed source;
  source.stream.make_readable({.high_water_mark = 8});
  source.push(source.chunk("abc"));
  source.push(source.chunk("def"));
  Chunk result;
  source.read(4, result);
  CHECK(source.notes.log ==
        Log{"push 1 of 3, 3 held", "push 2 of 3, 6 held", "read 3 of 4, 2 held"});
  CHECK(result.made_of == 1);
}

TEST_CASE("An observer sees a chunk that is handed straight on", "[stream]") {
  Observed source;
  source.stream.make_readable({});
  Readable& side = *source.stream.readable();
  side.data_listener_added();
  source.run_ticks();
  source.notes.log.clear();
  source.push(source.chunk("abc"));
  CHECK(source.notes.log == Log{"pass 1 of 3, 0 held"});
}

TEST_CASE("An observer sees a writable fill and drain", "[stream]") {
  Observed sink;
  sink.stream.make_writable({.high_water_mark = 4});
  Writable& side = *sink.stream.writable();
  sink.write({sink.chunk("ab"), {}, {}});
  CHECK_FALSE(sink.write({sink.chunk("cd"), {}, {}}));
  side.written(Value());
  side.written(Value());
  sink.run_ticks();
  CHECK(sink.notes.log == Log{"write 1 of 2, 2 held", "wait 2 of 2, 4 held", "full",
                              "done 1 of 2, 2 held", "begin 2 of 2, 2 held", "done 2 of 2, 0 held",
                              "drain"});
}

TEST_CASE("An observer is told what a destroyed writable drops", "[stream]") {
  Observed sink;
  sink.stream.make_writable({.high_water_mark = 4});
  Writable& side = *sink.stream.writable();
  side.cork();
  sink.write({sink.chunk("abcd"), {}, {}});
  sink.notes.log.clear();
  side.fail_waiting();
  CHECK(sink.notes.log == Log{"drop 0 of 4, 0 held"});
}
