#include "core/js/heap_census.h"

#include <js/ArrayBuffer.h>
#include <js/GCAPI.h>
#include <js/Object.h>
#include <js/SharedArrayBuffer.h>
#include <js/UbiNode.h>
#include <js/UbiNodeBreadthFirst.h>

#include <algorithm>

namespace loopscope::host {

namespace {

struct Nothing {};

// Visits every live thing once.
class BufferCounter {
 public:
  using NodeData = Nothing;
  using Traversal = JS::ubi::BreadthFirst<BufferCounter>;

  bool operator()(Traversal&, const JS::ubi::Node&, const JS::ubi::Edge& edge, Nothing*,
                  bool first) {
    if (!first || !edge.referent.is<JSObject>()) return true;
    JSObject* object = edge.referent.as<JSObject>();
    if (JS::IsArrayBufferObject(object))
      m_bytes += JS::GetArrayBufferByteLength(object);
    else if (JS::IsSharedArrayBufferObject(object))
      m_bytes += JS::GetSharedArrayBufferByteLength(object);
    return true;
  }

  uint64_t bytes() const { return m_bytes; }

 private:
  uint64_t m_bytes = 0;
};

bool count_buffers(JSContext* cx, uint64_t& bytes) {
  JS::ubi::RootList roots(cx);
  const auto [initialized, no_gc] = roots.init();
  if (!initialized) return false;
  BufferCounter counter;
  BufferCounter::Traversal traversal(cx, counter, no_gc);
  traversal.wantNames = false;
  if (!traversal.addStart(JS::ubi::Node(&roots)) || !traversal.traverse()) return false;
  bytes = counter.bytes();
  return true;
}

bool number_at(JSContext* cx, JS::HandleObject object, const char* name, uint64_t& number) {
  JS::RootedValue value(cx);
  if (!JS_GetProperty(cx, object, name, &value)) return false;
  number = static_cast<uint64_t>(value.toNumber());
  return true;
}

// The collector's own books: cells, and what cells own of malloc'd memory (contents of
// ArrayBuffers among it) as it was asked for.
bool read_books(JSContext* cx, uint64_t& cells, uint64_t& owned) {
  JS::RootedObject books(cx, js::gc::NewMemoryInfoObject(cx));
  JS::RootedValue zone(cx);
  if (!books || !JS_GetProperty(cx, books, "zone", &zone)) return false;
  JS::RootedObject zone_books(cx, &zone.toObject());
  return number_at(cx, books, "gcBytes", cells) && number_at(cx, zone_books, "mallocBytes", owned);
}

}  // namespace

bool take_heap_census(JSContext* cx, HeapCensus& census) {
  JS_GC(cx);
  uint64_t cells = 0;
  uint64_t owned = 0;
  if (!read_books(cx, cells, owned) || !count_buffers(cx, census.array_buffers)) return false;
  census.heap = cells + owned - std::min(owned, census.array_buffers);
  return true;
}

}  // namespace loopscope::host
