#include <js/Array.h>

#include <cmath>
#include <optional>

#include "core/js/binding_stream.h"
#include "core/js/native.h"

// The readable side: pushing, reading, its modes.
namespace loopscope::host {

namespace {

using stream::Chunk;
using stream::Readable;

// admit(core, toFront) -> whether a chunk may come
bool admit(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const Readable::Admission admission = stream_of(args).readable()->admit(args[1].toBoolean());
  args.rval().setBoolean(admission == Readable::Admission::kTake);
  return admission != Readable::Admission::kFail;
}

// Puts a chunk in: true when more may be pushed, false when not; undefined: it is to be delivered
// at once, and then added() says.
void place(StreamHost& host, JS::HandleValue value, int64_t length, bool to_front,
           JS::MutableHandleValue result) {
  Readable& readable = *host.stream().readable();
  Chunk chunk{host.values().keep(value), length};
  if (!readable.add(chunk, to_front)) {
    result.setBoolean(readable.can_push_more());
    return;
  }
  if (StreamRecorder* recorder = host.recorder(); recorder != nullptr) recorder->take_up(chunk);
  result.setUndefined();
}

// add(core, chunk, length, toFront) -> as place()
bool add(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  place(host_of(args), args[1], static_cast<int64_t>(args[2].toNumber()), args[3].toBoolean(),
        args.rval());
  return true;
}

// admitAndAdd(core, chunk, length): both at the end of the buffer, if it is admitted -> as place()
bool admit_and_add(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  const Readable::Admission admission = host.stream().readable()->admit(false);
  args.rval().setBoolean(false);
  if (admission == Readable::Admission::kTake)
    place(host, args[1], static_cast<int64_t>(args[2].toNumber()), false, args.rval());
  return admission != Readable::Admission::kFail;
}

// added(core) -> canPushMore(core)
bool added(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Readable& readable = *stream_of(args).readable();
  readable.added();
  args.rval().setBoolean(readable.can_push_more());
  return true;
}

// Fields looked at for each chunk: without the property in between, a third of the cost.
bool reads_objects(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setBoolean(stream_of(args).readable()->object_mode);
  return true;
}

bool is_flowing(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setBoolean(stream_of(args).readable()->flowing == true);
  return true;
}

// readableLength(core) -> what its buffer holds
bool readable_length(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().set(number(stream_of(args).readable()->length()));
  return true;
}

bool add_nothing(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Readable& readable = *stream_of(args).readable();
  if (!readable.add_nothing()) return false;
  args.rval().setBoolean(readable.can_push_more());
  return true;
}

bool add_end(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setBoolean(false);
  return stream_of(args).readable()->add_end();
}

bool can_push_more(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setBoolean(stream_of(args).readable()->can_push_more());
  return true;
}

// A read goes in steps, between which the script calls the program. Its amount is that of
// Readable::begin_read(); less than 0 says that _read() comes first: -2 less the amount.
constexpr int kNothingToRead = -1;

std::optional<int64_t> asked_of(const JS::CallArgs& args) {
  if (!args.get(1).isNumber() || std::isnan(args[1].toNumber())) return std::nullopt;
  return static_cast<int64_t>(args[1].toNumber());
}

// beginRead(core, size or undefined) -> the amount, or nothingToRead
bool begin_read(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  int64_t size = 0;
  switch (stream_of(args).readable()->begin_read(asked_of(args), size)) {
    case Readable::ReadStep::kNothing:
      args.rval().setInt32(kNothingToRead);
      break;
    case Readable::ReadStep::kCallRead:
      args.rval().set(number(-2 - size));
      break;
    case Readable::ReadStep::kTake:
      args.rval().set(number(size));
      break;
  }
  return true;
}

// finishRead(core, size or undefined, amount) -> chunk or null
bool finish_read(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  Readable& readable = *host.stream().readable();
  const std::optional<int64_t> asked = asked_of(args);
  auto size = static_cast<int64_t>(args[2].toNumber());
  if (size < 0) {
    size = -2 - size;
    readable.read_called(asked, size);
  }
  Chunk chunk;
  if (!readable.finish_read(asked, size, chunk)) return false;
  args.rval().setNull();
  if (!chunk.value) return true;
  args.rval().set(host.values().get(chunk.value));
  if (StreamRecorder* recorder = host.recorder(); recorder != nullptr) {
    recorder->take_up(chunk);
    recorder->handed(args.rval());
  }
  return true;
}

// beginDelivery(core) -> whether what was read is to be told to listeners
bool begin_delivery(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setBoolean(stream_of(args).readable()->begin_delivery());
  return true;
}

// deliver(core, chunk): calls the hook of that name. Only needed while a trace is recorded, which
// tells what a program makes of the chunk.
bool deliver(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setUndefined();
  return host_of(args).deliver(args[1]);
}

bool high_water_mark(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().set(number(stream_of(args).readable()->high_water_mark));
  return true;
}

// Those that take a core and do one thing.
template <bool (Readable::*method)()>
bool on_readable(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setUndefined();
  return (stream_of(args).readable()->*method)();
}

bool last_data_listener_removed(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  stream_of(args).readable()->last_data_listener_removed();
  args.rval().setUndefined();
  return true;
}

// bufferOf(core) -> the chunks nobody has read
bool buffer_of(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  JS::RootedValueVector chunks(cx);
  for (const Chunk& chunk : host.stream().readable()->buffer().chunks())
    if (!chunks.append(host.values().get(chunk.value))) return false;
  JSObject* array = JS::NewArrayObject(cx, chunks);
  if (array == nullptr) return false;
  args.rval().setObject(*array);
  return true;
}

// replaceBuffer(core, text, length)
bool replace_buffer(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  host.stream().readable()->replace_buffer(
      {host.values().keep(args[1]), static_cast<int64_t>(args[2].toNumber()), 0});
  args.rval().setUndefined();
  return true;
}

}  // namespace

bool define_stream_reading(JSContext* cx, JS::HandleObject target) {
  const JS::RootedValue nothing(cx, JS::Int32Value(kNothingToRead));
  return JS_DefineProperty(cx, target, "nothingToRead", nothing, 0) &&
         define_natives(
             cx, target,
             {{"admit", admit, 2},
              {"add", add, 4},
              {"admitAndAdd", admit_and_add, 3},
              {"added", added, 1},
              {"readsObjects", reads_objects, 1},
              {"isFlowing", is_flowing, 1},
              {"readableLength", readable_length, 1},
              {"highWaterMark", high_water_mark, 1},
              {"addNothing", add_nothing, 1},
              {"addEnd", add_end, 1},
              {"canPushMore", can_push_more, 1},
              {"beginRead", begin_read, 2},
              {"finishRead", finish_read, 3},
              {"beginDelivery", begin_delivery, 1},
              {"deliver", deliver, 2},
              {"resume", on_readable<&Readable::resume>, 1},
              {"pause", on_readable<&Readable::pause>, 1},
              {"dataListenerAdded", on_readable<&Readable::data_listener_added>, 1},
              {"lastDataListenerRemoved", last_data_listener_removed, 1},
              {"readableListenerAdded", on_readable<&Readable::readable_listener_added>, 1},
              {"readableListenerRemoved", on_readable<&Readable::readable_listener_removed>, 1},
              {"bufferOf", buffer_of, 1},
              {"replaceBuffer", replace_buffer, 3}});
}

}  // namespace loopscope::host
