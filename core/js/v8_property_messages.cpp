#include "core/js/v8_expression_text.h"
#include "core/js/v8_failure.h"

// Properties of undefined and null, and destructuring them.
namespace loopscope::host {

namespace {

struct Access {
  std::string value;       // "undefined" or "null"
  std::string expression;  // the engine's text for what has that value
  std::string key;         // as V8 shows it, if the engine tells
  bool key_known = false;
};

std::optional<Access> read_access(const Failure& failure) {
  Access access;
  if (failure.name == "JSMSG_PROPERTY_FAIL") {
    access = {failure.arg(1), failure.arg(1), failure.plain_arg(0), true};
  } else if (failure.name == "JSMSG_PROPERTY_FAIL_EXPR") {
    access = {failure.arg(2), failure.arg(1), failure.plain_arg(0), true};
  } else if (failure.name == "JSMSG_UNEXPECTED_TYPE") {
    access = {failure.arg(1), failure.arg(0), "", false};
  } else if (failure.name == "JSMSG_NO_PROPERTIES") {
    access = {failure.arg(0), failure.arg(0), "", false};
  } else {
    return std::nullopt;
  }
  if (access.value != "undefined" && access.value != "null") return std::nullopt;
  return access;
}

bool is_access(const Node* node) {
  return node->kind == NodeKind::dot || node->kind == NodeKind::index;
}

int rate(const Node* node, const Access& access) {
  if (!is_access(node)) return 0;
  const std::string key = fixed_key(node);
  int rating = 1;
  if (access.key_known && !key.empty() && key != access.key) return 0;
  if (access.key_known && key == access.key) rating += 4;
  if (engine_text(node->kids[0]) == access.expression) rating += 2;
  return rating > 1 ? rating : 0;
}

// A pattern's property whose value is being taken, and what that is taken from.
struct Pattern {
  const Node* pattern = nullptr;
  const Node* source = nullptr;  // null: a parameter, a loop's or a catch's value
  bool nested = false;
};

const Node* unwrap_default(const Node* target) {
  return target != nullptr && target->kind == NodeKind::assign ? target->kids[0] : target;
}

bool is_pattern(const Node* node) {
  if (node->kind != NodeKind::object || node->parent == nullptr) return false;
  const Node* parent = node->parent;
  switch (parent->kind) {
    case NodeKind::declarator:
    case NodeKind::assign:
    case NodeKind::catch_:
    case NodeKind::for_of:
      return parent->kids[0] == node;
    case NodeKind::function:
      return parent->kids.back() != node;
    case NodeKind::property:
      return is_pattern(parent->parent);
    default:
      return false;
  }
}

const Node* first_property(const Node* pattern) {
  return pattern->kids.empty() ? nullptr : pattern->kids[0];
}

std::string value_described(const std::string& value) {
  return value == "null" ? "object null" : value;
}

// What V8 calls the value that is destructured.
std::string source_text(const Node* pattern, const Access& access) {
  const Node* parent = pattern->parent;
  if (parent->kind == NodeKind::declarator) {
    const Node* initializer = parent->kids[1];
    if (initializer != nullptr) return v8_text(initializer);
    return ".for";  // for (const {a} of …)
  }
  if (parent->kind == NodeKind::catch_) return ".catch";
  if (parent->kind == NodeKind::for_of) return ".for";
  if (parent->kind == NodeKind::assign) {
    const bool parameter = parent->parent != nullptr && parent->parent->kind == NodeKind::function;
    if (parameter) return "(intermediate value)(intermediate value)(intermediate value)";
    return v8_text(parent->kids[1]);
  }
  return value_described(access.value);
}

std::string cannot_destructure(const std::string& what, const std::string& source,
                               const Access& access) {
  return "Cannot destructure " + what + "'" + source + "' as it is " + access.value + ".";
}

Wording8 word_nested_pattern(const Node* pattern, const Access& access) {
  const Node* property = first_property(pattern);
  if (property != nullptr && property->kind == NodeKind::property)
    return {"Cannot read properties of " + access.value + " (reading '" + property->text + "')",
            nullptr, property->kids[1]->start, false};
  const Node* outer = pattern->parent;
  const Node* owner = outer->parent;
  return {
      cannot_destructure("property '" + outer->text + "' of ", source_text(owner, access), access),
      nullptr, pattern->start, false};
}

Wording8 word_pattern(const Node* pattern, const Access& access) {
  if (pattern->parent->kind == NodeKind::property) return word_nested_pattern(pattern, access);
  const std::string source = source_text(pattern, access);
  const Node* property = first_property(pattern);
  const bool named = property != nullptr && property->kind == NodeKind::property &&
                     property->kids[0] == nullptr && property->kids.size() > 1 &&
                     property->kids[1] != nullptr;
  if (!named) {
    const uint32_t position = property != nullptr && property->kind == NodeKind::spread
                                  ? property->kids[0]->start
                                  : pattern->start;
    return {cannot_destructure("", source, access), nullptr, position, false};
  }
  const Node* target = property->kids[1];
  if (target->kind == NodeKind::identifier)
    return {cannot_destructure("property '" + property->text + "' of ", source, access), nullptr,
            target->start, false};
  return {"Cannot read properties of " + access.value + " (reading '" + property->text + "')",
          nullptr, unwrap_default(target)->start, false};
}

// What the engine calls the value that a pattern takes apart; "" if that cannot be told.
std::string engine_source(const Node* pattern) {
  const Node* parent = pattern->parent;
  switch (parent->kind) {
    case NodeKind::declarator:
      return parent->kids[1] != nullptr ? engine_text(parent->kids[1]) : "";
    case NodeKind::assign:
      if (parent->parent != nullptr && parent->parent->kind == NodeKind::function) return "";
      return engine_text(parent->kids[1]);
    case NodeKind::property: {
      const std::string outer = engine_source(parent->parent);
      return outer.empty() ? "" : outer + "." + parent->text;
    }
    case NodeKind::function:
      return "(destructured parameter)";
    default:
      return "";
  }
}

int rate_pattern(const Node* node, const Access& access) {
  if (!is_pattern(node)) return 0;
  const Node* property = first_property(node);
  int rating = 1;
  const bool named = property != nullptr && property->kind == NodeKind::property;
  if (access.key_known && named && property->text != access.key && property->kids[0] == nullptr)
    return 0;
  if (access.key_known && named && property->text == access.key) rating += 3;
  const std::string source = engine_source(node);
  if (source == access.expression) rating += 3;
  if (!source.empty() && source != access.expression &&
      access.expression.find("intermediate value") == std::string::npos)
    return 0;
  return rating;
}

Wording8 word_access(const Node* node, const Access& access) {
  std::string key = access.key_known ? access.key : fixed_key(node);
  if (key.empty() && node->kind == NodeKind::index && node->kids[1]->kind == NodeKind::literal)
    key = node->kids[1]->text;
  const Node* parent = node->parent;
  const bool target =
      parent != nullptr && parent->kind == NodeKind::assign && parent->kids[0] == node;
  if (target && parent->text == "=") {
    return {"Cannot set properties of " + access.value + " (setting '" + key + "')", nullptr,
            parent->position, false};
  }
  if (parent != nullptr && parent->kind == NodeKind::unary && parent->text == "delete")
    return {"Cannot convert undefined or null to object", nullptr, parent->start, false};
  const std::string reading = key.empty() ? "" : " (reading '" + key + "')";
  uint32_t position = node->position;
  if (target || (parent != nullptr && parent->kind == NodeKind::update))
    position = statement_around(node)->start;
  return {"Cannot read properties of " + access.value + reading, nullptr, position, false};
}

}  // namespace

std::optional<Wording8> word_property_access(const Failure& failure) {
  const std::optional<Access> access = read_access(failure);
  if (!access) return std::nullopt;
  if (access->key_known && access->key == "Symbol.iterator") return word_iteration(failure);
  const auto rating = [&access](const Node* node) { return rate(node, *access); };
  const auto pattern_rating = [&access](const Node* node) { return rate_pattern(node, *access); };
  const Node* node = best_node(failure.function, failure.offset, rating);
  const Node* pattern = best_node(failure.function, failure.offset, pattern_rating);
  if (pattern != nullptr &&
      (node == nullptr || rate(node, *access) <= rate_pattern(pattern, *access)))
    return word_pattern(pattern, *access);
  if (node != nullptr) return word_access(node, *access);
  if (std::optional<Wording8> iterated = word_iteration(failure)) return iterated;
  const std::string reading = access->key_known ? " (reading '" + access->key + "')" : "";
  return Wording8{"Cannot read properties of " + access->value + reading, nullptr, std::nullopt,
                  false};
}

}  // namespace loopscope::host
