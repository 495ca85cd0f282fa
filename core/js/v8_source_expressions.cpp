// The expression half of SourceParser.
#include <algorithm>
#include <array>

#include "core/js/v8_source_parser.h"

namespace loopscope::host {

namespace {

struct Operator {
  std::u16string_view text;
  int precedence;
};

constexpr std::array<Operator, 26> kBinary = {{
    {u"??", 1},         {u"||", 2},  {u"&&", 3},  {u"|", 4},   {u"^", 5},   {u"&", 6},  {u"==", 7},
    {u"!=", 7},         {u"===", 7}, {u"!==", 7}, {u"<", 8},   {u">", 8},   {u"<=", 8}, {u">=", 8},
    {u"instanceof", 8}, {u"in", 8},  {u"<<", 9},  {u">>", 9},  {u">>>", 9}, {u"+", 10}, {u"-", 10},
    {u"*", 11},         {u"/", 11},  {u"%", 11},  {u"**", 12}, {u"", 0},
}};

constexpr std::array<std::u16string_view, 16> kAssignments = {
    u"=",   u"+=",   u"-=", u"*=", u"/=", u"%=",  u"**=", u"<<=",
    u">>=", u">>>=", u"&=", u"|=", u"^=", u"&&=", u"||=", u"?\?="};

int precedence_of(std::u16string_view text, bool with_in) {
  if (text == u"in" && !with_in) return 0;
  for (const Operator& candidate : kBinary)
    if (candidate.text == text) return candidate.precedence;
  return 0;
}

// A function or class without a name takes that of what it is assigned to.
void name_after(Node* value, const std::string& name) {
  if (value == nullptr || !value->text.empty()) return;
  if (value->kind == NodeKind::function || value->kind == NodeKind::class_) {
    value->text = name;
    if (value->kind == NodeKind::class_)
      for (Node* member : value->kids)
        if (member != nullptr && member->kind == NodeKind::member && member->kids.size() == 2 &&
            member->kids[1] != nullptr && member->kids[1]->kind == NodeKind::function &&
            member->kids[1]->function_kind == FunctionKind::constructor)
          member->kids[1]->text = name;
  }
}

// "a.b.c" for what V8 infers a function's name from: the path it is assigned to, without prototype.
std::string path_of(const Node* target) {
  if (target == nullptr) return {};
  if (target->kind == NodeKind::identifier) return target->text;
  if (target->kind == NodeKind::this_) return {};
  if (target->kind != NodeKind::dot) return {};
  std::string object = path_of(target->kids[0]);
  if (target->text == "prototype") return object;
  return object.empty() ? target->text : object + "." + target->text;
}

}  // namespace

Node* SourceParser::expression(bool with_in) {
  Node* first = assignment(with_in);
  if (!is(u",") || first == nullptr) return first;
  Node* made = node(NodeKind::sequence, first->start);
  add(made, first);
  while (accept(u",") && !m_failed) add(made, assignment(with_in));
  return finish(made);
}

Node* SourceParser::arrow_from(uint32_t start, bool is_async,
                               const std::vector<Node*>& parameters) {
  Node* made = node(NodeKind::function, start);
  made->is_async = is_async;
  return arrow(made, parameters);
}

Node* SourceParser::assignment(bool with_in) {
  if (m_failed) return node(NodeKind::literal, m_token.start);
  const uint32_t start = m_token.start;
  if (at_name() && peek_is(u"=>")) return arrow_from(start, false, {binding_target()});
  if (is(u"async") && peek().kind == TokenKind::identifier && !peek().after_newline &&
      m_tokenizer.text(m_tokenizer.next(peek().end)) == u"=>") {
    advance();
    return arrow_from(start, true, {binding_target()});
  }
  if (is(u"yield")) {
    Node* made = node(NodeKind::yield_, start);
    advance();
    if (accept(u"*")) made->is_generator = true;
    const bool bare = m_token.after_newline || is(u")") || is(u"]") || is(u"}") || is(u",") ||
                      is(u";") || is(u":") || m_token.kind == TokenKind::end;
    return bare ? finish(made) : finish(made, {assignment(with_in)});
  }
  Node* left = conditional(with_in);
  if (m_token.kind != TokenKind::punctuator ||
      std::find(kAssignments.begin(), kAssignments.end(), token_text()) == kAssignments.end())
    return left;
  Node* made = node(NodeKind::assign, start);
  made->position = m_token.start;
  made->text = to_utf8(token_text());
  advance();
  Node* right = assignment(with_in);
  name_after(right, path_of(left));
  return finish(made, {left, right});
}

Node* SourceParser::conditional(bool with_in) {
  Node* test = binary(1, with_in);
  if (!is(u"?")) return test;
  Node* made = node(NodeKind::conditional, test->start);
  made->position = m_token.start;
  advance();
  Node* first = assignment();
  expect(u":");
  Node* second = assignment(with_in);
  return finish(made, {test, first, second});
}

Node* SourceParser::binary(int minimum, bool with_in) {
  Node* left = nullptr;
  if (m_token.kind == TokenKind::private_name) {  // #name in object
    left = node(NodeKind::identifier, m_token.start);
    left->text = to_utf8(token_text());
    advance();
    finish(left);
  } else {
    left = unary();
  }
  while (!m_failed && (m_token.kind == TokenKind::punctuator || at_name())) {
    const int precedence = precedence_of(token_text(), with_in);
    if (precedence < minimum || precedence == 0) break;
    Node* made = node(NodeKind::binary, left->start);
    made->position = m_token.start;
    made->text = to_utf8(token_text());
    const bool right_associative = is(u"**");
    advance();
    Node* right = binary(right_associative ? precedence : precedence + 1, with_in);
    left = finish(made, {left, right});
  }
  return left;
}

Node* SourceParser::unary() {
  static constexpr std::array<std::u16string_view, 9> kUnary = {
      u"!", u"~", u"+", u"-", u"typeof", u"void", u"delete", u"++", u"--"};
  const bool operator_token = m_token.kind == TokenKind::punctuator || at_name();
  if (operator_token && std::find(kUnary.begin(), kUnary.end(), token_text()) != kUnary.end()) {
    Node* made = node(is(u"++") || is(u"--") ? NodeKind::update : NodeKind::unary, m_token.start);
    made->prefix = true;
    made->text = to_utf8(token_text());
    advance();
    return finish(made, {unary()});
  }
  // `await` is a name outside async functions; what follows a name tells them apart.
  if (is(u"await")) {
    const Token after = peek();
    const std::u16string_view text = m_tokenizer.text(after);
    const bool operand = !after.after_newline && after.kind != TokenKind::end &&
                         (after.kind != TokenKind::punctuator || text == u"(" || text == u"[" ||
                          text == u"{" || text == u"!" || text == u"-" || text == u"/");
    if (operand) {
      Node* made = node(NodeKind::await_, m_token.start);
      advance();
      return finish(made, {unary()});
    }
  }
  return postfix();
}

Node* SourceParser::postfix() {
  Node* operand = call_chain(true);
  if ((!is(u"++") && !is(u"--")) || m_token.after_newline) return operand;
  Node* made = node(NodeKind::update, operand->start);
  made->text = to_utf8(token_text());
  advance();
  return finish(made, {operand});
}

Node* SourceParser::call_chain(bool allow_calls) {
  Node* left = is(u"new") && !peek_is(u".") ? new_expression() : primary();
  return continue_chain(left, allow_calls);
}

// After the first call of a chain V8 takes a property's dot for its position, before it its name.
Node* SourceParser::continue_chain(Node* left, bool allow_calls) {
  bool after_call = false;
  while (!m_failed) {
    if (left->kind == NodeKind::function && left->function_kind == FunctionKind::arrow &&
        !left->parenthesized)
      return left;
    if (allow_calls && is(u"?.")) {
      after_call = true;
      advance();
      if (is(u"("))
        left = call(left, true);
      else if (is(u"["))
        left = index_access(left, true);
      else
        left = member_access(left, true, true);
    } else if (accept(u".")) {
      left = member_access(left, false, after_call);
    } else if (is(u"[")) {
      left = index_access(left, false);
    } else if (allow_calls && is(u"(")) {
      const bool maybe_async_arrow = left->kind == NodeKind::identifier && left->text == "async";
      after_call = true;
      Node* made = call(left, false);
      if (!maybe_async_arrow || !is(u"=>")) {
        left = made;
        continue;
      }
      left = arrow_from(left->start, true, {made->kids.begin() + 1, made->kids.end()});
    } else if (m_token.kind == TokenKind::template_part) {
      Node* made = node(NodeKind::tagged, left->start);
      made->position = m_token.start;
      register_call(made, m_token.start);
      if (left->kind == NodeKind::dot) register_call(made, left->open);
      Node* quasi = template_literal();
      left = finish(made, {left, quasi});
    } else {
      break;
    }
  }
  return left;
}

Node* SourceParser::member_access(Node* object, bool optional, bool at_dot) {
  Node* made = node(NodeKind::dot, object->start);
  made->optional = optional;
  made->open = m_token.start;
  made->position = at_dot ? m_last.start : m_token.start;
  if (!at_name() && m_token.kind != TokenKind::private_name) fail();
  made->text = to_utf8(token_text());
  advance();
  return finish(made, {object});
}

Node* SourceParser::index_access(Node* object, bool optional) {
  Node* made = node(NodeKind::index, object->start);
  made->optional = optional;
  made->position = made->open = m_token.start;
  advance();
  Node* key = expression();
  expect(u"]");
  return finish(made, {object, key});
}

void SourceParser::arguments(Node* call) {
  call->open = m_token.start;
  expect(u"(");
  while (!is(u")") && !m_failed) {
    add(call, is(u"...") ? spread() : assignment());
    if (!accept(u",")) break;
  }
  expect(u")");
}

// V8 takes the position of the token before the parenthesis if that is a name, else of the
// parenthesis; the engine takes either, so both are registered.
Node* SourceParser::call(Node* callee, bool optional) {
  Node* made = node(NodeKind::call, callee->start);
  made->optional = optional;
  const bool after_name =
      !optional && m_last.kind == TokenKind::identifier &&
      (!is_reserved_word(m_tokenizer.text(m_last)) || callee->kind == NodeKind::super_);
  made->position = after_name && !callee->parenthesized ? m_last.start : m_token.start;
  register_call(made, m_token.start);
  if (callee->kind == NodeKind::identifier || callee->kind == NodeKind::super_)
    register_call(made, callee->start);
  if (callee->kind == NodeKind::super_) register_call(made, callee->start);
  if (callee->kind == NodeKind::dot) register_call(made, callee->open);
  if (callee->kind == NodeKind::index && callee->kids[1] != nullptr)
    register_call(made, callee->kids[1]->start);
  add(made, callee);
  arguments(made);
  return finish(made);
}

Node* SourceParser::new_expression() {
  Node* made = node(NodeKind::new_, m_token.start);
  register_call(made, m_token.start);
  advance();
  add(made, call_chain(false));
  if (is(u"(")) arguments(made);
  return finish(made);
}

Node* SourceParser::literal() {
  Node* made = node(NodeKind::literal, m_token.start);
  made->text = to_utf8(token_text());
  advance();
  return finish(made);
}

Node* SourceParser::primary() {
  if (is(u"/") || is(u"/=")) {
    m_token = m_tokenizer.rescan_regexp(m_token);
    if (m_token.kind != TokenKind::regexp) fail();
    return literal();
  }
  switch (m_token.kind) {
    case TokenKind::number:
    case TokenKind::bigint:
    case TokenKind::string:
      return literal();
    case TokenKind::template_part:
      return template_literal();
    case TokenKind::identifier:
      return primary_word();
    default:
      break;
  }
  if (is(u"(")) return parenthesized();
  if (is(u"[")) return array();
  if (is(u"{")) return object();
  fail();
  return node(NodeKind::literal, m_token.start);
}

Node* SourceParser::primary_word() {
  const uint32_t start = m_token.start;
  if (is(u"function")) return function(start, false);
  if (is(u"async") && peek_is(u"function") && !peek().after_newline) {
    advance();
    return function(start, true);
  }
  if (is(u"class")) return class_definition();
  if (is(u"true") || is(u"false") || is(u"null")) return literal();
  if ((is(u"import") || is(u"new")) && peek_is(u".")) {
    Node* made = node(NodeKind::meta, start);
    advance();
    advance();
    advance();
    return finish(made);
  }
  NodeKind kind = NodeKind::identifier;
  if (is(u"this")) kind = NodeKind::this_;
  if (is(u"super")) kind = NodeKind::super_;
  if (is(u"import")) kind = NodeKind::import_call;
  Node* made = node(kind, start);
  made->text = to_utf8(token_text());
  advance();
  return finish(made);
}

// An expression in parentheses, or an arrow function's parameters.
Node* SourceParser::parenthesized() {
  const uint32_t start = m_token.start;
  advance();
  std::vector<Node*> items;
  while (!is(u")") && !m_failed) {
    items.push_back(is(u"...") ? spread() : assignment());
    if (!accept(u",")) break;
  }
  expect(u")");
  if (is(u"=>") && !m_token.after_newline) return arrow_from(start, false, items);
  if (items.empty()) {
    fail();
    return node(NodeKind::literal, start);
  }
  Node* made = items[0];
  if (items.size() > 1) {
    made = node(NodeKind::sequence, items[0]->start);
    for (Node* item : items) add(made, item);
    finish(made);
  }
  made->parenthesized = true;
  return made;
}

Node* SourceParser::spread() {
  Node* made = node(NodeKind::spread, m_token.start);
  expect(u"...");
  return finish(made, {assignment()});
}

Node* SourceParser::array() {
  Node* made = node(NodeKind::array, m_token.start);
  advance();
  while (!is(u"]") && !m_failed) {
    if (is(u",")) {
      add(made, nullptr);
    } else {
      add(made, is(u"...") ? spread() : assignment());
    }
    if (!accept(u",")) break;
  }
  expect(u"]");
  return finish(made);
}

Node* SourceParser::object() {
  Node* made = node(NodeKind::object, m_token.start);
  advance();
  while (!is(u"}") && !m_failed) {
    add(made, is(u"...") ? spread() : property());
    if (!accept(u",")) break;
  }
  expect(u"}");
  return finish(made);
}

Node* SourceParser::property() {
  Node* made = node(NodeKind::property, m_token.start);
  const auto names_property = [this] {
    return peek_is(u"(") || peek_is(u":") || peek_is(u",") || peek_is(u"}") || peek_is(u"=");
  };
  bool is_async = false;
  bool is_generator = false;
  FunctionKind kind = FunctionKind::method;
  if (is(u"async") && !names_property()) {
    is_async = true;
    advance();
  }
  if (accept(u"*")) is_generator = true;
  if ((is(u"get") || is(u"set")) && !names_property()) {
    kind = is(u"get") ? FunctionKind::getter : FunctionKind::setter;
    advance();
  }
  const uint32_t key_start = m_token.start;
  member_key(made);
  if (is(u"(")) {
    Node* method = node(NodeKind::function, key_start);
    method->function_kind = kind;
    method->is_async = is_async;
    method->is_generator = is_generator;
    method->text = made->text;
    return finish(made, {function_rest(method)});
  }
  if (accept(u":")) {
    Node* value = assignment();
    name_after(value, made->text);
    return finish(made, {value});
  }
  made->is_shorthand = true;
  Node* name = node(NodeKind::identifier, key_start);
  name->text = made->text;
  finish(name);
  if (is(u"=")) {  // a default, in a pattern
    Node* with_default = node(NodeKind::assign, key_start);
    with_default->position = m_token.start;
    with_default->text = "=";
    advance();
    name = finish(with_default, {name, assignment()});
  }
  return finish(made, {name});
}

Node* SourceParser::template_literal() {
  Node* made = node(NodeKind::template_, m_token.start);
  const auto opens_substitution = [this] { return token_text().ends_with(u"${"); };
  if (!opens_substitution()) made->text = to_utf8(token_text());
  while (!m_failed && opens_substitution()) {
    advance();
    add(made, expression());
    if (!is(u"}")) {
      fail();
      break;
    }
    m_token = m_tokenizer.rescan_template(m_token);
    if (m_token.kind != TokenKind::template_part) fail();
  }
  if (!m_failed) advance();
  return finish(made);
}

}  // namespace loopscope::host
