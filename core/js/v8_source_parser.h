#pragma once

#include <initializer_list>

#include "core/js/v8_source_tokens.h"
#include "core/js/v8_source_tree.h"

namespace loopscope::host {

// Recursive descent over one text; one method a production, named after it.
class SourceParser {
 public:
  explicit SourceParser(SourceTree& tree) : m_tree(tree), m_tokenizer(tree.m_text) {}
  void run();

 private:
  // tokens
  void advance();
  bool is(std::u16string_view text) const;
  bool accept(std::u16string_view text);
  void expect(std::u16string_view text);
  bool at_name() const { return m_token.kind == TokenKind::identifier; }
  std::u16string_view token_text() const { return m_tokenizer.text(m_token); }
  Token peek() const { return m_tokenizer.next(m_token.end); }
  bool peek_is(std::u16string_view text) const { return m_tokenizer.text(peek()) == text; }
  void fail();

  // nodes
  Node* node(NodeKind kind, uint32_t start);
  Node* finish(Node* node, std::initializer_list<Node*> kids = {});
  static void add(Node* parent, Node* kid);
  void register_call(const Node* call, uint32_t engine_position);

  // statements
  Node* statement();
  Node* statement_of(std::u16string_view word);
  Node* block();
  Node* declaration(bool with_in);
  Node* for_statement();
  Node* try_statement();
  Node* switch_statement();
  Node* namespace_import();
  Node* import_statement();
  Node* export_statement();
  void skip_module_clause();
  void end_statement();
  Node* condition_and_body(NodeKind kind);

  // functions and classes
  Node* function(uint32_t start, bool is_async);
  Node* function_rest(Node* function);
  Node* arrow(Node* function, const std::vector<Node*>& parameters);
  Node* class_definition();
  Node* class_member(const std::string& class_name);
  void member_key(Node* member);
  Node* binding_target();

  // expressions
  Node* expression(bool with_in = true);
  Node* assignment(bool with_in = true);
  Node* arrow_from(uint32_t start, bool is_async, const std::vector<Node*>& parameters);
  Node* conditional(bool with_in);
  Node* binary(int minimum, bool with_in);
  Node* unary();
  Node* postfix();
  Node* call_chain(bool allow_calls);
  Node* continue_chain(Node* left, bool allow_calls);
  Node* member_access(Node* object, bool optional, bool at_dot);
  Node* index_access(Node* object, bool optional);
  Node* call(Node* callee, bool optional);
  Node* new_expression();
  Node* primary();
  Node* primary_word();
  Node* parenthesized();
  Node* array();
  Node* object();
  Node* property();
  Node* template_literal();
  Node* literal();
  Node* spread();
  void arguments(Node* call);

  SourceTree& m_tree;
  Tokenizer m_tokenizer;
  Token m_token;
  Token m_last;
  bool m_failed = false;
  int m_depth = 0;
};

}  // namespace loopscope::host
