#pragma once

#include <jsapi.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace loopscope::host {

// Functions of node/internal/streams/host_hooks.js. Looked up once: streams call them for every
// chunk, and from there the program's methods, which the engine finds quickly in a script only.
class StreamHooks {
 public:
  // In the order of their names in stream_hooks.cpp.
  enum class Name : uint8_t {
    kListenerCount,
    kEmit,
    kEmitWith,
    kDeliver,
    kReadNothing,
    kReadOn,
    kCallWrite,
    kConstruct,
    kDestroy,
    kFinal,
    kWritev,
    kEndsWithItsReadable,
    kCanBeEnded,
    kMakeError,
    kJoinErrors,
    kConcat,
    kSlice,
    kFlushDecoder,
  };
  static constexpr size_t kCount = 18;

  explicit StreamHooks(JSContext* cx);
  // `functions`: an object that has them by name. False: one is missing.
  [[nodiscard]] bool set(JSContext* cx, JS::HandleObject functions);
  [[nodiscard]] bool call(JSContext* cx, Name name, const JS::HandleValueArray& args,
                          JS::MutableHandleValue result);

 private:
  JS::PersistentRooted<JS::GCVector<JS::Value, kCount>> m_functions;
};

}  // namespace loopscope::host
