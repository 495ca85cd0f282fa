#include "gui/player/timeline_model.h"

#include <catch2/catch.hpp>
#include <numeric>

#include "tests/unit/trace/sample_traces.h"

using namespace loopscope;
using namespace loopscope::gui;
using loopscope::trace::Queue;
using loopscope::trace::TaskIndex;
using loopscope::trace::TimelineIndex;
namespace samples = loopscope::trace::samples;

namespace {

// A view of all of a trace.
View whole(const TimelineModel& model, float width = 1'000) {
  return {0, (static_cast<double>(model.end().ns) + 1) / width, width};
}

uint64_t sum_of_counts(const auto& items) {
  return std::accumulate(items.begin(), items.end(), uint64_t{0},
                         [](uint64_t sum, const auto& item) { return sum + item.count; });
}

// What breaks the rules of a lane, or nothing.
std::string wrong_with(const LaneLayout& lane, const View& view) {
  float taken = -100;
  int depth = 0;
  for (const Bar& bar : lane.bars) {
    if (bar.depth < depth) return "depths are mixed";
    if (bar.depth > depth) taken = -100;
    depth = bar.depth;
    if (bar.x0 < taken) return "bars overlap";
    const bool inside = bar.x0 > -9 && bar.x1 < view.width_px + 9;
    if (inside && bar.x1 - bar.x0 < 0.99F) return "a bar can't be seen";
    if (bar.x0 < -10 || bar.x1 > view.width_px + 10) return "a bar reaches too far";
    taken = bar.x1;
  }
  return "";
}

// Tasks of a lane that began, each time they began.
uint64_t begun(const TimelineIndex& index, AgentId agent) {
  uint64_t count = 0;
  for (uint64_t step = 0; step < index.size(); ++step) {
    const trace::Event& event = index.trace().events[step];
    if (event.agent != agent || !trace::is<trace::Start>(event)) continue;
    if (index.tasks().subject(StepIndex{step})) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("A task is a bar from where it starts to where it ends") {
  samples::Script script;
  const TaskId task = script.enqueue(Queue::timers, "t", "a.js:1");  // at 1 µs
  script.start(task);                                                // 2 µs
  script.pass(VirtualTime::from_us(7));
  script.end();  // 10 µs
  const trace::Trace trace = script.take();
  const TimelineIndex index(trace);
  const TimelineModel model(index);
  std::vector<LaneLayout> lanes;
  model.prepare({0, 100, 200}, lanes);
  REQUIRE(lanes.size() == 1);
  REQUIRE(lanes[0].bars.size() == 1);
  CHECK(lanes[0].bars[0].x0 == Approx(20));
  CHECK(lanes[0].bars[0].x1 == Approx(100));
  CHECK(lanes[0].bars[0].queue == Queue::timers);
  CHECK(lanes[0].bars[0].task == TaskIndex{0});
}

TEST_CASE("The whole view counts every task, phase and mark once, at any width") {
  for (uint32_t seed = 1; seed <= 20; ++seed) {
    const trace::Trace trace = samples::RandomTrace(seed).make(2'000);
    const TimelineIndex index(trace);
    const TimelineModel model(index);
    for (const float width : {1.0F, 10.0F, 300.0F, 3'000.0F, 1e6F}) {
      const View view = whole(model, width);
      CAPTURE(seed, width);
      std::vector<LaneLayout> lanes;
      model.prepare(view, lanes);
      for (size_t lane = 0; lane < lanes.size(); ++lane) {
        REQUIRE(wrong_with(lanes[lane], view).empty());
        if (model.depth_of(lane) < 64)
          REQUIRE(sum_of_counts(lanes[lane].bars) == begun(index, lanes[lane].agent));
      }
      uint64_t lines = 0;
      for (const trace::Event& event : trace.events) lines += trace::is<trace::Console>(event);
      uint64_t marks = 0;
      for (const LaneLayout& lane : lanes) marks += sum_of_counts(lane.marks);
      REQUIRE(marks == lines);
    }
  }
}

TEST_CASE("In any view every task that can be seen is in a bar there") {
  const trace::Trace trace = samples::RandomTrace(5).make(4'000);
  const TimelineIndex index(trace);
  const TimelineModel model(index);
  std::vector<LaneLayout> lanes;
  uint32_t random = 9;
  for (int round = 0; round < 200; ++round) {
    random = random * 1'664'525 + 1'013'904'223;
    const double at = static_cast<double>(random % 1'000) / 1'000;
    const View view{static_cast<double>(model.end().ns) * at, 0.1 + at * (random % 700), 500};
    model.prepare(view, lanes);
    for (const LaneLayout& lane : lanes) REQUIRE(wrong_with(lane, view).empty());
    for (const trace::TaskLife& task : index.tasks().tasks()) {
      if (!task.started || !task.ended) continue;
      const auto x_of = [&](StepIndex step) {
        return (static_cast<double>(trace.at(step).time.ns) - view.start_ns) / view.ns_per_px;
      };
      const double x0 = x_of(*task.started);
      const double x1 = x_of(*task.ended);
      if (x1 < 0 || x0 > 500) continue;
      const size_t lane = task.agent == lanes[0].agent ? 0 : task.agent == lanes[1].agent ? 1 : 2;
      const bool seen = std::ranges::any_of(lanes[lane].bars, [&](const Bar& bar) {
        return bar.x0 <= std::max(x0, -9.9) + 3.1 && bar.x1 >= std::min(x1, 509.9) - 0.1;
      });
      REQUIRE(seen);
    }
  }
}

TEST_CASE("A task that takes no time can be seen beside one that takes long") {
  samples::Script script;
  auto& recorder = script.recorder();
  const auto run = [&](uint32_t id, int64_t from, int64_t to, Queue queue) {
    recorder.enqueue({{from}, {}, {}}, {id}, queue, "", "", {}, "");
    recorder.start({{from}, {}, {}}, {id});
    recorder.end({{to}, {}, {id}}, {id}, to - from);
  };
  run(1, 0, 1'000, Queue::timers);
  run(2, 1'000, 1'000, Queue::tick);
  run(3, 1'000, 2'000, Queue::check);
  const trace::Trace trace = script.take();
  const TimelineIndex index(trace);
  const TimelineModel model(index);
  LaneLayout lane;
  model.prepare_lane(0, {0, 10, 300}, lane);
  REQUIRE(lane.bars.size() == 3);
  CHECK(lane.bars[1].x0 == Approx(100));
  CHECK(lane.bars[1].x1 == Approx(102));
  CHECK(lane.bars[2].x0 == Approx(102));
  CHECK(lane.bars[2].x1 == Approx(200));
  // Folded they have the colour of the longest.
  model.prepare_lane(0, {0, 1'000, 300}, lane);
  REQUIRE(lane.bars.size() == 1);
  CHECK(lane.bars[0].count == 3);
  CHECK(lane.bars[0].task == TaskIndex{0});
  CHECK(lane.bars[0].queue == Queue::timers);
}

TEST_CASE("Bars stay the same while the view moves") {
  const trace::Trace trace = samples::RandomTrace(8).make(20'000);
  const TimelineIndex index(trace);
  const TimelineModel model(index);
  LaneLayout lane;
  model.prepare_lane(0, {0, 5'000, 400}, lane);
  const std::vector<Bar> before = lane.bars;
  model.prepare_lane(0, {5'000 * 100, 5'000, 400}, lane);
  size_t same = 0;
  for (const Bar& bar : before) {
    if (bar.x0 < 110 || bar.depth > 0) continue;
    same += std::ranges::any_of(lane.bars, [&](const Bar& moved) {
      return moved.task == bar.task && moved.count == bar.count;
    });
  }
  const auto expected =
      std::ranges::count_if(before, [](const Bar& bar) { return bar.x0 >= 110 && bar.depth == 0; });
  CHECK(same == static_cast<size_t>(expected));
}

TEST_CASE("A model that grew with its trace is one made at the end") {
  const trace::Trace trace = samples::RandomTrace(3).make(3'000);
  trace::Trace growing;
  trace::StringMover mover;
  TimelineIndex growing_index(growing);
  TimelineModel grown(growing_index);
  for (size_t step = 0; step < trace.size(); ++step) {
    growing.events.push_back(mover.moved(trace.events[step], trace.strings, growing.strings));
    if (step % 7 != 0 && step + 1 < trace.size()) continue;
    growing_index.extend();
    grown.extend();
  }
  const TimelineIndex index(trace);
  const TimelineModel model(index);
  std::vector<LaneLayout> a;
  std::vector<LaneLayout> b;
  model.prepare(whole(model), a);
  grown.prepare(whole(model), b);
  REQUIRE(a.size() == b.size());
  for (size_t lane = 0; lane < a.size(); ++lane) {
    REQUIRE(a[lane].bars.size() == b[lane].bars.size());
    for (size_t i = 0; i < a[lane].bars.size(); ++i) {
      CHECK(a[lane].bars[i].task == b[lane].bars[i].task);
      CHECK(a[lane].bars[i].count == b[lane].bars[i].count);
      CHECK(a[lane].bars[i].x1 == b[lane].bars[i].x1);
    }
    CHECK(sum_of_counts(a[lane].phases) == sum_of_counts(b[lane].phases));
    CHECK(sum_of_counts(a[lane].waits) == sum_of_counts(b[lane].waits));
  }
  CHECK(model.density(50) == grown.density(50));
}

TEST_CASE("Phases, waits and marks have their places") {
  samples::Script script;
  auto& recorder = script.recorder();
  recorder.phase({{1'000}, {}, {}}, trace::Phase::poll, 0);
  recorder.wait({{2'000}, {}, {}}, VirtualTime{9'000}, "the next timer");
  recorder.phase_end({{5'000}, {}, {}}, trace::Phase::poll);
  recorder.console({{6'000}, {}, {}}, trace::Stream::err, "a\n");
  recorder.phase({{7'000}, {}, {}}, trace::Phase::timers, 1);
  recorder.exit({{9'000}, {}, {}}, 1);
  const trace::Trace trace = script.take();
  const TimelineIndex index(trace);
  const TimelineModel model(index);
  LaneLayout lane;
  model.prepare_lane(0, {0, 100, 100}, lane);
  REQUIRE(lane.phases.size() == 2);
  CHECK(lane.phases[0].phase == trace::Phase::poll);
  CHECK(lane.phases[0].x0 == Approx(10));
  CHECK(lane.phases[0].x1 == Approx(50));
  CHECK(lane.phases[1].x1 == Approx(90));
  REQUIRE(lane.waits.size() == 1);
  CHECK(lane.waits[0].x0 == Approx(20));
  CHECK(lane.waits[0].x1 == Approx(50));
  REQUIRE(lane.marks.size() == 2);
  CHECK(lane.marks[0].kind == MarkKind::kConsoleErr);
  CHECK(lane.marks[0].step == StepIndex{3});
  CHECK(lane.marks[1].kind == MarkKind::kExit);
  CHECK(lane.marks[1].x == Approx(90));
}

TEST_CASE("Nested tasks have a depth, and the innermost is found at a time") {
  samples::Script script;
  const TaskId outer = script.enqueue(Queue::main, "outer", "");  // 1 µs
  script.start(outer);                                            // 2 µs
  const TaskId inner = script.enqueue(Queue::tick, "inner", "");  // 3 µs
  script.start(inner);                                            // 4 µs
  script.end();                                                   // 5 µs
  script.recorder().end({VirtualTime::from_us(9), {}, outer}, outer, 1);
  const trace::Trace trace = script.take();
  const TimelineIndex index(trace);
  const TimelineModel model(index);
  LaneLayout lane;
  model.prepare_lane(0, {0, 10, 1'000}, lane);
  REQUIRE(lane.bars.size() == 2);
  CHECK(lane.bars[0].depth == 0);
  CHECK(lane.bars[0].x1 == Approx(900));
  CHECK(lane.bars[1].depth == 1);
  CHECK(model.depth_of(0) == 2);
  CHECK(model.task_at({}, 4'500) == TaskIndex{1});
  CHECK(model.task_at({}, 8'000) == TaskIndex{0});
  CHECK_FALSE(model.task_at({}, 500));
  CHECK_FALSE(model.task_at({}, 9'500));
  CHECK_FALSE(model.task_at(AgentId{7}, 4'500));
}

TEST_CASE("A step is found by its time") {
  const trace::Trace trace = samples::quiz();
  const TimelineIndex index(trace);
  const TimelineModel model(index);
  CHECK(model.step_at(-5).value == 0);
  for (uint64_t step = 0; step < trace.size(); ++step) {
    const auto time = static_cast<double>(trace.events[step].time.ns);
    CHECK(model.step_at(time).value == step);
    CHECK(model.step_at(AgentId{}, time + 0.5).value == step);
  }
  CHECK(model.step_at(1e18).value == trace.size() - 1);
}

TEST_CASE("Arrows lead to a task along its causes, and from it to its effects") {
  samples::Script script;
  const TaskId a = script.enqueue(Queue::main, "a", "");
  script.start(a);
  const TaskId b = script.enqueue(Queue::tick, "b", "");
  const TaskId never = script.enqueue(Queue::timers, "never", "");
  script.end();
  script.start(b);
  const TaskId c = script.enqueue(Queue::tick, "c", "");
  const TaskId d = script.enqueue(Queue::tick, "d", "");
  script.end();
  script.run(c);
  script.run(d);
  CHECK(never);
  const trace::Trace trace = script.take();
  const TimelineIndex index(trace);
  const TimelineModel model(index);
  const auto shown = [&](uint32_t task, size_t limit) {
    std::vector<uint32_t> tasks;
    for (const Arrow& arrow : model.arrows(TaskIndex{task}, whole(model), limit)) {
      CHECK(arrow.x0 < arrow.x1);
      tasks.push_back(arrow.task.value);
    }
    return tasks;
  };
  CHECK(shown(1, 9) == std::vector<uint32_t>{1, 3, 4});
  CHECK(shown(1, 1) == std::vector<uint32_t>{1, 3});
  CHECK(shown(4, 9) == std::vector<uint32_t>{4, 1});
  CHECK(shown(0, 9) == std::vector<uint32_t>{1});
  CHECK(model.effects(TaskIndex{0}, 9) == std::vector{TaskIndex{1}, TaskIndex{2}});
  CHECK(model.effects(TaskIndex{0}, 1) == std::vector{TaskIndex{1}});
  CHECK(model.arrows(TaskIndex{}, whole(model), 9).empty());
}

TEST_CASE("The overview counts all events") {
  const trace::Trace trace = samples::RandomTrace(2).make(5'000);
  const TimelineIndex index(trace);
  const TimelineModel model(index);
  for (const size_t buckets : {size_t{1}, size_t{7}, size_t{1'000}, size_t{20'000}}) {
    const auto counts = model.density(buckets);
    REQUIRE(counts.size() == buckets);
    CHECK(std::accumulate(counts.begin(), counts.end(), uint64_t{0}) == trace.size());
  }
}

TEST_CASE("The overview begins with the first event, not with the machine") {
  samples::Script script;
  script.pass(VirtualTime::from_ms(25));
  for (int i = 0; i < 4; ++i) script.print("x");
  const trace::Trace trace = script.take();
  const TimelineIndex index(trace);
  const TimelineModel model(index);
  CHECK(model.begin() == VirtualTime{25'001'000});
  CHECK(model.density(4) == std::vector<uint32_t>{1, 1, 1, 1});
}

TEST_CASE("An empty trace has nothing to show") {
  const trace::Trace trace;
  const TimelineIndex index(trace);
  const TimelineModel model(index);
  std::vector<LaneLayout> lanes;
  model.prepare({0, 1, 100}, lanes);
  CHECK(lanes.empty());
  CHECK(model.end().ns == 0);
  CHECK(model.step_at(5).value == 0);
  CHECK(model.density(3) == std::vector<uint32_t>(3));
}

TEST_CASE("Senseless views and times do no harm") {
  samples::Script script;
  auto& recorder = script.recorder();
  constexpr int64_t kMost = std::numeric_limits<int64_t>::max();
  for (const int64_t time : {-kMost, int64_t{5}, int64_t{-3}, kMost, int64_t{0}}) {
    const uint32_t id = static_cast<uint32_t>(time & 0xFFFF) + 1;
    recorder.enqueue({{time}, {}, {}}, {id}, Queue::tick, "", "", {}, "");
    recorder.start({{time}, {}, {}}, {id});
    if (time > 0) recorder.end({{time}, {}, {id}}, {id}, 1);
    recorder.wait({{time}, {}, {}}, std::nullopt, "");
  }
  const trace::Trace trace = script.take();
  const TimelineIndex index(trace);
  const TimelineModel model(index);
  std::vector<LaneLayout> lanes;
  const double kOdd[] = {0,
                         -1,
                         1e-300,
                         1e300,
                         -1e300,
                         1e18,
                         std::numeric_limits<double>::infinity(),
                         std::numeric_limits<double>::quiet_NaN()};
  for (const double start : kOdd) {
    for (const double scale : kOdd) {
      model.prepare({start, scale, 100}, lanes);
      for (const Arrow& arrow : model.arrows(TaskIndex{1}, {start, scale, 100}, 5))
        CHECK(arrow.lane0 == 0);
    }
    model.step_at(start);
    model.task_at({}, start);
  }
  CHECK(model.density(10).size() == 10);
}
