#include <js/ArrayBuffer.h>
#include <js/Promise.h>

#include <algorithm>
#include <optional>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/native.h"
#include "core/js/stream_host.h"
#include "core/js/web_stream_recorder.h"

// internalBinding('webstreams'): what web streams need of the engine, and their trace. Streams are
// the numbers open() gave; words are the trace's.
namespace loopscope::host {

namespace {

// ---- The engine's ----

// transferBuffer(arrayBuffer) -> another with its memory, or undefined if it cannot be detached
bool transfer_buffer(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setUndefined();
  if (!args.get(0).isObject() || !JS::IsArrayBufferObject(&args[0].toObject())) return true;
  JS::RootedObject buffer(cx, &args[0].toObject());
  if (JS::IsDetachedArrayBufferObject(buffer)) return true;
  bool is_shared = false;
  size_t length = 0;
  uint8_t* ignored = nullptr;
  JS::GetArrayBufferLengthAndData(buffer, &length, &is_shared, &ignored);
  void* contents = JS::StealArrayBufferContents(cx, buffer);
  if (contents == nullptr) {
    if (length > 0) return false;
    JS_ClearPendingException(cx);
  }
  JSObject* moved = contents == nullptr ? JS::NewArrayBuffer(cx, 0)
                                        : JS::NewArrayBufferWithContents(cx, length, contents);
  if (moved == nullptr) return false;
  args.rval().setObject(*moved);
  return true;
}

// isDetached(arrayBuffer)
bool is_detached(JSContext*, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JSObject* buffer = args.get(0).isObject() ? &args[0].toObject() : nullptr;
  args.rval().setBoolean(buffer != nullptr && JS::IsArrayBufferObject(buffer) &&
                         JS::IsDetachedArrayBufferObject(buffer));
  return true;
}

// markHandled(promise): its rejection is nobody's business.
bool mark_handled(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject promise(cx, &args[0].toObject());
  args.rval().setUndefined();
  return JS::SetAnyPromiseIsHandled(cx, promise);
}

// ---- The trace's ----

WebStreamRecorder recorder_of(JSContext* cx) {
  return {cx, *agent_from(cx).chunk_names()};
}

uint32_t number_at(const JS::CallArgs& args, unsigned index) {
  return args.get(index).isNumber() ? static_cast<uint32_t>(args[index].toNumber()) : 0;
}

// The word at this argument. Empty: an exception is pending.
template <typename Word>
std::optional<Word> word_at(JSContext* cx, const JS::CallArgs& args, unsigned index) {
  std::string text;
  if (!to_utf8(cx, args.get(index), text)) return std::nullopt;
  const trace::Names names = names_of(Word{});
  const auto found = std::ranges::find(names, text);
  return static_cast<Word>(found - names.begin());
}

// isRecorded()
bool is_recorded(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setBoolean(agent_from(cx).chunk_names() != nullptr);
  return true;
}

// open(label) -> number
bool open(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string label;
  if (!to_utf8(cx, args.get(0), label)) return false;
  args.rval().setNumber(recorder_of(cx).open(label));
  return true;
}

// side(stream, side, mark, objects)
bool side(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const auto which = word_at<trace::StreamSide>(cx, args, 1);
  if (!which) return false;
  recorder_of(cx).side_made(number_at(args, 0), *which, args[2].toNumber(), args[3].toBoolean());
  args.rval().setUndefined();
  return true;
}

// change(stream, op[, error])
bool change(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const auto op = word_at<trace::StreamOp>(cx, args, 1);
  if (!op) return false;
  const JS::HandleValue error = args.get(2);
  recorder_of(cx).changed(number_at(args, 0), *op, args.length() > 2 ? &error : nullptr);
  args.rval().setUndefined();
  return true;
}

// chunk(stream, op, chunk, size, held, number or 0, number of what is in work or 0) -> its number
bool chunk(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const auto op = word_at<trace::ChunkOp>(cx, args, 1);
  if (!op) return false;
  const WebStreamRecorder::Move move{*op, args[3].toNumber(), args[4].toNumber(),
                                     number_at(args, 5), number_at(args, 6)};
  args.rval().setNumber(recorder_of(cx).moved(number_at(args, 0), args.get(2), move));
  return true;
}

// knowAgain(chunk, number): an object that stands for a chunk that has a number.
bool know_again(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  agent_from(cx).chunk_names()->know_again(args.get(0), number_at(args, 1));
  args.rval().setUndefined();
  return true;
}

// pipe(op, source, destination)
bool pipe(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const auto op = word_at<trace::PipeOp>(cx, args, 0);
  if (!op) return false;
  recorder_of(cx).piped(*op, number_at(args, 1), number_at(args, 2));
  args.rval().setUndefined();
  return true;
}

// pipeWithNode(core of a stream of Node's, stream, whether Node's is the source)
bool pipe_with_node(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const uint32_t node = StreamHost::of(&args[0].toObject()).recorder()->id();
  const uint32_t web = number_at(args, 1);
  const bool from_node = args[2].toBoolean();
  recorder_of(cx).piped(trace::PipeOp::pipe, from_node ? node : web, from_node ? web : node);
  args.rval().setUndefined();
  return true;
}

}  // namespace

bool init_webstreams_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"transferBuffer", transfer_buffer, 1},
                         {"isDetached", is_detached, 1},
                         {"markHandled", mark_handled, 1},
                         {"isRecorded", is_recorded, 0},
                         {"open", open, 1},
                         {"side", side, 4},
                         {"change", change, 3},
                         {"chunk", chunk, 7},
                         {"knowAgain", know_again, 2},
                         {"pipe", pipe, 3},
                         {"pipeWithNode", pipe_with_node, 3}});
}

}  // namespace loopscope::host
