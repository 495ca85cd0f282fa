#include "core/trace/sorted_blocks.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <set>

using loopscope::trace::SortedBlocks;

TEST_CASE("a sequence in blocks is sorted like a set, whatever is put in and taken out") {
  SortedBlocks<uint32_t> blocks;
  std::set<uint32_t> set;
  uint32_t random = 7;
  for (int round = 0; round < 20'000; ++round) {
    random = random * 1'664'525 + 1'013'904'223;
    const uint32_t value = (random >> 8) % 6'000;
    // First it grows over many blocks, then it shrinks to nothing.
    if ((random >> 28) < (round < 10'000 ? 12U : 4U)) {
      blocks.insert(value);
      set.insert(value);
    } else {
      const uint32_t least = set.empty() ? value : *set.lower_bound(value % (*set.rbegin() + 1));
      blocks.erase(least);
      set.erase(least);
    }
    REQUIRE(blocks.size() == set.size());
    if (round % 500 == 0) REQUIRE(std::equal(set.begin(), set.end(), blocks.begin(), blocks.end()));
  }
  for (const uint32_t value : set) {
    REQUIRE(blocks.find(value) != nullptr);
    CHECK(*blocks.find(value) == value);
  }
  CHECK(blocks.find(7'000U) == nullptr);
}

TEST_CASE("sequences are equal by what they hold, not by their blocks") {
  SortedBlocks<uint32_t> upwards;
  SortedBlocks<uint32_t> downwards;
  for (uint32_t i = 0; i < 3'000; ++i) {
    upwards.insert(i);
    downwards.insert(2'999 - i);
  }
  CHECK(upwards == downwards);
  downwards.erase(1'500U);
  CHECK_FALSE(upwards == downwards);
  const SortedBlocks<uint32_t> nothing;
  CHECK(nothing.empty());
  CHECK_FALSE(nothing == upwards);
}
