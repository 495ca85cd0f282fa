#pragma once

#include <jsapi.h>

#include <cstdint>
#include <deque>
#include <functional>
#include <vector>

namespace loopscope::host {

// What a loop slot stands for.
enum class CallbackKind : uint8_t {
  kFree,
  kFunction,   // call `callable` with the elements of `payload` (an array, or null for none)
  kJob,        // call `callable`, a promise job of the engine's
  kTimer,      // `callable` is a Timeout: hand it to the script side's timer dispatcher
  kImmediate,  // `callable` is an Immediate: the same
  kNative,     // call `native`; `callable` and `payload` are what it keeps alive
  kPromise,    // no callback: `callable` is a rejected promise, `payload` its reason if an object
};

// One slot. All its GC things are traced by the table.
struct Callback {
  CallbackKind kind = CallbackKind::kFree;
  JS::Heap<JSObject*> callable;
  JS::Heap<JSObject*> payload;
  JS::Heap<JSObject*> context;  // the async context frame it runs in, or null
  double async_id = 0;
  double trigger_async_id = 0;
  std::function<bool(JSContext*)> native;
};

// Owns what the loop's slots refer to, and roots it. A slot is valid from add() to release().
class CallbackTable {
 public:
  explicit CallbackTable(JSContext* cx);
  ~CallbackTable();
  CallbackTable(const CallbackTable&) = delete;
  CallbackTable& operator=(const CallbackTable&) = delete;

  uint32_t add(CallbackKind kind, JSObject* callable, JSObject* payload, JSObject* context);
  Callback& operator[](uint32_t slot) { return m_slots[slot]; }
  void release(uint32_t slot);

 private:
  static void trace(JSTracer* trc, void* self);

  JSContext* m_cx;
  std::deque<Callback> m_slots;  // stable addresses: JS::Heap does not like to move
  std::vector<uint32_t> m_free;
};

}  // namespace loopscope::host
