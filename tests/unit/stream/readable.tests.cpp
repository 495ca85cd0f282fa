#include <catch2/catch.hpp>

#include "tests/unit/stream/fake_owner.h"

using namespace loopscope::stream;
using fakes::Owner;
using Log = std::vector<std::string>;

namespace {

struct Source : Owner {
  explicit Source(int64_t mark = 8) { stream.make_readable({.high_water_mark = mark}); }

  Readable& side() { return *stream.readable(); }
  bool push(const std::string& text) {
    REQUIRE(side().admit(false) == Readable::Admission::kTake);
    REQUIRE(Owner::push(chunk(text)));
    return side().can_push_more();
  }
  std::string read(std::optional<int64_t> size = std::nullopt) {
    Chunk result;
    REQUIRE(Owner::read(size, result));
    return result.value ? text(result.value) : "(null)";
  }
};

}  // namespace

TEST_CASE("push() says when the mark is reached", "[stream]") {
  Source source(4);
  CHECK(source.push("ab"));
  CHECK_FALSE(source.push("cd"));
  CHECK(source.side().length() == 4);
}

TEST_CASE("Chunks are joined and cut to the size asked for", "[stream]") {
  Source source;
  source.push("abc");
  source.push("def");
  CHECK(source.read(2) == "ab");
  CHECK(source.read(2) == "cd");
  CHECK(source.read(5) == "(null)");
  CHECK(source.read() == "ef");
  CHECK(source.read() == "(null)");
  CHECK(source.side().length() == 0);
}

TEST_CASE("A read beyond the mark raises it to a power of two", "[stream]") {
  Source source(8);
  source.read(9);
  CHECK(source.side().high_water_mark == 16);
}

TEST_CASE("_read() is called until the buffer is full, and not while it is busy", "[stream]") {
  Source source(4);
  int calls = 0;
  source.on_read = [&](int64_t size) {
    CHECK(size == 4);
    ++calls;
    source.push("ab");
  };
  source.read(0);
  CHECK(calls == 1);
  source.run_ticks();
  CHECK(calls == 2);
  CHECK(source.side().length() == 4);
  source.on_read = [&](int64_t) { ++calls; };
  source.read(1);
  source.read(0);
  CHECK(calls == 3);
}

TEST_CASE("A data listener makes it flow after a tick", "[stream]") {
  Source source;
  source.side().data_listener_added();
  CHECK(source.side().flowing == true);
  source.push("a");
  CHECK(source.take_log().empty());
  source.run_ticks();
  CHECK(source.take_log() == Log{"resume", "data a"});
  source.push("b");
  CHECK(source.take_log() == Log{"data b"});
  source.side().pause();
  source.push("c");
  CHECK(source.take_log() == Log{"pause"});
}

TEST_CASE("It ends once all is read, and then destroys itself", "[stream]") {
  Source source;
  source.side().data_listener_added();
  source.push("a");
  source.side().add_end();
  source.run_ticks();
  CHECK(source.take_log() == Log{"resume", "data a", "readable", "end", "close"});
  CHECK(source.side().destroyed);
  CHECK(source.side().end_emitted);
}

TEST_CASE("What comes after the end is an error", "[stream]") {
  Source source;
  source.side().add_end();
  CHECK(source.side().admit(false) == Readable::Admission::kRefuse);
  CHECK(source.side().destroyed);
  source.run_ticks();
  CHECK(source.take_log() == Log{"error fault 0", "close"});
}

TEST_CASE("An exception in a listener leaves the stream usable", "[stream]") {
  Source source;
  source.side().data_listener_added();
  source.run_ticks();
  source.throws_in_data = [] { return true; };
  CHECK_FALSE(source.Owner::push(source.chunk("a")));
  source.throws_in_data = [] { return false; };
  source.take_log();
  source.push("b");
  CHECK(source.take_log() == Log{"data b"});
}

TEST_CASE("A stream that is gone keeps no values", "[stream]") {
  {
    Source source;
    source.push("a");
    source.read();
    source.push("bcd");
    source.read(1);
    source.stream.destroy(source.value("error"), Value());
    source.run_ticks();
    CHECK(source.held() == 2);  // what is left to read, and the error
  }
}
