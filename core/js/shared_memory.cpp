#include "core/js/shared_memory.h"

#include <js/SharedArrayBuffer.h>
#include <js/StructuredClone.h>

#include <algorithm>

namespace loopscope::host {

namespace {

// Watched memory lives until the end of the run.
constexpr size_t kMostWatched = 64;
constexpr size_t kLargestWatched = 1U << 20;
constexpr size_t kWatchedCells = 64;

const uint8_t* memory_of(JSObject* buffer) {
  size_t length = 0;
  bool is_shared = false;
  uint8_t* data = nullptr;
  JS::GetSharedArrayBufferLengthAndData(buffer, &length, &is_shared, &data);
  return data;
}

}  // namespace

SharedMemory::SharedMemory() = default;
SharedMemory::~SharedMemory() = default;

uint32_t SharedMemory::enter(const void* memory) {
  return m_numbers[memory] = ++m_last;
}

uint32_t SharedMemory::made(JSContext* cx, JS::HandleObject buffer, bool watch) {
  const uint8_t* memory = memory_of(buffer);
  const uint32_t number = enter(memory);
  const size_t bytes = JS::GetSharedArrayBufferByteLength(buffer);
  if (!watch || m_watched.size() >= kMostWatched || bytes > kLargestWatched) return number;
  JS::CloneDataPolicy policy;
  policy.allowIntraClusterClonableSharedObjects();
  policy.allowSharedMemoryObjects();
  auto keeps = std::make_unique<JSAutoStructuredCloneBuffer>(JS::StructuredCloneScope::SameProcess,
                                                             nullptr, nullptr);
  const JS::RootedValue value(cx, JS::ObjectValue(*buffer));
  if (!keeps->write(cx, value, JS::UndefinedHandleValue, policy)) {
    JS_ClearPendingException(cx);
    return number;
  }
  const size_t cells = std::min(bytes / sizeof(int32_t), kWatchedCells);
  m_watched.push_back({number, reinterpret_cast<const volatile int32_t*>(memory),
                       std::vector<int32_t>(cells), std::move(keeps)});
  return number;
}

uint32_t SharedMemory::number_of(JSObject* buffer) {
  const uint8_t* memory = memory_of(buffer);
  const auto found = m_numbers.find(memory);
  return found == m_numbers.end() ? enter(memory) : found->second;
}

void SharedMemory::look(const OnChange& on_change) {
  for (Watched& watched : m_watched) {
    for (size_t cell = 0; cell < watched.seen.size(); ++cell) {
      const int32_t value = watched.cells[cell];
      if (value == watched.seen[cell]) continue;
      watched.seen[cell] = value;
      on_change(watched.number, static_cast<uint32_t>(cell), value);
    }
  }
}

}  // namespace loopscope::host
