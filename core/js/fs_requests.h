#pragma once

#include <jsapi.h>

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/os/files.h"
#include "core/trace/types.h"

namespace loopscope::host {

// What a file operation gives: an error, or a value for the script (nothing: undefined).
using FsValue = std::variant<os::Errno, std::monostate, double, std::string, os::Status,
                             os::FileSystemStatus, std::vector<os::NamedType>>;

// A file operation as a script asks for it. `syscall`, `path` and `dest` are what its errors tell.
struct FsRequest {
  std::string syscall;
  std::optional<std::string> path;
  std::optional<std::string> dest;
  VirtualTime transfer;  // how long its bytes take, besides what any operation takes
  bool big_numbers = false;
  bool changes = false;  // of an operation that may change files or not: this one does
  std::function<FsValue(os::Files&)> work;
};

// Carries a request out at once if args[callback] is undefined: its value is the native's result,
// its error is thrown. Else as a job of the thread pool, labelled args[callback + 1] if that is a
// string; then calls back with an error, or with null and the value if there is one.
[[nodiscard]] bool carry_out(JSContext* cx, const JS::CallArgs& args, unsigned callback,
                             FsRequest request);

// A path given as a string or as bytes. False: an exception is pending.
[[nodiscard]] bool to_path(JSContext* cx, JS::HandleValue value, std::string& path);

// The error Node makes of a failed operation.
[[nodiscard]] bool make_fs_error(JSContext* cx, os::Errno error, const FsRequest& request,
                                 JS::MutableHandleValue result);

}  // namespace loopscope::host
