#include "core/os/thread_pool.h"

#include <catch2/catch.hpp>

using namespace loopscope;

TEST_CASE("four jobs run side by side and the fifth waits for the first thread", "[os][pool]") {
  os::ThreadPool pool;
  const VirtualTime job = VirtualTime::from_ms(10);
  for (int i = 0; i < 4; ++i) CHECK(pool.submit({}, job) == VirtualTime::from_ms(10));
  CHECK(pool.submit({}, job) == VirtualTime::from_ms(20));
}

TEST_CASE("with two threads and three equal jobs the third cannot finish first", "[os][pool]") {
  os::ThreadPool pool(2);
  const VirtualTime first = pool.submit({}, VirtualTime::from_ms(5));
  const VirtualTime second = pool.submit({}, VirtualTime::from_ms(5));
  const VirtualTime third = pool.submit({}, VirtualTime::from_ms(5));
  CHECK(third > first);
  CHECK(third > second);
}

TEST_CASE("an idle pool starts a job when it comes, not when its threads became free",
          "[os][pool]") {
  os::ThreadPool pool(1);
  pool.submit({}, VirtualTime::from_ms(1));
  CHECK(pool.submit(VirtualTime::from_ms(50), VirtualTime::from_ms(2)) == VirtualTime::from_ms(52));
}
