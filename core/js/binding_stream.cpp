#include <js/Array.h>

#include <cmath>
#include <iterator>
#include <optional>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/native.h"
#include "core/js/stream_host.h"

// internalBinding('stream'): the state machines of core/stream for node/internal/streams. A core is
// the object create() gives; sizes are in bytes, characters or objects.
namespace loopscope::host {

namespace {

using stream::Chunk;
using stream::Readable;
using stream::SideOptions;
using stream::Stream;
using stream::Value;
using stream::Writable;

StreamHost& host_of(const JS::CallArgs& args) {
  return StreamHost::of(&args[0].toObject());
}

Stream& stream_of(const JS::CallArgs& args) {
  return host_of(args).stream();
}

// create(owner) -> core
bool create(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject owner(cx, &args[0].toObject());
  JSObject* core = StreamHost::create(cx, owner);
  if (core == nullptr) return false;
  args.rval().setObject(*core);
  return true;
}

// setHooks(functions by name)
bool set_hooks(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject functions(cx, &args[0].toObject());
  args.rval().setUndefined();
  return agent_from(cx).stream_hooks().set(cx, functions);
}

// defaultHighWaterMark() -> bytes
bool default_high_water_mark(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const size_t bytes = agent_from(cx).options().semantics.stream_high_water_mark;
  args.rval().setNumber(static_cast<double>(bytes));
  return true;
}

// Arguments 1 to 4: the high-water mark, whether in object mode, emitClose, autoDestroy.
SideOptions side_options(const JS::CallArgs& args) {
  return {static_cast<int64_t>(args[1].toNumber()), args[2].toBoolean(), args[3].toBoolean(),
          args[4].toBoolean()};
}

void note_side(StreamHost& host, trace::StreamSide side, const SideOptions& options) {
  if (StreamRecorder* recorder = host.recorder(); recorder != nullptr)
    recorder->side_made(side, options.high_water_mark, options.object_mode);
}

bool make_readable(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const SideOptions options = side_options(args);
  stream_of(args).make_readable(options);
  note_side(host_of(args), trace::StreamSide::readable, options);
  args.rval().setUndefined();
  return true;
}

// makeWritable(core, mark, objectMode, emitClose, autoDestroy, onwrite)
bool make_writable(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  SideOptions options = side_options(args);
  options.looks_before_it_writes = agent_from(cx).options().semantics.write_looks_before_it_writes;
  stream_of(args).make_writable(options);
  note_side(host_of(args), trace::StreamSide::writable, options);
  host_of(args).set_on_write(&args[5].toObject());
  args.rval().setUndefined();
  return true;
}

// ---- Fields that programs look at ----

JS::Value number(int64_t value) {
  return JS::NumberValue(static_cast<double>(value));
}

JS::Value tristate(std::optional<bool> value) {
  return value ? JS::BooleanValue(*value) : JS::NullValue();
}

JS::Value flag_or_undefined(std::optional<bool> value) {
  return value ? JS::BooleanValue(*value) : JS::UndefinedValue();
}

std::optional<bool> to_tristate(JS::HandleValue value) {
  if (value.isNullOrUndefined()) return std::nullopt;
  return JS::ToBoolean(value);
}

// One field of _readableState or _writableState. Without `set` it cannot be written.
template <typename T>
struct Field {
  const char* name;
  JS::Value (*get)(const StreamHost& host, const T& side);
  void (*set)(StreamHost& host, T& side, JS::HandleValue value);
};

template <typename T>
JS::Value error_of(const StreamHost& host, const T& side) {
  return side.errored ? host.values().get(side.errored) : JS::NullValue();
}

template <typename T>
void set_error(StreamHost& host, T& side, JS::HandleValue error) {
  side.errored = host.values().keep_if_true(error);
}

template <typename T, auto member>
constexpr Field<T> flag(const char* name) {
  return {name, [](const StreamHost&, const T& side) { return JS::BooleanValue(side.*member); },
          [](StreamHost&, T& side, JS::HandleValue value) { side.*member = JS::ToBoolean(value); }};
}

template <typename T>
constexpr Field<T> mark() {
  return {"highWaterMark",
          [](const StreamHost&, const T& side) { return number(side.high_water_mark); },
          [](StreamHost&, T& side, JS::HandleValue value) {
            if (value.isNumber()) side.high_water_mark = std::llround(value.toNumber());
          }};
}

constexpr Field<Readable> kReadableFields[] = {
    mark<Readable>(),
    flag<Readable, &Readable::object_mode>("objectMode"),
    flag<Readable, &Readable::emit_close>("emitClose"),
    flag<Readable, &Readable::auto_destroy>("autoDestroy"),
    flag<Readable, &Readable::constructed>("constructed"),
    flag<Readable, &Readable::destroyed>("destroyed"),
    flag<Readable, &Readable::closed>("closed"),
    flag<Readable, &Readable::close_emitted>("closeEmitted"),
    flag<Readable, &Readable::error_emitted>("errorEmitted"),
    {"errored", error_of<Readable>, set_error<Readable>},
    {"length", [](const StreamHost&, const Readable& side) { return number(side.length()); },
     nullptr},
    {"flowing", [](const StreamHost&, const Readable& side) { return tristate(side.flowing); },
     [](StreamHost&, Readable& side, JS::HandleValue value) { side.flowing = to_tristate(value); }},
    {"paused", [](const StreamHost&, const Readable& side) { return tristate(side.paused); },
     [](StreamHost&, Readable& side, JS::HandleValue value) { side.paused = to_tristate(value); }},
    flag<Readable, &Readable::ended>("ended"),
    flag<Readable, &Readable::end_emitted>("endEmitted"),
    flag<Readable, &Readable::reading>("reading"),
    flag<Readable, &Readable::sync>("sync"),
    flag<Readable, &Readable::need_readable>("needReadable"),
    flag<Readable, &Readable::emitted_readable>("emittedReadable"),
    flag<Readable, &Readable::readable_listening>("readableListening"),
    flag<Readable, &Readable::resume_scheduled>("resumeScheduled"),
    flag<Readable, &Readable::reading_more>("readingMore"),
    flag<Readable, &Readable::data_emitted>("dataEmitted"),
    flag<Readable, &Readable::decodes>("decodes"),
    {"multiAwaitDrain",
     [](const StreamHost&, const Readable& side) { return JS::BooleanValue(side.pipes.several()); },
     nullptr},
    {"readable",
     [](const StreamHost& host, const Readable&) {
       return flag_or_undefined(host.readable_flag());
     },
     [](StreamHost& host, Readable&, JS::HandleValue value) {
       host.set_readable(JS::ToBoolean(value));
     }},
};

constexpr Field<Writable> kWritableFields[] = {
    mark<Writable>(),
    flag<Writable, &Writable::object_mode>("objectMode"),
    flag<Writable, &Writable::emit_close>("emitClose"),
    flag<Writable, &Writable::auto_destroy>("autoDestroy"),
    flag<Writable, &Writable::constructed>("constructed"),
    flag<Writable, &Writable::destroyed>("destroyed"),
    flag<Writable, &Writable::closed>("closed"),
    flag<Writable, &Writable::close_emitted>("closeEmitted"),
    flag<Writable, &Writable::error_emitted>("errorEmitted"),
    {"errored", error_of<Writable>, set_error<Writable>},
    {"length", [](const StreamHost&, const Writable& side) { return number(side.length()); },
     nullptr},
    {"corked",
     [](const StreamHost&, const Writable& side) {
       return number(static_cast<int64_t>(side.corked));
     },
     nullptr},
    flag<Writable, &Writable::need_drain>("needDrain"),
    flag<Writable, &Writable::ending>("ending"),
    flag<Writable, &Writable::ended>("ended"),
    flag<Writable, &Writable::finished>("finished"),
    flag<Writable, &Writable::prefinished>("prefinished"),
    flag<Writable, &Writable::final_called>("finalCalled"),
    flag<Writable, &Writable::writing>("writing"),
    flag<Writable, &Writable::sync>("sync"),
    flag<Writable, &Writable::buffer_processing>("bufferProcessing"),
    {"pendingcb",
     [](const StreamHost&, const Writable& side) {
       return number(static_cast<int64_t>(side.pending_callbacks()));
     },
     nullptr},
    {"writable",
     [](const StreamHost& host, const Writable&) {
       return flag_or_undefined(host.writable_flag());
     },
     [](StreamHost& host, Writable&, JS::HandleValue value) {
       host.set_writable(JS::ToBoolean(value));
     }},
};

template <typename T>
bool field_names(JSContext* cx, JS::HandleObject target, const char* name,
                 std::span<const Field<T>> fields) {
  JS::RootedValueVector names(cx);
  for (const Field<T>& field : fields) {
    JSString* text = JS_NewStringCopyZ(cx, field.name);
    if (text == nullptr || !names.append(JS::StringValue(text))) return false;
  }
  JS::RootedObject array(cx, JS::NewArrayObject(cx, names));
  return array && JS_DefineProperty(cx, target, name, array, 0);
}

// getReadable(core, index of the field) and so on
bool get_readable(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  args.rval().set(kReadableFields[args[1].toInt32()].get(host, *host.stream().readable()));
  return true;
}

bool set_readable(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  const Field<Readable>& field = kReadableFields[args[1].toInt32()];
  if (field.set != nullptr) field.set(host, *host.stream().readable(), args.get(2));
  args.rval().setUndefined();
  return true;
}

bool get_writable(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  args.rval().set(kWritableFields[args[1].toInt32()].get(host, *host.stream().writable()));
  return true;
}

bool set_writable(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  const Field<Writable>& field = kWritableFields[args[1].toInt32()];
  if (field.set != nullptr) field.set(host, *host.stream().writable(), args.get(2));
  args.rval().setUndefined();
  return true;
}

// ---- The readable side ----

// admit(core, toFront) -> whether a chunk may come
bool admit(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const Readable::Admission admission = stream_of(args).readable()->admit(args[1].toBoolean());
  args.rval().setBoolean(admission == Readable::Admission::kTake);
  return admission != Readable::Admission::kFail;
}

// add(core, chunk, length, toFront) -> canPushMore(core)
bool add(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  Readable& readable = *host.stream().readable();
  Chunk chunk{host.values().keep(args[1]), static_cast<int64_t>(args[2].toNumber()), 0};
  if (!readable.add(std::move(chunk), args[3].toBoolean())) return false;
  args.rval().setBoolean(readable.can_push_more());
  return true;
}

// admitAndAdd(core, chunk, length): both at the end of the buffer, if it is admitted
bool admit_and_add(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  Readable& readable = *host.stream().readable();
  args.rval().setBoolean(false);
  const Readable::Admission admission = readable.admit(false);
  if (admission != Readable::Admission::kTake) return admission == Readable::Admission::kRefuse;
  Chunk chunk{host.values().keep(args[1]), static_cast<int64_t>(args[2].toNumber()), 0};
  if (!readable.add(std::move(chunk), false)) return false;
  args.rval().setBoolean(readable.can_push_more());
  return true;
}

// ---- Fields looked at for each chunk: without the property in between, a third of the cost ----

bool reads_objects(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setBoolean(stream_of(args).readable()->object_mode);
  return true;
}

bool writes_objects(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setBoolean(stream_of(args).writable()->object_mode);
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

// afterTransform(core, length its buffer held before) -> AfterTransform
bool after_transform(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const auto next = stream_of(args).after_transform(static_cast<int64_t>(args[1].toNumber()));
  args.rval().setInt32(static_cast<int32_t>(next));
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

// read(core, size or undefined) -> chunk or null
bool read(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  std::optional<int64_t> size;
  if (args.get(1).isNumber() && !std::isnan(args[1].toNumber()))
    size = static_cast<int64_t>(args[1].toNumber());
  Chunk chunk;
  if (!host.stream().readable()->read(size, chunk)) return false;
  args.rval().setNull();
  if (!chunk.value) return true;
  args.rval().set(host.values().get(chunk.value));
  if (StreamRecorder* recorder = host.recorder(); recorder != nullptr) recorder->handed(chunk);
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

// Pipes: each takes a core and the number of a destination.
stream::Pipes& pipes_of(const JS::CallArgs& args) {
  return stream_of(args).readable()->pipes;
}

uint32_t destination_of(const JS::CallArgs& args) {
  return static_cast<uint32_t>(args[1].toNumber());
}

void note_pipe(const JS::CallArgs& args, trace::PipeOp op) {
  if (StreamRecorder* recorder = host_of(args).recorder(); recorder != nullptr)
    recorder->piped(op, destination_of(args));
}

// pipeTo(core, number, the destination's core or undefined)
bool pipe_to(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  pipes_of(args).add(destination_of(args));
  StreamRecorder* recorder = host_of(args).recorder();
  if (recorder != nullptr && args.get(2).isObject())
    recorder->knows_destination(destination_of(args),
                                StreamHost::of(&args[2].toObject()).recorder()->id());
  note_pipe(args, trace::PipeOp::pipe);
  args.rval().setUndefined();
  return true;
}

// unpipeFrom(core, destination) -> whether it was piped to
bool unpipe_from(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const bool was_piped = pipes_of(args).remove(destination_of(args));
  if (was_piped) note_pipe(args, trace::PipeOp::unpipe);
  args.rval().setBoolean(was_piped);
  return true;
}

bool await_drain(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  pipes_of(args).await_drain(destination_of(args));
  note_pipe(args, trace::PipeOp::await);
  args.rval().setUndefined();
  return true;
}

// drained(core, destination) -> whether the source may go on
bool drained(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const bool nobody_waits = pipes_of(args).drained(destination_of(args));
  note_pipe(args, trace::PipeOp::go_on);
  args.rval().setBoolean(nobody_waits && stream_of(args).readable()->data_listening);
  return true;
}

// named(core, text): what a stream reads or writes, for the trace.
bool named(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamRecorder* recorder = host_of(args).recorder();
  std::string text;
  if (recorder != nullptr && !to_utf8(cx, args.get(1), text)) return false;
  if (recorder != nullptr) recorder->named(text);
  args.rval().setUndefined();
  return true;
}

bool numbers(JSContext* cx, const JS::CallArgs& args, const std::vector<uint32_t>& list) {
  JS::RootedValueVector values(cx);
  for (const uint32_t each : list)
    if (!values.append(JS::NumberValue(each))) return false;
  JSObject* array = JS::NewArrayObject(cx, values);
  if (array == nullptr) return false;
  args.rval().setObject(*array);
  return true;
}

bool destinations(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  return numbers(cx, args, pipes_of(args).destinations());
}

bool waiting_for(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  return numbers(cx, args, pipes_of(args).waiting());
}

// ---- The writable side ----

// write(core, chunk, length, encoding, callback, isBuffer) -> whether more may come before 'drain',
// or the error for which it was not taken. A callback that is no function is none.
bool write(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  StreamValues& values = host.values();
  Writable::Refusal refusal;
  bool more = false;
  Chunk chunk{values.keep(args[1]), static_cast<int64_t>(args[2].toNumber()), 0};
  Value encoding = values.keep(args[3]);
  Value callback = values.keep_if_callable(args[4]);
  stream::Write write{std::move(chunk), std::move(encoding), std::move(callback)};
  if (!host.stream().writable()->write(std::move(write), args[5].toBoolean(), refusal, more))
    return false;
  args.rval().setBoolean(more);
  if (refusal.error) args.rval().set(values.get(refusal.error));
  return true;
}

// written(core, error), finalDone(core, error)
template <bool (Writable::*method)(const Value&)>
bool on_writable(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  args.rval().setUndefined();
  return (host.stream().writable()->*method)(host.values().keep_if_true(args.get(1)));
}

bool cork(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  stream_of(args).writable()->cork();
  args.rval().setUndefined();
  return true;
}

bool uncork(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setUndefined();
  return stream_of(args).writable()->uncork();
}

// end(core, error or undefined, callback; what is no function is none)
bool end(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  args.rval().setUndefined();
  return host.stream().writable()->end(host.values().keep_if_true(args.get(1)),
                                       host.values().keep_if_callable(args.get(2)));
}

// failWaitingSoon(core): before destroy(), if there is anybody to tell.
bool fail_waiting_soon(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setUndefined();
  StreamHost& host = host_of(args);
  Writable& writable = *host.stream().writable();
  if (!writable.destroyed && writable.has_waiting())
    host.next_tick("errorBuffer", [&writable] { return writable.fail_waiting(); });
  return true;
}

// buffered(core) -> [chunk, encoding, callback, …] that wait to be written
bool buffered(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  JS::RootedValueVector values(cx);
  for (const stream::Write& write : host.stream().writable()->buffered()) {
    if (!values.append(host.values().get(write.chunk.value)) ||
        !values.append(host.values().get(write.encoding)) ||
        !values.append(write.callback ? host.values().get(write.callback) : JS::UndefinedValue()))
      return false;
  }
  JSObject* array = JS::NewArrayObject(cx, values);
  if (array == nullptr) return false;
  args.rval().setObject(*array);
  return true;
}

// ---- The life of both ----

bool construct(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setUndefined();
  return stream_of(args).construct();
}

// constructReturned(core, error)
bool construct_returned(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  host.stream().construct_returned(host.values().keep_if_true(args.get(1)));
  args.rval().setUndefined();
  return true;
}

// destroy(core, error, callback) and destroyed(core, error, callback)
template <bool (Stream::*method)(const Value&, const Value&)>
bool on_stream(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  args.rval().setUndefined();
  return (host.stream().*method)(host.values().keep_if_true(args.get(1)),
                                 host.values().keep_if_true(args.get(2)));
}

// fail(core, error, later): errorOrDestroy
bool fail(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  const Value error = host.values().keep_if_true(args.get(1));
  args.rval().setUndefined();
  return JS::ToBoolean(args.get(2)) ? host.stream().fail_later(error) : host.stream().fail(error);
}

bool undestroy(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  stream_of(args).undestroy();
  args.rval().setUndefined();
  return true;
}

}  // namespace

bool init_stream_binding(JSContext* cx, JS::HandleObject target) {
  const JS::RootedValue counts_errors(
      cx, JS::BooleanValue(agent_from(cx).options().semantics.pipeline_counts_errors));
  return JS_DefineProperty(cx, target, "pipelineCountsErrors", counts_errors, 0) &&
         field_names<Readable>(cx, target, "readableFields", kReadableFields) &&
         field_names<Writable>(cx, target, "writableFields", kWritableFields) &&
         define_natives(
             cx, target,
             {{"create", create, 1},
              {"setHooks", set_hooks, 1},
              {"defaultHighWaterMark", default_high_water_mark, 0},
              {"makeReadable", make_readable, 5},
              {"makeWritable", make_writable, 6},
              {"getReadable", get_readable, 2},
              {"setReadable", set_readable, 3},
              {"getWritable", get_writable, 2},
              {"setWritable", set_writable, 3},
              {"admit", admit, 2},
              {"add", add, 4},
              {"admitAndAdd", admit_and_add, 3},
              {"readsObjects", reads_objects, 1},
              {"writesObjects", writes_objects, 1},
              {"isFlowing", is_flowing, 1},
              {"readableLength", readable_length, 1},
              {"afterTransform", after_transform, 2},
              {"addNothing", add_nothing, 1},
              {"addEnd", add_end, 1},
              {"canPushMore", can_push_more, 1},
              {"read", read, 2},
              {"resume", on_readable<&Readable::resume>, 1},
              {"pause", on_readable<&Readable::pause>, 1},
              {"dataListenerAdded", on_readable<&Readable::data_listener_added>, 1},
              {"lastDataListenerRemoved", last_data_listener_removed, 1},
              {"readableListenerAdded", on_readable<&Readable::readable_listener_added>, 1},
              {"readableListenerRemoved", on_readable<&Readable::readable_listener_removed>, 1},
              {"bufferOf", buffer_of, 1},
              {"replaceBuffer", replace_buffer, 3},
              {"pipeTo", pipe_to, 3},
              {"unpipeFrom", unpipe_from, 2},
              {"awaitDrain", await_drain, 2},
              {"drained", drained, 2},
              {"destinations", destinations, 1},
              {"waitingFor", waiting_for, 1},
              {"named", named, 2},
              {"write", write, 6},
              {"written", on_writable<&Writable::written>, 2},
              {"finalDone", on_writable<&Writable::final_done>, 2},
              {"cork", cork, 1},
              {"uncork", uncork, 1},
              {"end", end, 3},
              {"failWaitingSoon", fail_waiting_soon, 1},
              {"buffered", buffered, 1},
              {"construct", construct, 1},
              {"constructReturned", construct_returned, 2},
              {"destroy", on_stream<&Stream::destroy>, 3},
              {"destroyed", on_stream<&Stream::destroyed>, 3},
              {"fail", fail, 3},
              {"undestroy", undestroy, 1}});
}

}  // namespace loopscope::host
