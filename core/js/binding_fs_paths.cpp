#include <js/Array.h>

#include "core/js/agent.h"
#include "core/js/binding_fs.h"
#include "core/js/native.h"

// Operations on paths.
namespace loopscope::host {

namespace {

using os::Files;
using os::Follow;

// A native that has a path for its first argument.
using PathOperation = void (*)(const JS::CallArgs& args, FsRequest& request);

bool with_path(JSContext* cx, const JS::CallArgs& args, std::string_view syscall, unsigned callback,
               PathOperation set_work) {
  FsRequest request;
  request.syscall = syscall;
  request.path.emplace();
  if (!to_path(cx, args.get(0), *request.path)) return false;
  set_work(args, request);
  return carry_out(cx, args, callback, std::move(request));
}

// And one that has two.
bool with_paths(JSContext* cx, const JS::CallArgs& args, std::string_view syscall,
                unsigned callback, PathOperation set_work) {
  FsRequest request;
  request.syscall = syscall;
  request.path.emplace();
  request.dest.emplace();
  if (!to_path(cx, args.get(0), *request.path) || !to_path(cx, args.get(1), *request.dest))
    return false;
  set_work(args, request);
  return carry_out(cx, args, callback, std::move(request));
}

// access(path, mode)
bool access(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "access", 2, [](auto& args, auto& request) {
    request.work = [path = *request.path, mode = unsigned_from(args[1])](Files& files) {
      return FsValue(files.access(path, mode));
    };
  });
}

// open(path, flags, mode) -> descriptor
bool open(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "open", 3, [](auto& args, auto& request) {
    request.changes = args[1].toNumber() != 0;  // else O_RDONLY
    request.work = [path = *request.path, flags = static_cast<int>(args[1].toNumber()),
                    mode = unsigned_from(args[2])](Files& files) {
      return to_value(files.open(path, flags, mode));
    };
  });
}

// stat(path, bigNumbers) -> numbers; lstat() is the same of a link itself.
template <Follow follow>
void set_stat(const JS::CallArgs& args, FsRequest& request) {
  request.big_numbers = args[1].toBoolean();
  request.work = [path = *request.path](Files& files) {
    return to_value(files.status(path, follow));
  };
}
bool stat(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "stat", 2, set_stat<Follow::kLast>);
}
bool lstat(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "lstat", 2, set_stat<Follow::kNotLast>);
}

// statfs(path, bigNumbers) -> numbers
bool statfs(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "statfs", 2, [](auto& args, auto& request) {
    request.big_numbers = args[1].toBoolean();
    request.work = [path = *request.path](Files& files) {
      return to_value(files.system_status(path));
    };
  });
}

// chmod(path, mode)
bool chmod(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "chmod", 2, [](auto& args, auto& request) {
    request.work = [path = *request.path, mode = unsigned_from(args[1])](Files& files) {
      return FsValue(files.change_mode(path, mode));
    };
  });
}

// chown(path, user, group), lchown()
template <Follow follow>
void set_chown(const JS::CallArgs& args, FsRequest& request) {
  request.work = [path = *request.path, owner = owner_from(args[1], args[2])](Files& files) {
    return FsValue(files.change_owner(path, owner, follow));
  };
}
bool chown(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "chown", 3, set_chown<Follow::kLast>);
}
bool lchown(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "lchown", 3, set_chown<Follow::kNotLast>);
}

// utimes(path, accessed, modified) in seconds, lutimes()
template <Follow follow>
void set_utimes(const JS::CallArgs& args, FsRequest& request) {
  request.work = [path = *request.path, accessed = time_from(args[1]),
                  modified = time_from(args[2])](Files& files) {
    return FsValue(files.change_times(path, accessed, modified, follow));
  };
}
bool utimes(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "utime", 3, set_utimes<Follow::kLast>);
}
bool lutimes(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "lutime", 3, set_utimes<Follow::kNotLast>);
}

// scandir(path) -> [names, types]
bool scandir(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "scandir", 1, [](auto&, auto& request) {
    request.work = [path = *request.path](Files& files) { return to_value(files.list(path)); };
  });
}

// opendir(path, tellsPath) -> the same, of the folder as it is now. libuv reads it 32 at a time.
bool opendir(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "opendir", 2, [](auto& args, auto& request) {
    request.work = [path = *request.path](Files& files) { return to_value(files.list(path)); };
    if (!args[1].toBoolean()) request.path.reset();
  });
}

// pause(syscall): an operation that takes its time and does nothing.
bool pause(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string syscall;
  if (!to_utf8(cx, args.get(0), syscall)) return false;
  FsRequest request;
  request.syscall = std::move(syscall);
  request.work = [](Files&) { return FsValue(std::monostate()); };
  return carry_out(cx, args, 1, std::move(request));
}

