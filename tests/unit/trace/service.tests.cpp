#include <catch2/catch.hpp>
#include <sstream>

#include "conversation.h"
#include "core/trace/chrome_export.h"
#include "core/trace/diff.h"
#include "core/trace/latency_histogram.h"
#include "core/trace/load_text.h"
#include "core/trace/timeline_index.h"
#include "core/trace/timeline_text.h"

using namespace loopscope;
using namespace loopscope::trace;
using samples::after_ms;

namespace {

// A load generator sends a request at 1 ms, which waits for the loop from 2 ms to 5 ms. Its handler
// starts a job that is back at 8 ms; the response is on its way at 9 ms and there at 10 ms.
Trace service(uint32_t status) {
  MemorySink sink({1, "app.js", "00", "node20", 0, {}});
  Recorder r(sink);
  const auto at = [](int64_t ms, TaskId task = {}) { return samples::at_ms(ms, {}, task); };
  const auto outside = [](int64_t ms) { return samples::at_ms(ms, kOutside); };
  const StringId path = r.intern("GET /users");
  const TaskId data = r.new_task();
  const TaskId job = r.new_task();
  r.load(outside(0), {LoadOp::begin, 1, r.intern("readers"), r.intern("20/s for 5s"), 0, 0, 0, {}});
  r.wait(at(0), std::nullopt, "connections");
  r.request(outside(1), {RequestOp::send, 7, 3, 0, 1, path, {}});
  r.request(outside(2), {RequestOp::arrive, 7, 3, 0, 0, {}, {}});
  r.enqueue(at(5), data, Queue::poll, "socket data", "", {}, "");
  r.start(at(5, data), data);
  r.request(at(5, data), {RequestOp::handle, 7, 3, 0, 0, path, r.intern("app.js:3:1")});
  r.enqueue(at(6, data), job, Queue::poll, "query", "", data, "");
  r.end(at(6, data), data, 1'000'000);
  r.start(at(8, job), job);
  r.request(at(9, job), {RequestOp::head, 7, 3, status, 0, {}, {}});
  r.request(at(9, job), {RequestOp::finish, 7, 3, 0, 0, {}, {}});
  r.end(at(9, job), job, 1'000'000);
  r.request(outside(10), {RequestOp::receive, 7, 3, status, 0, {}, {}});
  r.load(outside(10), {LoadOp::end, 1, {}, {}, 1, 1, status / 500, r.intern("9000000:1")});
  r.manager(outside(11), {ManagerOp::command, 0, 0, 0, {}, r.intern("pm2 restart api"), 0});
  r.manager(outside(12),
            {ManagerOp::restart, 0, 0, 0, r.intern("api"), r.intern("exit code 1"), 3});
  return sink.take();
}

}  // namespace

TEST_CASE("requests are in the state from their first event to their last") {
  const Trace trace = service(200);
  const TimelineIndex index(trace);
  CHECK(index.state_at(after_ms(trace, 0)).machine().service.requests.empty());

  const State waiting = index.state_at(after_ms(trace, 3));
  const RequestState& request = waiting.machine().service.requests.at(7);
  CHECK(request.client == kOutside);
  CHECK(request.arrived == VirtualTime::from_ms(2));
  CHECK_FALSE(request.handled);
  CHECK(request.load == 1);
  CHECK(trace.view(request.text) == "GET /users");
  // What happens outside is not the agent's doing.
  CHECK(waiting.agent({})->wait);
  CHECK(waiting.agents().size() == 1);

  const State handled = index.state_at(after_ms(trace, 9));
  CHECK(handled.machine().service.requests.at(7).server == AgentId{});
  CHECK(handled.machine().service.requests.at(7).finished);
  const ServiceState end = index.state_at(StepIndex{trace.size()}).machine().service;
  CHECK(end.requests.empty());
  CHECK(end.loads.at(1).answered == 1);
  CHECK(end.loads.at(1).ended);
  CHECK(end.managed.at(0).restarts == 3);
}

