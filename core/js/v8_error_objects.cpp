#include <js/CallAndConstruct.h>
#include <js/ErrorReport.h>
#include <js/Exception.h>
#include <js/GlobalObject.h>
#include <js/Object.h>
#include <js/Realm.h>
#include <js/Stack.h>
#include <jsfriendapi.h>

#include "core/js/agent.h"
#include "core/js/engine.h"
#include "core/js/native.h"
#include "core/js/v8_error_layout.h"
#include "core/js/v8_error_state.h"
#include "core/js/v8_frames.h"
#include "core/js/v8_json.h"
#include "core/js/v8_message_hook.h"
#include "core/js/v8_messages.h"
#include "core/js/v8_stack.h"

// The Error constructors: the engine's do the work, ours give the objects V8's properties.
namespace loopscope::host {

namespace {

struct ErrorClass {
  const char* name;
  unsigned length;
};

constexpr ErrorClass kErrorClasses[] = {
    {"Error", 1},       {"EvalError", 1}, {"RangeError", 1}, {"ReferenceError", 1},
    {"SyntaxError", 1}, {"TypeError", 1}, {"URIError", 1},   {"AggregateError", 2}};

constexpr double kDefaultStackTraceLimit = 10;
constexpr size_t kOriginal = 0;  // a constructor's reserved slot: the engine's

std::optional<ErrorLayout::Stack> how_to_format(JSContext* cx, ErrorState& state) {
  const std::optional<uint32_t> limit = stack_trace_limit(cx, state);
  if (!limit) return std::nullopt;
  const bool by_ticks = state.ticks_ran && (state.entry == EntryFrames::promise_job ||
                                            state.entry == EntryFrames::microtask);
  const auto entry =
      static_cast<uint8_t>(static_cast<uint8_t>(state.entry) | (by_ticks ? kAfterTicks : 0));
  uint32_t chain = 0;
  if (state.entry == EntryFrames::promise_job && state.running_callback != nullptr &&
      *state.running_callback)
    chain = state.chains.add(async_chain(cx, *state.running_callback, *limit));
  return ErrorLayout::Stack{*limit, entry, false, std::nullopt, chain};
}

bool format_pending_stack(JSContext* cx, JS::HandleObject error, const ErrorLayout::Stack& stack,
                          JS::MutableHandleValue result) {
  ErrorState* state = error_state(cx);
  result.setUndefined();
  if (state == nullptr) return true;
  JS::RootedObject frames(cx, ErrorLayout::frames(error));
  return format_stack(cx, *state, error, frames, stack, result);
}

// A class that extends Error: V8 leaves out the frames of its constructors.
bool leave_out_constructors(JSContext* cx, JS::HandleObject error, JS::HandleObject new_target,
                            const ErrorLayout::Stack& stack) {
  JS::RootedObject saved(cx, ErrorLayout::frames(error));
  JS::RootedObject below(cx, frames_below(cx, saved, new_target));
  if (!below) return true;
  return ErrorLayout::set_frames(cx, error, below, stack);
}

// new Error(message, { cause }) and Error(message, { cause }); AggregateError has the errors first.
bool construct_error(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject callee(cx, &args.callee());
  JS::RootedObject new_target(cx,
                              args.isConstructing() ? &args.newTarget().toObject() : callee.get());
  JS::RootedValue original(cx, js::GetFunctionNativeReserved(callee, kOriginal));
  // The engine would take further arguments for a file's name and a line.
  JS::RootedValueVector passed(cx);
  const bool aggregate = JS_GetObjectFunction(callee) != nullptr &&
                         JS_GetFunctionArity(JS_GetObjectFunction(callee)) == 2;
  const unsigned options = aggregate ? 2 : 1;
  for (unsigned i = 0; i < options; ++i)
    if (!passed.append(args.get(i))) return false;
  if (args.get(options).isObject() && !passed.append(args[options])) return false;
  JS::RootedObject error(cx);
  if (!JS::Construct(cx, original, new_target, passed, &error)) return false;
  args.rval().setObject(*error);
  ErrorState* state = error_state(cx);
  if (state == nullptr || !ErrorLayout::is_error(error)) return true;
  const std::optional<ErrorLayout::Stack> stack = how_to_format(cx, *state);
  if (!ErrorLayout::adopt(cx, error, stack.value_or(ErrorLayout::Stack{}))) return false;
  if (!stack) return ErrorLayout::forgo_stack(error), true;
  return new_target == callee || leave_out_constructors(cx, error, new_target, *stack);
}

bool define_constructor(JSContext* cx, JS::HandleObject global, const ErrorClass& error_class,
                        JS::HandleObject parent, JS::MutableHandleObject result) {
  JS::RootedValue original(cx);
  JS::RootedValue prototype(cx);
  if (!JS_GetProperty(cx, global, error_class.name, &original)) return false;
  JS::RootedObject original_object(cx, &original.toObject());
  if (!JS_GetProperty(cx, original_object, "prototype", &prototype)) return false;
  JSFunction* function = js::NewFunctionWithReserved(cx, construct_error, error_class.length,
                                                     JSFUN_CONSTRUCTOR, error_class.name);
  if (function == nullptr) return false;
  result.set(JS_GetFunctionObject(function));
  js::SetFunctionNativeReserved(result, kOriginal, original);
  JS::RootedObject prototype_object(cx, &prototype.toObject());
  JS::RootedValue constructor(cx, JS::ObjectValue(*result));
  return JS_LinkConstructorAndPrototype(cx, result, prototype_object) &&
         (!parent || JS_SetPrototype(cx, result, parent)) &&
         JS_DefineProperty(cx, global, error_class.name, constructor, 0);
}

// The getter and setter of `stack` on an object that is no error: a pair of functions that share an
// array [saved frames, limit, entry, object, text].
enum Held : uint32_t { kFrames, kLimit, kEntry, kTarget, kText };

bool get_captured(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject held(cx, &js::GetFunctionNativeReserved(&args.callee(), 0).toObject());
  JS::RootedValue text(cx);
  if (!JS_GetElement(cx, held, kText, &text)) return false;
  ErrorState* state = error_state(cx);
  if (text.isUndefined() && state != nullptr) {
    JS::RootedValue frames(cx);
    JS::RootedValue limit(cx);
    JS::RootedValue entry(cx);
    JS::RootedValue target(cx);
    if (!JS_GetElement(cx, held, kFrames, &frames) || !JS_GetElement(cx, held, kLimit, &limit) ||
        !JS_GetElement(cx, held, kEntry, &entry) || !JS_GetElement(cx, held, kTarget, &target))
      return false;
    JS::RootedObject saved(cx, frames.toObjectOrNull());
    JS::RootedObject object(cx, &target.toObject());
    const ErrorLayout::Stack stack{static_cast<uint32_t>(limit.toInt32()),
                                   static_cast<uint8_t>(entry.toInt32()), false, std::nullopt};
    if (!format_stack(cx, *state, object, saved, stack, &text) ||
        !JS_SetElement(cx, held, kText, text))
      return false;
  }
  args.rval().set(text);
  return true;
}

bool set_captured(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setUndefined();
  if (!args.thisv().isObject()) return true;
  JS::RootedObject object(cx, &args.thisv().toObject());
  return JS_DefineProperty(cx, object, "stack", args.get(0), 0);
}

bool define_captured_stack(JSContext* cx, JS::HandleObject target, JS::HandleObject saved,
                           const ErrorLayout::Stack& stack) {
  JS::RootedObject held(cx, JS_NewPlainObject(cx));
  if (!held) return false;
  JS::RootedValue frames(cx, JS::ObjectOrNullValue(saved));
  JS::RootedValue limit(cx, JS::Int32Value(static_cast<int32_t>(stack.limit)));
  JS::RootedValue entry(cx, JS::Int32Value(stack.entry));
  JS::RootedValue object(cx, JS::ObjectValue(*target));
  if (!JS_SetElement(cx, held, kFrames, frames) || !JS_SetElement(cx, held, kLimit, limit) ||
      !JS_SetElement(cx, held, kEntry, entry) || !JS_SetElement(cx, held, kTarget, object) ||
      !JS_SetElement(cx, held, kText, JS::UndefinedHandleValue))
    return false;
  JSFunction* getter = js::NewFunctionWithReserved(cx, get_captured, 0, 0, "stack");
  if (getter == nullptr) return false;
  JS::RootedObject get(cx, JS_GetFunctionObject(getter));
  JSFunction* setter = js::NewFunctionWithReserved(cx, set_captured, 1, 0, "stack");
  if (setter == nullptr) return false;
  JS::RootedObject set(cx, JS_GetFunctionObject(setter));
  js::SetFunctionNativeReserved(get, 0, JS::ObjectValue(*held));
  return JS_DefineProperty(cx, target, "stack", get, set, 0);
}

// V8 says just this.
const JSErrorFormatString* invalid_argument(void*, unsigned) {
  static const JSErrorFormatString format = {"JSMSG_USER_DEFINED_ERROR", "invalid_argument", 0,
                                             JSEXN_TYPEERR};
  return &format;
}

// Error.captureStackTrace(object, function)
bool capture_stack_trace(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setUndefined();
  ErrorState* state = error_state(cx);
  if (!args.get(0).isObject() || state == nullptr) {
    JS_ReportErrorNumberASCII(cx, invalid_argument, nullptr, 1);
    return false;
  }
  const std::optional<ErrorLayout::Stack> stack = how_to_format(cx, *state);
  if (!stack) return true;
  JS::RootedObject target(cx, &args[0].toObject());
  JS::RootedObject saved(cx);
  if (!JS::CaptureCurrentStack(cx, &saved)) return false;
  if (args.get(1).isObject() && JS::IsCallable(&args[1].toObject())) {
    JS::RootedObject function(cx, &args[1].toObject());
    saved = frames_below(cx, saved, function);
  }
  if (ErrorLayout::is_error(target)) return ErrorLayout::set_frames(cx, target, saved, *stack);
  return define_captured_stack(cx, target, saved, *stack);
}

bool define_statics(JSContext* cx, JS::HandleObject error) {
  return JS_DefineFunction(cx, error, "captureStackTrace", capture_stack_trace, 2,
                           JSPROP_ENUMERATE) != nullptr &&
         JS_DefineProperty(cx, error, "stackTraceLimit", kDefaultStackTraceLimit, JSPROP_ENUMERATE);
}

// What SpiderMonkey has and V8 has not.
bool remove_extras(JSContext* cx, JS::HandleObject global) {
  for (const char* name : {"InternalError", "uneval", "dump"})
    if (!JS_DeleteProperty(cx, global, name)) return false;
  const struct {
    const char* constructor;
    const char* property;
  } prototypes[] = {{"Error", "stack"},      {"Error", "toSource"},    {"Object", "toSource"},
                    {"Array", "toSource"},   {"Function", "toSource"}, {"Object", "watch"},
                    {"Date", "toSource"},    {"String", "toSource"},   {"Number", "toSource"},
                    {"Boolean", "toSource"}, {"RegExp", "toSource"},   {"Symbol", "toSource"},
                    {"String", "quote"}};
  for (const auto& entry : prototypes) {
    JS::RootedValue constructor(cx);
    JS::RootedValue prototype(cx);
    if (!JS_GetProperty(cx, global, entry.constructor, &constructor)) return false;
    JS::RootedObject object(cx, &constructor.toObject());
    if (!JS_GetProperty(cx, object, "prototype", &prototype)) return false;
    object = &prototype.toObject();
    if (!JS_DeleteProperty(cx, object, entry.property)) return false;
  }
  return true;
}

void destroy_state(JS::GCContext*, JS::Realm* realm) {
  delete static_cast<ErrorState*>(JS::GetRealmPrivate(realm));
  JS::SetRealmPrivate(realm, nullptr);
}

bool replace_constructors(JSContext* cx, JS::HandleObject global, ErrorState& state) {
  JS::RootedObject parent(cx);
  JS::RootedObject constructor(cx);
  for (const ErrorClass& error_class : kErrorClasses) {
    if (!define_constructor(cx, global, error_class, parent, &constructor)) return false;
    if (parent) continue;
    parent = constructor;
    state.error_constructor = constructor;
  }
  return define_statics(cx, state.error_constructor);
}

// Whether the engine is at a throw statement there. In events it is: an 'error' nobody listens to.
bool is_throw_statement(ErrorState& state, const ErrorState::ThrowPlace& place) {
  if (place.file.starts_with("node:events")) return true;
  const SourceTree* tree = state.sources.tree(place.file);
  return tree != nullptr && tree->throw_at(tree->offset(place.line, place.column)) != nullptr;
}

// Where it happens, for the report in case nobody catches it. A finally block throws the same value
// again; V8 keeps to the first place then.
void note_throw(JSContext* cx, ErrorState& state, JS::HandleValue thrown) {
  ErrorState::ThrowPlace place;
  JS::AutoFilename file;
  unsigned line = 0;
  unsigned column = 0;
  if (JS::DescribeScriptedCaller(cx, &file, &line, &column) && file.get() != nullptr) {
    place.file = file.get();
    place.line = line;
    place.column = column + 1;
  }
  const bool same = thrown.get().asRawBits() == state.thrown.get().asRawBits();
  if (same && !is_throw_statement(state, place)) return;
  state.thrown = thrown;
  state.thrown_at = place;
}

// Node puts the excerpt before the stack of an error in a file's text.
void decorate(JSContext* cx, ErrorState& state, JS::HandleObject error) {
  JS::RootedValue stack(cx);
  std::string text;
  if (!JS_GetProperty(cx, error, "stack", &stack) || !to_utf8(cx, stack, text)) return;
  text = state.excerpt + "\n\n" + text;
  JSString* string = JS_NewStringCopyUTF8N(cx, {text.data(), text.size()});
  if (string == nullptr) return;
  stack.setString(string);
  (void)JS_DefineProperty(cx, error, "stack", stack, 0);
}

constexpr size_t kWordingStackBytes = 4UL << 20;

bool is_over_recursed(JSContext* cx, JS::HandleObject error) {
  JSErrorReport* report = JS_ErrorFromException(cx, error);
  return report != nullptr && report->errorMessageName != nullptr &&
         std::string_view(report->errorMessageName) == "JSMSG_OVER_RECURSED";
}

// Gives the native stack its usual bound again.
class Quota {
 public:
  Quota(JSContext* cx, bool widened) : m_cx(cx), m_widened(widened) {}
  ~Quota() {
    if (m_widened) JS_SetNativeStackQuota(m_cx, agent_from(m_cx).script_stack_bytes());
  }
  Quota(const Quota&) = delete;
  Quota& operator=(const Quota&) = delete;

