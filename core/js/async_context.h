#pragma once

#include <jsapi.h>

namespace loopscope::host {

// Async context (AsyncLocalStorage): what a promise reaction runs in is the context of the moment
// when `then` or `await` made the reaction, not of the one that settled the promise. The engine
// offers no slot for that, but it can attach an object to every object it allocates; from the first
// context a program sets, each reaction record gets the current one.
void remember_context_of_reactions(JSContext* cx);

// The context a promise job is to run in: its reaction's, or `current` if it has none (a thenable
// job, or contexts were not in use yet).
JSObject* job_context(JSContext* cx, JS::HandleObject job, JSObject* current);

// The reaction record in a promise job's extended slot (js/src/builtin/Promise.cpp of SpiderMonkey
// 102), or null if the job is of another kind.
JSObject* job_reaction(JSObject* job);

}  // namespace loopscope::host
