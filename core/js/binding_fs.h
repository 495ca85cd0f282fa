#pragma once

#include <jsapi.h>

#include <cstdint>
#include <type_traits>

#include "core/js/fs_requests.h"

// internalBinding('fs'): the file operations of the simulated machine. Arguments have been checked
// by node/fs.js and its parts. Each operation takes a callback after its own arguments (undefined:
// it is carried out at once) and then, if it likes, a label for the trace: see fs_requests.h.
namespace loopscope::host {

template <typename Value>
FsValue to_value(const os::FileResult<Value>& result) {
  if (!result) return result.error();
  if constexpr (std::is_arithmetic_v<Value>)
    return static_cast<double>(*result);
  else
    return *result;
}

inline uint32_t unsigned_from(JS::HandleValue value) {
  return static_cast<uint32_t>(value.toNumber());
}

inline int descriptor_from(JS::HandleValue value) {
  return static_cast<int>(value.toNumber());
}

inline os::Owner owner_from(JS::HandleValue user, JS::HandleValue group) {
  return {static_cast<uint32_t>(static_cast<int64_t>(user.toNumber())),
          static_cast<uint32_t>(static_cast<int64_t>(group.toNumber()))};
}

// Seconds with fractions, as libuv turns them into a timespec: whole microseconds.
inline os::FileTime time_from(JS::HandleValue seconds) {
  constexpr double kUsPerSecond = 1e6;
  constexpr int64_t kNsPerUs = 1000;
  return {static_cast<int64_t>(seconds.toNumber() * kUsPerSecond) * kNsPerUs};
}

// The parts of the binding, each a file.
[[nodiscard]] bool define_fs_paths(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool define_fs_descriptors(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool define_fs_bytes(JSContext* cx, JS::HandleObject target);

}  // namespace loopscope::host
