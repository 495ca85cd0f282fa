#include "core/js/v8_expression_text.h"

namespace loopscope::host {

namespace {

constexpr const char* kIntermediate = "(intermediate value)";

bool is_string(const Node* node) {
  return node != nullptr && node->kind == NodeKind::literal && node->text.size() >= 2 &&
         (node->text[0] == '"' || node->text[0] == '\'');
}

std::string unquoted(const Node* node) {
  return node->text.substr(1, node->text.size() - 2);
}

bool is_number(const Node* node) {
  return node != nullptr && node->kind == NodeKind::literal && !node->text.empty() &&
         node->text[0] >= '0' && node->text[0] <= '9';
}

std::string literal_text(const Node* node) {
  if (is_string(node)) return "\"" + unquoted(node) + "\"";
  if (is_number(node) && node->text.back() == 'n') return kIntermediate;
  return node->text;
}

std::string access_text(const Node* node, const std::string& object, bool engine) {
  const std::string link = node->optional && !engine ? "?." : "";
  if (node->kind == NodeKind::dot) {
    if (node->text.starts_with("#") && !engine) return object + "[" + node->text + "]";
    return object + (link.empty() ? "." : link) + node->text;
  }
  const Node* key = node->kids[1];
  if (is_string(key)) return object + (link.empty() ? "." : link) + unquoted(key);
  return object + link + "[" + (engine ? engine_text(key) : v8_text(key)) + "]";
}

std::string array_text(const Node* node) {
  std::string text = "[";
  for (size_t i = 0; i < node->kids.size(); ++i)
    text +=
        (i > 0 ? "," : "") + (node->kids[i] != nullptr ? v8_text(node->kids[i]) : std::string());
  return text + "]";
}

// V8 folds sums of small numbers before it can fail on them.
bool fold(const Node* node, std::string& text) {
  if (node->text != "+" || !is_number(node->kids[0]) || !is_number(node->kids[1])) return false;
  text = std::to_string(std::strtol(node->kids[0]->text.c_str(), nullptr, 10) +
                        std::strtol(node->kids[1]->text.c_str(), nullptr, 10));
  return true;
}

std::string binary_text(const Node* node) {
  std::string text;
  if (fold(node, text)) return text;
  return "(" + v8_text(node->kids[0]) + " " + node->text + " " + v8_text(node->kids[1]) + ")";
}

}  // namespace

std::string fixed_key(const Node* access) {
  if (access->kind == NodeKind::dot) return access->text;
  const Node* key = access->kids[1];
  if (is_string(key)) return unquoted(key);
  if (is_number(key)) return key->text;
  return {};
}

std::string v8_text(const Node* node) {
  if (node == nullptr) return kIntermediate;
  switch (node->kind) {
    case NodeKind::identifier:
    case NodeKind::this_:
      return node->text;
    case NodeKind::literal:
      return literal_text(node);
    case NodeKind::template_: {
      if (node->kids.empty()) return "\"" + node->text.substr(1, node->text.size() - 2) + "\"";
      std::string text;
      for (const Node* kid : node->kids) text += v8_text(kid);
      return text;
    }
    case NodeKind::dot:
    case NodeKind::index:
      return access_text(node, v8_text(node->kids[0]), false);
    case NodeKind::call:
      return v8_text(node->kids[0]) + "(...)";
    case NodeKind::import_call:
      return "import";
    case NodeKind::array:
      return array_text(node);
    case NodeKind::object: {
      std::string text = "{";
      for (size_t i = 0; i < node->kids.size(); ++i) text += kIntermediate;
      return text + "}";
    }
    case NodeKind::unary:
      return "(" + node->text + (node->text.size() > 2 ? " " : "") + v8_text(node->kids[0]) + ")";
    case NodeKind::update:
      return node->prefix ? "(" + node->text + v8_text(node->kids[0]) + ")"
                          : "(" + v8_text(node->kids[0]) + node->text + ")";
    case NodeKind::binary:
      return binary_text(node);
    case NodeKind::sequence: {
      std::string text = "(";
      for (size_t i = 0; i < node->kids.size(); ++i)
        text += (i > 0 ? " , " : "") + v8_text(node->kids[i]);
      return text + ")";
    }
    case NodeKind::conditional:
      return std::string(kIntermediate) + kIntermediate + kIntermediate;
    case NodeKind::assign:
      return v8_text(node->kids[0]);
    default:
      return kIntermediate;
  }
}

std::string v8_text_of_iterated(const Node* node) {
  if (node == nullptr) return kIntermediate;
  if (node->kind == NodeKind::call) return v8_text_of_iterated(node->kids[0]);
  if (node->kind == NodeKind::dot || node->kind == NodeKind::index)
    return access_text(node, v8_text_of_iterated(node->kids[0]), false);
  return v8_text(node);
}

std::string engine_text(const Node* node) {
  if (node == nullptr) return kIntermediate;
  switch (node->kind) {
    case NodeKind::identifier:
    case NodeKind::this_:
      return node->text;
    case NodeKind::super_:
      return "super";
    case NodeKind::literal:
      return literal_text(node);
    case NodeKind::dot:
    case NodeKind::index:
      return access_text(node, engine_text(node->kids[0]), true);
    case NodeKind::call:
      return engine_text(node->kids[0]) + "(...)";
    case NodeKind::new_:
      return "(new " + engine_text(node->kids[0]) + "(...))";
    case NodeKind::binary:
      return "(" + engine_text(node->kids[0]) + " " + node->text + " " +
             engine_text(node->kids[1]) + ")";
    case NodeKind::unary:
      return "(" + node->text + (node->text.size() > 2 ? " " : "") + engine_text(node->kids[0]) +
             ")";
    case NodeKind::array:
      return node->kids.empty() ? "[]" : kIntermediate;
    default:
      return kIntermediate;
  }
}

std::string v8_value(const Node* node, const std::string& otherwise) {
  if (node == nullptr) return otherwise;
  switch (node->kind) {
    case NodeKind::literal:
      if (is_string(node)) return "string \"" + unquoted(node) + "\"";
      if (node->text == "null") return "object null";
      if (node->text == "true" || node->text == "false") return "boolean " + node->text;
      if (is_number(node)) return (node->text.back() == 'n' ? "bigint " : "number ") + node->text;
      return "object";
    case NodeKind::identifier:
      return node->text == "undefined" ? "undefined" : otherwise;
    case NodeKind::object:
    case NodeKind::array:
    case NodeKind::new_:
      return "object";
    case NodeKind::function:
    case NodeKind::class_:
      return "function";
    default:
      return otherwise;
  }
}

}  // namespace loopscope::host
