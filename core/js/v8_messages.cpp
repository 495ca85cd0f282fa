#include "core/js/v8_messages.h"

#include <js/ErrorReport.h>
#include <js/Exception.h>
#include <js/Object.h>
#include <js/friend/DumpFunctions.h>
#include <js/friend/ErrorMessages.h>
#include <jsfriendapi.h>

#include "core/js/native.h"
#include "core/js/v8_error_layout.h"
#include "core/js/v8_error_state.h"
#include "core/js/v8_failure.h"
#include "core/js/v8_syntax_errors.h"

namespace loopscope::host {

namespace {

constexpr size_t kFramesLookedAt = 40;

// What the engine put for {0}, {1}… into `format` to make `message`.
std::vector<std::string> extract_arguments(std::string_view format, std::string_view message) {
  std::vector<std::string> arguments;
  while (!format.empty()) {
    const size_t open = format.find('{');
    const bool hole =
        open != std::string_view::npos && open + 2 < format.size() && format[open + 2] == '}';
    if (!hole) break;
    const auto index = static_cast<size_t>(format[open + 1] - '0');
    if (message.substr(0, open) != format.substr(0, open) || index > 8) return arguments;
    message.remove_prefix(open);
    format.remove_prefix(open + 3);
    const size_t next = format.find('{');
    const std::string_view literal = format.substr(0, next);
    const size_t end = literal.empty()                  ? message.size()
                       : next == std::string_view::npos ? message.rfind(literal)
                                                        : message.find(literal);
    if (end == std::string_view::npos) return arguments;
    if (arguments.size() <= index) arguments.resize(index + 1);
    arguments[index] = message.substr(0, end);
    message.remove_prefix(end);
  }
  return arguments;
}

// The values of the innermost frame's arguments, as the engine's stack dump shows them.
std::vector<std::string> innermost_arguments(JSContext* cx) {
  std::vector<std::string> values;
  const JS::UniqueChars dump = JS::FormatStackDump(cx, true, false, false);
  if (!dump) {
    JS_ClearPendingException(cx);
    return values;
  }
  // 0 map(callbackfn = 5) ["self-hosted":12:3]
  const std::string_view line =
      std::string_view(dump.get()).substr(0, std::string_view(dump.get()).find('\n'));
  const size_t open = line.find('(');
  const size_t close = line.rfind(") [");
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return values;
  std::string_view list = line.substr(open + 1, close - open - 1);
  while (!list.empty()) {
    const size_t equals = list.find(" = ");
    if (equals == std::string_view::npos) break;
    const size_t next = list.find(", ", equals);
    values.emplace_back(
        list.substr(equals + 3, next == std::string_view::npos ? next : next - equals - 3));
    // Everything but functions is shown as a quoted string.
    if (std::string& value = values.back(); value.size() >= 2 && value.front() == '"')
      value = value.substr(1, value.size() - 2);
    if (next == std::string_view::npos) break;
    list.remove_prefix(next + 2);
  }
  return values;
}

const SavedFrameInfo* innermost_of_program(const Failure& failure) {
  for (const SavedFrameInfo& frame : failure.frames) {
    if (frame.self_hosted) continue;
    return frame.file.starts_with("node:") ? nullptr : &frame;
  }
  return nullptr;
}

void find_place(ErrorState& state, Failure& failure) {
  failure.self_hosted = !failure.frames.empty() && failure.frames[0].self_hosted;
  const SavedFrameInfo* frame = innermost_of_program(failure);
  if (frame == nullptr) return;
  failure.tree = state.sources.tree(frame->file);
  if (failure.tree == nullptr) return;
  failure.offset = failure.tree->offset(frame->line, frame->column);
  failure.function = failure.tree->function_around(failure.offset);
  failure.call = failure.tree->call_at(failure.offset);
}

std::string to_utf8(const char16_t* chars, size_t length) {
  return host::to_utf8(std::u16string_view(chars, length));
}

std::optional<Wording8> word(const Failure& failure) {
  static constexpr Worder kWorders[] = {word_property_access, word_call,   word_iteration,
                                        word_assignment,      word_class,  word_operator,
                                        word_builtin,         word_regexp, word_by_table};
  for (const Worder worder : kWorders)
    if (std::optional<Wording8> wording = worder(failure)) return wording;
  return std::nullopt;
}

bool set_message(JSContext* cx, JS::HandleObject error, const std::string& text) {
  JS::RootedString message(cx, JS_NewStringCopyUTF8N(cx, {text.data(), text.size()}));
  return message && JS_DefineProperty(cx, error, "message", message, 0);
}

// Another error of class `type`, with the same stack.
JSObject* remake(JSContext* cx, JS::HandleObject error, const char* type, const std::string& text) {
  const JSExnType kind = std::string_view(type) == "RangeError"    ? JSEXN_RANGEERR
                         : std::string_view(type) == "SyntaxError" ? JSEXN_SYNTAXERR
                                                                   : JSEXN_TYPEERR;
  JS::RootedObject stack(cx, ErrorLayout::frames(error));
  JS::RootedString message(cx, JS_NewStringCopyUTF8N(cx, {text.data(), text.size()}));
  JS::RootedString file(cx, JS_GetEmptyString(cx));
  JS::RootedValue made(cx);
  if (!message || !JS::CreateError(cx, kind, stack, file, 0, 0, nullptr, message,
                                   JS::NothingHandleValue, &made))
    return nullptr;
  return &made.toObject();
}

}  // namespace

const std::string& Failure::arg(size_t i) const {
  static const std::string none;
  return i < args.size() ? args[i] : none;
}

std::string Failure::plain_arg(size_t i) const {
  return unquote_engine(arg(i));
}

// "a" and Symbol("a") as the engine quotes keys.
std::string unquote_engine(const std::string& text) {
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
    return text.substr(1, text.size() - 2);
  if (text.starts_with("Symbol(\"") && text.ends_with("\")"))
    return "Symbol(" + text.substr(8, text.size() - 10) + ")";
  return text;
}

uint32_t operation_point(const Node* node) {
  switch (node->kind) {
    case NodeKind::dot:
      // a target is used when the assignment is done
      if (node->parent != nullptr && node->parent->kind == NodeKind::assign &&
          node->parent->kids[0] == node)
        return node->parent->end;
      return node->open;
    case NodeKind::identifier:
      return node->start;
    case NodeKind::for_of:
      return node->kids[1] != nullptr ? node->kids[1]->end : node->start;
    case NodeKind::class_:
      return node->start;
    case NodeKind::object:
    case NodeKind::array:
      // a pattern is taken apart after its value is there
      if (node->parent != nullptr && node->parent->kind == NodeKind::property)
        return operation_point(node->parent->parent);
      if (node->parent != nullptr && node->parent->kids.size() > 1 &&
          node->parent->kids[1] != nullptr &&
          (node->parent->kind == NodeKind::declarator || node->parent->kind == NodeKind::assign))
        return node->parent->end;
      return node->end;
    default:
      return node->end;
  }
}

bool word_error(JSContext* cx, ErrorState& state, JS::MutableHandleObject error, Worded& worded) {
  JSErrorReport* report = JS_ErrorFromException(cx, error);
  if (report == nullptr || report->errorMessageName == nullptr) return true;
  Failure failure;
  failure.name = report->errorMessageName;
  const JSErrorFormatString* format = js::GetErrorMessage(nullptr, report->errorNumber);
  if (format == nullptr || format->name != failure.name) return true;
  failure.message = report->message() ? report->message().c_str() : "";
  failure.args = extract_arguments(format->format, failure.message);
  if (report->linebuf() != nullptr)
    failure.pattern = to_utf8(report->linebuf(), report->linebufLength());
  JS::RootedObject saved(cx, ErrorLayout::frames(error));
  failure.frames = read_saved_frames(cx, saved, kFramesLookedAt);
  find_place(state, failure);
  const bool about_argument =
      (failure.self_hosted && failure.name == "JSMSG_NOT_FUNCTION") ||
      (failure.call == nullptr && failure.tree != nullptr && failure.name == "JSMSG_NOT_ITERABLE");
  if (about_argument) failure.argument_values = innermost_arguments(cx);
  if (report->exnType == JSEXN_SYNTAXERR)
    if (const std::optional<std::string> text = word_syntax_error(cx, state, *report, failure)) {
      return set_message(cx, error, *text);
    }
  const std::optional<Wording8> wording = word(failure);
  if (!wording) return true;
  worded.position = wording->position;
  worded.in_builtin = wording->in_builtin;
  if (wording->type != nullptr) {
    JSObject* made = remake(cx, error, wording->type, wording->text);
    if (made == nullptr) return false;
    error.set(made);
    return true;
  }
  return set_message(cx, error, wording->text);
}

}  // namespace loopscope::host
