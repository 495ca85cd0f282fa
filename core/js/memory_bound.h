#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <utility>

namespace loopscope::host {

// Bounds the memory of the process while a program runs, so that one array that is too large, or a
// native that allocates in one go, fails instead of taking the host's memory: the memory meter
// looks only now and then. Once the bound was met it is lifted (so that the run can be ended in
// order) and `exceeded` is true. One at a time in a process.
class MemoryBound {
 public:
  // `bytes` more than the process uses now. No bound under AddressSanitizer, whose shadow is
  // counted.
  explicit MemoryBound(uint64_t bytes);
  ~MemoryBound();
  MemoryBound(const MemoryBound&) = delete;
  MemoryBound& operator=(const MemoryBound&) = delete;

  // Allows for memory that is counted, but does not take any of the host's. From any thread, also
  // when the bound is gone.
  class Widener {
   public:
    explicit Widener(std::shared_ptr<std::atomic<bool>> alive) : m_alive(std::move(alive)) {}
    void widen(int64_t bytes) const;

   private:
    std::shared_ptr<std::atomic<bool>> m_alive;
  };
  Widener widener() const { return Widener(m_alive); }

  bool exceeded() const;
  // To be called when the engine has not got memory it asked for.
  void lift();

 private:
  std::shared_ptr<std::atomic<bool>> m_alive = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace loopscope::host
