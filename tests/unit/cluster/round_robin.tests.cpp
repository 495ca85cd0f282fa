#include "core/cluster/round_robin.h"

#include <catch2/catch.hpp>

#include "core/cluster/listeners.h"

using namespace loopscope::cluster;

TEST_CASE("Connections go to the workers in the order in which these became free", "[cluster]") {
  RoundRobin round;
  CHECK_FALSE(round.join(1));
  CHECK_FALSE(round.join(2));
  CHECK(round.arrive(10) == Handing{1, 10});
  CHECK(round.arrive(11) == Handing{2, 11});
  CHECK(round.answer(2, 11, true).empty());
  CHECK(round.answer(1, 10, true).empty());
  CHECK(round.arrive(12) == Handing{2, 12});
  CHECK(round.arrive(13) == Handing{1, 13});
}

TEST_CASE("Connections wait while no worker is free, first come, first served", "[cluster]") {
  RoundRobin round;
  CHECK_FALSE(round.arrive(10));
  CHECK(round.join(1) == Handing{1, 10});
  CHECK_FALSE(round.arrive(11));
  CHECK_FALSE(round.arrive(12));
  CHECK(round.waiting() == 2);
  CHECK(round.answer(1, 10, true) == std::vector<Handing>{{1, 11}});
  CHECK(round.join(2) == Handing{2, 12});
  CHECK(round.waiting() == 0);
}

TEST_CASE("What a worker does not want goes to another", "[cluster]") {
  RoundRobin round;
  round.join(1);
  round.join(2);
  CHECK(round.arrive(10) == Handing{1, 10});
  CHECK(round.answer(1, 10, false) == std::vector<Handing>{{2, 10}});
  round.leave(1);
  CHECK_FALSE(round.arrive(11));
  CHECK(round.answer(2, 10, true) == std::vector<Handing>{{2, 11}});
}

TEST_CASE("A worker that has left is handed nothing any more", "[cluster]") {
  RoundRobin round;
  round.join(1);
  CHECK(round.arrive(10) == Handing{1, 10});
  round.leave(1);
  CHECK(round.answer(1, 10, true).empty());
  CHECK_FALSE(round.has_workers());
  CHECK_FALSE(round.arrive(11));
  CHECK(round.give_up() == std::vector<ConnectionId>{11});
  CHECK(round.waiting() == 0);
}

TEST_CASE("A listener whose last worker has left is no more", "[cluster]") {
  Listeners listeners;
  const ListenerId id = listeners.add("127.0.0.1:3000");
  CHECK(listeners.address(id) == "127.0.0.1:3000");
  listeners.remove(id);
  CHECK(listeners.round(id) == nullptr);
  CHECK(listeners.add("127.0.0.1:3000") != id);
}
