// What the desktop app's timeline costs: a million events of busy agents taken in, shown at
// every zoom, searched.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "core/trace/recorder.h"
#include "core/trace/timeline_index.h"
#include "gui/player/task_search.h"
#include "gui/player/timeline_model.h"

namespace {

using namespace loopscope;
using namespace loopscope::gui;
using namespace loopscope::trace;

constexpr uint64_t kEvents = 1'000'000;
constexpr uint16_t kMostAgents = 4;
constexpr float kWidthPx = 1'500;

double milliseconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(now).count();
}

// One turn of an agent's loop: a wait, a timer that schedules ticks, one of which prints.
VirtualTime turn(Recorder& recorder, AgentId agent, VirtualTime now, uint32_t number) {
  const auto at = [&](TaskId task = {}) {
    now += VirtualTime{70 + number % 50};
    return Stamp{now, agent, task};
  };
  recorder.iteration(at(), number, now.ms());
  recorder.phase(at(), Phase::poll, 0);
  recorder.wait(at(), now, "the next timer");
  now += VirtualTime::from_us(number % 900);
  recorder.phase_end(at(), Phase::poll);
  recorder.phase(at(), Phase::timers, 1);
  const std::string place = "server.js:" + std::to_string(number % 100) + ":12";
  const TaskId timer = recorder.new_task();
  recorder.enqueue(at(), timer, Queue::timers, "handleRequest", place, {}, "");
  recorder.start(at(timer), timer);
  for (uint32_t i = 0; i < 5; ++i) {
    const TaskId tick = recorder.new_task();
    const Queue queue = i % 2 == 0 ? Queue::tick : Queue::microtask;
    recorder.enqueue(at(timer), tick, queue, "respond", place, timer, place);
    recorder.start(at(tick), tick);
    if (i == 0) {
      recorder.console(at(tick), trace::Stream::out,
                       "request " + std::to_string(number) + " served\n");
    }
    recorder.end(at(tick), tick, 300);
  }
  recorder.end(at(timer), timer, 900);
  recorder.phase_end(at(), Phase::timers);
  return now;
}

Trace server_trace(uint16_t agents) {
  MemorySink sink;
  Recorder recorder(sink);
  VirtualTime now[kMostAgents];
  for (uint32_t number = 1; recorder.events() < kEvents; ++number) {
    const auto agent = static_cast<uint16_t>(number % agents);
    now[agent] = turn(recorder, AgentId{agent}, now[agent], number);
  }
  return sink.take();
}

// The median and the worst of many runs of something short.
template <typename Work>
void measure(const char* what, int runs, Work work) {
  std::vector<double> times;
  for (int run = 0; run < runs; ++run) {
    const double before = milliseconds();
    work(run);
    times.push_back(milliseconds() - before);
  }
  std::ranges::sort(times);
  std::printf("%-40s median %8.3f ms   worst %8.3f ms\n", what, times[times.size() / 2],
              times.back());
}

void show_at_every_zoom(const TimelineModel& model) {
  std::vector<LaneLayout> lanes;
  const auto whole_ns = static_cast<double>(model.end().ns);
  for (double part = 1; part > 1e-8; part /= 10) {
    size_t bars = 0;
    const auto what = "prepare all lanes, zoom " + std::to_string(std::lround(1 / part));
    measure(what.c_str(), 101, [&](int run) {
      const double start_ns = whole_ns * (1 - part) * run / 101;
      model.prepare({start_ns, whole_ns * part / kWidthPx, kWidthPx}, lanes);
      bars = 0;
      for (const LaneLayout& lane : lanes)
        bars += lane.bars.size() + lane.phases.size() + lane.waits.size() + lane.marks.size();
    });
    std::printf("%40s %zu items\n", "", bars);
  }
}

void look_at(const TimelineModel& model) {
  measure("overview of 1,000 parts", 51, [&](int) { model.density(1'000); });
  measure("step at a time", 51,
          [&](int run) { model.step_at(static_cast<double>(model.end().ns) * run / 51); });
  measure("arrows of a task", 51, [&](int run) {
    model.arrows(TaskIndex{static_cast<uint32_t>(run) * 999}, {0, 1e6, kWidthPx}, 32);
  });
}

void search_in(const TimelineIndex& index) {
  measure("take in a million events to search", 5, [&](int) { const TaskSearch search(index); });
  TaskSearch search(index);
  measure("look for a text", 51, [&](int run) {
    search.look_for("request " + std::to_string(run));
    search.tasks(1'000);
    search.next({});
  });
}

}  // namespace

int main() {
  for (const uint16_t agents : {uint16_t{1}, kMostAgents}) {
    const Trace trace = server_trace(agents);
    const TimelineIndex index(trace);
    std::printf("%u %s\n", agents, agents == 1 ? "agent" : "agents");
    measure("take in a million events", 5, [&](int) { const TimelineModel model(index); });
    const TimelineModel model(index);
    show_at_every_zoom(model);
    look_at(model);
    search_in(index);
  }
}
