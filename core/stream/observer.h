#pragma once

#include <cstdint>

#include "core/stream/chunk.h"
#include "core/trace/vocabulary.h"

namespace loopscope::stream {

// Who is told what becomes of a stream and its chunks, for the trace. A stream works the same
// without one.
class Observer {
 public:
  virtual ~Observer() = default;

  // A chunk moves; `held` is what that side's buffer holds after it. A chunk that has no number yet
  // may be given one.
  virtual void moved(trace::ChunkOp op, Chunk& chunk, int64_t held) = 0;
  // The stream changes; `error` goes with StreamOp::error.
  virtual void changed(trace::StreamOp op, const Value& error) = 0;
};

}  // namespace loopscope::stream
