#include <js/Array.h>
#include <js/ArrayBuffer.h>
#include <js/experimental/TypedData.h>

#include <algorithm>
#include <memory>

#include "core/js/agent.h"
#include "core/js/binding_fs.h"
#include "core/js/native.h"

// Reading and writing.
namespace loopscope::host {

namespace {

using os::Files;

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

}  // namespace

bool define_fs_bytes(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"mappedBuffer", mapped_buffer, 2},
                         {"read", read, 5},
                         {"readv", readv, 3},
                         {"write", write, 5},
                         {"writev", writev, 3}});
}

}  // namespace loopscope::host
