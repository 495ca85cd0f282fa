#include <algorithm>
#include <array>

#include "core/js/v8_expression_text.h"
#include "core/js/v8_failure.h"

// Messages whose words alone differ. {n} is the engine's argument n without its quotes.
namespace loopscope::host {

namespace {

struct Entry {
  std::string_view name;
  std::string_view text;
  const char* type = nullptr;
  bool in_builtin = false;
};

constexpr Entry kEntries[] = {
    {"JSMSG_OVER_RECURSED", "Maximum call stack size exceeded", "RangeError"},
    {"JSMSG_ALLOC_OVERFLOW", "Invalid string length", "RangeError", true},
    {"JSMSG_UNINITIALIZED_THIS",
     "Must call super constructor in derived class before accessing 'this' or returning from "
     "derived "
     "constructor"},
    {"JSMSG_REINIT_THIS", "Super constructor may only be called once"},
    {"JSMSG_BAD_DERIVED_RETURN", "Derived constructors may only return object or undefined"},
    {"JSMSG_UNDECLARED_VAR", "{0} is not defined"},
    {"JSMSG_OBJECT_NOT_EXTENSIBLE", "#<Object> is not extensible", nullptr, true},
    {"JSMSG_CANT_REDEFINE_PROP", "Cannot redefine property: {0}", nullptr, true},
    {"JSMSG_CANT_SET_PROTO", "#<Object> is not extensible", nullptr, true},
    {"JSMSG_CANT_SET_PROTO_OF",
     "Immutable prototype object 'Object.prototype' cannot have their prototype set"},
    {"JSMSG_CANT_SET_PROTO_CYCLE", "Cyclic __proto__ value", nullptr, true},
    {"JSMSG_BIGINT_DIVISION_BY_ZERO", "Division by zero"},
    {"JSMSG_NONINTEGER_NUMBER_TO_BIGINT",
     "The number {0} cannot be converted to a BigInt because it is not an integer", nullptr, true},
    {"JSMSG_BIGINT_TOO_LARGE", "Maximum BigInt size exceeded"},
    {"JSMSG_BIGINT_NEGATIVE_EXPONENT", "Exponent must be non-negative"},
    {"JSMSG_BIGINT_NOT_SERIALIZABLE", "Do not know how to serialize a BigInt", nullptr, true},
    {"JSMSG_EMPTY_ARRAY_REDUCE", "Reduce of empty array with no initial value", nullptr, true},
    {"JSMSG_TOPRIMITIVE_NOT_CALLABLE", "Cannot convert object to primitive value"},
    {"JSMSG_TOPRIMITIVE_RETURNED_OBJECT", "Cannot convert object to primitive value"},
    {"JSMSG_INVALID_DATE", "Invalid time value", nullptr, true},
    {"JSMSG_BAD_URI", "URI malformed", nullptr, true},
    {"JSMSG_INVALID_NORMALIZE_FORM",
     "The normalization form should be one of NFC, NFD, NFKC, NFKD.", nullptr, true},
    {"JSMSG_NOT_A_CODEPOINT", "Invalid code point {0}", nullptr, true},
    {"JSMSG_BAD_RADIX", "toString() radix argument must be between 2 and 36", nullptr, true},
    {"JSMSG_BAD_APPLY_ARGS", "CreateListFromArrayLike called on non-object", nullptr, true},
    {"JSMSG_BAD_SORT_ARG", "The comparison function must be either a function or undefined",
     nullptr, true},
    {"JSMSG_PRIVATE_FIELD_DOUBLE", "Cannot initialize private field twice on the same object"},
    {"JSMSG_JSON_BAD_PARSE", "Unexpected token in JSON", nullptr, true},
    {"JSMSG_JSON_CYCLIC_VALUE", "Converting circular structure to JSON", nullptr, true},
    {"JSMSG_NESTING_GENERATOR", "Generator is already running"},
    {"JSMSG_GET_ITER_RETURNED_PRIMITIVE", "Result of the Symbol.iterator method is not an object"},
    {"JSMSG_GET_ASYNC_ITER_RETURNED_PRIMITIVE",
     "Result of the Symbol.asyncIterator method is not an object"},
    {"JSMSG_ITER_METHOD_RETURNED_PRIMITIVE", "Iterator result undefined is not an object"},
    {"JSMSG_OBJECT_REQUIRED_WEAKMAP_KEY", "Invalid value used as weak map key", nullptr, true},
    {"JSMSG_BAD_WEAKMAP_KEY", "Invalid value used as weak map key", nullptr, true},
    {"JSMSG_OBJECT_REQUIRED_WEAKSET_VAL", "Invalid value used in weak set", nullptr, true},
    {"JSMSG_BAD_WEAKREF_TARGET", "WeakRef: invalid target", nullptr, true},
    {"JSMSG_OBJECT_REQUIRED_PROP_DESC", "Property description must be an object: {0}", nullptr,
     true},
    {"JSMSG_OBJECT_REQUIRED_RET_OWNKEYS", "CreateListFromArrayLike called on non-object", nullptr,
     true},
    {"JSMSG_INVALID_DESCRIPTOR",
     "Invalid property descriptor. Cannot both specify accessors and a value or writable attribute",
     nullptr, true},
    {"JSMSG_PROXY_SET_RETURNED_FALSE", "'set' on proxy: trap returned falsish for property '{0}'"},
    {"JSMSG_PROXY_DELETE_RETURNED_FALSE",
     "'deleteProperty' on proxy: trap returned falsish for property '{0}'"},
    {"JSMSG_PROXY_DEFINE_RETURNED_FALSE",
     "'defineProperty' on proxy: trap returned falsish for property '{0}'"},
    {"JSMSG_PROXY_PREVENTEXTENSIONS_RETURNED_FALSE",
     "'preventExtensions' on proxy: trap returned falsish"},
    {"JSMSG_PROXY_SETPROTOTYPEOF_RETURNED_FALSE",
     "'setPrototypeOf' on proxy: trap returned falsish for property 'undefined'"},
    {"JSMSG_PROXY_REVOKED", "Cannot perform 'get' on a proxy that has been revoked"},
    {"JSMSG_PROXY_GETOWN_OBJORUNDEF",
     "'getOwnPropertyDescriptor' on proxy: trap returned neither object nor undefined for property "
     "'{0}'"},
    {"JSMSG_PROXY_CONSTRUCT_OBJECT", "'construct' on proxy: trap returned non-object"},
    {"JSMSG_CANT_SET_NW_NC",
     "'set' on proxy: trap returned truish for property '{0}' which exists in the proxy target as "
     "a "
     "non-configurable and non-writable data property with a different value"},
    {"JSMSG_MUST_REPORT_SAME_VALUE",
     "'get' on proxy: property '{0}' is a read-only and non-configurable data property on the "
     "proxy "
     "target but the proxy did not return its actual value"},
    {"JSMSG_BAD_GETPROTOTYPEOF_TRAP_RETURN",
     "'getPrototypeOf' on proxy: trap returned neither object nor null"},
    {"JSMSG_PROMISE_ANY_REJECTION", "All promises were rejected"},
    {"JSMSG_CANNOT_RESOLVE_PROMISE_WITH_ITSELF", "Chaining cycle detected for promise #<Promise>"},
    {"JSMSG_REQUIRES_GLOBAL_REGEXP",
     "String.prototype.{0} called with a non-global RegExp argument", nullptr, true},
    {"JSMSG_OFFSET_OUT_OF_DATAVIEW", "Offset is outside the bounds of the DataView", nullptr, true},
    {"JSMSG_OFFSET_OUT_OF_BUFFER", "Start offset is outside the bounds of the buffer", nullptr,
     true},
    {"JSMSG_TYPED_ARRAY_CONSTRUCT_OFFSET_BOUNDS",
     "start offset of {0}Array should be a multiple of {1}", nullptr, true},
    {"JSMSG_TYPED_ARRAY_CONSTRUCT_OFFSET_MISALIGNED",
     "byte length of {0}Array should be a multiple of {1}", nullptr, true},
    {"JSMSG_BAD_INDEX", "Invalid array buffer length", nullptr, true},
    {"JSMSG_SHARED_ARRAY_BAD_LENGTH", "Invalid array buffer length", nullptr, true},
    {"JSMSG_INVALID_LANGUAGE_TAG", "Invalid language tag: {0}", nullptr, true},
    {"JSMSG_INVALID_TIME_ZONE", "Invalid time zone specified: {0}", nullptr, true},
    {"JSMSG_UNDEFINED_CURRENCY", "Currency code is required with currency style.", nullptr, true},
    {"JSMSG_INVALID_OPTION_VALUE",
     "Value {1} out of range for Intl.NumberFormat options property {0}", nullptr, true},
    {"JSMSG_RETURN_NOT_CALLABLE", "return is not a function"},
    {"JSMSG_ITERATOR_NO_THROW", "The iterator does not provide a 'throw' method"},
    {"JSMSG_CANT_DECLARE_GLOBAL_BINDING", "Identifier '{0}' has already been declared",
     "SyntaxError"},
};

std::string fill(std::string_view text, const Failure& failure) {
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}') {
      result += failure.plain_arg(static_cast<size_t>(text[i + 1] - '0'));
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

std::optional<Wording8> word_conversion_to(const Failure& failure) {
  const std::string path = failure.call != nullptr && failure.call->kids[0] != nullptr
                               ? v8_text(failure.call->kids[0])
                               : std::string();
  if (path.starts_with("BigInt") && !path.starts_with("BigInt.prototype"))
    return Wording8{"Cannot convert " + failure.plain_arg(0) + " to a BigInt", nullptr,
                    failure.call->position, true};
  if ((path.starts_with("Array.prototype.") || path.starts_with("String.prototype.")) &&
      path.ends_with(".call"))
    return Wording8{path.substr(0, path.size() - 5) + " called on null or undefined", nullptr,
                    failure.call->position, true};
  if (failure.arg(0) == "undefined" || failure.arg(0) == "null" || failure.arg(1) == "object") {
    return Wording8{
        "Cannot convert undefined or null to object", nullptr,
        failure.call != nullptr ? std::optional<uint32_t>(failure.call->position) : std::nullopt,
        failure.call != nullptr};
  }
  if (failure.arg(1) == "BigInt")
    return Wording8{
        "Cannot convert " + failure.plain_arg(0) + " to a BigInt", nullptr,
        failure.call != nullptr ? std::optional<uint32_t>(failure.call->position) : std::nullopt,
        failure.call != nullptr};
  return Wording8{"Cannot convert object to primitive value", nullptr, std::nullopt, false};
}

}  // namespace

// Where V8 has another place than the engine.
std::optional<uint32_t> special_position(const Failure& failure) {
  if (failure.function == nullptr) return std::nullopt;
  if (failure.name == "JSMSG_OVER_RECURSED" && failure.function->kind == NodeKind::function &&
      failure.function->open != 0)
    return failure.function->open;
  if (failure.name != "JSMSG_UNDECLARED_VAR") return std::nullopt;
  const std::string name = failure.plain_arg(0);
  const Node* write = best_node(failure.function, failure.offset, [&name](const Node* node) {
    return node->kind == NodeKind::assign && node->kids[0] != nullptr &&
                   node->kids[0]->kind == NodeKind::identifier && node->kids[0]->text == name
               ? 1
               : 0;
  });
  return write != nullptr ? std::optional<uint32_t>(write->position) : std::nullopt;
}

std::optional<Wording8> word_by_table(const Failure& failure) {
  if (failure.name == "JSMSG_CANT_CONVERT_TO") return word_conversion_to(failure);
  if (failure.name == "JSMSG_INVALID_ARG_TYPE")
    return Wording8{
        "First argument to String.prototype." +
            (failure.call != nullptr ? failure.call->kids[0]->text : "includes") +
            " must not be a regular expression",
        nullptr,
        failure.call != nullptr ? std::optional<uint32_t>(failure.call->position) : std::nullopt,
        true};
  for (const Entry& entry : kEntries) {
    if (entry.name != failure.name) continue;
    std::optional<uint32_t> position = special_position(failure);
    if (entry.in_builtin && failure.call != nullptr) position = failure.call->position;
    return Wording8{fill(entry.text, failure), entry.type, position,
                    entry.in_builtin && failure.call != nullptr};
  }
  return std::nullopt;
}

}  // namespace loopscope::host
