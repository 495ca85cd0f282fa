#include "core/js/callbacks.h"

#include <js/TracingAPI.h>

#include <cassert>

namespace loopscope::host {

CallbackTable::CallbackTable(JSContext* cx) : m_cx(cx) {
  m_slots.emplace_back();  // slot 0 is never handed out
  JS_AddExtraGCRootsTracer(cx, &CallbackTable::trace, this);
}

CallbackTable::~CallbackTable() {
  JS_RemoveExtraGCRootsTracer(m_cx, &CallbackTable::trace, this);
}

uint32_t CallbackTable::add(CallbackKind kind, JSObject* callable, JSObject* payload,
                            JSObject* context) {
  uint32_t slot = 0;
  if (m_free.empty()) {
    slot = static_cast<uint32_t>(m_slots.size());
    m_slots.emplace_back();
  } else {
    slot = m_free.back();
    m_free.pop_back();
  }
  Callback& callback = m_slots[slot];
  callback.kind = kind;
  callback.callable = callable;
  callback.payload = payload;
  callback.context = context;
  return slot;
}

void CallbackTable::release(uint32_t slot) {
  Callback& callback = m_slots[slot];
  assert(callback.kind != CallbackKind::kFree);
  callback.kind = CallbackKind::kFree;
  // First, for what it holds may belong to what the others keep alive.
  callback.native = nullptr;
  callback.callable = nullptr;
  callback.payload = nullptr;
  callback.context = nullptr;
  m_free.push_back(slot);
}

void CallbackTable::trace(JSTracer* trc, void* self) {
  for (Callback& callback : static_cast<CallbackTable*>(self)->m_slots) {
    if (callback.kind == CallbackKind::kFree) continue;
    JS::TraceEdge(trc, &callback.callable, "callback");
    JS::TraceEdge(trc, &callback.payload, "callback payload");
    JS::TraceEdge(trc, &callback.context, "callback async context");
  }
}

}  // namespace loopscope::host
