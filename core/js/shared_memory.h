#pragma once

#include <jsapi.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

class JSAutoStructuredCloneBuffer;

namespace loopscope::host {

// The SharedArrayBuffers of a machine, by number. Each is told of when it is made, for addresses
// may be used again.
class SharedMemory {
 public:
  SharedMemory();
  ~SharedMemory();
  SharedMemory(const SharedMemory&) = delete;
  SharedMemory& operator=(const SharedMemory&) = delete;

  // A new one. `watch`: look at what its first cells hold, if it is not too large.
  uint32_t made(JSContext* cx, JS::HandleObject buffer, bool watch);
  // The number of a buffer's memory, wherever it is used.
  uint32_t number_of(JSObject* buffer);

  // Calls back for each watched cell that holds something else than when it was looked at last.
  using OnChange = std::function<void(uint32_t buffer, uint32_t cell, int32_t value)>;
  void look(const OnChange& on_change);

 private:
  struct Watched {
    uint32_t number = 0;
    const volatile int32_t* cells = nullptr;
    std::vector<int32_t> seen;
    std::unique_ptr<JSAutoStructuredCloneBuffer> keeps;  // the memory alive
  };

  uint32_t enter(const void* memory);

  std::unordered_map<const void*, uint32_t> m_numbers;  // looked up, never walked
  std::vector<Watched> m_watched;
  uint32_t m_last = 0;
};

}  // namespace loopscope::host
