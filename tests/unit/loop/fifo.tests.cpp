#include "core/loop/fifo.h"

#include <catch2/catch.hpp>

using loopscope::loop::Fifo;

TEST_CASE("A Fifo gives its items in the order they came", "[loop][fifo]") {
  Fifo<int> fifo;
  CHECK(fifo.empty());
  fifo.push(1);
  fifo.push(2);
  CHECK_FALSE(fifo.empty());
  CHECK(fifo.size() == 2);
  CHECK(fifo.pop() == 1);
  CHECK(fifo.size() == 1);
  fifo.push(3);
  CHECK(fifo.pop() == 2);
  CHECK(fifo.pop() == 3);
  CHECK(fifo.empty());
}

// Its front is dropped in large pieces; none may be lost or given twice on the way.
TEST_CASE("A Fifo keeps its order through a hundred thousand pushes and pops", "[loop][fifo]") {
  Fifo<int> fifo;
  int pushed = 0;
  int popped = 0;
  for (int round = 0; round < 1'000; ++round) {
    for (int i = 0; i < 100; ++i) fifo.push(pushed++);
    for (int i = 0; i < 70 + round % 60; ++i) {
      if (fifo.empty()) break;
      REQUIRE(fifo.pop() == popped++);
    }
    REQUIRE(fifo.size() == static_cast<size_t>(pushed - popped));
  }
  while (!fifo.empty()) REQUIRE(fifo.pop() == popped++);
  CHECK(popped == pushed);
}

TEST_CASE("A Fifo that is filled and emptied again and again is as new", "[loop][fifo]") {
  Fifo<int> fifo;
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 10'000; ++i) fifo.push(i);
    for (int i = 0; i < 10'000; ++i) REQUIRE(fifo.pop() == i);
    CHECK(fifo.empty());
    CHECK(fifo.size() == 0);
  }
}
