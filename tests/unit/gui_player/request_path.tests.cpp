#include "gui/player/request_path.h"

#include <catch2/catch.hpp>

#include "core/trace/recorder.h"
#include "gui/player/request_parts.h"
#include "tests/unit/trace/conversation.h"

using namespace loopscope;
using namespace loopscope::gui;
using namespace loopscope::trace;

namespace {

// Request 7 is sent at 1 ms and there at 2, its handler runs from 5 to 6 ms, then waits for a pool
// job that is done at 8 ms; its callback runs from 9 to 10 ms and fails with another error than it
// met. The response, a 409, is with its client at 12 ms.
Trace conflict() {
  MemorySink sink({1, "app.js", "00", "node20", 0, {}});
  Recorder r(sink);
  const auto at = [](int64_t ms, TaskId task = {}) { return samples::at_ms(ms, {}, task); };
  const auto outside = [](int64_t ms) { return samples::at_ms(ms, kOutside); };
  const TaskId data = r.new_task();
  const TaskId job = r.new_task();
  r.iteration(at(0), 1, 0);
  r.request(outside(1), {RequestOp::send, 7, 3, 0, 1, r.intern("POST /users"), {}});
  r.request(outside(2), {RequestOp::arrive, 7, 3, 0, 0, {}, {}});
  r.enqueue(at(5), data, Queue::poll, "socket data", "", {}, "");
  r.start(at(5, data), data);
  r.request(at(5, data), {RequestOp::handle, 7, 3, 0, 0, r.intern("POST /users"), {}});
  r.line(at(5, data), "routes/users.js:3:1", "create", 1, "");
  r.line(at(5, data), "repositories/userRepo.js:5:1", "insert", 2, "");
  r.enqueue(at(6, data), job, Queue::poll, "sql INSERT", "", data, "", VirtualTime::from_ms(8));
  r.job(at(6, data), {job, 0, VirtualTime::from_ms(6), 4});
  r.end(at(6, data), data, 1'000'000);
  r.start(at(9, job), job);
  r.line(at(9, job), "repositories/userRepo.js:7:1", "insert", 1,
         "rows = undefined\nerror = [Error: SQLITE_CONSTRAINT: not unique] {…}");
  r.leave_frame(at(9, job), FrameExit::returned, 1, "Promise (rejected: AppError: That is taken)");
  r.line(at(9, job), "routes/users.js:9:1", "create", 1, "err = AppError: That is taken");
  r.request(at(10, job), {RequestOp::head, 7, 3, 409, 0, {}, {}});
  r.request(at(10, job), {RequestOp::finish, 7, 3, 0, 0, {}, {}});
  r.end(at(10, job), job, 1'000'000);
  r.request(outside(12), {RequestOp::receive, 7, 3, 409, 0, {}, {}});
  r.iteration(at(13), 2, 13);
  return sink.take();
}

}  // namespace

TEST_CASE("the way of a request through files is that of its tasks") {
  const Trace trace = conflict();
  const TimelineIndex index(trace);
  FileVisits visits(index);
  visits.extend();
  CHECK(visits.files() == std::vector<std::string>{"routes/users.js", "repositories/userRepo.js"});
  const auto path = visits.path(7, trace.size(), 10);
  REQUIRE(path.size() == 4);
  CHECK(path[1].file == 1);
  CHECK(path[2].file == 1);
  CHECK(path[3].file == 0);
  CHECK(trace.view(path[0].function) == "create");
  CHECK(path[0].line == 3);
  CHECK(visits.path(7, samples::after_ms(trace, 6).value, 10).size() == 2);
  CHECK(visits.path(7, trace.size(), 1).size() == 1);
  CHECK(visits.path(8, trace.size(), 10).empty());
}

TEST_CASE("an error is told where it is another than before") {
  const Trace trace = conflict();
  const TimelineIndex index(trace);
  FileVisits visits(index);
  visits.extend();
  const auto errors = visits.errors(7, trace.size());
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].text == "Error: SQLITE_CONSTRAINT: not unique");
  CHECK(errors[1].text == "AppError: That is taken");
  CHECK(errors[1].file == 1);
  CHECK(visits.errors(7, samples::after_ms(trace, 6).value).empty());
}

TEST_CASE("the parts of a request say what it waits for, and when it is the loop") {
  const Trace trace = conflict();
  const TimelineIndex index(trace);
  RequestParts parts(index);
  parts.extend();
  const RequestLife& request = index.requests().requests()[0];
  std::vector<std::pair<RequestPartKind, int64_t>> told;
  for (const RequestPart& part : parts.parts(request))
    told.emplace_back(part.kind, (part.to_ns - part.from_ns) / 1'000'000);
  using enum RequestPartKind;
  CHECK(told == std::vector<std::pair<RequestPartKind, int64_t>>{{kNetwork, 1},
                                                                 {kBacklog, 3},
                                                                 {kRuns, 1},
                                                                 {kPool, 2},
                                                                 {kLoop, 1},
                                                                 {kRuns, 1},
                                                                 {kNetwork, 2}});
  CHECK(parts.tasks(7).size() == 2);
  CHECK(parts.fate(request, samples::after_ms(trace, 9).value) == RequestFate::kOpen);
  CHECK(parts.fate(request, trace.size()) == RequestFate::kAnswered);
  CHECK(latencies(index, 1, trace.size()).max_ns() == 11'000'000);
  CHECK(latencies(index, 0, trace.size()).count() == 0);
}
