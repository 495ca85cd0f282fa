#pragma once

#include <jsapi.h>

namespace loopscope::host {

// Sees every value just before it becomes a context's pending exception, and may put another in its
// place. Must leave no exception pending.
using ThrowObserver = void (*)(JSContext* cx, JS::MutableHandleValue thrown);

// Why this is needed: the engine words its errors inside its library and offers embedders nothing
// to say about it (JS_SetErrorInterceptorCallback does nothing in release builds, the library binds
// its own symbols, and its compiler's errors never pass the exported JS_ReportError… functions).
// Its message table could be overwritten, but what V8's texts name (the property, the expression as
// V8 prints it, whether it was read or written) is not among the arguments. Every exception, thrown
// by the engine or by a throw statement, passes JSContext::setPendingException(value, stack), which
// the library exports; so its first instructions are replaced by a jump to ours, which goes on with
// the original by a copy of those instructions.
//
// Once in a process, before its first context; later calls change nothing. False: this library's
// function has another shape or the system forbids it; errors keep the engine's wording then, and
// nothing else changes.
bool observe_throws(ThrowObserver observer);

}  // namespace loopscope::host
