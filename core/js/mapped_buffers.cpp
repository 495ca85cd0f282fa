#include "core/js/mapped_buffers.h"

#include <js/ArrayBuffer.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <utility>
#include <vector>

namespace loopscope::host {

namespace {

// Smaller files are copied.
constexpr uint64_t kSmallestMapping = 4 << 20;

// A file of the host's that is memory alone, holding these bytes; -1 if there can be none.
int memory_file(std::string_view bytes) {
  const int file = memfd_create("loopscope-file", MFD_CLOEXEC);
  if (file < 0) return -1;
  size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t count = write(file, bytes.data() + written, bytes.size() - written);
    if (count <= 0) {
      close(file);
      return -1;
    }
    written += static_cast<size_t>(count);
  }
  return file;
}

bool map_over_and_over(char* memory, uint64_t length, int file, size_t period) {
  for (uint64_t offset = 0; offset < length; offset += period) {
    const size_t part = static_cast<size_t>(std::min<uint64_t>(period, length - offset));
    if (mmap(memory + offset, part, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED | MAP_NORESERVE,
             file, 0) == MAP_FAILED)
      return false;
  }
  return true;
}

}  // namespace

struct MappedBuffers::State {
  explicit State(MemoryBound& memory_bound) : bound(memory_bound.widener()) {}
  ~State() {
    for (const MemoryFile& file : files) close(file.descriptor);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  struct Mapping {
    const char* begin = nullptr;
    uint64_t length = 0;
    const os::Source* source = nullptr;
  };
  struct MemoryFile {
    std::shared_ptr<const os::Source> source;
    int descriptor = -1;
  };

  // The mapping that this address lies in, or null.
  const Mapping* find(const void* memory) const {
    const auto* address = static_cast<const char*>(memory);
    const auto found = std::find_if(mappings.begin(), mappings.end(), [&](const Mapping& mapping) {
      return address >= mapping.begin && address < mapping.begin + mapping.length;
    });
    return found == mappings.end() ? nullptr : &*found;
  }

  void forget(const void* memory) {
    std::erase_if(mappings, [&](const Mapping& mapping) { return mapping.begin == memory; });
  }

  // The memory file of a source.
  int file_of(const std::shared_ptr<const os::Source>& source, std::string_view bytes) {
    for (const MemoryFile& file : files)
      if (file.source == source) return file.descriptor;
    const int descriptor = memory_file(bytes);
    if (descriptor >= 0) files.push_back({source, descriptor});
    return descriptor;
  }

  std::mutex mutex;
  MemoryBound::Widener bound;
  std::vector<Mapping> mappings;
  std::vector<MemoryFile> files;
};

namespace {

// What a buffer's owner is given back when it is freed.
template <typename State>
struct Held {
  std::shared_ptr<State> state;
  uint64_t length;
};

}  // namespace

MappedBuffers::MappedBuffers(MemoryBound& bound) : m_state(std::make_shared<State>(bound)) {}

void MappedBuffers::unmap(void* memory, void* length_and_state) {
  const std::unique_ptr<Held<State>> held(static_cast<Held<State>*>(length_and_state));
  munmap(memory, held->length);
  const std::scoped_lock lock(held->state->mutex);
  held->state->forget(memory);
  held->state->bound.widen(-static_cast<int64_t>(held->length));
}

JSObject* MappedBuffers::make(JSContext* cx, const std::shared_ptr<const os::Source>& source,
                              uint64_t length) {
  const os::Repetition* repetition = source ? source->repetition() : nullptr;
  if (repetition == nullptr || length < kSmallestMapping || length > source->size()) return nullptr;
  const std::unique_lock lock(m_state->mutex);
  const int file = m_state->file_of(source, repetition->bytes);
  if (file < 0) return nullptr;
  m_state->bound.widen(static_cast<int64_t>(length));
  void* memory =
      mmap(nullptr, length, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) {
    m_state->bound.widen(-static_cast<int64_t>(length));
    return nullptr;
  }
  auto* bytes = static_cast<char*>(memory);
  if (!map_over_and_over(bytes, length, file, repetition->bytes.size())) {
    munmap(memory, length);
    m_state->bound.widen(-static_cast<int64_t>(length));
    return nullptr;
  }
  repetition->head.copy(bytes, repetition->head.size());
  const uint64_t tail_begin = source->size() - repetition->tail.size();
  if (length > tail_begin)
    repetition->tail.copy(bytes + tail_begin, static_cast<size_t>(length - tail_begin));
  m_state->mappings.push_back({bytes, length, source.get()});
  auto held = std::make_unique<Held<State>>(Held<State>{m_state, length});
  JSObject* buffer = JS::NewExternalArrayBuffer(cx, length, memory, unmap, held.get());
  if (buffer != nullptr) {
    held.release();  // NOLINT: unmap() takes it back
    return buffer;
  }
  m_state->forget(bytes);
  munmap(memory, length);
  m_state->bound.widen(-static_cast<int64_t>(length));
  JS_ClearPendingException(cx);
  return nullptr;
}

bool MappedBuffers::holds(const void* memory, const os::Source& source, uint64_t offset) const {
  const std::scoped_lock lock(m_state->mutex);
  const State::Mapping* mapping = m_state->find(memory);
  return mapping != nullptr && mapping->source == &source &&
         static_cast<uint64_t>(static_cast<const char*>(memory) - mapping->begin) == offset;
}

bool MappedBuffers::covers(const void* memory) const {
  const std::scoped_lock lock(m_state->mutex);
  return m_state->find(memory) != nullptr;
}

}  // namespace loopscope::host
