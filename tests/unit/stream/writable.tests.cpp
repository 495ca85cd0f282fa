#include <catch2/catch.hpp>

#include "tests/unit/stream/fake_owner.h"

using namespace loopscope::stream;
using fakes::Owner;
using Log = std::vector<std::string>;

namespace {

struct Sink : Owner {
  explicit Sink(int64_t mark = 4, bool looks_before = false) {
    stream.make_writable({.high_water_mark = mark, .looks_before_it_writes = looks_before});
  }

  Writable& side() { return *stream.writable(); }
  bool write(const std::string& text, const std::string& callback = "") {
    return Owner::write({chunk(text), value("utf8"), callback.empty() ? Value() : value(callback)});
  }
  void done() { REQUIRE(side().written(Value())); }
  void answer_at_once() {
    on_write = [this](const Write&) { done(); };
  }
};

}  // namespace

TEST_CASE("write() says false at the mark, and drains when all is written", "[stream]") {
  Sink sink;
  CHECK(sink.write("ab"));
  CHECK_FALSE(sink.write("cd"));
  CHECK(sink.take_log() == Log{"write ab"});
  sink.done();
  CHECK(sink.take_log() == Log{"write cd"});
  sink.done();
  CHECK(sink.take_log() == Log{"drain"});
  CHECK(sink.side().length() == 0);
}

TEST_CASE("What is written at once may not count, by the version of Node", "[stream]") {
  for (const bool looks_before : {false, true}) {
    Sink sink(4, looks_before);
    sink.answer_at_once();
    CHECK(sink.write("abcdef") == !looks_before);
    CHECK(sink.side().need_drain == looks_before);
  }
}

TEST_CASE("Callbacks of writes that are done at once come after a tick, in order", "[stream]") {
  Sink sink;
  sink.answer_at_once();
  sink.write("a", "one");
  sink.write("b", "two");
  CHECK(sink.take_log() == Log{"write a", "write b"});
  sink.run_ticks();
  CHECK(sink.take_log() == Log{"one()", "two()"});
}

TEST_CASE("A corked stream gathers, and writes all as one if it can", "[stream]") {
  Sink sink;
  sink.has_writev_method = true;
  sink.side().cork();
  sink.side().cork();
  sink.write("a");
  sink.write("b", "two");
  sink.side().uncork();
  CHECK(sink.take_log().empty());
  sink.side().uncork();
  CHECK(sink.take_log() == Log{"writev a b"});
  sink.done();
  CHECK(sink.take_log() == Log{"two()"});
}

TEST_CASE("The end waits for what is written, and for final", "[stream]") {
  Sink sink;
  sink.has_final_method = true;
  sink.write("a");
  sink.side().end(Value(), sink.value("ended"));
  sink.run_ticks();
  CHECK(sink.take_log() == Log{"write a"});
  sink.done();
  CHECK(sink.take_log() == Log{"final"});
  sink.side().final_done(Value());
  sink.run_ticks();
  CHECK(sink.take_log() == Log{"prefinish", "ended()", "finish", "close"});
  CHECK(sink.side().finished);
}

TEST_CASE("A failed write fails what waits behind it", "[stream]") {
  Sink sink;
  sink.write("a", "one");
  sink.write("b", "two");
  sink.side().written(sink.value("disk full"));
  sink.run_ticks();
  CHECK(sink.take_log() ==
        Log{"write a", "one(disk full)", "two(disk full)", "error disk full", "close"});
}

TEST_CASE("A callback called twice is an error", "[stream]") {
  Sink sink;
  sink.write("a");
  sink.done();
  sink.take_log();
  sink.side().written(Value());
  sink.run_ticks();
  CHECK(sink.take_log() == Log{"error fault 6", "close"});
}

TEST_CASE("Nothing is taken after the end", "[stream]") {
  Sink sink;
  sink.answer_at_once();
  sink.side().end(Value(), Value());
  CHECK_FALSE(sink.write("a", "one"));
  sink.run_ticks();
  CHECK(sink.take_log() ==
        Log{"prefinish", "refused fault 2", "one(fault 2)", "error fault 2", "close"});
}
