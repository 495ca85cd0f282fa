#include <js/Array.h>
#include <js/ArrayBuffer.h>
#include <js/experimental/TypedData.h>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/native.h"

// internalBinding('fs'): the scenario's files, read only. node/fs.js makes Node's API of it.
namespace loopscope::host {

namespace {

using Purpose = ScenarioFiles::Purpose;

// kind(path) -> 0 nothing there, 1 a file, 2 a folder
bool kind(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string path;
  if (!to_utf8(cx, args.get(0), path)) return false;
  args.rval().setInt32(static_cast<int32_t>(agent_from(cx).files().kind(path, Purpose::kData)));
  return true;
}

// size(path) -> bytes, or undefined if it is no file
bool size(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string path;
  if (!to_utf8(cx, args.get(0), path)) return false;
  args.rval().setUndefined();
  if (const std::optional<uint64_t> bytes = agent_from(cx).files().size(path))
    args.rval().setNumber(static_cast<double>(*bytes));
  return true;
}

// read(path) -> ArrayBuffer, or undefined if it is no file
bool read(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string path;
  if (!to_utf8(cx, args.get(0), path)) return false;
  args.rval().setUndefined();
  const std::optional<std::string> bytes = agent_from(cx).files().read(path, Purpose::kData);
  if (!bytes) return true;
  JS::RootedObject buffer(cx, JS::NewArrayBuffer(cx, bytes->size()));
  if (!buffer) return false;
  {
    bool shared = false;
    const JS::AutoCheckCannotGC no_gc;
    std::copy(bytes->begin(), bytes->end(), JS::GetArrayBufferData(buffer, &shared, no_gc));
  }
  args.rval().setObject(*buffer);
  return true;
}

// list(path) -> array of names, or undefined if it is no folder
bool list(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string path;
  if (!to_utf8(cx, args.get(0), path)) return false;
  args.rval().setUndefined();
  const std::optional<std::vector<std::string>> names = agent_from(cx).files().list(path);
  if (!names) return true;
  JS::RootedValueVector values(cx);
  for (const std::string& name : *names) {
    JSString* string = JS_NewStringCopyUTF8N(cx, {name.data(), name.size()});
    if (string == nullptr || !values.append(JS::StringValue(string))) return false;
  }
  JSObject* array = JS::NewArrayObject(cx, values);
  if (array == nullptr) return false;
  args.rval().setObject(*array);
  return true;
}

// submit(label, callback): a job for the thread pool that takes one disk operation; calls back in
// the poll phase.
bool submit(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string label;
  if (!to_utf8(cx, args.get(0), label)) return false;
  JS::RootedObject callback(cx, &args[1].toObject());
  agent_from(cx).submit_disk_job(label, callback);
  args.rval().setUndefined();
  return true;
}

// charge(): the time a synchronous disk operation takes, on the calling thread.
bool charge(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  agent.meter().charge(agent.disk_latency());
  args.rval().setUndefined();
  return true;
}

}  // namespace

bool init_fs_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"kind", kind, 1},
                         {"size", size, 1},
                         {"read", read, 1},
                         {"list", list, 1},
                         {"submit", submit, 2},
                         {"charge", charge, 0}});
}

}  // namespace loopscope::host
