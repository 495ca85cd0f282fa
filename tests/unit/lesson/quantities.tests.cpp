#include "core/lesson/quantities.h"

#include <catch2/catch.hpp>

using namespace loopscope;
using namespace loopscope::lesson;

TEST_CASE("A duration is a number and a unit", "[scenario][quantities]") {
  const std::pair<const char*, int64_t> durations[] = {
      {"80ns", 80},
      {"250us", 250'000},
      {"250µs", 250'000},
      {"2ms", 2'000'000},
      {"1.5s", 1'500'000'000},
      {"0.25ms", 250'000},
      {"2m", 120'000'000'000},
      {"1h", 3'600'000'000'000},
      {"0ms", 0},
  };
  for (const auto& [text, ns] : durations) {
    CAPTURE(text);
    CHECK(parse_duration(text) == VirtualTime{ns});
  }
}

TEST_CASE("Whatever else stands in its place is no duration", "[scenario][quantities]") {
  for (const char* text : {"", "ms", "5", "5 ms", " 5ms", "5ms ", "5MS", "5sec", "-5ms", "+5ms",
                           "5ms5", "nanms", "infms", "1e300s", "200000h", "0x5ms", "five ms"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_duration(text).has_value());
  }
}

TEST_CASE("A range is two durations, or one for both ends", "[scenario][quantities]") {
  const auto range = parse_duration_range("500us..2ms");
  REQUIRE(range.has_value());
  CHECK(range->shortest == VirtualTime::from_us(500));
  CHECK(range->longest == VirtualTime::from_ms(2));

  const auto same = parse_duration_range("3ms");
  REQUIRE(same.has_value());
  CHECK(same->shortest == VirtualTime::from_ms(3));
  CHECK(same->longest == VirtualTime::from_ms(3));

  CHECK(parse_duration_range("2ms..2ms").has_value());
}

TEST_CASE("A range that goes down or lacks an end is none", "[scenario][quantities]") {
  for (const char* text : {"", "..", "2ms..", "..2ms", "5ms..2ms", "2..5ms", "2ms...5ms", "2ms-5ms",
                           "1ms..2ms..3ms"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_duration_range(text).has_value());
  }
}

TEST_CASE("A size is a number of bytes with a decimal or binary unit", "[scenario][quantities]") {
  const std::pair<const char*, uint64_t> sizes[] = {
      {"4096", 4096},
      {"512B", 512},
      {"10kB", 10'000},
      {"3MB", 3'000'000},
      {"2GB", 2'000'000'000},
      {"1KiB", 1024},
      {"64MiB", 64ULL << 20},
      {"2GiB", 2ULL << 30},
      {"1TiB", 1ULL << 40},
      {"1.5KiB", 1536},
      {"0", 0},
  };
  for (const auto& [text, bytes] : sizes) {
    CAPTURE(text);
    CHECK(parse_size(text) == bytes);
  }
}

TEST_CASE("Whatever else stands in its place is no size", "[scenario][quantities]") {
  for (const char* text : {"", "B", "10 kB", "10KB", "10kb", "-1", "1TB", "9999999TiB", "nan"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_size(text).has_value());
  }
}

TEST_CASE("A count is a whole number and nothing beside it", "[scenario][quantities]") {
  CHECK(parse_count("0") == 0);
  CHECK(parse_count("42") == 42);
  CHECK(parse_count("18446744073709551615") == UINT64_MAX);
  for (const char* text :
       {"", "-1", "+1", "1.5", "1e3", "0x10", " 1", "1 ", "ten", "18446744073709551616"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_count(text).has_value());
  }
}
