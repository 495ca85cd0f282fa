#pragma once

#include <jsapi.h>

#include <cstdint>
#include <unordered_map>

#include "core/js/chunk_names.h"
#include "core/stream/observer.h"
#include "core/trace/recorder.h"

namespace loopscope::host {

class StreamHost;

// Records one stream. It has one while a trace is recorded.
class StreamRecorder final : public stream::Observer {
 public:
  StreamRecorder(JSContext* cx, StreamHost& host, ChunkNames& names, JS::HandleObject owner);

  uint32_t id() const { return m_id; }

  void side_made(trace::StreamSide side, int64_t mark, bool objects);
  void named(std::string_view text);
  // Pipes to a destination that the owner knows by a number.
  void piped(trace::PipeOp op, uint32_t destination);
  // The same, telling which stream that is: 0 for what is none of Node's own.
  void knows_destination(uint32_t destination, uint32_t stream) {
    m_destinations[destination] = stream;
  }
  // A chunk is about to be handed to the program; then it is.
  void take_up(const stream::Chunk& chunk) { m_taken_up = chunk.number; }
  void handed(JS::HandleValue chunk);

  // stream::Observer
  void moved(trace::ChunkOp op, stream::Chunk& chunk, int64_t held) override;
  void changed(trace::StreamOp op, const stream::Value& error) override;

 private:
  trace::Stamp stamp() const;
  trace::Recorder& recorder() const;
  void name_arrival(stream::Chunk& chunk, uint32_t& passed, uint32_t in_work,
                    trace::ChunkMove& move);
  void name_part(stream::Chunk& chunk, trace::ChunkMove& move);
  trace::StringId preview(const stream::Chunk& chunk);

  JSContext* m_cx;
  StreamHost& m_host;
  ChunkNames& m_names;
  uint32_t m_id;
  uint32_t m_pushed = 0;   // the greatest number that came to the readable side
  uint32_t m_written = 0;  // and to the writable side
  uint64_t m_taken_up = 0;
  std::unordered_map<uint32_t, uint32_t> m_destinations;
};

}  // namespace loopscope::host
