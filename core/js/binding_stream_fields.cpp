#include <js/Array.h>

#include <cmath>
#include <optional>

#include "core/js/binding_stream.h"
#include "core/js/native.h"

// The fields of _readableState and _writableState that programs look at.
namespace loopscope::host {

namespace {

using stream::Readable;
using stream::Writable;

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

}  // namespace

bool define_stream_fields(JSContext* cx, JS::HandleObject target) {
  return field_names<Readable>(cx, target, "readableFields", kReadableFields) &&
         field_names<Writable>(cx, target, "writableFields", kWritableFields) &&
         define_natives(cx, target,
                        {{"getReadable", get_readable, 2},
                         {"setReadable", set_readable, 3},
                         {"getWritable", get_writable, 2},
                         {"setWritable", set_writable, 3}});
}

}  // namespace loopscope::host
