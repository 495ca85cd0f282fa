#include <js/Array.h>
#include <js/Exception.h>
#include <js/Object.h>
#include <js/Symbol.h>
#include <jsfriendapi.h>

#include "core/js/agent.h"
#include "core/js/native.h"
#include "core/js/v8_error_layout.h"
#include "core/js/v8_error_state.h"
#include "core/js/v8_errors.h"
#include "core/js/v8_frames.h"
#include "core/js/v8_syntax_errors.h"

// What node writes when a program dies of an error. Source: stderr of node v20.20.2.
namespace loopscope::host {

namespace {

constexpr const char* kTraceHint =
    "(Use `node --trace-uncaught ...` to show where the exception was thrown)\n";

// V8's text for a value without running any of the program's code.
std::string plain_text(JSContext* cx, JS::HandleValue value) {
  std::string text;
  if (value.isSymbol()) {
    JS::RootedSymbol symbol(cx, value.toSymbol());
    JS::RootedString description(cx, JS::GetSymbolDescription(symbol));
    if (description) {
      JS::RootedValue string(cx, JS::StringValue(description));
      if (!to_utf8(cx, string, text)) JS_ClearPendingException(cx);
    }
    return "Symbol(" + text + ")";
  }
  if (!value.isObject()) {
    if (!to_utf8(cx, value, text)) JS_ClearPendingException(cx);
    return text;
  }
  JS::RootedObject object(cx, &value.toObject());
  if (JS_ObjectIsFunction(object)) {
    JS::RootedFunction function(cx, JS_GetObjectFunction(object));
    JS::RootedString source(cx, JS_DecompileFunction(cx, function));
    JS::RootedValue string(cx, source ? JS::StringValue(source) : JS::UndefinedValue());
    if (!source || !to_utf8(cx, string, text)) JS_ClearPendingException(cx);
    return text;
  }
  bool array = false;
  if (JS::IsArrayObject(cx, object, &array) && array) return "[object Array]";
  JS::RootedValue constructor(cx);
  JS::RootedValue name(cx);
  if (JS_GetProperty(cx, object, "constructor", &constructor) && constructor.isObject()) {
    JS::RootedObject constructor_object(cx, &constructor.toObject());
    if (JS_GetProperty(cx, constructor_object, "name", &name) && name.isString() &&
        to_utf8(cx, name, text))
      return "#<" + text + ">";
  }
  JS_ClearPendingException(cx);
  return "#<Object>";
}

bool inspect_options(JSContext* cx, JS::MutableHandleValue options) {
  JS::RootedObject object(cx, JS_NewPlainObject(cx));
  if (!object ||
      !JS_DefineProperty(cx, object, "customInspect", JS::FalseHandleValue, JSPROP_ENUMERATE))
    return false;
  options.setObject(*object);
  return true;
}

// util.inspect of it, but for inspect functions of its own, which Node leaves aside here.
bool inspect(JSContext* cx, JS::HandleValue value, std::string& text) {
  JS::RootedValue module(cx);
  JS::RootedValue function(cx);
  if (JS_GetContextPrivate(cx) == nullptr ||
      !agent_from(cx).builtins().require(cx, "internal/util/inspect", &module) ||
      !module.isObject())
    return false;
  JS::RootedObject exports(cx, &module.toObject());
  JS::RootedValue result(cx);
  JS::RootedValueArray<2> args(cx);
  args[0].set(value);
  return JS_GetProperty(cx, exports, "inspect", &function) && inspect_options(cx, args[1]) &&
         JS::Call(cx, JS::UndefinedHandleValue, function, args, &result) &&
         to_utf8(cx, result, text);
}

bool read_stack(JSContext* cx, JS::HandleValue error, std::string& stack) {
  JS::RootedObject object(cx, &error.toObject());
  JS::RootedValue value(cx);
  return JS_GetProperty(cx, object, "stack", &value) && value.isString() &&
         to_utf8(cx, value, stack);
}

std::string described(JSContext* cx, JS::HandleValue error) {
  std::string text;
  if (inspect(cx, error, text)) return text;
  JS_ClearPendingException(cx);
  if (error.isObject() && read_stack(cx, error, text)) return text;
  JS_ClearPendingException(cx);
  return plain_text(cx, error);
}

struct NodePlace {
  std::string_view file;     // ours
  std::string_view excerpt;  // node's
};

// Where Node's own code throws, by our file that throws; the last is for every other.
constexpr NodePlace kNodePlaces[] = {
    {"node:events", "node:events:502\n      throw er; // Unhandled 'error' event\n      ^"},
    {"node:internal/modules/cjs", "node:internal/modules/cjs/loader:1210\n  throw err;\n  ^"},
    {"node:internal/modules/link_error", ""},  // the stack has the excerpt
    {"node:internal/process/rejections",
     "node:internal/process/promises:389\n      new UnhandledPromiseRejection(reason);\n      ^"},
    {"node:assert", "node:assert:90\n  throw new AssertionError(obj);\n  ^"},
    {"node:internal/zlib/chunks", "node:zlib:425\n      throw self[kError];\n      ^"},
    {"node:internal/zlib/output_limit",
     "node:zlib:445\n        throw new ERR_BUFFER_TOO_LARGE(self._maxOutputLength);\n        ^"},
    {"node:", "node:internal/errors:541\n      throw error;\n      ^"}};

std::string node_excerpt(std::string_view file) {
  for (const NodePlace& place : kNodePlaces)
    if (file.starts_with(place.file)) return std::string(place.excerpt);
  return {};
}

std::string excerpt_at(ErrorState& state, const std::string& file, uint32_t offset) {
  const std::u16string* text = state.sources.text(file);
  return text == nullptr ? std::string() : source_excerpt(file, *text, offset, offset + 1);
}

// Where a throw statement or an operation threw it.
std::string thrown_excerpt(ErrorState& state) {
  const ErrorState::ThrowPlace& place = state.thrown_at;
  if (!place.excerpt.empty()) return place.excerpt;
  const SourceTree* tree = state.sources.tree(place.file);
  if (tree == nullptr) return node_excerpt(place.file);
  if (place.position) return excerpt_at(state, place.file, *place.position);
  const uint32_t offset = tree->offset(place.line, place.column);
  const Node* statement = tree->throw_at(offset);
  return excerpt_at(state, place.file, statement != nullptr ? statement->start : offset);
}

// Where Node reports a rejection that has no place in the program.
constexpr const char* kPromiseExcerpt =
    "node:internal/process/promises:391\n"
    "    triggerUncaughtException(err, true /* fromPromise */);\n"
    "    ^";

// Where it was made: all that is known of what a promise was rejected with.
std::string made_excerpt(JSContext* cx, ErrorState& state, JS::HandleObject error) {
  JS::RootedObject saved(cx, ErrorLayout::frames(error));
  std::vector<SavedFrameInfo> frames = read_saved_frames(cx, saved, 20);
  std::erase_if(frames, [](const SavedFrameInfo& frame) { return frame.self_hosted; });
  if (frames.empty()) return kPromiseExcerpt;
  if (frames[0].file.starts_with("node:")) return node_excerpt(frames[0].file);
  const SourceTree* tree = state.sources.tree(frames[0].file);
  if (tree == nullptr) return {};
  const uint32_t offset = tree->offset(frames[0].line, frames[0].column);
  const Node* call = tree->call_at(offset);
  return excerpt_at(state, frames[0].file, call != nullptr ? call->position : offset);
}

bool is_same(JS::HandleValue a, const JS::Value& b) {
  return a.get().asRawBits() == b.asRawBits();
}

bool is_native_error(JS::HandleValue value) {
  return value.isObject() && ErrorLayout::is_error(&value.toObject());
}

std::string report(JSContext* cx, ErrorState& state, JS::HandleValue error, bool from_promise,
                   const sim::Semantics& semantics) {
  std::string excerpt;
  const bool known = is_same(error, state.thrown);
  if (is_native_error(error) && (from_promise || !known) &&
      !(known && (!state.thrown_at.excerpt.empty() || state.thrown_at.position))) {
    JS::RootedObject object(cx, &error.toObject());
    excerpt = made_excerpt(cx, state, object);
  } else if (known) {
    excerpt = thrown_excerpt(state);
  }
  if (!is_native_error(error)) {
    if (!excerpt.empty()) excerpt = "\n" + excerpt + "\n";
    const std::string text = error.isSymbol()   ? ""
                             : error.isObject() ? described(cx, error)
                                                : plain_text(cx, error);
    return excerpt + text + "\n" +
           (error.isObject() || !semantics.hints_at_trace_flags ? "" : kTraceHint);
  }
  const std::string text = described(cx, error);
  // The stack of an error in a file's text begins with the excerpt.
  if (excerpt.empty() || text.starts_with(excerpt)) return text + "\n";
  return excerpt + "\n\n" + text + "\n";
}

}  // namespace

void show_line_in_stack(JSContext* cx) {
  ErrorState* state = error_state(cx);
  JS::RootedValue error(cx);
  if (state == nullptr || !JS_IsExceptionPending(cx) || !JS_GetPendingException(cx, &error)) return;
  if (!is_native_error(error) || !is_same(error, state->thrown)) return;
  const std::string excerpt = thrown_excerpt(*state);
  JS::AutoSaveExceptionState pending(cx);
  JS::RootedObject object(cx, &error.toObject());
  JS::RootedValue stack(cx);
  std::string text;
  if (excerpt.empty() || !JS_GetProperty(cx, object, "stack", &stack) || !stack.isString() ||
      !to_utf8(cx, stack, text) || text.starts_with(excerpt))
    return;
  text = excerpt + "\n\n" + text;
  JS::RootedString decorated(cx, JS_NewStringCopyUTF8N(cx, {text.data(), text.size()}));
  if (!decorated || !JS_DefineProperty(cx, object, "stack", decorated, 0)) return;
}

std::string describe_uncaught(JSContext* cx, JS::HandleValue error, bool from_promise,
                              const sim::Semantics& semantics) {
  ErrorState* state = error_state(cx);
  std::string text;
  if (state == nullptr) {
    text = described(cx, error) + "\n";
  } else {
    state->reporting = true;
    JS::RootedValue thrown(cx, state->thrown);
    const ErrorState::ThrowPlace place = state->thrown_at;
    text = report(cx, *state, error, from_promise, semantics);
    state->reporting = false;
  }
  JS_ClearPendingException(cx);
  if (!semantics.reports_end_with_version) return text;
  return text + "\nNode.js " + std::string(semantics.version) + "\n";
}

}  // namespace loopscope::host
