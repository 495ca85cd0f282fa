#include "core/trace/stream_state.h"

#include <algorithm>

namespace loopscope::trace {

namespace {

// Events of a stream that the trace never introduced are of one nobody knows.
StreamState* find(Streams& streams, uint32_t id) {
  const auto found = streams.find(id);
  return found == streams.end() ? nullptr : &found->second;
}

void hold(StreamBuffer& buffer, int64_t held) {
  buffer.held = held;
  buffer.highest = std::max(buffer.highest, held);
}

void move_readable(ReadableState& side, const ChunkMove& move) {
  switch (move.op) {
    case ChunkOp::push:
    case ChunkOp::unshift:
      side.buffer.put(move.number, move.size, move.op == ChunkOp::unshift);
      break;
    case ChunkOp::read:
      side.buffer.take(move.size);
      ++side.buffer.chunks_out;
      side.buffer.size_out += move.size;
      break;
    case ChunkOp::pass:
      ++side.buffer.chunks_in;
      ++side.buffer.chunks_out;
      side.buffer.size_in += move.size;
      side.buffer.size_out += move.size;
      break;
    default:
      return;
  }
  hold(side.buffer, move.held);
}

void begin_write(WritableState& side, const ChunkMove& move) {
  side.in_work.push_back({0, move.number, move.size});
}

void move_writable(WritableState& side, const ChunkMove& move) {
  StreamBuffer& buffer = side.buffer;
  switch (move.op) {
    case ChunkOp::write:
      ++buffer.chunks_in;
      buffer.size_in += move.size;
      begin_write(side, move);
      break;
    case ChunkOp::wait:
      buffer.put(move.number, move.size, false);
      break;
    case ChunkOp::begin:
      buffer.take(move.size);
      begin_write(side, move);
      break;
    case ChunkOp::done:
      buffer.chunks_out += side.in_work.size();
      buffer.size_out += move.size;
      side.in_work.clear();
      break;
    case ChunkOp::drop:
      buffer.clear();
      break;
    default:
      return;
  }
  if (side.full && (move.op == ChunkOp::write || move.op == ChunkOp::wait)) ++side.ignored;
  hold(buffer, move.held);
}

bool is_of_readable(ChunkOp op) {
  return op == ChunkOp::push || op == ChunkOp::unshift || op == ChunkOp::read ||
         op == ChunkOp::pass;
}

void change_readable(ReadableState& side, StreamOp op) {
  switch (op) {
    case StreamOp::flows:
      side.mode = ReadMode::flows;
      break;
    case StreamOp::paused:
      side.mode = ReadMode::paused;
      break;
    case StreamOp::listened:
      side.mode = ReadMode::listened;
      break;
    case StreamOp::ended:
      side.ended = true;
      break;
    case StreamOp::end:
      side.ended = side.end_emitted = true;
      break;
    default:
      break;
  }
}

void change_writable(WritableState& side, const StreamChange& change) {
  switch (change.op) {
    case StreamOp::full:
      side.full = true;
      side.told_at = change.from;
      break;
    case StreamOp::drain:
      side.full = false;
      break;
    case StreamOp::corked:
      ++side.corked;
      break;
    case StreamOp::uncorked:
      if (side.corked > 0) --side.corked;
      break;
    case StreamOp::ending:
      side.ending = true;
      break;
    case StreamOp::finish:
      side.finished = true;
      break;
    default:
      break;
  }
}

}  // namespace

void StreamBuffer::put(uint32_t number, uint32_t size, bool to_front) {
  int64_t place = 0;
  if (!waiting.empty()) place = to_front ? waiting.begin()->place - 1 : waiting.back().place + 1;
  waiting.insert({place, number, size});
  ++chunks_in;
  size_in += size;
}

void StreamBuffer::take(uint64_t size) {
  while (!waiting.empty()) {
    BufferedChunk first = *waiting.begin();
    if (first.size > size) {
      if (size == 0) return;
      waiting.erase(first);
      first.size -= static_cast<uint32_t>(size);
      waiting.insert(first);
      return;
    }
    size -= first.size;
    waiting.erase(first);
    if (size == 0) return;
  }
}

void take_in(Streams& streams, const StreamMade& made) {
  StreamState& stream = streams[made.id];
  stream.label = made.label;
  stream.from = made.from;
}

void take_in(Streams& streams, const StreamSideMade& made) {
  StreamState& stream = streams[made.stream];
  StreamBuffer& buffer = made.side == StreamSide::readable ? stream.readable.emplace().buffer
                                                           : stream.writable.emplace().buffer;
  buffer.mark = made.mark;
  buffer.objects = made.objects;
}

void take_in(Streams& streams, const StreamChange& change) {
  StreamState* stream = find(streams, change.stream);
  if (stream == nullptr) return;
  switch (change.op) {
    case StreamOp::named:
      stream->name = change.text;
      return;
    case StreamOp::error:
      stream->error = change.text;
      return;
    case StreamOp::destroy:
      stream->destroyed = true;
      return;
    case StreamOp::close:
      stream->closed = true;
      return;
    default:
      if (stream->readable) change_readable(*stream->readable, change.op);
      if (stream->writable) change_writable(*stream->writable, change);
  }
}

void take_in(Streams& streams, const ChunkMove& move) {
  StreamState* stream = find(streams, move.stream);
  if (stream == nullptr) return;
  if (!is_of_readable(move.op)) {
    if (stream->writable) move_writable(*stream->writable, move);
    return;
  }
  if (stream->readable) move_readable(*stream->readable, move);
  // What was waited for is asked again with each chunk that is handed out.
  if (move.op == ChunkOp::read || move.op == ChunkOp::pass)
    for (StreamPipe& pipe : stream->pipes) pipe.awaits = false;
}

void take_in(Streams& streams, const Pipe& pipe) {
  StreamState* source = find(streams, pipe.source);
  if (source == nullptr) return;
  const auto found = std::ranges::find(source->pipes, pipe.destination, &StreamPipe::to);
  if (pipe.op == PipeOp::pipe) {
    source->pipes.push_back({pipe.destination, false});
  } else if (found != source->pipes.end()) {
    if (pipe.op == PipeOp::unpipe)
      source->pipes.erase(found);
    else
      found->awaits = pipe.op == PipeOp::await;
  }
}

size_t weight(const Streams& streams) {
  size_t weight = 0;
  for (const auto& [id, stream] : streams) {
    weight += 8 + stream.pipes.size();
    if (stream.readable) weight += stream.readable->buffer.waiting.size();
    if (stream.writable)
      weight += stream.writable->buffer.waiting.size() + stream.writable->in_work.size();
  }
  return weight;
}

}  // namespace loopscope::trace
