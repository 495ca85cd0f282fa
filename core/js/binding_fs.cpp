#include "core/js/binding_fs.h"

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/native.h"

namespace loopscope::host {

namespace {

// ---- Watching ----

// watch(path, callback) -> id, or the error's number: see FileWatchers
bool watch(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string path;
  if (!to_path(cx, args.get(0), path)) return false;
  JS::RootedObject callback(cx, &args[1].toObject());
  Agent& agent = agent_from(cx);
  agent.thread_pool();
  const os::FileResult<uint64_t> id = agent.file_watchers().add(path, callback);
  args.rval().setNumber(id ? static_cast<double>(*id) : -id.error().number);
  return true;
}

bool unwatch(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  agent_from(cx).file_watchers().remove(static_cast<uint64_t>(args[0].toNumber()));
  args.rval().setUndefined();
  return true;
}

// setWatchRefed(id, refed)
bool set_watch_refed(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  agent_from(cx).file_watchers().set_refed(static_cast<uint64_t>(args[0].toNumber()),
                                           args[1].toBoolean());
  args.rval().setUndefined();
  return true;
}

// ---- The process ----

// chdir(path) -> 0, or the error's number
bool chdir(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string path;
  if (!to_path(cx, args.get(0), path)) return false;
  Agent& agent = agent_from(cx);
  agent.thread_pool();
  args.rval().setInt32(-agent.files().change_folder(path).number);
  return true;
}

// cwd() -> path, or undefined if the folder was removed
bool cwd(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const std::string folder = agent_from(cx).files().folder();
  args.rval().setUndefined();
  if (folder.empty()) return true;
  JSString* string = JS_NewStringCopyUTF8N(cx, {folder.data(), folder.size()});
  if (string == nullptr) return false;
  args.rval().setString(string);
  return true;
}

// umask(mask or undefined) -> what it was
bool umask(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  os::Files& files = agent_from(cx).files();
  const uint32_t mask =
      args.get(0).isUndefined() ? files.mask() : files.set_mask(unsigned_from(args[0]));
  args.rval().setInt32(static_cast<int32_t>(mask));
  return true;
}

}  // namespace

bool init_fs_binding(JSContext* cx, JS::HandleObject target) {
  return define_fs_paths(cx, target) && define_fs_descriptors(cx, target) &&
         define_fs_bytes(cx, target) &&
         define_natives(cx, target,
                        {{"chdir", chdir, 1},
                         {"cwd", cwd, 0},
                         {"umask", umask, 0},
                         {"setWatchRefed", set_watch_refed, 2},
                         {"unwatch", unwatch, 1},
                         {"watch", watch, 2}});
}

}  // namespace loopscope::host