TEST_CASE("the table of requests knows each one's steps and tasks") {
  const Trace trace = service(200);
  const TimelineIndex index(trace);
  REQUIRE(index.requests().requests().size() == 1);
  const RequestLife& life = index.requests().requests()[0];
  CHECK(life.number == 7);
  CHECK(life.status == 200);
  CHECK(life.client == kOutside);
  CHECK(life.server == AgentId{});
  CHECK(trace.at(*life.arrived).time == VirtualTime::from_ms(2));
  CHECK(index.requests().request_of(life.root) == 7);
  CHECK(index.requests().request_of(index.tasks().find({}, TaskId{2})) == 7);
  CHECK(index.requests().find(8) == nullptr);
}

TEST_CASE("the timeline tells of requests, loads and the manager") {
  std::ostringstream out;
  write_timeline(out, service(200), {});
  const std::string text = out.str();
  INFO(text);
  for (const char* const words :
       {"☷ load 1 begins, readers: 20/s for 5s",
        "⇄ request 7 is handled, 3 ms since it arrived: GET /users",
        "⇄ request 7 gets its response's head: 200", "☷ load 1 ends: 1 of 1 request answered",
        "⚙ $ pm2 restart api", "⚙ api 0: restart: exit code 1"}) {
    INFO(words);
    CHECK(text.find(words) != std::string::npos);
  }
}

TEST_CASE("the export has a span a request") {
  std::ostringstream out;
  write_chrome_trace(out, service(200));
  const std::string text = out.str();
  for (const char* const words :
       {R"("ph":"b","pid":1,"tid":65535,"ts":1000.000,"cat":"request","id":7,"name":"GET /users")",
        R"("cat":"request","id":7,"name":"handle")",
        R"("ph":"e","pid":1,"tid":65535,"ts":10000.000,"cat":"request","id":7)"}) {
    INFO(words);
    CHECK(text.find(words) != std::string::npos);
  }
}

TEST_CASE("the comparison says which responses and loads changed") {
  const std::string text = text_of(diff_traces(service(200), service(500)));
  CHECK(
      text.find("request 7 (GET /users) was answered with 500; before, it was answered with 200") !=
      std::string::npos);
  CHECK(text.find("the load readers had 1 of 1 requests answered, 1 failed") != std::string::npos);
}

TEST_CASE("the table of loads counts, and says why requests failed") {
  std::ostringstream out;
  write_loads(out, service(503));
  CHECK(out.str() ==
        "LOAD     SENT  ANSWERED  FAILED  MEDIAN  95 %  99 %  LONGEST\n"
        "readers     1         1       1    9 ms  9 ms  9 ms     9 ms\n"
        "  readers: 1 failed: status 503\n");
  std::ostringstream none;
  write_loads(none, Trace());
  CHECK(none.str() == "no load generators; a program declares them by @client\n");
}

TEST_CASE("a histogram tells percentiles to within two per cent, and the longest exactly") {
  LatencyHistogram histogram;
  CHECK(histogram.percentile_ns(500) == 0);
  for (int64_t i = 1; i <= 1'000; ++i) histogram.add(i * 1'000);
  CHECK(histogram.count() == 1'000);
  CHECK(histogram.max_ns() == 1'000'000);
  CHECK(histogram.percentile_ns(500) >= 500'000);
  CHECK(histogram.percentile_ns(500) <= 510'000);
  CHECK(histogram.percentile_ns(990) >= 990'000);
  CHECK(histogram.percentile_ns(1'000) == 1'000'000);
}

TEST_CASE("a histogram comes out of its text as it went in, and nothing else does") {
  LatencyHistogram histogram;
  for (const int64_t ns : {0, 5, 63, 64, 65, 1'000, 123'456'789, 2'000'000'000}) histogram.add(ns);
  histogram.add(9'000'000'001);
  const auto again = LatencyHistogram::parse(histogram.text());
  REQUIRE(again);
  CHECK(again->buckets() == histogram.buckets());
  CHECK(again->max_ns() == 9'000'000'001);
  CHECK(again->text() == histogram.text());
  CHECK(LatencyHistogram::parse("")->count() == 0);
  for (const char* const wrong : {"5", "5:", ":1", "5:1 ", " 5:1", "5:1,6:1", "6:1 5:1", "-1:1",
                                  "5:0", "5:99999999999999999999", "x"})
    CHECK_FALSE(LatencyHistogram::parse(wrong));
}
