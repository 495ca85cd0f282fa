#pragma once

#include <jsapi.h>

#include <cstddef>
#include <cstdint>

namespace loopscope::host {

// One SpiderMonkey context, set up so that what a program does, and how much of the CPU meter it
// uses, is the same in every run. Belongs to the thread that made it.
class Engine {
 public:
  // What the engine takes for the time wherever it asks (Date, Intl): microseconds since 1970. It
  // is the same for all engines of the process. The first argument is the real time.
  using Clock = double (*)(double, JSContext*);

  // heap_bytes bounds the garbage-collected heap (JSGC_MAX_BYTES). A child shares what never
  // changes with its parent, which must outlive it; null: it has none. Aborts if the engine cannot
  // start: nothing can be reported without it.
  Engine(uint64_t heap_bytes, Clock clock, JSRuntime* parent);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  JSContext* cx() const { return m_cx; }

  // How much native stack scripts get: near Node's default of 984 KiB in calls, since
  // SpiderMonkey's frames are larger than V8's.
  static constexpr size_t kScriptStackBytes = 2UL << 20;

  // How much native stack an agent's thread needs.
  static constexpr size_t kThreadStackBytes = 64UL << 20;

  // What a child takes of the host's memory before a program runs in it.
  static constexpr size_t kChildBytes = 8UL << 20;

 private:
  JSContext* m_cx;
};

}  // namespace loopscope::host