 private:
  JSContext* m_cx;
  bool m_widened;
};

// Promise.any() makes its error outside of all calls: V8 gives it no frames.
bool is_of_promise_any(JSContext* cx, JS::HandleObject error) {
  const JSErrorReport* report = JS_ErrorFromException(cx, error);
  return report != nullptr && report->exnType == JSEXN_AGGREGATEERR;
}

// Every engine error passes here on its way to a catch block.
void dress_thrown(JSContext* cx, JS::MutableHandleValue thrown) {
  ErrorState* state = error_state(cx);
  if (state == nullptr || state->busy) return;
  note_throw(cx, *state, thrown);
  if (!thrown.isObject()) return;
  JS::RootedObject error(cx, &thrown.toObject());
  if (!ErrorLayout::is_error(error) || !ErrorLayout::is_untouched(error)) return;
  const Wording wording(cx, *state);
  // Where the stack is full there must be room to word that.
  const bool full = is_over_recursed(cx, error);
  if (Readings* readings = agent_from(cx).options().readings; full && readings != nullptr)
    readings->note_full_stack();
  if (full) JS_SetNativeStackQuota(cx, agent_from(cx).script_stack_bytes() + kWordingStackBytes);
  const Quota quota(cx, full);
  const std::optional<ErrorLayout::Stack> limit = how_to_format(cx, *state);
  ErrorLayout::Stack stack = limit.value_or(ErrorLayout::Stack{});
  if (is_of_promise_any(cx, error)) stack.limit = 0;
  Worded worded;
  state->excerpt.clear();
  if (!word_error(cx, *state, &error, worded)) return;
  stack.in_builtin = worded.in_builtin;
  stack.top_position = worded.position;
  if (!ErrorLayout::adopt(cx, error, stack)) return;
  if (!limit) ErrorLayout::forgo_stack(error);
  thrown.setObject(*error);
  state->thrown = thrown;
  state->thrown_at.position = worded.position;
  state->thrown_at.excerpt = state->excerpt;
  if (!state->excerpt.empty() && state->excerpt_in_file && limit) decorate(cx, *state, error);
}

}  // namespace

bool install_v8_errors(JSContext* cx, JS::HandleObject global) {
  JS::RootedValue original(cx);
  if (!JS_GetProperty(cx, global, "Error", &original) || !original.isObject()) return false;
  JS::RootedObject original_object(cx, &original.toObject());
  if (!ErrorLayout::learn(cx, original_object, format_pending_stack)) return true;
  auto* state = new ErrorState(cx);
  state->in_worker = agent_from(cx).setup() != nullptr;
  JS::SetRealmPrivate(JS::GetObjectRealmOrNull(global), state);
  JS::SetDestroyRealmCallback(cx, destroy_state);
  observe_throws(dress_thrown);
  return remove_extras(cx, global) && replace_constructors(cx, global, *state) &&
         install_v8_json(cx, global);
}

bool new_error(JSContext* cx, JS::HandleString message, JS::MutableHandleObject error) {
  const ErrorState* state = error_state(cx);
  JS::RootedObject constructor(cx);
  if (state != nullptr)
    constructor = state->error_constructor;
  else if (!JS_GetClassObject(cx, JSProto_Error, &constructor))
    return false;
  JS::RootedValue function(cx, JS::ObjectValue(*constructor));
  JS::RootedValueArray<1> args(cx);
  args[0].setString(message);
  return JS::Construct(cx, function, args, error);
}

}  // namespace loopscope::host
