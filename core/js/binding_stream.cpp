#include "core/js/binding_stream.h"
#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/native.h"

namespace loopscope::host {

namespace {

using stream::SideOptions;
using stream::Stream;
using stream::Value;

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
  const auto define_flag = [&](const char* name, bool value) {
    const JS::RootedValue flag(cx, JS::BooleanValue(value));
    return JS_DefineProperty(cx, target, name, flag, 0);
  };
  Agent& agent = agent_from(cx);
  return define_flag("pipelineCountsErrors", agent.options().semantics.pipeline_counts_errors) &&
         define_flag("isRecorded", agent.chunk_names() != nullptr) &&
         define_stream_fields(cx, target) && define_stream_reading(cx, target) &&
         define_stream_pipes(cx, target) && define_stream_writing(cx, target) &&
         define_natives(cx, target,
                        {{"create", create, 1},
                         {"setHooks", set_hooks, 1},
                         {"defaultHighWaterMark", default_high_water_mark, 0},
                         {"makeReadable", make_readable, 5},
                         {"makeWritable", make_writable, 6},
                         {"named", named, 2},
                         {"construct", construct, 1},
                         {"constructReturned", construct_returned, 2},
                         {"destroy", on_stream<&Stream::destroy>, 3},
                         {"destroyed", on_stream<&Stream::destroyed>, 3},
                         {"fail", fail, 3},
                         {"undestroy", undestroy, 1}});
}

}  // namespace loopscope::host
