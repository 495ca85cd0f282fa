#pragma once

#include <jsapi.h>

#include "core/js/v8_error_layout.h"
#include "core/js/v8_error_state.h"

namespace loopscope::host {

// The value of `stack` for `target` over these saved frames (null: none): V8's text, or what
// Error.prepareStackTrace makes of it.
[[nodiscard]] bool format_stack(JSContext* cx, ErrorState& state, JS::HandleObject target,
                                JS::HandleObject saved, const ErrorLayout::Stack& stack,
                                JS::MutableHandleValue result);

// How many frames Error.stackTraceLimit asks for; nothing if it is no number, and no stack is
// taken.
std::optional<uint32_t> stack_trace_limit(JSContext* cx, ErrorState& state);

// The frames below `function`, or below the constructor that a class extending Error has: the part
// of `saved` after the frame that runs it. Null if it is not among them.
JSObject* frames_below(JSContext* cx, JS::HandleObject saved, JS::HandleObject function);

// An array of V8's CallSite objects.
[[nodiscard]] JSObject* new_call_sites(JSContext* cx, ErrorState& state,
                                       const std::vector<struct StackFrame>& frames);

}  // namespace loopscope::host
