#include <catch2/catch.hpp>

#include "tests/unit/stream/fake_owner.h"

using namespace loopscope::stream;
using fakes::Owner;

namespace {

// Both sides of a Transform: it has been given a chunk to transform, and reads `mark` ahead.
struct Transformer : Owner {
  explicit Transformer(int64_t mark = 4) {
    stream.make_readable({.high_water_mark = mark});
    stream.make_writable({});
  }

  void push(const std::string& text) { REQUIRE(Owner::push(chunk(text))); }
};

}  // namespace

TEST_CASE("A transformed chunk is called back at once while there is room to read", "[stream]") {
  Transformer transformer;
  transformer.push("abc");
  CHECK(transformer.stream.after_transform(0) == AfterTransform::kCallBack);
}

TEST_CASE("At the mark the callback is held until what was made has been read", "[stream]") {
  Transformer transformer;
  transformer.push("abcd");
  CHECK(transformer.stream.after_transform(0) == AfterTransform::kHold);
}

TEST_CASE("A transform that made nothing is called back, however much is there", "[stream]") {
  Transformer transformer;
  transformer.push("abcdef");
  CHECK(transformer.stream.after_transform(6) == AfterTransform::kCallBack);
}

TEST_CASE("Nobody waits for room once the writable side has ended", "[stream]") {
  Transformer transformer;
  transformer.push("abcdef");
  transformer.stream.writable()->ended = true;
  CHECK(transformer.stream.after_transform(0) == AfterTransform::kCallBack);
}

TEST_CASE("After the end of what is read, the callback comes in a tick", "[stream]") {
  Transformer transformer;
  transformer.push("abcdef");
  transformer.stream.readable()->ended = true;
  CHECK(transformer.stream.after_transform(0) == AfterTransform::kCallBackSoon);
}
