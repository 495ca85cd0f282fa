#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace loopscope::host {

enum class NodeKind : uint8_t {
  program,
  function,  // kids: parameters…, body (a block, or an expression of an arrow)
  class_,    // kids: superclass or null, members…
  member,    // of a class; kids: key (null if name is plain), value (function or field initializer)
  static_block,
  // expressions
  identifier,
  literal,    // text says which: number, string, regexp, true, null…
  template_,  // kids: substitutions
  tagged,     // kids: tag, template
  this_,
  super_,
  array,     // kids: elements (null for a hole)
  object,    // kids: properties, spreads
  property,  // kids: key if computed or null, value
  spread,    // also a rest element
  dot,       // kids: object; text: name (private names with #)
  index,     // kids: object, key
  call,      // kids: callee, arguments…
  new_,      // kids: callee, arguments…
  import_call,
  meta,
  namespace_,  // the value of `name` in import * as name
  unary,       // text: operator
  update,      // ++ and --
  binary,      // also && || ?? , in instanceof
  assign,      // kids: target, value
  conditional,
  sequence,
  await_,
  yield_,
  // statements
  declaration,  // kids: declarators
  declarator,   // kids: target, initializer or null
  for_of,       // kids: left, right, body
  for_in,
  throw_,
  return_,
  catch_,    // kids: parameter or null, block
  statement  // any other, kids in order of the text; text: "for" (init, test, update, body),
             // "break"
};

enum class FunctionKind : uint8_t { plain, arrow, method, getter, setter, constructor };

struct Node {
  NodeKind kind = NodeKind::statement;
  uint32_t start = 0;  // UTF-16 offsets into the text
  uint32_t end = 0;
  uint32_t position = 0;  // where V8 says the operation is
  uint32_t open = 0;      // a call's opening parenthesis, an index's bracket, a property's name
  FunctionKind function_kind = FunctionKind::plain;
  bool is_static = false;
  bool is_async = false;
  bool is_generator = false;
  bool optional = false;  // ?. just before
  bool parenthesized = false;
  bool prefix = false;
  bool is_shorthand = false;
  std::string text;  // name, operator, or a literal as it is written
  Node* parent = nullptr;
  std::vector<Node*> kids;
};

// The syntax tree of one source text, as far as errors need it. The engine has compiled the text
// before, so the parser checks nothing and takes the widest reading; `complete` is false if it met
// something it does not know, and the tree ends there.
class SourceTree {
 public:
  explicit SourceTree(std::u16string text);
  SourceTree(const SourceTree&) = delete;
  SourceTree& operator=(const SourceTree&) = delete;

  const std::u16string& text() const { return m_text; }
  const Node* root() const { return m_root; }
  bool complete() const { return m_complete; }

  // Lines and columns count from 1; columns in UTF-16 units.
  uint32_t offset(uint32_t line, uint32_t column) const;
  void locate(uint32_t offset, uint32_t& line, uint32_t& column) const;
  std::u16string_view line(uint32_t number) const;

  // The innermost function (or field initializer, or static block, or the program) around an
  // offset.
  const Node* function_around(uint32_t offset) const;

  // The call, new or tagged template whose position the engine gives as `offset`; null if none is.
  const Node* call_at(uint32_t offset) const;

  // The throw statement around an offset, in the same function; null if there is none.
  const Node* throw_at(uint32_t offset) const;

 private:
  friend class SourceParser;
  std::u16string m_text;
  std::vector<uint32_t> m_line_starts;
  std::deque<Node> m_nodes;
  std::vector<std::pair<uint32_t, const Node*>> m_calls;  // by engine position, sorted
  Node* m_root = nullptr;
  bool m_complete = true;
};

// The statement an expression belongs to: V8's position for what has none of its own.
const Node* statement_around(const Node* node);
std::string to_utf8(std::u16string_view text);

}  // namespace loopscope::host
