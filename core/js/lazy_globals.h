#pragma once

#include <jsapi.h>

namespace loopscope::host {

// The operations of a global object that has, besides the standard built-ins, Node's classes that
// are ordinary properties of it although few programs use them: each is loaded when a program first
// asks for it in any way, which no program can tell. internalBinding('realm').onFirstUse(load) sets
// the function that returns a class by its name, or undefined if it defined the property itself.
extern const JSClassOps kLazyGlobalClassOps;

}  // namespace loopscope::host
