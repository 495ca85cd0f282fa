#include "core/js/chunk_names.h"

#include <js/Equality.h>
#include <js/WeakMap.h>

namespace loopscope::host {

ChunkNames::ChunkNames(JSContext* cx) : m_cx(cx), m_numbers(cx), m_handed(cx) {}

ChunkNames::Name ChunkNames::name(JS::HandleValue chunk, uint32_t stream, TaskId task,
                                  uint32_t passed, uint32_t in_work) {
  const bool handed = m_handed.number != 0 && m_handed.task == task && m_handed.stream != stream;
  uint32_t known = known_number(chunk);
  if (known == 0 && handed && !chunk.isObject()) {
    bool same = false;
    JS::RootedValue other(m_cx, m_handed.chunk.get());
    if (JS::SameValue(m_cx, chunk, other, &same) && same) known = m_handed.number;
  }
  if (known > passed) return {known, 0, false};
  const uint32_t number = ++m_last_chunk;
  remember(chunk, number);
  if (in_work != 0) return {number, in_work, true};
  return {number, handed ? m_handed.number : 0, true};
}

uint32_t ChunkNames::name_part(JS::HandleValue chunk) {
  remember(chunk, ++m_last_chunk);
  return m_last_chunk;
}

void ChunkNames::hand(JS::HandleValue chunk, uint32_t number, uint32_t stream, TaskId task) {
  m_handed.chunk = chunk;
  m_handed.number = number;
  m_handed.stream = stream;
  m_handed.task = task;
}

uint32_t ChunkNames::known_number(JS::HandleValue chunk) {
  if (!chunk.isObject() || !m_numbers) return 0;
  JS::RootedObject key(m_cx, &chunk.toObject());
  JS::RootedObject map(m_cx, m_numbers);
  JS::RootedValue number(m_cx);
  if (!JS::GetWeakMapEntry(m_cx, map, key, &number)) JS_ClearPendingException(m_cx);
  return number.isNumber() ? static_cast<uint32_t>(number.toNumber()) : 0;
}

void ChunkNames::remember(JS::HandleValue chunk, uint32_t number) {
  if (!chunk.isObject()) return;
  if (!m_numbers) m_numbers = JS::NewWeakMapObject(m_cx);
  JS::RootedObject key(m_cx, &chunk.toObject());
  JS::RootedObject map(m_cx, m_numbers);
  JS::RootedValue value(m_cx, JS::NumberValue(number));
  if (!map || !JS::SetWeakMapEntry(m_cx, map, key, value)) JS_ClearPendingException(m_cx);
}

ChunkNames::Delivery::Delivery(ChunkNames& names, JSContext* cx)
    : m_names(names),
      m_chunk(cx, names.m_handed.chunk.get()),
      m_number(names.m_handed.number),
      m_stream(names.m_handed.stream),
      m_task(names.m_handed.task) {}

ChunkNames::Delivery::~Delivery() {
  m_names.hand(m_chunk, m_number, m_stream, m_task);
}

}  // namespace loopscope::host
