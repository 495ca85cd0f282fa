#include "core/js/describe.h"

#include <js/Object.h>
#include <js/PropertyDescriptor.h>
#include <js/Proxy.h>
#include <js/SavedFrameAPI.h>
#include <js/Stack.h>
#include <js/Wrapper.h>
#include <jsfriendapi.h>

#include <optional>
#include <string_view>

#include "core/js/agent.h"
#include "core/js/assigned_name.h"
#include "core/js/async_context.h"
#include "core/js/native.h"
#include "core/js/promise_slots.h"
#include "core/js/v8_error_state.h"

namespace loopscope::host {

namespace {

constexpr std::string_view kBuiltinScheme = "node:";

std::string display_name(JSContext* cx, JS::Handle<JSFunction*> function) {
  JSString* name = JS_GetFunctionDisplayId(function);
  if (name == nullptr || JS_GetStringLength(name) == 0) return "(anonymous)";
  JS::RootedString rooted(cx, name);
  JS::UniqueChars chars = JS_EncodeStringToUTF8(cx, rooted);
  if (!chars) {
    JS_ClearPendingException(cx);
    return "(anonymous)";
  }
  return chars.get();
}

// The engine names anonymous functions after where they stand ("main/<"); V8 and readers do not.
std::string readable_name(std::string name) {
  if (name.find_first_of("/<") != std::string::npos) return "(anonymous)";
  return name;
}

std::string script_location(JSContext* cx, JS::Handle<JSFunction*> function) {
  JSScript* script = JS_GetFunctionScript(cx, function);
  if (script == nullptr) return {};
  const char* file = JS_GetScriptFilename(script);
  if (file == nullptr || std::string_view(file).starts_with(kBuiltinScheme)) return {};
  return agent_from(cx).display_path(file) + ":" +
         std::to_string(JS_GetScriptBaseLineNumber(cx, script));
}

// The function a job goes on with: the handler of a then, or the function that awaits. Null:
// neither, as when one promise follows another.
JSObject* job_function(JSObject* reaction) {
  const int32_t flags = JS::GetReservedSlot(reaction, promise_slots::kFlags).toInt32();
  if ((flags & promise_slots::kAwaitFlags) != 0) {
    const JS::Value& generator = JS::GetReservedSlot(reaction, promise_slots::kGenerator);
    if (!generator.isObject()) return nullptr;
    const JS::Value& callee =
        JS::GetReservedSlot(js::UncheckedUnwrap(&generator.toObject()), promise_slots::kCallee);
    return callee.isObject() ? &callee.toObject() : nullptr;
  }
  const bool fulfilled = (flags & promise_slots::kFulfilledFlag) != 0;
  const JS::Value& handler = JS::GetReservedSlot(
      reaction, fulfilled ? promise_slots::kOnFulfilled : promise_slots::kOnRejected);
  return handler.isObject() ? js::UncheckedUnwrap(&handler.toObject()) : nullptr;
}

// A place in a file as the engine names it; lines and columns count from 1.
struct Place {
  std::string file;
  uint32_t line = 0;
  uint32_t column = 0;
};

// The nearest frame of the program's own code: a few frames down, since built-in modules call
// natives from shallow stacks.
std::optional<Place> place_below_builtins(JSContext* cx, uint32_t depth) {
  JS::RootedObject frame(cx);
  if (!JS::CaptureCurrentStack(cx, &frame, JS::StackCapture(JS::MaxFrames(depth)))) {
    JS_ClearPendingException(cx);
    return {};
  }
  while (frame) {
    JS::RootedString source(cx);
    uint32_t line = 0;
    uint32_t column = 0;
    std::string file;
    if (JS::GetSavedFrameSource(cx, nullptr, frame, &source) != JS::SavedFrameResult::Ok ||
        JS::GetSavedFrameLine(cx, nullptr, frame, &line) != JS::SavedFrameResult::Ok ||
        JS::GetSavedFrameColumn(cx, nullptr, frame, &column) != JS::SavedFrameResult::Ok)
      return {};
    JS::RootedValue source_value(cx, JS::StringValue(source));
    if (!to_utf8(cx, source_value, file)) JS_ClearPendingException(cx);
    if (!file.starts_with(kBuiltinScheme) && file != "self-hosted")
      return Place{std::move(file), line, column};
    if (JS::GetSavedFrameParent(cx, nullptr, frame, &frame) != JS::SavedFrameResult::Ok) return {};
  }
  return {};
}

std::optional<Place> running_place(JSContext* cx) {
  JS::AutoFilename file;
  unsigned line = 0;
  unsigned column = 0;
  if (!JS::DescribeScriptedCaller(cx, &file, &line, &column) || file.get() == nullptr) return {};
  if (!std::string_view(file.get()).starts_with(kBuiltinScheme))
    return Place{file.get(), line, column + 1};
  // Frames cost; one of ours above the program's is the rule.
  constexpr uint32_t kUsualDepth = 2;
  constexpr uint32_t kMostDepth = 8;
  const auto place = place_below_builtins(cx, kUsualDepth);
  return place ? place : place_below_builtins(cx, kMostDepth);
}

std::string location_text(JSContext* cx, const Place& place) {
  return agent_from(cx).display_path(place.file) + ":" + std::to_string(place.line) + ":" +
         std::to_string(place.column);
}

// A data property's string value, without running a getter or a proxy's trap.
bool own_string(JSContext* cx, JS::HandleObject object, const char* name, std::string& result) {
  if (js::IsProxy(object)) return false;
  JS::Rooted<mozilla::Maybe<JS::PropertyDescriptor>> descriptor(cx);
  JS::RootedObject holder(cx);
  if (!JS_GetPropertyDescriptor(cx, object, name, &descriptor, &holder)) {
    JS_ClearPendingException(cx);
    return false;
  }
  if (descriptor.isNothing() || !descriptor->isDataDescriptor() || !descriptor->value().isString())
    return false;
  JS::RootedValue value(cx, descriptor->value());
  return to_utf8(cx, value, result);
}

}  // namespace

Description describe_function(JSContext* cx, JS::HandleObject object) {
  JS::RootedObject target(cx, object);
  JS::Rooted<JSFunction*> function(cx, JS_GetObjectFunction(target));
  if (!function) return {"(anonymous)", {}};
  return {readable_name(display_name(cx, function)), script_location(cx, function)};
}

Description describe_constructor(JSContext* cx, JS::HandleObject object) {
  JS::RootedObject holder(cx);
  JS::Rooted<mozilla::Maybe<JS::PropertyDescriptor>> property(cx);
  if (js::IsProxy(object) ||
      !JS_GetPropertyDescriptor(cx, object, "constructor", &property, &holder)) {
    JS_ClearPendingException(cx);
    return {};
  }
  if (property.isNothing() || !property->isDataDescriptor() || !property->value().isObject())
    return {};
  JS::RootedObject constructor(cx, &property->value().toObject());
  return describe_function(cx, constructor);
}

Description describe_job(JSContext* cx, JS::HandleObject job) {
  JS::RootedObject reaction(cx, job_reaction(job));
  if (!reaction) return {"promise job", {}};
  JS::RootedObject function(cx, job_function(reaction));
  if (!function) return {"promise job", {}};
  Description description = describe_function(cx, function);
  if (description.label == "(anonymous)") description.label = "promise job";
  return description;
}

std::string describe_briefly(JSContext* cx, JS::HandleValue value) {
  if (!value.isObject()) {
    std::string text;
    if (value.isSymbol()) return "a symbol";
    if (!to_utf8(cx, value, text)) JS_ClearPendingException(cx);
    return text;
  }
  JS::RootedObject object(cx, &value.toObject());
  std::string name;
  std::string message;
  if (!own_string(cx, object, "message", message)) return "an object";
  if (!own_string(cx, object, "name", name)) name = "Error";
  return message.empty() ? name : name + ": " + message;
}

std::string describe_pending_exception(JSContext* cx) {
  JS::RootedValue error(cx);
  if (!JS_GetPendingException(cx, &error)) return "no error\n";
  JS_ClearPendingException(cx);
  std::string text = describe_briefly(cx, error);
  JS::RootedValue stack(cx);
  std::string stack_text;
  if (error.isObject()) {
    JS::RootedObject object(cx, &error.toObject());
    if (!JS_GetProperty(cx, object, "stack", &stack) || !to_utf8(cx, stack, stack_text))
      JS_ClearPendingException(cx);
  }
  return text + "\n" + stack_text + "\n";
}

std::string running_location(JSContext* cx) {
  const auto place = running_place(cx);
  return place ? location_text(cx, *place) : std::string();
}

RunningCall running_call(JSContext* cx) {
  const auto place = running_place(cx);
  if (!place) return {};
  const ErrorState* state = error_state(cx);
  const std::u16string* text = state == nullptr ? nullptr : state->sources.text(place->file);
  return {location_text(cx, *place),
          text == nullptr ? std::string() : assigned_name(*text, place->line, place->column)};
}

}  // namespace loopscope::host
