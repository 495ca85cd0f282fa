#include "core/js/stream_recorder.h"

#include <algorithm>
#include <limits>
#include <string>

#include "core/js/agent.h"
#include "core/js/chunk_preview.h"
#include "core/js/describe.h"
#include "core/js/stream_host.h"

namespace loopscope::host {

using stream::Chunk;
using trace::ChunkOp;
using trace::StreamOp;

namespace {

uint32_t bounded(int64_t size) {
  constexpr int64_t kLargest = std::numeric_limits<uint32_t>::max();
  return static_cast<uint32_t>(std::clamp<int64_t>(size, 0, kLargest));
}

// The name of the object's class, as its prototype says. Runs no script.
std::string class_name(JSContext* cx, JS::HandleObject object) {
  const Description constructor = describe_constructor(cx, object);
  return constructor.label.empty() ? "Stream" : constructor.label;
}

}  // namespace

StreamRecorder::StreamRecorder(JSContext* cx, StreamHost& host, ChunkNames& names,
                               JS::HandleObject owner)
    : m_cx(cx), m_host(host), m_names(names), m_id(names.new_stream()) {
  const RunningCall call = running_call(cx);
  recorder().stream(stamp(), {m_id, recorder().intern(class_name(cx, owner)),
                              recorder().intern(call.location), recorder().intern(call.variable)});
}

trace::Stamp StreamRecorder::stamp() const {
  return agent_from(m_cx).loop().log().stamp();
}

trace::Recorder& StreamRecorder::recorder() const {
  return *agent_from(m_cx).options().recorder;
}

void StreamRecorder::side_made(trace::StreamSide side, int64_t mark, bool objects) {
  recorder().stream_side(stamp(), {m_id, side, mark, objects});
}

void StreamRecorder::named(std::string_view text) {
  recorder().stream_op(stamp(), {StreamOp::named, m_id, recorder().intern(text), {}});
}

void StreamRecorder::piped(trace::PipeOp op, uint32_t destination) {
  recorder().pipe(stamp(), {op, m_id, m_destinations[destination]});
}

void StreamRecorder::handed(JS::HandleValue chunk) {
  m_names.hand(chunk, static_cast<uint32_t>(m_taken_up), m_id,
               agent_from(m_cx).loop().log().running());
}

void StreamRecorder::moved(ChunkOp op, Chunk& chunk, int64_t held) {
  trace::ChunkMove move{op, m_id, 0, 0, bounded(chunk.length), held, {}};
  switch (op) {
    case ChunkOp::push:
    case ChunkOp::unshift:
    case ChunkOp::pass: {
      stream::Writable* writable = m_host.stream().writable();
      const uint64_t in_work = writable != nullptr ? writable->chunk_in_work() : 0;
      name_arrival(chunk, m_pushed, static_cast<uint32_t>(in_work), move);
      break;
    }
    case ChunkOp::write:
    case ChunkOp::wait:
      name_arrival(chunk, m_written, 0, move);
      break;
    case ChunkOp::read:
      if (chunk.number == 0) name_part(chunk, move);
      break;
    case ChunkOp::begin:
    case ChunkOp::done:
    case ChunkOp::drop:
      break;
  }
  move.number = static_cast<uint32_t>(chunk.number);
  recorder().chunk(stamp(), move);
}

void StreamRecorder::name_arrival(Chunk& chunk, uint32_t& passed, uint32_t in_work,
                                  trace::ChunkMove& move) {
  JS::RootedValue value(m_cx, m_host.values().get(chunk.value));
  const ChunkNames::Name name =
      m_names.name(value, m_id, agent_from(m_cx).loop().log().running(), passed, in_work);
  chunk.number = name.number;
  passed = std::max(passed, name.number);
  move.of = name.of;
  if (name.is_new) move.text = preview(chunk);
}

void StreamRecorder::name_part(Chunk& chunk, trace::ChunkMove& move) {
  move.of = static_cast<uint32_t>(chunk.made_of);
  if (!chunk.value) return;
  JS::RootedValue value(m_cx, m_host.values().get(chunk.value));
  chunk.number = m_names.name_part(value);
  move.text = preview(chunk);
}

trace::StringId StreamRecorder::preview(const Chunk& chunk) {
  JS::RootedValue value(m_cx, m_host.values().get(chunk.value));
  return recorder().intern(preview_chunk(m_cx, value));
}

void StreamRecorder::changed(StreamOp op, const stream::Value& error) {
  trace::StringId text;
  if (error) {
    JS::RootedValue value(m_cx, m_host.values().get(error));
    text = recorder().intern(describe_briefly(m_cx, value));
  }
  recorder().stream_op(stamp(), {op, m_id, text, recorder().intern(running_location(m_cx))});
}

}  // namespace loopscope::host
