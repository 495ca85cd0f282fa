#include "core/workers/wait_list.h"

#include <catch2/catch.hpp>

using namespace loopscope;
using namespace loopscope::workers;

namespace {

constexpr SharedCell kCell{1, 8};

Waiter waiter(uint16_t agent, uint32_t token = 0) {
  return {AgentId{agent}, token};
}

}  // namespace

TEST_CASE("the longest waiting is woken first, and only as many as were asked for") {
  WaitList list;
  for (const uint16_t agent : {3, 1, 2}) list.wait(kCell, waiter(agent));
  CHECK(list.notify(kCell, 2) == std::vector{waiter(3), waiter(1)});
  CHECK(list.notify(kCell, UINT64_MAX) == std::vector{waiter(2)});
  CHECK(list.notify(kCell, 1).empty());
}

TEST_CASE("cells and buffers are apart") {
  WaitList list;
  list.wait(kCell, waiter(1));
  CHECK(list.notify({1, 12}, 1).empty());
  CHECK(list.notify({2, 8}, 1).empty());
  CHECK(list.notify(kCell, 0).empty());
  CHECK(list.notify(kCell, 1).size() == 1);
}

TEST_CASE("who leaves is not woken; who was woken cannot leave") {
  WaitList list;
  list.wait(kCell, waiter(1));
  list.wait(kCell, waiter(1, 7));
  CHECK(list.leave(kCell, waiter(1)));
  CHECK(list.notify(kCell, 5) == std::vector{waiter(1, 7)});
  CHECK_FALSE(list.leave(kCell, waiter(1, 7)));
}

TEST_CASE("an agent that has ended waits for nothing") {
  WaitList list;
  list.wait(kCell, waiter(1));
  list.wait(kCell, waiter(2));
  list.forget(AgentId{1});
  CHECK(list.notify(kCell, 5) == std::vector{waiter(2)});
}
