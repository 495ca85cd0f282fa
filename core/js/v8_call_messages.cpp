#include "core/js/v8_expression_text.h"
#include "core/js/v8_failure.h"
#include "core/js/v8_node_frames.h"

// What cannot be called or constructed.
namespace loopscope::host {

namespace {

// A value as V8 shows a non-function it was given: "5", "abc", "#<Object>".
std::string shown_value(const Node* node) {
  if (node == nullptr) return "undefined";
  switch (node->kind) {
    case NodeKind::literal: {
      const char first = node->text.empty() ? '\0' : node->text[0];
      if (first == '"' || first == '\'') return node->text.substr(1, node->text.size() - 2);
      if (first == '/') return "[object RegExp]";
      if (node->text.back() == 'n' && first >= '0' && first <= '9')
        return node->text.substr(0, node->text.size() - 1);
      return node->text;
    }
    case NodeKind::object:
      return "#<Object>";
    case NodeKind::array:
      return "[object Array]";
    case NodeKind::new_:
      return "#<" + node->kids[0]->text + ">";
    case NodeKind::unary:
      if (node->kids[0]->kind == NodeKind::literal) return node->text + node->kids[0]->text;
      return "undefined";
    default:
      return "undefined";
  }
}

const Node* argument(const Node* call, size_t i) {
  return call != nullptr && call->kids.size() > i + 1 ? call->kids[i + 1] : nullptr;
}

bool is_call_of(const Node* call, std::string_view name) {
  return call != nullptr && call->kids[0] != nullptr && call->kids[0]->text == name;
}

std::string method_of(const Node* call) {
  return call != nullptr && call->kids[0] != nullptr && call->kids[0]->kind == NodeKind::dot
             ? call->kids[0]->text
             : std::string();
}

std::optional<Wording8> word_passed_function(const Failure& failure) {
  const Node* call = failure.call;
  if (call == nullptr) return std::nullopt;
  if (call->kind == NodeKind::new_ && is_call_of(call, "Promise"))
    return Wording8{"Promise resolver " + shown_value(argument(call, 0)) + " is not a function",
                    nullptr, call->position, true};
  const std::string method = method_of(call);
  if (method == "flatMap")
    return Wording8{"flatMap mapper function is not callable", nullptr, call->position, true};
  if (is_call_of(call, "FinalizationRegistry"))
    return Wording8{"FinalizationRegistry: cleanup must be callable", nullptr, call->position,
                    true};
  if (method == "toSorted" || method == "sort")
    return Wording8{"The comparison function must be either a function or undefined", nullptr,
                    call->position, true};
  const size_t index = method == "from" ? 1 : 0;
  const Node* given = argument(call, index);
  if (given != nullptr && given->kind == NodeKind::identifier && !failure.argument_values.empty())
    return Wording8{failure.argument_values[0] + " is not a function", nullptr, call->position,
                    true};
  return Wording8{shown_value(argument(call, index)) + " is not a function", nullptr,
                  call->position, true};
}

// The engine names an argument, not what is called.
bool is_passed_to_builtin(const Failure& failure) {
  if (engine_text(failure.call->kids[0]) == failure.arg(0)) return false;
  if (builtin_frame(method_of(failure.call)).empty()) return false;
  for (size_t i = 1; i < failure.call->kids.size(); ++i)
    if (engine_text(failure.call->kids[i]) == failure.arg(0)) return true;
  return failure.arg(0).find("intermediate value") == std::string::npos;
}

// `for (x of f())`, `[...f()]`, `const [x] = f()`: V8 blames both.
bool is_iterated(const Node* call) {
  const Node* parent = call->parent;
  if (parent == nullptr) return false;
  if (parent->kind == NodeKind::for_of) return parent->kids[1] == call;
  if (parent->kind == NodeKind::declarator)
    return parent->kids[1] == call && parent->kids[0]->kind == NodeKind::array;
  return parent->kind == NodeKind::spread && parent->parent != nullptr &&
         parent->parent->kind == NodeKind::array;
}

std::optional<Wording8> word_not_function(const Failure& failure) {
  if (failure.tree == nullptr) return std::nullopt;
  const Node* call = failure.call;
  if (call == nullptr) {
    const Node* check = best_node(failure.function, failure.offset, [&failure](const Node* node) {
      if (node->kind != NodeKind::binary || node->text != "instanceof") return 0;
      return engine_text(node->kids[1]) == failure.arg(0) || failure.arg(0).starts_with("(") ? 1
                                                                                             : 0;
    });
    if (check != nullptr)
      return Wording8{"Right-hand side of 'instanceof' is not callable", nullptr, check->position,
                      false};
  }
  const bool calls_it = call != nullptr && !failure.self_hosted && call->kids[0] != nullptr &&
                        call->kind != NodeKind::new_ && !is_passed_to_builtin(failure);
  if (calls_it && is_iterated(call))
    return Wording8{
        v8_text(call->kids[0]) + " is not a function or its return value is not iterable", nullptr,
        call->position, false};
  if (calls_it)
    return Wording8{v8_text(call->kids[0]) + " is not a function", nullptr, call->position, false};
  const Node* other = best_node(failure.function, failure.offset, [&failure](const Node* node) {
    if (node->kind != NodeKind::call && node->kind != NodeKind::tagged) return 0;
    return node->kids[0] != nullptr && engine_text(node->kids[0]) == failure.arg(0) ? 1 : 0;
  });
  if (other != nullptr && !failure.self_hosted)
    return Wording8{v8_text(other->kids[0]) + " is not a function", nullptr, other->position,
                    false};
  if (call != nullptr) return word_passed_function(failure);
  return std::nullopt;
}

std::optional<Wording8> word_not_constructor(const Failure& failure) {
  if (failure.call == nullptr || failure.call->kids[0] == nullptr) return word_class(failure);
  if (failure.call->kind != NodeKind::new_) {
    if (failure.call->kids[0]->kind == NodeKind::super_)
      return Wording8{
          "Super constructor " + failure.arg(0) + " of anonymous class is not a constructor",
          nullptr, failure.call->position, false};
    return Wording8{shown_value(argument(failure.call, 0)) + " is not a constructor", nullptr,
                    failure.call->position, true};
  }
  return Wording8{v8_text(failure.call->kids[0]) + " is not a constructor", nullptr,
                  failure.call->position, false};
}

std::string class_called(const Node* call) {
  if (call == nullptr || call->kids[0] == nullptr) return "";
  const Node* callee = call->kids[0];
  if (callee->kind == NodeKind::dot && (callee->text == "call" || callee->text == "apply"))
    callee = callee->kids[0];
  return callee->text;
}

}  // namespace

std::optional<Wording8> word_call(const Failure& failure) {
  if (failure.name == "JSMSG_NOT_FUNCTION" || failure.name == "JSMSG_NOT_CALLABLE_OR_UNDEFINED")
    return word_not_function(failure);
  if (failure.name == "JSMSG_MISSING_FUN_ARG") return word_passed_function(failure);
  if (failure.name == "JSMSG_NOT_CONSTRUCTOR") return word_not_constructor(failure);
  const std::optional<uint32_t> position =
      failure.call != nullptr ? std::optional<uint32_t>(failure.call->position) : std::nullopt;
  if (failure.name == "JSMSG_CANT_CALL_CLASS_CONSTRUCTOR") {
    const std::string name = class_called(failure.call);
    return Wording8{
        "Class constructor " + name + (name.empty() ? "" : " ") + "cannot be invoked without 'new'",
        nullptr, position, false};
  }
  if (failure.name == "JSMSG_BUILTIN_CTOR_NO_NEW") {
    const std::string& name = failure.arg(0);
    const std::string constructor =
        name == "typed array" && failure.call != nullptr ? failure.call->kids[0]->text : name;
    const std::string text = name == "Promise"
                                 ? "Promise constructor cannot be invoked without 'new'"
                                 : "Constructor " + constructor + " requires 'new'";
    return Wording8{text, nullptr, position, true};
  }
  return std::nullopt;
}

}  // namespace loopscope::host
