// What the trace costs: a million events of an ordinary mix recorded, written, read, indexed.
#include <sys/resource.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/trace/diff.h"
#include "core/trace/json_writer.h"
#include "core/trace/reader.h"
#include "core/trace/recorder.h"
#include "core/trace/timeline_index.h"
#include "core/trace/timeline_text.h"

namespace {

using namespace loopscope;
using namespace loopscope::trace;

constexpr uint64_t kEvents = 1'000'000;

class Discard final : public Sink {
 public:
  void event(const Event& event, const StringTable&) override { m_sum += event.words[0]; }
  uint32_t sum() const { return m_sum; }

 private:
  uint32_t m_sum = 0;
};

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// Tasks that schedule ticks, jobs, timers and immediates from a hundred places, and print now and
// then: the mix and the string lengths of a real program's trace.
void record(Recorder& recorder) {
  constexpr Queue kQueues[] = {Queue::tick, Queue::microtask, Queue::timers, Queue::check};
  uint32_t id = 0;
  VirtualTime now;
  while (recorder.events() < kEvents) {
    ++id;
    now += {1'300};
    const AgentId agent{};
    const Stamp stamp{now, agent, TaskId{id > 1 ? id - 1 : 0}};
    const std::string line = "server.js:" + std::to_string(id % 100);
    const Queue queue = kQueues[id % 4];
    recorder.enqueue(stamp, {id}, queue, "handleRequest", line + ":12", stamp.task, line + ":3",
                     queue == Queue::timers ? std::optional(now) : std::nullopt);
    if (queue == Queue::tick || queue == Queue::microtask)
      recorder.drain({now, agent, {}}, queue, 1);
    if (queue == Queue::timers) recorder.timer(stamp, TimerOp::create, {id}, 1, false);
    recorder.start({now, agent, {id}}, {id});
    if (id % 8 == 0)
      recorder.console({now, agent, {id}}, Stream::out,
                       "request " + std::to_string(id) + " served\n");
    recorder.end({now + VirtualTime{900}, agent, {id}}, {id}, 900);
  }
}

void report(const char* what, double seconds) {
  std::printf("%-34s %7.3f s  %6.2f M events/s\n", what, seconds,
              static_cast<double>(kEvents) / seconds / 1e6);
}

template <typename Work>
void measure(const char* what, Work work) {
  const double before = cpu_seconds();
  work();
  report(what, cpu_seconds() - before);
}

// A jump to anywhere, and a step back, as a viewer makes them.
void seek(const Trace& trace) {
  constexpr uint64_t kJumps = 2'000;
  const TimelineIndex index(trace);
  Cursor cursor(index);
  uint64_t place = 1;
  double before = cpu_seconds();
  for (uint64_t i = 0; i < kJumps; ++i) {
    place = (place * 48'271 + 11) % trace.size();
    cursor.seek(StepIndex{place});
  }
  std::printf("%-34s %7.1f µs\n", "jump to any step",
              (cpu_seconds() - before) / static_cast<double>(kJumps) * 1e6);
  before = cpu_seconds();
  for (uint64_t i = 0; i < kJumps; ++i) cursor.back();
  std::printf("%-34s %7.1f µs\n", "a step back",
              (cpu_seconds() - before) / static_cast<double>(kJumps) * 1e6);
}

}  // namespace

int main() {
  const auto path = std::filesystem::temp_directory_path() / "loopscope-trace-bench.jsonl";
  measure("record, nobody listening", [] {
    Discard discard;
    Recorder recorder(discard);
    record(recorder);
    if (discard.sum() == 1) std::puts("");
  });
  measure("record to memory", [] {
    MemorySink sink;
    Recorder recorder(sink);
    record(recorder);
  });
  measure("record to a file", [&] {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    {
      JsonLinesWriter writer(to_file(file), {});
      Recorder recorder(writer);
      record(recorder);
    }
    std::fclose(file);
  });
  ReadResult read;
  measure("read it", [&] { read = read_trace_file(path); });
  if (read.error) std::printf("%s\n", read.error->text().c_str());
  measure("index it", [&] { const TimelineIndex index(read.trace); });
  seek(read.trace);
  measure("show it as a timeline", [&] {
    std::ofstream out("/dev/null");
    write_timeline(out, read.trace);
  });
  measure("compare it with itself", [&] { diff_traces(read.trace, read.trace); });
  const auto bytes = static_cast<double>(std::filesystem::file_size(path));
  std::printf("%zu events, %zu bytes each in memory, %.1f bytes in the file, %zu strings\n",
              read.trace.events.size(), sizeof(Event), bytes / static_cast<double>(kEvents),
              read.trace.strings.size());
  std::filesystem::remove(path);
}