// mkdir(path, mode)
bool mkdir(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "mkdir", 2, [](auto& args, auto& request) {
    request.work = [path = *request.path, mode = unsigned_from(args[1])](Files& files) {
      return FsValue(files.make_folder(path, mode));
    };
  });
}

// mkdirAll(path, mode) -> the first folder that was not there, or undefined
bool mkdir_all(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "mkdir", 2, [](auto& args, auto& request) {
    request.work = [path = *request.path, mode = unsigned_from(args[1])](Files& files) -> FsValue {
      const auto first = files.make_folders(path, mode);
      if (!first) return first.error();
      if (!*first) return std::monostate();
      return **first;
    };
  });
}

// mkdtemp(prefix) -> path
bool mkdtemp(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "mkdtemp", 1, [](auto&, auto& request) {
    request.work = [prefix = *request.path](Files& files) {
      return to_value(files.make_temporary(prefix));
    };
    *request.path += "XXXXXX";
  });
}

bool rmdir(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "rmdir", 1, [](auto&, auto& request) {
    request.work = [path = *request.path](Files& files) {
      return FsValue(files.remove_folder(path));
    };
  });
}

bool unlink(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "unlink", 1, [](auto&, auto& request) {
    request.work = [path = *request.path](Files& files) { return FsValue(files.unlink(path)); };
  });
}

bool readlink(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "readlink", 1, [](auto&, auto& request) {
    request.work = [path = *request.path](Files& files) {
      return to_value(files.link_target(path));
    };
  });
}

bool realpath(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_path(cx, JS::CallArgsFromVp(argc, vp), "realpath", 1, [](auto&, auto& request) {
    request.work = [path = *request.path](Files& files) { return to_value(files.real_path(path)); };
  });
}

// firstMissing(path): the path up to the first part of it that is not there. Takes no time.
bool first_missing(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string path;
  if (!to_path(cx, args.get(0), path)) return false;
  os::Files& files = agent_from(cx).files();
  size_t end = 0;
  do {
    end = std::min(path.find('/', end + 1), path.size());
  } while (end < path.size() && files.status(path.substr(0, end), Follow::kNotLast));
  JSString* string = JS_NewStringCopyUTF8N(cx, {path.data(), end});
  if (string == nullptr) return false;
  args.rval().setString(string);
  return true;
}

// isFolder(path): whether it leads to a folder. Takes no time.
bool is_folder(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string path;
  if (!to_path(cx, args.get(0), path)) return false;
  args.rval().setBoolean(agent_from(cx).files().type(path) == os::FileType::kFolder);
  return true;
}

// rename(from, to)
bool rename(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_paths(cx, JS::CallArgsFromVp(argc, vp), "rename", 2, [](auto&, auto& request) {
    request.work = [from = *request.path, to = *request.dest](Files& files) {
      return FsValue(files.rename(from, to));
    };
  });
}

// link(existing, path)
bool link(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_paths(cx, JS::CallArgsFromVp(argc, vp), "link", 2, [](auto&, auto& request) {
    request.work = [existing = *request.path, path = *request.dest](Files& files) {
      return FsValue(files.link(existing, path));
    };
  });
}

// symlink(target, path)
bool symlink(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_paths(cx, JS::CallArgsFromVp(argc, vp), "symlink", 2, [](auto&, auto& request) {
    request.work = [target = *request.path, path = *request.dest](Files& files) {
      return FsValue(files.make_link(target, path));
    };
  });
}

// copyFile(from, to, mayReplace)
bool copy_file(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_paths(cx, JS::CallArgsFromVp(argc, vp), "copyfile", 3, [](auto& args, auto& request) {
    request.work = [from = *request.path, to = *request.dest, may_replace = args[2].toBoolean()](
                       Files& files) { return FsValue(files.copy(from, to, may_replace)); };
  });
}

}  // namespace

bool define_fs_paths(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"access", access, 2},
                         {"chmod", chmod, 2},
                         {"chown", chown, 3},
                         {"copyFile", copy_file, 3},
                         {"firstMissing", first_missing, 1},
                         {"isFolder", is_folder, 1},
                         {"lchown", lchown, 3},
                         {"link", link, 2},
                         {"lstat", lstat, 2},
                         {"lutimes", lutimes, 3},
                         {"mkdir", mkdir, 2},
                         {"mkdirAll", mkdir_all, 2},
                         {"mkdtemp", mkdtemp, 1},
                         {"open", open, 3},
                         {"opendir", opendir, 2},
                         {"pause", pause, 1},
                         {"readlink", readlink, 1},
                         {"realpath", realpath, 1},
                         {"rename", rename, 2},
                         {"rmdir", rmdir, 1},
                         {"scandir", scandir, 1},
                         {"stat", stat, 2},
                         {"statfs", statfs, 2},
                         {"symlink", symlink, 2},
                         {"unlink", unlink, 1},
                         {"utimes", utimes, 3}});
}

}  // namespace loopscope::host
