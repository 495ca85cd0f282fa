// One grammar, one class: longer than a file usually is here (expressions stand in
// v8_source_expressions.cpp).
#include "core/js/v8_source_parser.h"

namespace loopscope::host {

void SourceParser::run() {
  m_token = m_tokenizer.next(0);
  Node* program = node(NodeKind::program, 0);
  m_tree.m_root = program;
  while (m_token.kind != TokenKind::end && !m_failed) add(program, statement());
  finish(program);
  program->start = 0;
  program->end = static_cast<uint32_t>(m_tree.m_text.size());
  m_tree.m_complete = !m_failed;
}

void SourceParser::advance() {
  m_last = m_token;
  m_token = m_tokenizer.next(m_token.end);
}

bool SourceParser::is(std::u16string_view text) const {
  return (m_token.kind == TokenKind::punctuator || m_token.kind == TokenKind::identifier) &&
         token_text() == text;
}

bool SourceParser::accept(std::u16string_view text) {
  if (!is(text)) return false;
  advance();
  return true;
}

void SourceParser::expect(std::u16string_view text) {
  if (!accept(text)) fail();
}

// From here on every loop sees the end of the text.
void SourceParser::fail() {
  m_failed = true;
  m_token.kind = TokenKind::end;
  m_token.start = m_token.end = static_cast<uint32_t>(m_tree.m_text.size());
}

Node* SourceParser::node(NodeKind kind, uint32_t start) {
  Node& made = m_tree.m_nodes.emplace_back();
  made.kind = kind;
  made.start = made.end = made.position = start;
  return &made;
}

void SourceParser::add(Node* parent, Node* kid) {
  parent->kids.push_back(kid);
  if (kid != nullptr) kid->parent = parent;
}

Node* SourceParser::finish(Node* node, std::initializer_list<Node*> kids) {
  for (Node* kid : kids) add(node, kid);
  node->end = m_last.end;
  return node;
}

void SourceParser::register_call(const Node* call, uint32_t engine_position) {
  m_tree.m_calls.emplace_back(engine_position, call);
}

void SourceParser::end_statement() {
  if (accept(u";") || is(u"}") || m_token.kind == TokenKind::end || m_token.after_newline) return;
  fail();
}

Node* SourceParser::statement() {
  if (++m_depth > 400) fail();
  Node* made = nullptr;
  if (is(u"{")) {
    made = block();
  } else if (is(u";")) {
    made = node(NodeKind::statement, m_token.start);
    advance();
    finish(made);
  } else {
    if (at_name()) made = statement_of(token_text());
    if (made == nullptr) {
      made = node(NodeKind::statement, m_token.start);
      Node* value = expression();
      // `name:` is a label
      if (value != nullptr && value->kind == NodeKind::identifier && accept(u":")) {
        finish(made, {statement()});
      } else {
        end_statement();
        finish(made, {value});
      }
    }
  }
  --m_depth;
  return made;
}

// The statement a word begins; null if an expression begins with it.
Node* SourceParser::statement_of(std::u16string_view word) {
  const uint32_t start = m_token.start;
  if (word == u"var" || word == u"const" ||
      (word == u"let" &&
       (peek().kind == TokenKind::identifier || peek_is(u"[") || peek_is(u"{")))) {
    Node* made = declaration(true);
    end_statement();
    return finish(made);
  }
  if (word == u"function") return function(start, false);
  if (word == u"async" && peek_is(u"function") && !peek().after_newline) {
    advance();
    return function(start, true);
  }
  if (word == u"class") return class_definition();
  if (word == u"if" || word == u"while" || word == u"with")
    return condition_and_body(NodeKind::statement);
  if (word == u"for") return for_statement();
  if (word == u"try") return try_statement();
  if (word == u"switch") return switch_statement();
  if (word == u"import" && !peek_is(u"(") && !peek_is(u".")) return import_statement();
  if (word == u"export") return export_statement();
  if (word == u"return" || word == u"throw") {
    Node* made = node(word == u"return" ? NodeKind::return_ : NodeKind::throw_, start);
    advance();
    Node* value = nullptr;
    if (!is(u";") && !is(u"}") && m_token.kind != TokenKind::end && !m_token.after_newline)
      value = expression();
    end_statement();
    return value != nullptr ? finish(made, {value}) : finish(made);
  }
  if (word == u"break" || word == u"continue" || word == u"debugger") {
    Node* made = node(NodeKind::statement, start);
    if (word == u"break") made->text = "break";
    advance();
    if (at_name() && !m_token.after_newline) advance();
    end_statement();
    return finish(made);
  }
  if (word == u"do") {
    Node* made = node(NodeKind::statement, start);
    advance();
    add(made, statement());
    expect(u"while");
    expect(u"(");
    add(made, expression());
    expect(u")");
    accept(u";");
    return finish(made);
  }
  return nullptr;
}

Node* SourceParser::condition_and_body(NodeKind kind) {
  Node* made = node(kind, m_token.start);
  advance();
  expect(u"(");
  add(made, expression());
  expect(u")");
  add(made, statement());
  if (accept(u"else")) add(made, statement());
  return finish(made);
}

Node* SourceParser::block() {
  Node* made = node(NodeKind::statement, m_token.start);
  expect(u"{");
  while (!is(u"}") && !m_failed && m_token.kind != TokenKind::end) add(made, statement());
  expect(u"}");
  return finish(made);
}

Node* SourceParser::binding_target() {
  if (is(u"[")) return array();
  if (is(u"{")) return object();
  Node* made = node(NodeKind::identifier, m_token.start);
  if (!at_name()) fail();
  made->text = to_utf8(token_text());
  advance();
  return finish(made);
}

Node* SourceParser::declaration(bool with_in) {
  Node* made = node(NodeKind::declaration, m_token.start);
  made->text = to_utf8(token_text());
  do {
    advance();
    Node* declarator = node(NodeKind::declarator, m_token.start);
    Node* target = binding_target();
    Node* value = accept(u"=") ? assignment(with_in) : nullptr;
    add(made, finish(declarator, {target, value}));
  } while (is(u",") && !m_failed);
  return finish(made);
}

Node* SourceParser::for_statement() {
  Node* made = node(NodeKind::statement, m_token.start);
  advance();
  if (accept(u"await")) made->is_async = true;
  expect(u"(");
  Node* first = nullptr;
  if (is(u"var") || is(u"const") || (is(u"let") && !peek_is(u"of") && !peek_is(u"in")))
    first = declaration(false);
  else if (!is(u";"))
    first = expression(false);
  add(made, first);
  if (is(u"of") || is(u"in")) {
    made->kind = is(u"of") ? NodeKind::for_of : NodeKind::for_in;
    advance();
    add(made, made->kind == NodeKind::for_of ? assignment() : expression());
  } else {
    made->text = "for";
    expect(u";");
    add(made, is(u";") ? nullptr : expression());
    expect(u";");
    add(made, is(u")") ? nullptr : expression());
  }
  expect(u")");
  add(made, statement());
  return finish(made);
}

Node* SourceParser::try_statement() {
  Node* made = node(NodeKind::statement, m_token.start);
  advance();
  add(made, block());
  if (is(u"catch")) {
    Node* handler = node(NodeKind::catch_, m_token.start);
    advance();
    Node* parameter = nullptr;
    if (accept(u"(")) {
      parameter = binding_target();
      expect(u")");
    }
    Node* body = block();
    add(made, finish(handler, {parameter, body}));
  }
  if (accept(u"finally")) add(made, block());
  return finish(made);
}

Node* SourceParser::switch_statement() {
  Node* made = node(NodeKind::statement, m_token.start);
  advance();
  expect(u"(");
  add(made, expression());
  expect(u")");
  expect(u"{");
  while (!is(u"}") && !m_failed && m_token.kind != TokenKind::end) {
    if (accept(u"case")) {
      add(made, expression());
      expect(u":");
    } else if (is(u"default") && peek_is(u":")) {
      advance();
      advance();
    } else {
      add(made, statement());
    }
  }
  expect(u"}");
  return finish(made);
}

// What import and export name is of no interest; only what they evaluate is.
void SourceParser::skip_module_clause() {
  while (!is(u";") && m_token.kind != TokenKind::end) {
    const bool last = m_token.kind == TokenKind::string || is(u"}");
    const bool more = is(u",") || is(u"{");
    advance();
    if (last && !is(u"from") && !is(u"assert") && !is(u"with") && !is(u",") && !is(u"as") &&
        !is(u"}"))
      break;
    (void)more;
  }
  accept(u";");
}

// name in `import * as name`, as a declaration.
Node* SourceParser::namespace_import() {
  Node* made = node(NodeKind::declarator, m_token.start);
  Node* name = node(NodeKind::identifier, m_token.start);
  name->text = to_utf8(token_text());
  advance();
  return finish(made, {finish(name), finish(node(NodeKind::namespace_, m_token.start))});
}

Node* SourceParser::import_statement() {
  Node* made = node(NodeKind::statement, m_token.start);
  advance();
  if (accept(u"*") && accept(u"as")) add(made, namespace_import());
  skip_module_clause();
  return finish(made);
}

Node* SourceParser::export_statement() {
  Node* made = node(NodeKind::statement, m_token.start);
  advance();
  if (is(u"{") || is(u"*")) {
    skip_module_clause();
    return finish(made);
  }
  if (!accept(u"default")) return finish(made, {statement()});
  const bool declares = is(u"function") || is(u"class") || (is(u"async") && peek_is(u"function"));
  Node* value = declares ? statement() : assignment();
  if (value != nullptr && value->text.empty()) value->text = "default";
  if (!declares) end_statement();
  return finish(made, {value});
}

Node* SourceParser::function(uint32_t start, bool is_async) {
  Node* made = node(NodeKind::function, start);
  made->is_async = is_async;
  expect(u"function");
  if (accept(u"*")) made->is_generator = true;
  if (at_name() && !is(u"(")) {
    made->text = to_utf8(token_text());
    advance();
  }
  return function_rest(made);
}

// From the parameters on.
Node* SourceParser::function_rest(Node* made) {
  made->open = m_token.start;
  expect(u"(");
  while (!is(u")") && !m_failed) {
    if (is(u"...")) {
      add(made, spread());
    } else {
      Node* target = binding_target();
      if (is(u"=")) {
        Node* with_default = node(NodeKind::assign, target->start);
        with_default->position = m_token.start;
        with_default->text = "=";
        advance();
        target = finish(with_default, {target, assignment()});
      }
      add(made, target);
    }
    if (!accept(u",")) break;
  }
  expect(u")");
  add(made, block());
  return finish(made);
}

Node* SourceParser::arrow(Node* made, const std::vector<Node*>& parameters) {
  made->function_kind = FunctionKind::arrow;
  for (Node* parameter : parameters) add(made, parameter);
  expect(u"=>");
  add(made, is(u"{") ? block() : assignment());
  return finish(made);
}

Node* SourceParser::class_definition() {
  Node* made = node(NodeKind::class_, m_token.start);
  expect(u"class");
  if (at_name() && !is(u"extends")) {
    made->text = to_utf8(token_text());
    advance();
  }
  add(made, accept(u"extends") ? call_chain(true) : nullptr);
  expect(u"{");
  while (!is(u"}") && !m_failed) {
    if (accept(u";")) continue;
    add(made, class_member(made->text));
  }
  expect(u"}");
  return finish(made);
}

// A name, string, number, private name or computed key at the current token.
void SourceParser::member_key(Node* member) {
  if (accept(u"[")) {
    add(member, assignment());
    expect(u"]");
    return;
  }
  add(member, nullptr);
  std::u16string_view text = token_text();
  if (m_token.kind == TokenKind::string) text = text.substr(1, text.size() - 2);
  member->text = to_utf8(text);
  advance();
}

Node* SourceParser::class_member(const std::string& class_name) {
  const uint32_t start = m_token.start;
  Node* made = node(NodeKind::member, start);
  const auto names_member = [this] {
    return peek_is(u"(") || peek_is(u"=") || peek_is(u";") || peek_is(u"}");
  };
  if (is(u"static") && peek_is(u"{")) {
    advance();
    made->kind = NodeKind::static_block;
    made->is_static = true;
    return finish(made, {block()});
  }
  if (is(u"static") && !names_member()) {
    made->is_static = true;
    advance();
  }
  bool is_async = false;
  bool is_generator = false;
  FunctionKind kind = FunctionKind::method;
  if (is(u"async") && !names_member() && !peek().after_newline) {
    is_async = true;
    advance();
  }
  if (accept(u"*")) is_generator = true;
  if ((is(u"get") || is(u"set")) && !names_member() && !peek().after_newline) {
    kind = is(u"get") ? FunctionKind::getter : FunctionKind::setter;
    advance();
  }
  const uint32_t key_start = m_token.start;
  member_key(made);
  if (is(u"(")) {
    Node* method = node(NodeKind::function, key_start);
    method->function_kind =
        made->text == "constructor" && !made->is_static ? FunctionKind::constructor : kind;
    method->is_async = is_async;
    method->is_generator = is_generator;
    method->is_static = made->is_static;
    method->text = method->function_kind == FunctionKind::constructor ? class_name : made->text;
    return finish(made, {function_rest(method)});
  }
  Node* value = accept(u"=") ? assignment() : nullptr;
  if (value != nullptr && value->kind == NodeKind::function && value->text.empty())
    value->text = made->text;
  end_statement();
  return finish(made, {value});
}

}  // namespace loopscope::host
