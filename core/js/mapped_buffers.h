#pragma once

#include <jsapi.h>

#include <cstdint>
#include <memory>

#include "core/js/memory_bound.h"
#include "core/os/file_contents.h"

namespace loopscope::host {

// Memory for reading a large made-up file whole. It is as large as the file, and takes no more of
// the host's memory than the records the file repeats: they are mapped over and over. A page of its
// own comes into being where the program writes to it.
class MappedBuffers {
 public:
  explicit MappedBuffers(MemoryBound& bound);

  // An ArrayBuffer that holds the first `length` bytes of the source already. Null without an
  // exception: not a source to be mapped, or the host cannot.
  JSObject* make(JSContext* cx, const std::shared_ptr<const os::Source>& source, uint64_t length);

  // Whether this is memory made for the source, at the byte the source has at `offset`.
  bool holds(const void* memory, const os::Source& source, uint64_t offset) const;
  // Whether it is memory made here.
  bool covers(const void* memory) const;

 private:
  struct State;
  static void unmap(void* memory, void* length_and_state);

  std::shared_ptr<State> m_state;  // buffers may be freed after the agent, and on another thread
};

}  // namespace loopscope::host
