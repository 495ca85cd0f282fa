#include <js/Array.h>
#include <jsfriendapi.h>

#include <utility>

#include "core/js/binding_stream.h"
#include "core/js/native.h"

// The writable side: writing, corking, the end; and what a Transform asks of both.
namespace loopscope::host {

namespace {

using stream::Chunk;
using stream::Value;
using stream::Writable;

bool writes_objects(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setBoolean(stream_of(args).writable()->object_mode);
  return true;
}

// A write goes in steps, between which the script calls the program. What enterWrite() found is
// these bits.
enum Entered : int32_t { kBegins = 1, kHasRoom = 2, kWasFull = 4 };

// enterWrite(core, chunk, length, encoding, callback, isBuffer) -> whether more may come before
// 'drain', or the error for which it was not taken; or, if its _write() is to be called, the bits
// for leaveWrite(). A callback that is no function is none.
bool enter_write(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  StreamValues& values = host.values();
  Writable& writable = *host.stream().writable();
  Value callback = values.keep_if_callable(args[4]);
  if (!writable.takes()) {
    Value error;
    if (!writable.refuse(callback, error)) return false;
    args.rval().set(values.get(error));
    return true;
  }
  Chunk chunk{{}, static_cast<int64_t>(args[2].toNumber())};
  if (host.recorder() != nullptr) chunk.value = values.keep(args[1]);
  const Writable::Entry entry = writable.enter(chunk);
  if (entry.waits) {
    if (!chunk.value) chunk.value = values.keep(args[1]);
    writable.wait({std::move(chunk), values.keep(args[3]), std::move(callback)},
                  args[5].toBoolean());
    args.rval().setBoolean(writable.left(entry));
    return true;
  }
  writable.begin(chunk, callback);
  args.rval().setInt32(kBegins | (entry.has_room ? kHasRoom : 0) | (entry.was_full ? kWasFull : 0));
  return true;
}

// leaveWrite(core, bits), when _write() has returned -> whether more may come before 'drain'
bool leave_write(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Writable& writable = *stream_of(args).writable();
  const int32_t bits = args[1].toInt32();
  writable.called();
  args.rval().setBoolean(writable.left({false, (bits & kHasRoom) != 0, (bits & kWasFull) != 0}));
  return true;
}

// takesWrites(core) -> stream.writable, which servers ask for at every turn
bool takes_writes(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const StreamHost& host = host_of(args);
  const Writable& writable = *host_of(args).stream().writable();
  args.rval().setBoolean(host.is_writable() && writable.takes() && !writable.errored &&
                         !writable.ended);
  return true;
}

// onwrite(core) -> what _write() and _writev() are given to call back: called with an error or not
bool on_write(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = StreamHost::of(&js::GetFunctionNativeReserved(&args.callee(), 0).toObject());
  args.rval().setUndefined();
  return host.stream().writable()->written(host.values().keep_if_true(args.get(0)));
}

bool make_on_write(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JSFunction* function = js::NewFunctionWithReserved(cx, on_write, 0, 0, "bound onwrite");
  if (function == nullptr) return false;
  js::SetFunctionNativeReserved(JS_GetFunctionObject(function), 0, args[0]);
  args.rval().setObject(*JS_GetFunctionObject(function));
  return true;
}

// finalDone(core, error)
bool final_done(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  StreamHost& host = host_of(args);
  args.rval().setUndefined();
  return host.stream().writable()->final_done(host.values().keep_if_true(args.get(1)));
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

// afterTransform(core, length its buffer held before) -> AfterTransform
bool after_transform(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const auto next = stream_of(args).after_transform(static_cast<int64_t>(args[1].toNumber()));
  args.rval().setInt32(static_cast<int32_t>(next));
  return true;
}

}  // namespace

bool define_stream_writing(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"writesObjects", writes_objects, 1},
                         {"takesWrites", takes_writes, 1},
                         {"enterWrite", enter_write, 6},
                         {"leaveWrite", leave_write, 2},
                         {"makeOnWrite", make_on_write, 1},
                         {"finalDone", final_done, 2},
                         {"cork", cork, 1},
                         {"uncork", uncork, 1},
                         {"end", end, 3},
                         {"failWaitingSoon", fail_waiting_soon, 1},
                         {"buffered", buffered, 1},
                         {"afterTransform", after_transform, 2}});
}

}  // namespace loopscope::host
