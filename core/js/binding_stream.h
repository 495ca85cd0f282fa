#pragma once

#include <jsapi.h>

#include "core/js/stream_host.h"

// internalBinding('stream'): the state machines of core/stream for node/internal/streams. A core is
// the object create() gives, and the first argument of whatever is about a stream; sizes are in
// bytes, characters or objects.
namespace loopscope::host {

inline StreamHost& host_of(const JS::CallArgs& args) {
  return StreamHost::of(&args[0].toObject());
}

inline stream::Stream& stream_of(const JS::CallArgs& args) {
  return host_of(args).stream();
}

inline JS::Value number(int64_t value) {
  return JS::NumberValue(static_cast<double>(value));
}

// The parts of the binding, each a file.
[[nodiscard]] bool define_stream_fields(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool define_stream_reading(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool define_stream_pipes(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool define_stream_writing(JSContext* cx, JS::HandleObject target);

}  // namespace loopscope::host
