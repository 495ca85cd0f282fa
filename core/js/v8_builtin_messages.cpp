#include <array>

#include "core/js/v8_expression_text.h"
#include "core/js/v8_failure.h"

// Operators on values they do not take, and built-ins given what they refuse.
namespace loopscope::host {

namespace {

const Node* argument(const Failure& failure, size_t i) {
  return failure.call != nullptr && failure.call->kids.size() > i + 1 ? failure.call->kids[i + 1]
                                                                      : nullptr;
}

std::string method_of(const Failure& failure) {
  const Node* call = failure.call;
  if (call == nullptr || call->kids[0] == nullptr) return {};
  if (call->kids[0]->kind == NodeKind::dot || call->kids[0]->kind == NodeKind::identifier)
    return call->kids[0]->text;
  return {};
}

// `Object.defineProperty` of a call.
std::string path_of(const Failure& failure) {
  const Node* call = failure.call;
  return call != nullptr && call->kids[0] != nullptr ? v8_text(call->kids[0]) : std::string();
}

std::optional<uint32_t> position_of(const Failure& failure) {
  return failure.call != nullptr ? std::optional<uint32_t>(failure.call->position) : std::nullopt;
}

Wording8 from_builtin(std::string text, const Failure& failure, const char* type = nullptr) {
  return {std::move(text), type, position_of(failure), failure.call != nullptr};
}

std::string bare(const Node* node, const std::string& otherwise) {
  if (node == nullptr) return otherwise;
  if (node->kind == NodeKind::object) return "#<Object>";
  if (node->kind == NodeKind::array) return "[object Array]";
  if (node->kind == NodeKind::unary && node->kids[0]->kind == NodeKind::literal)
    return node->text + node->kids[0]->text;
  if (node->kind == NodeKind::literal && node->text.size() >= 2 &&
      (node->text[0] == '"' || node->text[0] == '\''))
    return node->text.substr(1, node->text.size() - 2);
  if (node->kind == NodeKind::literal || node->text == "undefined" || node->text == "Infinity" ||
      node->text == "NaN")
    return node->text;
  return otherwise;
}

std::string receiver_text(const std::string& engine_type, const Failure& failure) {
  const std::string method = method_of(failure);
  if (method == "call" || method == "apply") {
    std::string given = bare(argument(failure, 0), "");
    if (!given.empty()) return given;
  }
  if (engine_type == "undefined" || engine_type == "null") return engine_type;
  if (engine_type == "Array") return "[object Array]";
  if (engine_type == "number" || engine_type == "string" || engine_type == "boolean")
    return engine_type;
  return "#<" + engine_type + ">";
}

Wording8 word_incompatible(const Failure& failure) {
  static constexpr std::array<std::string_view, 5> kWrappers = {"Number", "String", "Boolean",
                                                                "Symbol", "BigInt"};
  const std::string& owner = failure.arg(0);
  std::string method = owner;
  method.append(".prototype.").append(failure.arg(1));
  for (const std::string_view wrapper : kWrappers)
    if (owner == wrapper && !(failure.arg(2) == "undefined" || failure.arg(2) == "null"))
      return from_builtin(method.append(" requires that 'this' be a ").append(owner), failure);
  if (owner == "Date") return from_builtin("this is not a Date object.", failure);
  if (owner == "String" || owner == "Array")
    return from_builtin(method + " called on null or undefined", failure);
  if (owner == "Function")
    return from_builtin(method + " requires that 'this' be a Function", failure);
  return from_builtin("Method " + method + " called on incompatible receiver " +
                          receiver_text(failure.arg(2), failure),
                      failure);
}

// The engine names the method only: its owner is read off `Owner.prototype.method.call`.
Wording8 word_incompatible_method(const Failure& failure) {
  const std::string& method = failure.arg(0);
  std::string owner;
  const std::string path = path_of(failure);
  const size_t prototype = path.find(".prototype.");
  if (prototype != std::string::npos) owner = path.substr(0, prototype);
  if (method == "next" || method == "return" || method == "throw") owner = "[Generator]";
  if (owner.empty()) owner = method == "add" ? "Set" : method == "then" ? "Promise" : "Map";
  std::string full_name = owner + ".prototype." + method;
  static constexpr std::array<std::string_view, 5> kWrappers = {"Number", "String", "Boolean",
                                                                "Symbol", "BigInt"};
  for (const std::string_view wrapper : kWrappers)
    if (owner == wrapper)
      return from_builtin(full_name.append(" requires that 'this' be a ").append(owner), failure);
  if (owner.ends_with("Array")) return from_builtin("this is not a typed array.", failure);
  return from_builtin("Method " + full_name + " called on incompatible receiver " +
                          receiver_text(failure.arg(2), failure),
                      failure);
}

Wording8 word_object_required(const Failure& failure);

const Node* find_binary(const Failure& failure, std::string_view text) {
  return best_node(failure.function, failure.offset, [text](const Node* node) {
    return node->kind == NodeKind::binary && node->text == text ? 1 : 0;
  });
}

std::string operand_text(const Node* node, const std::string& otherwise) {
  if (node != nullptr && node->kind == NodeKind::call && node->kids[0]->text == "Symbol")
    return "Symbol(" + bare(node->kids.size() > 1 ? node->kids[1] : nullptr, "") + ")";
  return bare(node, otherwise);
}

Wording8 word_in(const Failure& failure) {
  const Node* node = find_binary(failure, "in");
  const std::optional<uint32_t> position =
      node != nullptr ? std::optional<uint32_t>(node->position) : std::nullopt;
  std::string key = failure.name == "JSMSG_IN_STRING" ? failure.plain_arg(0) : "";
  std::string value = failure.name == "JSMSG_IN_STRING" ? failure.plain_arg(1) : failure.arg(0);
  if (node != nullptr) {
    if (key.empty())
      key = node->kids[0]->text.starts_with("#") ? node->kids[0]->text
                                                 : operand_text(node->kids[0], "#<Object>");
    if (failure.name != "JSMSG_IN_STRING") value = bare(node->kids[1], value);
  }
  return {"Cannot use 'in' operator to search for '" + key + "' in " + value, nullptr, position,
          false};
}

Wording8 word_instanceof(const Failure& failure) {
  const Node* node = find_binary(failure, "instanceof");
  const std::optional<uint32_t> position =
      node != nullptr ? std::optional<uint32_t>(node->position) : std::nullopt;
  if (failure.name == "JSMSG_BAD_PROTOTYPE")
    return {"Function has non-object prototype 'undefined' in instanceof check", nullptr, position,
            false};
  const Node* right = node != nullptr ? node->kids[1] : nullptr;
  const bool shown_primitive =
      failure.arg(0) != "({})" && right != nullptr && right->kind == NodeKind::identifier;
  const bool primitive =
      shown_primitive ||
      (right != nullptr &&
       (right->kind == NodeKind::literal || right->text == "undefined" || right->text == "null"));
  return {std::string("Right-hand side of 'instanceof' is ") +
              (primitive || failure.arg(0) == "undefined" ? "not an object" : "not callable"),
          nullptr, position, false};
}

const Node* find_arithmetic(const Failure& failure) {
  return best_node(failure.function, failure.offset, [](const Node* node) {
    if (node->kind == NodeKind::unary &&
        (node->text == "+" || node->text == "-" || node->text == "~"))
      return 1;
    if (node->kind == NodeKind::template_) return 1;
    if (node->kind == NodeKind::assign && node->text.size() > 1 && node->text != "=") return 2;
    return node->kind == NodeKind::binary && node->text != "," && node->text != "&&" &&
                   node->text != "||" && node->text != "??"
               ? 2
               : 0;
  });
}

Wording8 word_conversion(const Failure& failure, const std::string& by_operator,
                         const std::string& by_builtin) {
  const Node* operation = find_arithmetic(failure);
  const bool inside_call = failure.call != nullptr && operation != nullptr &&
                           operation_point(failure.call) < operation_point(operation);
  if (failure.call != nullptr && (operation == nullptr || inside_call) &&
      failure.call->kids.size() > 1)
    return from_builtin(by_builtin, failure);
  if (operation == nullptr) return {by_builtin, nullptr, std::nullopt, false};
  const bool unary = operation->kind == NodeKind::unary;
  const uint32_t position =
      operation->kind == NodeKind::template_ ? operation->kids[0]->position : operation->position;
  return {unary ? by_builtin : by_operator, nullptr, position, false};
}

Wording8 word_precision(const Failure& failure) {
  const std::string method = method_of(failure);
  if (method == "toPrecision")
    return from_builtin("toPrecision() argument must be between 1 and 100", failure);
  if (method == "toExponential")
    return from_builtin("toExponential() argument must be between 0 and 100", failure);
  return from_builtin("toFixed() digits argument must be between 0 and 100", failure);
}

Wording8 word_object_required(const Failure& failure) {
  const std::string path = path_of(failure);
  if (failure.call != nullptr && failure.call->kind == NodeKind::new_) {
    if (path == "WeakRef") return from_builtin("WeakRef: invalid target", failure);
    return from_builtin("Cannot create proxy with a non-object as target or handler", failure);
  }
  const std::string method = method_of(failure);
  if (failure.name == "JSMSG_MORE_ARGS_NEEDED" && path != "Object.create" &&
      path != "Object.setPrototypeOf")
    return from_builtin(failure.message, failure);
  if (method == "call" && path.find(".prototype.") == std::string::npos)
    return from_builtin(path.substr(0, path.size() - 5) + " called on non-object", failure);
  if (method == "call")
    return from_builtin("Method " + path.substr(0, path.size() - 5) +
                            " called on incompatible receiver " +
                            bare(argument(failure, 0), "undefined"),
                        failure);
  if (path == "Object.create" || path == "Object.setPrototypeOf" ||
      path == "Reflect.setPrototypeOf")
    return from_builtin("Object prototype may only be an Object or null: " +
                            bare(argument(failure, path == "Object.create" ? 0 : 1), "undefined"),
                        failure);
  if (path == "Reflect.apply" || path == "Reflect.construct")
    return from_builtin("CreateListFromArrayLike called on non-object", failure);
  if (path.starts_with("Object.") || path.starts_with("Reflect."))
    return from_builtin(path + " called on non-object", failure);
  return from_builtin("Object expected", failure);
}

std::optional<Wording8> word_array_length(const Failure& failure) {
  const Node* call = failure.call;
  const bool typed = call != nullptr && call->kind == NodeKind::new_ &&
                     call->kids[0]->text.ends_with("Array") && call->kids[0]->text != "Array";
  if (typed)
    return from_builtin("Invalid typed array length: " + bare(argument(failure, 0), "-1"), failure);
  const Node* write = best_node(failure.function, failure.offset, [](const Node* node) {
    return node->kind == NodeKind::assign && node->kids[0]->kind == NodeKind::dot &&
                   node->kids[0]->text == "length"
               ? 1
               : 0;
  });
  if (call == nullptr && write != nullptr)
    return Wording8{"Invalid array length", nullptr, write->position, false};
  return Wording8{"Invalid array length", nullptr, position_of(failure), false};
}

struct RegExpText {
  std::string_view name;
  std::string_view text;
};

constexpr std::array<RegExpText, 21> kRegExpTexts = {{
    {"JSMSG_BAD_CLASS_RANGE", "Range out of order in character class"},
    {"JSMSG_ESCAPE_AT_END_OF_REGEXP", "\\ at end of pattern"},
    {"JSMSG_INVALID_DECIMAL_ESCAPE", "Invalid escape"},
    {"JSMSG_INVALID_GROUP", "Invalid group"},
    {"JSMSG_INVALID_IDENTITY_ESCAPE", "Invalid escape"},
    {"JSMSG_INVALID_UNICODE_ESCAPE", "Invalid Unicode escape"},
    {"JSMSG_MISSING_PAREN", "Unterminated group"},
    {"JSMSG_NOTHING_TO_REPEAT", "Nothing to repeat"},
    {"JSMSG_NUMBERS_OUT_OF_ORDER", "numbers out of order in {} quantifier"},
    {"JSMSG_RANGE_WITH_CLASS_ESCAPE", "Invalid character class"},
    {"JSMSG_RAW_BRACKET_IN_REGEXP", "Lone quantifier brackets"},
    {"JSMSG_UNMATCHED_RIGHT_PAREN", "Unmatched ')'"},
    {"JSMSG_UNTERM_CLASS", "Unterminated character class"},
    {"JSMSG_INVALID_PROPERTY_NAME", "Invalid property name"},
    {"JSMSG_INVALID_CLASS_PROPERTY_NAME", "Invalid property name in character class"},
    {"JSMSG_INCOMPLETE_QUANTIFIER", "Incomplete quantifier"},
    {"JSMSG_INVALID_QUANTIFIER", "Invalid quantifier"},
    {"JSMSG_INVALID_CAPTURE_NAME", "Invalid capture group name"},
    {"JSMSG_DUPLICATE_CAPTURE_NAME", "Duplicate capture group name"},
    {"JSMSG_INVALID_NAMED_REF", "Invalid named reference"},
    {"JSMSG_INVALID_NAMED_CAPTURE_REF", "Invalid named capture referenced"},
}};

}  // namespace

std::optional<Wording8> word_regexp(const Failure& failure) {
  if (failure.name == "JSMSG_BAD_REGEXP_FLAG")
    return from_builtin("Invalid flags supplied to RegExp constructor '" +
                            bare(argument(failure, 1), failure.plain_arg(0)) + "'",
                        failure);
  for (const RegExpText& entry : kRegExpTexts) {
    if (entry.name != failure.name) continue;
    const std::string flags = bare(argument(failure, 1), "");
    return from_builtin("Invalid regular expression: /" + failure.pattern + "/" + flags + ": " +
                            std::string(entry.text),
                        failure);
  }
  return std::nullopt;
}

std::optional<Wording8> word_operator(const Failure& failure) {
  const std::string_view name = failure.name;
  if (name == "JSMSG_IN_NOT_OBJECT" || name == "JSMSG_IN_STRING") return word_in(failure);
  if (name == "JSMSG_BAD_INSTANCEOF_RHS") return word_instanceof(failure);
  if (name == "JSMSG_BAD_PROTOTYPE" && find_binary(failure, "instanceof") != nullptr)
    return word_instanceof(failure);
  if (name == "JSMSG_BIGINT_TO_NUMBER")
    return word_conversion(failure, "Cannot mix BigInt and other types, use explicit conversions",
                           "Cannot convert a BigInt value to a number");
  if (name == "JSMSG_SYMBOL_TO_STRING")
    return word_conversion(failure, "Cannot convert a Symbol value to a string",
                           "Cannot convert a Symbol value to a string");
  if (name == "JSMSG_SYMBOL_TO_NUMBER")
    return word_conversion(failure, "Cannot convert a Symbol value to a number",
                           "Cannot convert a Symbol value to a number");
  if (name == "JSMSG_NOT_DEFINED" || name == "JSMSG_UNINITIALIZED_LEXICAL") {
    const Node* use = best_node(failure.function, failure.offset, [&failure](const Node* node) {
      return node->kind == NodeKind::identifier && node->text == failure.arg(0) ? 1 : 0;
    });
    const std::string text = name == "JSMSG_NOT_DEFINED"
                                 ? failure.arg(0) + " is not defined"
                                 : "Cannot access '" + failure.arg(0) + "' before initialization";
    std::optional<uint32_t> position;
    if (use != nullptr) {
      const bool target = use->parent->kind == NodeKind::assign && use->parent->kids[0] == use &&
                          name == "JSMSG_UNINITIALIZED_LEXICAL";
      position = target ? use->parent->position : use->start;
    }
    return Wording8{text, nullptr, position, false};
  }
  return std::nullopt;
}

std::optional<Wording8> word_builtin(const Failure& failure) {
  const std::string_view name = failure.name;
  if (name == "JSMSG_INCOMPATIBLE_PROTO") return word_incompatible(failure);
  if (name == "JSMSG_INCOMPATIBLE_METHOD") return word_incompatible_method(failure);
  if (name == "JSMSG_NOT_OBJORNULL" || name == "JSMSG_MORE_ARGS_NEEDED")
    return word_object_required(failure);
  if (name == "JSMSG_PRECISION_RANGE") return word_precision(failure);
  if (name == "JSMSG_BAD_ARRAY_LENGTH") return word_array_length(failure);
  if (name.starts_with("JSMSG_OBJECT_REQUIRED") && name != "JSMSG_OBJECT_REQUIRED_PROP_DESC" &&
      name != "JSMSG_OBJECT_REQUIRED_WEAKMAP_KEY" && name != "JSMSG_OBJECT_REQUIRED_WEAKSET_VAL" &&
      name != "JSMSG_OBJECT_REQUIRED_RET_OWNKEYS")
    return word_object_required(failure);
  if (name == "JSMSG_NOT_EXPECTED_TYPE") return word_object_required(failure);
  if (name == "JSMSG_NEGATIVE_REPETITION_COUNT")
    return from_builtin("Invalid count value: " + bare(argument(failure, 0), "-1"), failure);
  if (name == "JSMSG_RESULTING_STRING_TOO_LARGE") {
    const bool infinite = bare(argument(failure, 0), "") == "Infinity";
    return from_builtin(infinite ? "Invalid count value: Infinity" : "Invalid string length",
                        failure, "RangeError");
  }
  if (name == "JSMSG_BIGINT_INVALID_SYNTAX")
    return from_builtin("Cannot convert " + bare(argument(failure, 0), "value") + " to a BigInt",
                        failure);
  if (name == "JSMSG_BAD_GET_SET_FIELD")
    return from_builtin(std::string(failure.arg(0) == "get" ? "Getter" : "Setter") +
                            " must be a function: undefined",
                        failure);
  if (name == "JSMSG_INVALID_MAP_ITERABLE") {
    const Node* list = argument(failure, 0);
    const Node* first = list != nullptr && list->kind == NodeKind::array && !list->kids.empty()
                            ? list->kids[0]
                            : nullptr;
    return from_builtin("Iterator value " + bare(first, "undefined") + " is not an entry object",
                        failure);
  }
  return std::nullopt;
}

}  // namespace loopscope::host
