#pragma once

#include <cstdint>

namespace loopscope::sim {

// What process.memoryUsage() tells, in bytes. Of a model: garbage, and when V8 would collect it, is
// not simulated.
struct MemoryFigures {
  uint64_t resident = 0;
  uint64_t heap_total = 0;
  uint64_t heap_used = 0;
  uint64_t external = 0;
};

// Of a program that holds that much in its heap and in ArrayBuffers. What V8 and Node themselves
// take when nothing of the program runs yet comes on top, so that figures look like Node's.
constexpr MemoryFigures memory_figures(uint64_t heap, uint64_t array_buffers) {
  constexpr uint64_t kKiB = 1024;
  constexpr uint64_t kMiB = 1024 * kKiB;
  constexpr uint64_t kOwnHeap = 4 * kMiB;
  constexpr uint64_t kOwnExternal = 3 * kMiB / 2;
  constexpr uint64_t kOwnResident = 38 * kMiB;
  constexpr uint64_t kHeapSpare = 2 * kMiB;
  constexpr uint64_t kHeapChunk = 256 * kKiB;
  // Rounded, so that a few bytes more or less of our own show nowhere.
  constexpr uint64_t kHeapStep = 64 * kKiB;
  MemoryFigures figures;
  figures.heap_used = kOwnHeap + (heap + kHeapStep / 2) / kHeapStep * kHeapStep;
  figures.heap_total = (figures.heap_used + kHeapChunk - 1) / kHeapChunk * kHeapChunk + kHeapSpare;
  figures.external = kOwnExternal + array_buffers;
  figures.resident = kOwnResident + figures.heap_total + figures.external;
  return figures;
}

}  // namespace loopscope::sim
