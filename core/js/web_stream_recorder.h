#pragma once

#include <jsapi.h>

#include <cstdint>
#include <string_view>

#include "core/js/chunk_names.h"
#include "core/trace/recorder.h"

namespace loopscope::host {

// Records web streams, which are JavaScript, by the numbers it gave them, with the events of Node's
// own streams. Exists for the time of one call; there is a trace then.
class WebStreamRecorder {
 public:
  WebStreamRecorder(JSContext* cx, ChunkNames& names);

  // A new stream's number.
  uint32_t open(std::string_view label);
  // A high-water mark may be infinite or a fraction.
  void side_made(uint32_t stream, trace::StreamSide side, double mark, bool objects);
  void changed(uint32_t stream, trace::StreamOp op, const JS::HandleValue* error);
  void piped(trace::PipeOp op, uint32_t source, uint32_t destination);

  struct Move {
    trace::ChunkOp op = trace::ChunkOp::push;
    double size = 0;
    double held = 0;
    uint32_t number = 0;   // 0: not known
    uint32_t in_work = 0;  // what the stream is transforming, or 0
  };
  // Returns the chunk's number.
  uint32_t moved(uint32_t stream, JS::HandleValue chunk, const Move& move);

 private:
  trace::Stamp stamp() const;

  JSContext* m_cx;
  ChunkNames& m_names;
  trace::Recorder& m_recorder;
};

}  // namespace loopscope::host
