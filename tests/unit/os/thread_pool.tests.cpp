#include "core/os/thread_pool.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace loopscope;

TEST_CASE("four jobs run side by side and the fifth waits for the first thread", "[os][pool]") {
  os::ThreadPool pool;
  const VirtualTime job = VirtualTime::from_ms(10);
  for (int i = 0; i < 4; ++i) CHECK(pool.submit({}, job).is_done == VirtualTime::from_ms(10));
  CHECK(pool.submit({}, job).is_done == VirtualTime::from_ms(20));
}

TEST_CASE("with two threads and three equal jobs the third cannot finish first", "[os][pool]") {
  os::ThreadPool pool(2);
  const VirtualTime first = pool.submit({}, VirtualTime::from_ms(5)).is_done;
  const VirtualTime second = pool.submit({}, VirtualTime::from_ms(5)).is_done;
  const VirtualTime third = pool.submit({}, VirtualTime::from_ms(5)).is_done;
  CHECK(third > first);
  CHECK(third > second);
}

TEST_CASE("an idle pool starts a job when it comes, not when its threads became free",
          "[os][pool]") {
  os::ThreadPool pool(1);
  pool.submit({}, VirtualTime::from_ms(1));
  const os::ThreadPool::Place second =
      pool.submit(VirtualTime::from_ms(50), VirtualTime::from_ms(2));
  CHECK(second.begins == VirtualTime::from_ms(50));
  CHECK(second.is_done == VirtualTime::from_ms(52));
}

TEST_CASE("the fifth job begins on the thread that is free first", "[os][pool]") {
  os::ThreadPool pool;
  for (int ms : {4, 2, 3, 5}) pool.submit({}, VirtualTime::from_ms(ms));
  const os::ThreadPool::Place fifth = pool.submit({}, VirtualTime::from_ms(10));
  CHECK(fifth.thread == 1);
  CHECK(fifth.begins == VirtualTime::from_ms(2));
  CHECK(fifth.is_done == VirtualTime::from_ms(12));
}

TEST_CASE("work is carried out in the order in which jobs are done, up to a moment", "[os][pool]") {
  os::ThreadPool pool;
  std::string done;
  pool.submit({}, VirtualTime::from_ms(3), [&] { done += "c"; });
  pool.submit({}, VirtualTime::from_ms(1), [&] { done += "a"; });
  pool.submit({}, VirtualTime::from_ms(1), [&] { done += "b"; });
  pool.carry_out({});
  CHECK(done.empty());
  pool.carry_out(VirtualTime::from_ms(2));
  CHECK(done == "ab");
  pool.carry_out(VirtualTime::from_ms(9));
  CHECK(done == "abc");
}

TEST_CASE("the number of threads is fixed once a job has come", "[os][pool]") {
  os::ThreadPool pool;
  pool.set_threads(0);
  CHECK(pool.threads() == 1);
  pool.set_threads(5000);
  CHECK(pool.threads() == os::ThreadPool::kMaxThreads);
  pool.set_threads(2);
  pool.submit({}, VirtualTime::from_ms(1));
  pool.set_threads(8);
  CHECK(pool.threads() == 2);
}

TEST_CASE("slow jobs take no more than half of the threads", "[os][pool]") {
  os::ThreadPool pool;
  const VirtualTime slow = VirtualTime::from_ms(10);
  std::vector<VirtualTime> begin;
  for (int i = 0; i < 5; ++i)
    begin.push_back(pool.submit({}, slow, {}, os::ThreadPool::Kind::kSlow).begins);
  CHECK(begin == std::vector<VirtualTime>{{}, {}, slow, slow, slow + slow});
  // Two threads are free all the time.
  for (int i = 0; i < 2; ++i)
    CHECK(pool.submit({}, VirtualTime::from_ms(1)).begins == VirtualTime{});
}

TEST_CASE("a pool of one thread has room for one slow job", "[os][pool]") {
  os::ThreadPool pool(1);
  pool.submit({}, VirtualTime::from_ms(3));
  const os::ThreadPool::Place slow =
      pool.submit({}, VirtualTime::from_ms(10), {}, os::ThreadPool::Kind::kSlow);
  CHECK(slow.begins == VirtualTime::from_ms(3));
  CHECK(pool.submit({}, VirtualTime::from_ms(1)).begins == VirtualTime::from_ms(13));
}
