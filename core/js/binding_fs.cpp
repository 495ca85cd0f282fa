#include <js/Array.h>
#include <js/ArrayBuffer.h>
#include <js/experimental/TypedData.h>

#include <algorithm>
#include <memory>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/fs_requests.h"
#include "core/js/native.h"

// internalBinding('fs'): the file operations of the simulated machine. Arguments have been checked
// by node/fs.js and its parts. Each operation takes a callback after its own arguments (undefined:
// it is carried out at once) and then, if it likes, a label for the trace: see fs_requests.h.
namespace loopscope::host {

namespace {

using os::Files;
using os::Follow;

template <typename Value>
FsValue to_value(const os::FileResult<Value>& result) {
  if (!result) return result.error();
  if constexpr (std::is_arithmetic_v<Value>)
    return static_cast<double>(*result);
  else
    return *result;
}

uint32_t unsigned_from(JS::HandleValue value) {
  return static_cast<uint32_t>(value.toNumber());
}

int descriptor_from(JS::HandleValue value) {
  return static_cast<int>(value.toNumber());
}

// ---- Operations on paths ----

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

os::Owner owner_from(JS::HandleValue user, JS::HandleValue group) {
  return {static_cast<uint32_t>(static_cast<int64_t>(user.toNumber())),
          static_cast<uint32_t>(static_cast<int64_t>(group.toNumber()))};
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

// Seconds with fractions, as libuv turns them into a timespec: whole microseconds.
os::FileTime time_from(JS::HandleValue seconds) {
  constexpr double kUsPerSecond = 1e6;
  constexpr int64_t kNsPerUs = 1000;
  return {static_cast<int64_t>(seconds.toNumber() * kUsPerSecond) * kNsPerUs};
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

// ---- Operations on descriptors ----

using DescriptorWork = std::function<FsValue(Files& files, int number)>;

bool with_descriptor(JSContext* cx, const JS::CallArgs& args, std::string_view syscall,
                     unsigned callback, const DescriptorWork& work, bool big_numbers = false) {
  FsRequest request;
  request.syscall = syscall;
  request.big_numbers = big_numbers;
  request.work = [work, number = descriptor_from(args[0])](Files& files) {
    return work(files, number);
  };
  return carry_out(cx, args, callback, std::move(request));
}

bool close(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_descriptor(cx, JS::CallArgsFromVp(argc, vp), "close", 1,
                         [](Files& files, int number) { return FsValue(files.close(number)); });
}

// fstat(descriptor, bigNumbers) -> numbers
bool fstat(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  return with_descriptor(
      cx, args, "fstat", 2,
      [](Files& files, int number) { return to_value(files.status_of(number)); },
      args[1].toBoolean());
}

bool fsync(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_descriptor(cx, JS::CallArgsFromVp(argc, vp), "fsync", 1,
                         [](Files& files, int number) { return FsValue(files.sync(number)); });
}

bool fdatasync(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_descriptor(cx, JS::CallArgsFromVp(argc, vp), "fdatasync", 1,
                         [](Files& files, int number) { return FsValue(files.sync(number)); });
}

// ftruncate(descriptor, size)
bool ftruncate(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const auto size = static_cast<int64_t>(args[1].toNumber());
  return with_descriptor(cx, args, "ftruncate", 2, [size](Files& files, int number) {
    return FsValue(files.truncate(number, size));
  });
}

// fchmod(descriptor, mode)
bool fchmod(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const uint32_t mode = unsigned_from(args[1]);
  return with_descriptor(cx, args, "fchmod", 2, [mode](Files& files, int number) {
    return FsValue(files.change_mode(number, mode));
  });
}

// fchown(descriptor, user, group)
bool fchown(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const os::Owner owner = owner_from(args[1], args[2]);
  return with_descriptor(cx, args, "fchown", 3, [owner](Files& files, int number) {
    return FsValue(files.change_owner(number, owner));
  });
}

// futimes(descriptor, accessed, modified)
bool futimes(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const os::FileTime accessed = time_from(args[1]);
  const os::FileTime modified = time_from(args[2]);
  return with_descriptor(cx, args, "futime", 3, [=](Files& files, int number) {
    return FsValue(files.change_times(number, accessed, modified));
  });
}

// ---- Bytes ----

// Memory of the script's that a job reads or fills when it is carried out, as libuv does.
class ScriptBytes {
 public:
  ScriptBytes(JSContext* cx, JSObject* view, size_t offset, size_t length)
      : m_view(std::make_shared<JS::PersistentRootedObject>(cx, view)),
        m_offset(offset),
        m_length(length) {}

  // Less than was asked for if the memory was given away meanwhile.
  std::span<char> now(const JS::AutoRequireNoGC& no_gc) const {
    bool shared = false;
    auto* data = static_cast<char*>(JS_GetArrayBufferViewData(*m_view, &shared, no_gc));
    const size_t room = JS_GetArrayBufferViewByteLength(*m_view);
    const size_t begin = std::min(m_offset, room);
    return {data + begin, std::min(m_length, room - begin)};
  }
  size_t length() const { return m_length; }

 private:
  std::shared_ptr<JS::PersistentRootedObject> m_view;
  size_t m_offset;
  size_t m_length;
};

std::optional<uint64_t> position_from(JS::HandleValue value) {
  if (!value.isNumber() || value.toNumber() < 0) return std::nullopt;
  return static_cast<uint64_t>(value.toNumber());
}

ScriptBytes range_from(JSContext* cx, const JS::CallArgs& args) {
  return {cx, &args[1].toObject(), static_cast<size_t>(args[2].toNumber()),
          static_cast<size_t>(args[3].toNumber())};
}

VirtualTime transfer_time(uint64_t bytes, uint64_t bytes_per_second) {
  constexpr double kNsPerSecond = 1e9;
  return {static_cast<int64_t>(static_cast<double>(bytes) * kNsPerSecond /
                               static_cast<double>(bytes_per_second))};
}

// Memory of mappedBuffer() that holds what is to be read into it.
bool has_been_mapped(Agent& agent, int number, std::span<char> range,
                     std::optional<uint64_t> position) {
  const os::FileResult<uint64_t> offset = position ? *position : agent.files().offset_of(number);
  if (!offset || !agent.mapped_buffers().covers(range.data())) return false;
  const std::shared_ptr<const os::Source> source = agent.files().source_of(number);
  return source && agent.mapped_buffers().holds(range.data(), *source, *offset);
}

// mappedBuffer(descriptor, size) -> an ArrayBuffer to read a large file into from its start, which
// costs no memory; undefined for most files
bool mapped_buffer(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  const std::shared_ptr<const os::Source> source =
      agent.files().source_of(descriptor_from(args[0]));
  JSObject* buffer =
      agent.mapped_buffers().make(cx, source, static_cast<uint64_t>(args[1].toNumber()));
  args.rval().setUndefined();
  if (buffer == nullptr) return true;
  args.rval().setObject(*buffer);
  agent.note_allocation(static_cast<uint64_t>(args[1].toNumber()));
  return true;
}

// read(descriptor, view, offset, length, position or -1) -> bytes read
bool read(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  const int number = descriptor_from(args[0]);
  const ScriptBytes bytes = range_from(cx, args);
  const std::optional<uint64_t> position = position_from(args[4]);
  FsRequest request;
  request.syscall = "read";
  request.transfer = transfer_time(agent.files().readable(number, bytes.length(), position),
                                   agent.options().costs.disk_read_per_second);
  request.work = [&agent, number, bytes, position](Files& files) {
    const JS::AutoCheckCannotGC no_gc;
    const std::span<char> range = bytes.now(no_gc);
    if (has_been_mapped(agent, number, range, position))
      return to_value(files.reread(number, range.size(), position));
    return to_value(files.read(number, range, position));
  };
  return carry_out(cx, args, 5, std::move(request));
}

// write(descriptor, view, offset, length, position or -1) -> bytes written
bool write(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const int number = descriptor_from(args[0]);
  const ScriptBytes bytes = range_from(cx, args);
  const std::optional<uint64_t> position = position_from(args[4]);
  FsRequest request;
  request.syscall = "write";
  request.transfer =
      transfer_time(bytes.length(), agent_from(cx).options().costs.disk_write_per_second);
  request.work = [number, bytes, position](Files& files) {
    const JS::AutoCheckCannotGC no_gc;
    const std::span<char> range = bytes.now(no_gc);
    return to_value(files.write(number, {range.data(), range.size()}, position));
  };
  return carry_out(cx, args, 5, std::move(request));
}

bool append_views(JSContext* cx, JS::HandleObject array, std::vector<ScriptBytes>& views) {
  uint32_t length = 0;
  if (!JS::GetArrayLength(cx, array, &length)) return false;
  JS::RootedValue view(cx);
  for (uint32_t i = 0; i < length; ++i) {
    if (!JS_GetElement(cx, array, i, &view)) return false;
    JSObject* object = &view.toObject();
    views.emplace_back(cx, object, 0, JS_GetArrayBufferViewByteLength(object));
  }
  return true;
}

size_t length_of(const std::vector<ScriptBytes>& views) {
  size_t length = 0;
  for (const ScriptBytes& view : views) length += view.length();
  return length;
}

using Transfer = os::FileResult<size_t> (*)(Files& files, int number, std::span<char> bytes,
                                            std::optional<uint64_t> position);

// One after the other, until one is not filled or written whole.
FsValue transfer_all(Files& files, int number, const std::vector<ScriptBytes>& views,
                     std::optional<uint64_t> position, Transfer transfer) {
  const JS::AutoCheckCannotGC no_gc;
  size_t done = 0;
  for (const ScriptBytes& view : views) {
    const std::span<char> bytes = view.now(no_gc);
    const auto at = position ? std::optional(*position + done) : std::nullopt;
    const os::FileResult<size_t> count = transfer(files, number, bytes, at);
    if (!count) return count.error();
    done += *count;
    if (*count < bytes.size()) break;
  }
  return static_cast<double>(done);
}

// readv(descriptor, views, position or -1) -> bytes read
bool readv(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  const int number = descriptor_from(args[0]);
  JS::RootedObject array(cx, &args[1].toObject());
  std::vector<ScriptBytes> views;
  if (!append_views(cx, array, views)) return false;
  const std::optional<uint64_t> position = position_from(args[2]);
  FsRequest request;
  request.syscall = "read";
  request.transfer = transfer_time(agent.files().readable(number, length_of(views), position),
                                   agent.options().costs.disk_read_per_second);
  request.work = [number, views, position](Files& files) {
    return transfer_all(files, number, views, position,
                        [](Files& of, int from, std::span<char> bytes, std::optional<uint64_t> at) {
                          return of.read(from, bytes, at);
                        });
  };
  return carry_out(cx, args, 3, std::move(request));
}

// writev(descriptor, views, position or -1) -> bytes written
bool writev(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const int number = descriptor_from(args[0]);
  JS::RootedObject array(cx, &args[1].toObject());
  std::vector<ScriptBytes> views;
  if (!append_views(cx, array, views)) return false;
  const std::optional<uint64_t> position = position_from(args[2]);
  FsRequest request;
  request.syscall = "write";
  request.transfer =
      transfer_time(length_of(views), agent_from(cx).options().costs.disk_write_per_second);
  request.work = [number, views, position](Files& files) {
    return transfer_all(files, number, views, position,
                        [](Files& of, int to, std::span<char> bytes, std::optional<uint64_t> at) {
                          return of.write(to, {bytes.data(), bytes.size()}, at);
                        });
  };
  return carry_out(cx, args, 3, std::move(request));
}

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
  return define_natives(cx, target,
                        {{"access", access, 2},
                         {"chdir", chdir, 1},
                         {"chmod", chmod, 2},
                         {"chown", chown, 3},
                         {"close", close, 1},
                         {"copyFile", copy_file, 3},
                         {"cwd", cwd, 0},
                         {"fchmod", fchmod, 2},
                         {"fchown", fchown, 3},
                         {"fdatasync", fdatasync, 1},
                         {"firstMissing", first_missing, 1},
                         {"fstat", fstat, 2},
                         {"fsync", fsync, 1},
                         {"ftruncate", ftruncate, 2},
                         {"futimes", futimes, 3},
                         {"isFolder", is_folder, 1},
                         {"lchown", lchown, 3},
                         {"link", link, 2},
                         {"lstat", lstat, 2},
                         {"lutimes", lutimes, 3},
                         {"mappedBuffer", mapped_buffer, 2},
                         {"mkdir", mkdir, 2},
                         {"mkdirAll", mkdir_all, 2},
                         {"mkdtemp", mkdtemp, 1},
                         {"open", open, 3},
                         {"opendir", opendir, 2},
                         {"pause", pause, 1},
                         {"read", read, 5},
                         {"readlink", readlink, 1},
                         {"readv", readv, 3},
                         {"realpath", realpath, 1},
                         {"rename", rename, 2},
                         {"rmdir", rmdir, 1},
                         {"scandir", scandir, 1},
                         {"stat", stat, 2},
                         {"statfs", statfs, 2},
                         {"symlink", symlink, 2},
                         {"umask", umask, 0},
                         {"setWatchRefed", set_watch_refed, 2},
                         {"unwatch", unwatch, 1},
                         {"watch", watch, 2},
                         {"unlink", unlink, 1},
                         {"utimes", utimes, 3},
                         {"write", write, 5},
                         {"writev", writev, 3}});
}

}  // namespace loopscope::host
