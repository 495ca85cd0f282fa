// What the desktop app's timeline costs: a million events of busy agents taken in, shown at
// every zoom, searched.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "bench/server_trace.h"
#include "core/trace/recorder.h"
#include "core/trace/timeline_index.h"
#include "gui/player/task_search.h"
#include "gui/player/timeline_model.h"

namespace {

using namespace loopscope;
using namespace loopscope::gui;
using namespace loopscope::trace;
using namespace loopscope::bench;

constexpr float kWidthPx = 1'500;

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
