#include "core/js/web_stream_recorder.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/js/agent.h"
#include "core/js/chunk_preview.h"
#include "core/js/describe.h"

namespace loopscope::host {

using trace::ChunkOp;

namespace {

// Whole numbers as large as a JSON reader keeps exactly.
int64_t whole(double size) {
  constexpr double kLargest = 9007199254740991.0;
  return static_cast<int64_t>(std::clamp(std::isnan(size) ? 0.0 : std::ceil(size), 0.0, kLargest));
}

uint32_t bounded(double size) {
  constexpr int64_t kLargest = std::numeric_limits<uint32_t>::max();
  return static_cast<uint32_t>(std::min(whole(size), kLargest));
}

}  // namespace

WebStreamRecorder::WebStreamRecorder(JSContext* cx, ChunkNames& names)
    : m_cx(cx), m_names(names), m_recorder(*agent_from(cx).options().recorder) {}

trace::Stamp WebStreamRecorder::stamp() const {
  return agent_from(m_cx).loop().log().stamp();
}

uint32_t WebStreamRecorder::open(std::string_view label) {
  const uint32_t id = m_names.new_stream();
  m_recorder.stream(stamp(),
                    {id, m_recorder.intern(label), m_recorder.intern(running_location(m_cx))});
  agent_from(m_cx).note_stream();
  return id;
}

void WebStreamRecorder::side_made(uint32_t stream, trace::StreamSide side, double mark,
                                  bool objects) {
  m_recorder.stream_side(stamp(), {stream, side, whole(mark), objects});
}

void WebStreamRecorder::changed(uint32_t stream, trace::StreamOp op, const JS::HandleValue* error) {
  trace::StringId text;
  if (error != nullptr) text = m_recorder.intern(describe_briefly(m_cx, *error));
  m_recorder.stream_op(stamp(), {op, stream, text, m_recorder.intern(running_location(m_cx))});
}

void WebStreamRecorder::piped(trace::PipeOp op, uint32_t source, uint32_t destination) {
  m_recorder.pipe(stamp(), {op, source, destination});
}

uint32_t WebStreamRecorder::moved(uint32_t stream, JS::HandleValue chunk, const Move& move) {
  trace::ChunkMove event{move.op, stream, move.number, 0, bounded(move.size), whole(move.held), {}};
  const bool arrives = move.op == ChunkOp::push || move.op == ChunkOp::pass ||
                       move.op == ChunkOp::write || move.op == ChunkOp::wait;
  if (arrives && move.number == 0) {
    const TaskId task = agent_from(m_cx).loop().log().running();
    const bool is_made = move.op == ChunkOp::push || move.op == ChunkOp::pass;
    const ChunkNames::Name name =
        m_names.name(chunk, stream, task, is_made ? move.in_work : 0, is_made ? move.in_work : 0);
    event.number = name.number;
    event.of = name.of;
    if (name.is_new) event.text = m_recorder.intern(preview_chunk(m_cx, chunk));
  }
  m_recorder.chunk(stamp(), event);
  return event.number;
}

}  // namespace loopscope::host
