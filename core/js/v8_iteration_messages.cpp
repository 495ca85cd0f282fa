#include "core/js/v8_expression_text.h"
#include "core/js/v8_failure.h"

// What is not iterable: V8 quotes the expression where the language iterates, and describes the
// value where a built-in or a pattern without an initializer does.
namespace loopscope::host {

namespace {

constexpr const char* kCannotRead =
    " is not iterable (cannot read property Symbol(Symbol.iterator))";

// The expression that `node` iterates over, or null.
const Node* iterated_by(const Node* node) {
  switch (node->kind) {
    case NodeKind::for_of:
      return node->kids[1];
    case NodeKind::spread:
      return node->parent != nullptr && node->parent->kind != NodeKind::object ? node->kids[0]
                                                                               : nullptr;
    case NodeKind::declarator:
    case NodeKind::assign:
      return node->kids[0]->kind == NodeKind::array ? node->kids[1] : nullptr;
    case NodeKind::yield_:
      return node->is_generator && !node->kids.empty() ? node->kids[0] : nullptr;
    default:
      return nullptr;
  }
}

bool is_call_spread(const Node* node) {
  return node->kind == NodeKind::spread &&
         (node->parent->kind == NodeKind::call || node->parent->kind == NodeKind::new_);
}

std::string described(const Node* expression, const std::string& value) {
  if (value == "undefined") return "undefined";
  if (value == "null") return "object null";
  return v8_value(expression, "object");
}

Wording8 word_call_spread(const Node* spread, const std::string& value) {
  const Node* call = spread->parent;
  const bool missing = value == "undefined" || value == "null";
  if (call->kids.back() != spread)
    return {described(spread->kids[0], value) + kCannotRead, nullptr, spread->kids[0]->position,
            false};
  if (missing)
    return {v8_text(spread->kids[0]) + " is not iterable (cannot read property undefined)", nullptr,
            call->position, false};
  return {"Spread syntax requires ...iterable[Symbol.iterator] to be a function", nullptr,
          call->position, false};
}

Wording8 word_iterated(const Node* node, const std::string& value) {
  if (is_call_spread(node)) return word_call_spread(node, value);
  const Node* expression = iterated_by(node);
  const bool by_value =
      node->kind == NodeKind::yield_ || node->kind == NodeKind::assign ||
      (node->kind == NodeKind::declarator &&
       (expression->kind == NodeKind::dot || expression->kind == NodeKind::index));
  uint32_t position = expression->position;
  if (node->kind == NodeKind::yield_) position = node->start;
  if (node->kind == NodeKind::assign) position = node->position - 1;
  if (node->kind == NodeKind::declarator) position = expression->start;
  if (by_value) return {described(expression, value) + kCannotRead, nullptr, position, false};
  if (expression->kind == NodeKind::call)
    return {v8_text(expression->kids[0]) + " is not a function or its return value is not iterable",
            nullptr, expression->position, false};
  return {v8_text_of_iterated(expression) + " is not iterable", nullptr, position, false};
}

// An array pattern that gets its value from no expression of its own.
const Node* valueless_pattern(const Failure& failure) {
  return best_node(failure.function, 0, [](const Node* node) {
    if (node->kind != NodeKind::array || node->parent == nullptr) return 0;
    const Node* parent = node->parent;
    const Node* outer = parent->parent;
    if (parent->kind == NodeKind::array && outer != nullptr &&
        outer->kind == NodeKind::declarator && outer->kids[0] == parent)
      return 2;
    if (parent->kind == NodeKind::function && parent->kids.back() != node) return 1;
    return parent->kind == NodeKind::declarator && parent->kids[1] == nullptr &&
                   parent->kids[0] == node
               ? 2
               : 0;
  });
}

// A primitive value as the engine shows it, as V8 describes it.
std::string described_value(const std::string& shown) {
  if (shown.empty() || shown == "undefined") return "undefined";
  if (shown == "null") return "object null";
  if (shown == "true" || shown == "false") return "boolean " + shown;
  if ((shown[0] >= '0' && shown[0] <= '9') || shown[0] == '-') return "number " + shown;
  if (shown == "[function]") return "function";
  return shown.starts_with("[object ") ? "object" : "string \"" + shown + "\"";
}

// An arrow function's parameter stands for the function.
uint32_t pattern_position(const Node* pattern) {
  const Node* function = pattern->parent;
  return function->kind == NodeKind::function ? pattern->start - 1 : pattern->start;
}

Wording8 word_by_builtin(const Failure& failure, const std::string& value) {
  const Node* argument = failure.call->kids.size() > 1 ? failure.call->kids[1] : nullptr;
  std::string text = described(argument, value);
  if (argument == nullptr) text = "undefined";
  const bool from_entries =
      fixed_key(failure.call).empty() && failure.call->kids[0]->text == "fromEntries";
  const std::string tail = from_entries && text == "undefined" ? " is not iterable" : kCannotRead;
  return {text + tail, nullptr, failure.call->position, true};
}

}  // namespace

std::optional<Wording8> word_iteration(const Failure& failure) {
  std::string value;
  if (failure.name == "JSMSG_UNEXPECTED_TYPE")
    value = failure.arg(1);
  else if (failure.name == "JSMSG_NO_PROPERTIES")
    value = failure.arg(0);
  else if (failure.name != "JSMSG_NOT_ITERABLE" && !failure.name.starts_with("JSMSG_PROPERTY_FAIL"))
    return std::nullopt;
  if (failure.name == "JSMSG_NOT_ITERABLE" &&
      (failure.arg(0) == "undefined" || failure.arg(0) == "null"))
    value = failure.arg(0);
  if (failure.name == "JSMSG_PROPERTY_FAIL_EXPR") value = failure.arg(2);
  if (failure.name == "JSMSG_PROPERTY_FAIL") value = failure.arg(1);
  if (failure.tree == nullptr) {
    if (failure.name != "JSMSG_NOT_ITERABLE") return std::nullopt;
    return Wording8{failure.arg(0) + " is not iterable", nullptr, std::nullopt, false};
  }
  const std::string& expression =
      failure.name == "JSMSG_PROPERTY_FAIL_EXPR" ? failure.arg(1) : failure.arg(0);
  const Node* node =
      best_node(failure.function, failure.offset, [&expression](const Node* candidate) {
        const Node* iterated = iterated_by(candidate);
        if (iterated == nullptr) return 0;
        return engine_text(iterated) == expression ? 3 : 1;
      });
  const bool exact = node != nullptr && engine_text(iterated_by(node)) == expression;
  const Node* pattern = exact ? nullptr : valueless_pattern(failure);
  if (pattern != nullptr && pattern->parent->kind == NodeKind::declarator)
    return Wording8{".for is not iterable", nullptr,
                    pattern->kids.empty() || pattern->kids.back() == nullptr
                        ? pattern->start
                        : pattern->kids.back()->start,
                    false};
  if (pattern != nullptr) {
    std::string text = described(nullptr, value);
    if (value.empty() && failure.argument_values.size() == 1 &&
        pattern->parent->kind == NodeKind::function)
      text = described_value(failure.argument_values[0]);
    return Wording8{text + kCannotRead, nullptr, pattern_position(pattern), false};
  }
  const bool in_call = failure.call != nullptr && (node == nullptr || !is_call_spread(node)) &&
                       failure.call->kids.size() <= 3;
  const bool about_iterator =
      failure.name == "JSMSG_NOT_ITERABLE" || (failure.name.starts_with("JSMSG_PROPERTY_FAIL") &&
                                               failure.plain_arg(0) == "Symbol.iterator");
  if (in_call && (!exact || failure.self_hosted) && about_iterator)
    return word_by_builtin(failure, value);
  if (node != nullptr) return word_iterated(node, value);
  if (failure.name.starts_with("JSMSG_PROPERTY_FAIL") && failure.plain_arg(0) == "Symbol.iterator")
    return Wording8{described(nullptr, value) + kCannotRead, nullptr, std::nullopt, false};
  if (failure.name != "JSMSG_NOT_ITERABLE") return std::nullopt;
  return Wording8{failure.arg(0) + " is not iterable", nullptr, std::nullopt, false};
}

}  // namespace loopscope::host
