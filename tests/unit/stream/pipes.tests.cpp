#include "core/stream/pipes.h"

#include <catch2/catch.hpp>

using loopscope::stream::Pipes;

TEST_CASE("The source may go on once every destination that was full has drained", "[stream]") {
  Pipes pipes;
  pipes.add(1);
  pipes.add(2);
  pipes.await_drain(1);
  pipes.await_drain(2);
  pipes.await_drain(2);
  CHECK_FALSE(pipes.drained(1));
  CHECK(pipes.drained(2));
}

TEST_CASE("What is not piped to is not waited for", "[stream]") {
  Pipes pipes;
  pipes.add(1);
  pipes.await_drain(7);
  CHECK(pipes.waiting().empty());
  CHECK_FALSE(pipes.remove(7));
  CHECK(pipes.remove(1));
  CHECK(pipes.size() == 0);
}

TEST_CASE("One piped to twice goes once at a time", "[stream]") {
  Pipes pipes;
  pipes.add(1);
  pipes.add(1);
  CHECK(pipes.several());
  CHECK(pipes.remove(1));
  CHECK(pipes.size() == 1);
}
