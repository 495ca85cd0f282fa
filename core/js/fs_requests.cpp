#include "core/js/fs_requests.h"

#include <js/Array.h>
#include <js/BigInt.h>
#include <js/CallAndConstruct.h>
#include <js/experimental/TypedData.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <type_traits>
#include <utility>

#include "core/js/agent.h"
#include "core/js/encoding_utf8.h"
#include "core/js/native.h"
#include "core/js/v8_errors.h"
#include "core/os/errno_text.h"

namespace loopscope::host {

namespace {

constexpr int64_t kNsPerSecond = 1'000'000'000;

bool set_text(JSContext* cx, std::string_view bytes, JS::MutableHandleValue result) {
  std::u16string text;
  bool invalid = false;
  decode_utf8({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}, text, invalid);
  JSString* string = JS_NewUCStringCopyN(cx, text.data(), text.size());
  if (string == nullptr) return false;
  result.setString(string);
  return true;
}

template <size_t N>
bool set_numbers(JSContext* cx, const std::array<int64_t, N>& numbers, bool big,
                 JS::MutableHandleValue result) {
  JS::RootedValueArray<N> values(cx);
  for (size_t i = 0; i < N; ++i) {
    if (!big) {
      values[i].setNumber(static_cast<double>(numbers[i]));
      continue;
    }
    JS::BigInt* number = JS::NumberToBigInt(cx, numbers[i]);
    if (number == nullptr) return false;
    values[i].setBigInt(number);
  }
  JSObject* array = JS::NewArrayObject(cx, values);
  if (array == nullptr) return false;
  result.setObject(*array);
  return true;
}

// Times before 1970 count down to their second.
int64_t seconds_of(os::FileTime time) {
  return (time.ns - ((time.ns % kNsPerSecond + kNsPerSecond) % kNsPerSecond)) / kNsPerSecond;
}

int64_t rest_of(os::FileTime time) {
  return time.ns - seconds_of(time) * kNsPerSecond;
}

bool set_status(JSContext* cx, const os::Status& status, bool big, JS::MutableHandleValue result) {
  const auto whole = [](uint64_t number) { return static_cast<int64_t>(number); };
  const std::array<int64_t, 18> numbers = {whole(status.device),
                                           status.mode,
                                           status.links,
                                           status.owner.user,
                                           status.owner.group,
                                           whole(status.special),
                                           whole(os::kBlockBytes),
                                           whole(status.inode),
                                           whole(status.size),
                                           whole(status.blocks),
                                           seconds_of(status.accessed),
                                           rest_of(status.accessed),
                                           seconds_of(status.modified),
                                           rest_of(status.modified),
                                           seconds_of(status.changed),
                                           rest_of(status.changed),
                                           seconds_of(status.born),
                                           rest_of(status.born)};
  return set_numbers(cx, numbers, big, result);
}

bool set_system_status(JSContext* cx, const os::FileSystemStatus& status, bool big,
                       JS::MutableHandleValue result) {
  const auto whole = [](uint64_t number) { return static_cast<int64_t>(number); };
  const std::array<int64_t, 7> numbers = {
      whole(status.type),        whole(status.block_bytes),      whole(status.blocks),
      whole(status.free_blocks), whole(status.available_blocks), whole(status.files),
      whole(status.free_files)};
  return set_numbers(cx, numbers, big, result);
}

// As Node numbers them (UV_DIRENT_*).
int32_t number_of(os::FileType type) {
  switch (type) {
    case os::FileType::kFile:
      return 1;
    case os::FileType::kFolder:
      return 2;
    case os::FileType::kLink:
      return 3;
    case os::FileType::kDevice:
      return 6;
  }
  return 0;
}

// [names, types]
bool set_names(JSContext* cx, const std::vector<os::NamedType>& entries,
               JS::MutableHandleValue result) {
  JS::RootedValueVector names(cx);
  JS::RootedValueVector types(cx);
  JS::RootedValue name(cx);
  for (const os::NamedType& entry : entries)
    if (!set_text(cx, entry.name, &name) || !names.append(name) ||
        !types.append(JS::Int32Value(number_of(entry.type))))
      return false;
  JS::RootedObject name_array(cx, JS::NewArrayObject(cx, names));
  JS::RootedObject type_array(cx, name_array ? JS::NewArrayObject(cx, types) : nullptr);
  if (!type_array) return false;
  JS::RootedValueArray<2> both(cx);
  both[0].setObject(*name_array);
  both[1].setObject(*type_array);
  JSObject* array = JS::NewArrayObject(cx, both);
  if (array == nullptr) return false;
  result.setObject(*array);
  return true;
}

// Of a request that did not fail.
bool set_value(JSContext* cx, const FsValue& value, bool big, JS::MutableHandleValue result) {
  result.setUndefined();
  if (const auto* number = std::get_if<double>(&value)) {
    result.setNumber(*number);
    return true;
  }
  if (const auto* text = std::get_if<std::string>(&value)) return set_text(cx, *text, result);
  if (const auto* status = std::get_if<os::Status>(&value))
    return set_status(cx, *status, big, result);
  if (const auto* system = std::get_if<os::FileSystemStatus>(&value))
    return set_system_status(cx, *system, big, result);
  if (const auto* names = std::get_if<std::vector<os::NamedType>>(&value))
    return set_names(cx, *names, result);
  return true;
}

bool define_text(JSContext* cx, JS::HandleObject error, const char* name, std::string_view text) {
  JS::RootedValue value(cx);
  return set_text(cx, text, &value) && JS_DefineProperty(cx, error, name, value, JSPROP_ENUMERATE);
}

bool make_error(JSContext* cx, std::string_view message, JS::MutableHandleObject error) {
  JS::RootedValue text(cx);
  if (!set_text(cx, message, &text)) return false;
  JS::RootedString string(cx, text.toString());
  return new_error(cx, string, error);
}

bool throw_fs_error(JSContext* cx, os::Errno error, const FsRequest& request) {
  JS::RootedValue value(cx);
  if (make_fs_error(cx, error, request, &value)) JS_SetPendingException(cx, value);
  return false;
}

// Whether files are others after it, for whoever looks.
bool changes_files(const FsRequest& request) {
  constexpr std::array<std::string_view, 13> kOnlyLook = {
      "access",   "stat",     "lstat",    "fstat", "statfs", "scandir", "opendir",
      "closedir", "readlink", "realpath", "read",  "open",   "close"};
  const bool looks =
      std::find(kOnlyLook.begin(), kOnlyLook.end(), request.syscall) != kOnlyLook.end();
  return request.changes || !looks;
}

VirtualTime duration_of(Agent& agent, const FsRequest& request) {
  return agent.disk_latency() + request.transfer;
}

bool carry_out_now(JSContext* cx, const JS::CallArgs& args, const FsRequest& request) {
  Agent& agent = agent_from(cx);
  agent.meter().charge(duration_of(agent, request));
  agent.thread_pool();  // what is done by now has been done before
  const FsValue value = request.work(agent.files());
  if (const auto* error = std::get_if<os::Errno>(&value); error != nullptr && error->failed())
    return throw_fs_error(cx, *error, request);
  return set_value(cx, value, request.big_numbers, args.rval());
}

// A job under way: what it was asked to do, for whom, and what came of it.
struct Underway {
  Underway(JSContext* cx, FsRequest asked, JSObject* calls)
      : request(std::move(asked)), callback(cx, calls) {}
  FsRequest request;
  JS::PersistentRootedObject callback;
  FsValue value;
};

// Nothing of the program's is on the stack when an operation fails.
bool make_bare_error(JSContext* cx, os::Errno error, const FsRequest& request,
                     JS::MutableHandleValue result) {
  const EntryFrames outer = set_entry_frames(cx, EntryFrames::none);
  const bool made = make_fs_error(cx, error, request, result);
  set_entry_frames(cx, outer);
  return made;
}

bool call_back(JSContext* cx, const Underway& job) {
  JS::RootedValue function(cx, JS::ObjectValue(*job.callback));
  JS::RootedValueArray<2> args(cx);
  JS::RootedValue ignored(cx);
  size_t count = 1;
  args[0].setNull();
  if (const auto* error = std::get_if<os::Errno>(&job.value); error != nullptr && error->failed()) {
    if (!make_bare_error(cx, *error, job.request, args[0])) return false;
  } else {
    if (!set_value(cx, job.value, job.request.big_numbers, args[1])) return false;
    if (!args[1].isUndefined()) count = 2;
  }
  return JS::Call(cx, JS::UndefinedHandleValue, function,
                  JS::HandleValueArray::subarray(JS::HandleValueArray(args), 0, count), &ignored);
}

bool carry_out_later(JSContext* cx, const JS::CallArgs& args, unsigned callback,
                     FsRequest request) {
  Agent& agent = agent_from(cx);
  std::string label = request.syscall;
  if (args.get(callback + 1).isString() && !to_utf8(cx, args[callback + 1], label)) return false;
  const VirtualTime duration = duration_of(agent, request);
  JS::RootedObject function(cx, &args[callback].toObject());
  auto job = std::make_shared<Underway>(cx, std::move(request), function);
  agent.submit_pool_job(
      {label, duration, [job, &agent] { job->value = job->request.work(agent.files()); },
       changes_files(job->request)},
      function, [job](JSContext* at) { return call_back(at, *job); });
  args.rval().setUndefined();
  return true;
}

}  // namespace

bool make_fs_error(JSContext* cx, os::Errno error, const FsRequest& request,
                   JS::MutableHandleValue result) {
  const os::ErrnoText text = os::text_of(error);
  std::string message(text.name);
  message.append(": ").append(text.words).append(", ").append(request.syscall);
  if (request.path) message += " '" + *request.path + "'";
  if (request.dest) message += " -> '" + *request.dest + "'";
  JS::RootedObject object(cx);
  if (!make_error(cx, message, &object)) return false;
  JS::RootedValue number(cx, JS::Int32Value(-error.number));
  if (!JS_DefineProperty(cx, object, "errno", number, JSPROP_ENUMERATE) ||
      !define_text(cx, object, "code", text.name) ||
      !define_text(cx, object, "syscall", request.syscall) ||
      (request.path && !define_text(cx, object, "path", *request.path)) ||
      (request.dest && !define_text(cx, object, "dest", *request.dest)))
    return false;
  result.setObject(*object);
  return true;
}

bool to_path(JSContext* cx, JS::HandleValue value, std::string& path) {
  if (!value.isObject()) return to_utf8(cx, value, path);
  const JS::AutoCheckCannotGC no_gc;
  bool shared = false;
  JSObject* view = &value.toObject();
  const auto* bytes = static_cast<const char*>(JS_GetArrayBufferViewData(view, &shared, no_gc));
  path.assign(bytes, JS_GetArrayBufferViewByteLength(view));
  return true;
}

bool carry_out(JSContext* cx, const JS::CallArgs& args, unsigned callback, FsRequest request) {
  if (args.get(callback).isObject()) return carry_out_later(cx, args, callback, std::move(request));
  return carry_out_now(cx, args, request);
}

}  // namespace loopscope::host
