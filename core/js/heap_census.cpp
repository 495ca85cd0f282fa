#include "core/js/heap_census.h"

#include <js/Array.h>
#include <js/ArrayBuffer.h>
#include <js/GCAPI.h>
#include <js/Object.h>
#include <js/Proxy.h>
#include <js/SharedArrayBuffer.h>
#include <js/String.h>
#include <js/UbiNode.h>
#include <js/UbiNodeBreadthFirst.h>

#include <algorithm>
#include <unordered_set>

#include "core/js/agent.h"

namespace loopscope::host {

namespace {

struct Nothing {};

constexpr uint64_t kMostElements = 1U << 24;

// A model of what things take: V8's sizes of a small object, a string's head, an element.
constexpr uint64_t kObjectBytes = 56;
constexpr uint64_t kStringBytes = 16;
constexpr uint64_t kElementBytes = 8;

uint64_t modelled_bytes(JSContext* cx, JSObject* object) {
  bool is_array = false;
  uint32_t length = 0;
  JS::RootedObject rooted(cx, object);
  // Of arrays that have as many elements as they say; a length alone takes nothing.
  if (!js::IsProxy(object) && JS::IsArrayObject(cx, rooted, &is_array) && is_array &&
      JS::GetArrayLength(cx, rooted, &length))
    return kObjectBytes + kElementBytes * std::min<uint64_t>(length, kMostElements);
  return kObjectBytes;
}

// One that was put together and not flattened holds no characters: its parts do.
uint64_t modelled_bytes(JSString* string, const ProgramPlace& place) {
  if (!JS_StringIsLinear(string)) return kStringBytes;
  const uint64_t width = JS::StringHasLatin1Chars(string) ? 1 : 2;
  return kStringBytes + width * (JS::GetStringLength(string) - place.characters_in(string));
}

// Visits every live thing once.
class Counter {
 public:
  using NodeData = Nothing;
  using Traversal = JS::ubi::BreadthFirst<Counter>;

  explicit Counter(JSContext* cx)
      : m_cx(cx),
        m_compartment(JS::GetCompartment(agent_from(cx).global())),
        m_mapped(agent_from(cx).mapped_buffers()),
        m_place(agent_from(cx).place()),
        m_path_lists(m_place.path_lists()) {}

  bool operator()(Traversal& traversal, const JS::ubi::Node&, const JS::ubi::Edge& edge, Nothing*,
                  bool first) {
    if (!first) return true;
    if (is_of_the_recorder(edge.referent) || is_path_list(edge.referent)) {
      traversal.abandonReferent();
      return true;
    }
    if (edge.referent.is<JSString>())
      m_census.heap += modelled_bytes(edge.referent.as<JSString>(), m_place);
    if (edge.referent.is<JSObject>()) count(edge.referent.as<JSObject>());
    return true;
  }

  const HeapCensus& census() const { return m_census; }
  // Of its array buffers, what the collector's books do not have.
  uint64_t mapped_bytes() const { return m_mapped_bytes; }

 private:
  // While lines are recorded there is a debugger in a compartment of its own, and what that has
  // looked at must not count: the figures are the same with it and without it.
  bool is_of_the_recorder(const JS::ubi::Node& node) const {
    const JS::Compartment* compartment = node.compartment();
    return compartment != nullptr && compartment != m_compartment;
  }

  bool is_path_list(const JS::ubi::Node& node) const {
    return node.is<JSObject>() && m_path_lists.contains(node.as<JSObject>());
  }

  void count(JSObject* object) {
    if (JS::IsArrayBufferObject(object))
      count_buffer(object);
    else if (JS::IsSharedArrayBufferObject(object))
      m_census.array_buffers += JS::GetSharedArrayBufferByteLength(object);
    m_census.heap += modelled_bytes(m_cx, object);
  }

  void count_buffer(JSObject* buffer) {
    const size_t length = JS::GetArrayBufferByteLength(buffer);
    m_census.array_buffers += length;
    bool shared = false;
    const JS::AutoCheckCannotGC no_gc;
    if (m_mapped.covers(JS::GetArrayBufferData(buffer, &shared, no_gc))) m_mapped_bytes += length;
  }

  JSContext* m_cx;
  const JS::Compartment* m_compartment;
  const MappedBuffers& m_mapped;
  const ProgramPlace& m_place;
  const std::unordered_set<const JSObject*> m_path_lists;
  HeapCensus m_census;
  uint64_t m_mapped_bytes = 0;
};

bool count(JSContext* cx, HeapCensus& census, uint64_t& mapped) {
  JS::ubi::RootList roots(cx);
  const auto [initialized, no_gc] = roots.init();
  if (!initialized) return false;
  Counter counter(cx);
  Counter::Traversal traversal(cx, counter, no_gc);
  traversal.wantNames = false;
  if (!traversal.addStart(JS::ubi::Node(&roots)) || !traversal.traverse()) return false;
  census = counter.census();
  mapped = counter.mapped_bytes();
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

bool count_reachable(JSContext* cx, HeapCensus& census) {
  uint64_t mapped = 0;
  return count(cx, census, mapped);
}

bool take_heap_census(JSContext* cx, HeapCensus& census) {
  JS_GC(cx);
  uint64_t cells = 0;
  uint64_t owned = 0;
  uint64_t mapped = 0;
  if (!read_books(cx, cells, owned) || !count(cx, census, mapped)) return false;
  census.heap = cells + owned - std::min(owned, census.array_buffers - mapped);
  return true;
}

}  // namespace loopscope::host
