#include "core/trace/chrome_export.h"

#include <rapidjson/document.h>

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <sstream>

#include "sample_traces.h"

using namespace loopscope;
using namespace loopscope::trace;

namespace {

rapidjson::Document exported(const Trace& trace) {
  std::ostringstream out;
  write_chrome_trace(out, trace);
  rapidjson::Document document;
  document.Parse(out.str().c_str());
  return document;
}

// How deep slices are open at the end, by thread; below 0 at any time fails.
std::map<int, int> depths(const rapidjson::Document& document) {
  std::map<int, int> depth;
  for (const auto& event : document["traceEvents"].GetArray()) {
    const std::string type = event["ph"].GetString();
    int& open = depth[event["tid"].GetInt()];
    if (type == "B") ++open;
    if (type == "E") --open;
    REQUIRE(open >= 0);
  }
  return depth;
}

}  // namespace

TEST_CASE("the export is JSON, and every slice that begins ends") {
  for (uint32_t seed = 1; seed < 6; ++seed) {
    const rapidjson::Document document = exported(samples::RandomTrace(seed).make(2'000));
    REQUIRE_FALSE(document.HasParseError());
    for (const auto& [thread, open] : depths(document)) CHECK(open == 0);
  }
  CHECK_FALSE(exported(Trace()).HasParseError());
}

TEST_CASE("tasks are slices, with arrows from what scheduled them") {
  const rapidjson::Document document = exported(samples::quiz());
  std::set<std::string> slices;
  std::set<int> flows_begun;
  std::set<int> flows_ended;
  bool saw_console = false;
  for (const auto& event : document["traceEvents"].GetArray()) {
    const std::string type = event["ph"].GetString();
    if (type == "B") slices.insert(event["name"].GetString());
    if (type == "s") flows_begun.insert(event["id"].GetInt());
    if (type == "f") flows_ended.insert(event["id"].GetInt());
    if (type == "i") saw_console |= std::string(event["name"].GetString()) == "stdout: start";
    if (type == "B" && std::string(event["name"].GetString()) == "timeout") {
      CHECK(event["ts"].GetDouble() == Approx(1020.0));
      CHECK(std::string(event["args"]["scheduled by"].GetString()) == "main");
    }
  }
  for (const char* name :
       {"main", "tick", "promise", "timeout", "immediate", "check phase", "iteration 1"})
    CHECK(slices.contains(name));
  CHECK(flows_begun.size() == 4);
  CHECK(flows_begun == flows_ended);
  CHECK(saw_console);
}

TEST_CASE("each thread of the pool that has a job has a lane of its own") {
  samples::Script s;
  const TaskId main = s.enqueue(Queue::main, "main", "a.js:1:1");
  s.start(main);
  const VirtualTime begins = s.now() + VirtualTime::from_ms(1);
  const TaskId job =
      s.enqueue(Queue::poll, "readFile", "a.js:2:1", begins + VirtualTime::from_ms(2));
  s.recorder().job(s.stamp(), {job, 2, begins, 4});
  s.end();
  s.exit();
  const rapidjson::Document document = exported(s.take());
  int jobs = 0;
  std::set<std::string> lanes;
  for (const auto& event : document["traceEvents"].GetArray()) {
    const std::string type = event["ph"].GetString();
    if (type == "M") lanes.insert(event["args"]["name"].GetString());
    if (type != "X") continue;
    ++jobs;
    CHECK(std::string(event["name"].GetString()) == "readFile");
    CHECK(event["dur"].GetDouble() == Approx(2000.0));
  }
  CHECK(jobs == 1);
  CHECK(lanes.contains("pool thread 3"));
}
