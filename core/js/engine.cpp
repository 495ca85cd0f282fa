#include "core/js/engine.h"

#include <js/ContextOptions.h>
#include <js/Date.h>
#include <js/Initialization.h>
#include <js/LocaleSensitive.h>
#include <jsfriendapi.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace loopscope::host {

namespace {

// `first_collection_mib`: nothing is collected before the heap has grown so far, or what it holds
// outside by a quarter of that. Most programs end sooner; servers run for long, and there are many.
struct HeapSizes {
  uint32_t nursery_bytes;
  uint32_t first_collection_mib;
};
constexpr HeapSizes kFirst{16U << 20, 64};
constexpr HeapSizes kChild{1U << 20, 16};

// The engine's process-wide state: from the first context to the end of the process, when every
// context must be gone.
class Library {
 public:
  static void start() { static const Library library; }

 private:
  Library() {
    // Node takes these from the host; a run must not.
    setenv("TZ", "UTC", 1);
    if (JS_Init()) return;
    std::fputs("loopscope: the JavaScript engine did not start\n", stderr);
    std::abort();
  }
  ~Library() { JS_ShutDown(); }
};

// Without Ion the engine's interrupt checks come exactly once a call and once a loop iteration, in
// every tier, if no script starts in the tier below the baseline interpreter (measured: fib(27)
// counts 635,621 calls in every run). That count is the CPU meter.
void make_meterable(JSContext* cx) {
  JS_SetGlobalJitCompilerOption(cx, JSJITCOMPILER_ION_ENABLE, 0);
  JS_SetGlobalJitCompilerOption(cx, JSJITCOMPILER_BASELINE_INTERPRETER_WARMUP_TRIGGER, 0);
  JS_SetOffthreadIonCompilationEnabled(cx, false);
}

// Collections come from what was allocated, never from how long something took.
void make_collections_deterministic(JSContext* cx, uint64_t heap_bytes, const HeapSizes& sizes) {
  JS_SetGCParameter(cx, JSGC_MAX_BYTES,
                    static_cast<uint32_t>(std::min<uint64_t>(heap_bytes, UINT32_MAX)));
  JS_SetGCParameter(cx, JSGC_MIN_NURSERY_BYTES, sizes.nursery_bytes);
  JS_SetGCParameter(cx, JSGC_MAX_NURSERY_BYTES, sizes.nursery_bytes);
  JS_SetGCParameter(cx, JSGC_INCREMENTAL_GC_ENABLED, 0);
  JS_SetGCParameter(cx, JSGC_HIGH_FREQUENCY_TIME_LIMIT, 0);
  JS_SetGCParameter(cx, JSGC_ALLOCATION_THRESHOLD, sizes.first_collection_mib);
  JS_SetGCParameter(cx, JSGC_MALLOC_THRESHOLD_BASE, sizes.first_collection_mib / 4);
}

}  // namespace

Engine::Engine(uint64_t heap_bytes, Clock clock, JSRuntime* parent) {
  Library::start();
  // Offered as a way to blur the clock; putting another in its place is the extreme of that.
  JS::SetReduceMicrosecondTimePrecisionCallback(clock);
  m_cx = JS_NewContext(static_cast<uint32_t>(std::min<uint64_t>(heap_bytes, UINT32_MAX)), parent);
  if (m_cx == nullptr) {
    std::fputs("loopscope: no memory for a JavaScript context\n", stderr);
    std::abort();
  }
  JS_SetDefaultLocale(JS_GetRuntime(m_cx), "en-US");
  JS_SetFutexCanWait(m_cx);
  make_meterable(m_cx);
  make_collections_deterministic(m_cx, heap_bytes, parent == nullptr ? kFirst : kChild);
  // Async stacks cost more than half of a promise job (measured); v8_stack makes Node's own.
  JS::ContextOptionsRef(m_cx).setAsyncStack(false).setImportAssertions(true);
  JS_SetNativeStackQuota(m_cx, kScriptStackBytes);
  if (!JS::InitSelfHostedCode(m_cx)) {
    std::fputs("loopscope: the engine's own JavaScript did not load\n", stderr);
    std::abort();
  }
}

Engine::~Engine() {
  JS_DestroyContext(m_cx);
}

}  // namespace loopscope::host
