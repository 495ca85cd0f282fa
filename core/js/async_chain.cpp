#include "core/js/async_chain.h"

#include <js/Class.h>
#include <js/Object.h>
#include <js/Promise.h>
#include <js/String.h>
#include <js/Wrapper.h>
#include <jsfriendapi.h>

#include <cstring>

#include "core/js/async_context.h"
#include "core/js/promise_slots.h"

namespace loopscope::host {

namespace {

// Nothing here allocates for the collector, so bare pointers hold.

bool is_a(JSObject* object, const char* class_name) {
  return object != nullptr && std::strcmp(JS::GetClass(object)->name, class_name) == 0;
}

JSObject* object_of(const JS::Value& value) {
  return value.isObject() ? js::UncheckedUnwrap(&value.toObject()) : nullptr;
}

JSObject* object_in(JSObject* holder, size_t slot) {
  return object_of(JS::GetReservedSlot(holder, slot));
}

// The one reaction of a pending promise; null if nobody or more than one waits for it.
JSObject* only_reaction(JSObject* promise) {
  if (!is_a(promise, "Promise")) return nullptr;
  JSObject* reaction = object_in(promise, promise_slots::kReactions);
  return is_a(reaction, "PromiseReactionRecord") ? reaction : nullptr;
}

// The function that Promise.all() and its like make for an element holds the result's promise.
JSObject* element_holder(JSObject* handler) {
  if (handler == nullptr || !js::IsFunctionObject(handler) ||
      !js::FunctionHasNativeReserved(handler))
    return nullptr;
  JSObject* holder =
      object_of(js::GetFunctionNativeReserved(handler, promise_slots::kElementHolder));
  return is_a(holder, "PromiseCombinatorDataHolder") ? holder : nullptr;
}

std::string function_name(JSFunction* function) {
  std::string name;
  JSString* id = JS_GetFunctionDisplayId(function);
  if (id == nullptr) return name;
  JSLinearString* linear = JS_ASSERT_STRING_IS_LINEAR(id);
  name.resize(JS::GetDeflatedUTF8StringLength(linear));
  JS::DeflateStringToUTF8Buffer(linear, mozilla::Span(name.data(), name.size()));
  return name;
}

class ChainWalk {
 public:
  ChainWalk(JSContext* cx, size_t limit) : m_cx(cx), m_limit(limit) {}

  // `reaction` is what runs, or waits for what runs.
  void follow(JSObject* reaction, bool is_running) {
    JSObject* promise = is_running ? promise_behind(reaction) : step(reaction);
    while (m_links.size() < m_limit) {
      reaction = only_reaction(promise);
      if (reaction == nullptr) return;
      promise = step(reaction);
    }
  }
  std::vector<AsyncLink> take() { return std::move(m_links); }

 private:
  // Notes who waits by this reaction; returns the promise they will settle.
  JSObject* step(JSObject* reaction) {
    const int32_t flags = JS::GetReservedSlot(reaction, promise_slots::kFlags).toInt32();
    if ((flags & promise_slots::kAwaitFlags) != 0)
      add_function(object_in(reaction, promise_slots::kGenerator));
    else
      add_combinator(reaction);
    return promise_behind(reaction);
  }

  static JSObject* promise_behind(JSObject* reaction) {
    const int32_t flags = JS::GetReservedSlot(reaction, promise_slots::kFlags).toInt32();
    JSObject* target = object_in(reaction, promise_slots::kGenerator);
    if ((flags & promise_slots::kAwaitFlags) != 0)
      return target == nullptr
                 ? nullptr
                 : promise_of(target, (flags & promise_slots::kAsyncGeneratorFlag) != 0);
    if ((flags & promise_slots::kResolvesPromiseFlag) != 0) return target;
    for (const size_t slot : {promise_slots::kOnFulfilled, promise_slots::kOnRejected})
      if (JSObject* holder = element_holder(object_in(reaction, slot)))
        return object_in(holder, promise_slots::kHolderPromise);
    return object_in(reaction, promise_slots::kPromise);
  }

  // The promise that an async function, or an async generator asked for one value, will settle.
  static JSObject* promise_of(JSObject* generator, bool is_async_generator) {
    if (!is_async_generator) return object_in(generator, promise_slots::kGeneratorPromise);
    JSObject* request = object_in(generator, promise_slots::kGeneratorRequest);
    return is_a(request, "AsyncGeneratorRequest")
               ? object_in(request, promise_slots::kRequestPromise)
               : nullptr;
  }

  void add_function(JSObject* generator) {
    if (generator == nullptr) return;
    JSObject* callee = object_in(generator, promise_slots::kCallee);
    const JS::Value& index = JS::GetReservedSlot(generator, promise_slots::kResumeIndex);
    if (callee == nullptr || !index.isInt32()) return;
    JS::Rooted<JSFunction*> function(m_cx, JS_GetObjectFunction(callee));
    JSScript* script = function ? JS_GetFunctionScript(m_cx, function) : nullptr;
    if (script == nullptr) return;
    m_links.push_back({JS_GetScriptFilename(script), function_name(function),
                       JS_GetScriptBaseLineNumber(m_cx, script),
                       static_cast<uint32_t>(index.toInt32())});
  }

  // V8 counts the elements; which function of the language it is shows in which handlers are its
  // own.
  void add_combinator(JSObject* reaction) {
    JSObject* fulfilled = object_in(reaction, promise_slots::kOnFulfilled);
    JSObject* rejected = object_in(reaction, promise_slots::kOnRejected);
    const bool has_fulfilled = element_holder(fulfilled) != nullptr;
    const bool has_rejected = element_holder(rejected) != nullptr;
    if (!has_fulfilled && !has_rejected) return;
    const char* name = !has_rejected    ? "Promise.all"
                       : !has_fulfilled ? "Promise.any"
                                        : "Promise.allSettled";
    const JS::Value& index = js::GetFunctionNativeReserved(has_fulfilled ? fulfilled : rejected,
                                                           promise_slots::kElementIndex);
    if (!index.isInt32()) return;
    m_links.push_back(
        {"", std::string(name) + " (index " + std::to_string(index.toInt32()) + ")", 0, 0});
  }

  JSContext* m_cx;
  size_t m_limit;
  std::vector<AsyncLink> m_links;
};

}  // namespace

std::vector<AsyncLink> async_chain(JSContext* cx, JS::HandleObject job, size_t limit) {
  JSObject* reaction = job_reaction(job);
  if (reaction == nullptr) return {};
  ChainWalk walk(cx, limit);
  walk.follow(reaction, true);
  return walk.take();
}

}  // namespace loopscope::host
