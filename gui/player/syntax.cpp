#include "gui/player/syntax.h"

#include <algorithm>

#include "gui/player/syntax_characters.h"
#include "gui/player/syntax_lines.h"
#include "gui/player/syntax_literals.h"
#include "gui/player/syntax_words.h"

namespace loopscope::gui {

namespace {

enum class Bracket : uint8_t { kBlock, kObject, kClass, kParenthesis, kSquare, kHole };

// A bracket that is open.
struct Open {
  Bracket kind{};
  Word before = Word::kName;     // the keyword a parenthesis belongs to
  bool value_after = false;      // what it ends is a value: a slash after it divides
  bool class_expected = false;   // a class was named in it whose body is to come
  bool class_is_value = false;   // and that class is an expression
  uint32_t open_conditions = 0;  // '?' whose ':' is to come
};

// What stands before the next token. As it is made: the beginning of a statement.
struct Before {
  bool value = false;           // a value, or the end of one
  bool statement = true;        // nothing of this statement
  bool declaration = true;      // nothing that makes a function or class here an expression
  bool modifier = false;        // get, set, static, async or '*' of a member
  bool function_value = false;  // the name or the parameters of a function expression
  char mark = 0;                // a punctuation character
  Word word = Word::kName;      // a keyword
};

Before after_statement(char mark) {
  Before before;
  before.mark = mark;
  return before;
}

Before after_value(char mark = 0) {
  Before before;
  before.value = true;
  before.statement = before.declaration = false;
  before.mark = mark;
  return before;
}

// Inside an expression that is to go on.
Before after_operator(char mark, Word word = Word::kName) {
  Before before;
  before.statement = before.declaration = false;
  before.mark = mark;
  before.word = word;
  return before;
}

class Highlighter {
 public:
  Highlighter(std::string_view source, Language language)
      : m_source(source), m_json(language == Language::kJson), m_lines(source) {
    m_open.push_back({});
  }

  std::vector<std::vector<Span>> run() {
    if (m_source.starts_with("\xEF\xBB\xBF")) take(3, Style::kPlain);
    if (m_source.substr(m_at).starts_with("#!")) comment(m_source.find('\n', m_at));
    while (m_at < m_source.size()) token();
    return m_lines.take();
  }

 private:
  char peek(size_t ahead = 0) const {
    return m_at + ahead < m_source.size() ? m_source[m_at + ahead] : '\0';
  }

  // The first character after white space, from there on.
  char next_mark(size_t from) const {
    while (from < m_source.size() && is_space(m_source[from])) ++from;
    return from < m_source.size() ? m_source[from] : '\0';
  }

  void take_to(size_t end, Style style) {
    end = std::min(end, m_source.size());
    m_lines.add(m_at, end, style);
    m_at = end;
  }
  void take(size_t bytes, Style style) { take_to(m_at + bytes, style); }

  void token() {
    const char c = peek();
    if (is_space(c)) {
      ++m_at;
    } else if (c == '/' && peek(1) == '/') {
      comment(m_source.find('\n', m_at));
    } else if (c == '/' && peek(1) == '*') {
      const size_t end = m_source.find("*/", m_at + 2);
      comment(end == std::string_view::npos ? end : end + 2);
    } else if (c == '"' || c == '\'') {
      string(c);
    } else if (c == '`' && !m_json) {
      take(1, Style::kString);
      template_text();
    } else if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
      value(end_of_number(m_source, m_at), Style::kNumber);
    } else if (starts_name(c) || (c == '#' && starts_name(peek(1)))) {
      name();
    } else if (c != '/' || m_before.value || m_json || !regex()) {
      punctuation();
    }
  }

  // Tags are words that begin with '@' after white space, a star or the comment's beginning.
  void comment(size_t end) {
    end = std::min(end, m_source.size());
    size_t look = m_at;
    while (true) {
      const size_t tag = m_source.substr(0, end).find('@', look);
      if (tag == std::string_view::npos) break;
      look = tag + 1;
      const char before = tag == 0 ? ' ' : m_source[tag - 1];
      if (!is_space(before) && before != '*' && before != '/') continue;
      while (look < end && (is_letter(m_source[look]) || m_source[look] == '-')) ++look;
      if (look == tag + 1) continue;
      take_to(tag, Style::kComment);
      take_to(look, Style::kTag);
    }
    take_to(end, Style::kComment);
  }

  // An unterminated string ends with its line.
  void string(char quote) {
    const Style style = m_json && is_key() ? Style::kProperty : Style::kString;
    size_t end = m_at + 1;
    while (end < m_source.size() && m_source[end] != quote && m_source[end] != '\n') {
      if (m_source[end] != '\\') {
        ++end;
        continue;
      }
      take_to(end, style);
      take_to(end_of_escape(m_source, m_at), Style::kEscape);
      end = m_at;
    }
    if (end < m_source.size() && m_source[end] == quote) ++end;
    take_to(end, style);
    m_before = after_value();
  }

  // Whether a colon follows the string that begins here.
  bool is_key() const {
    size_t end = m_at + 1;
    while (end < m_source.size() && m_source[end] != m_source[m_at] && m_source[end] != '\n')
      end += m_source[end] == '\\' ? 2 : 1;
    return next_mark(end + 1) == ':';
  }

  // From after the backquote, or the brace that ended a hole, to the next hole or the end.
  void template_text() {
    size_t end = m_at;
    while (end < m_source.size()) {
      const char c = m_source[end];
      if (c == '`') {
        take_to(end + 1, Style::kString);
        m_before = after_value();
        return;
      }
      if (c == '\\') {
        take_to(end, Style::kString);
        take_to(end_of_escape(m_source, m_at), Style::kEscape);
        end = m_at;
      } else if (c == '$' && end + 1 < m_source.size() && m_source[end + 1] == '{') {
        take_to(end, Style::kString);
        take(2, Style::kPunctuation);
        m_open.push_back({.kind = Bracket::kHole});
        m_before = after_operator('(');
        return;
      } else {
        ++end;
      }
    }
    take_to(end, Style::kString);
  }

  // None is looked for again on a line where none ends: else a line of slashes would cost the
  // square of its length.
  bool regex() {
    if (m_at < m_no_regex_before) return false;
    const size_t end = end_of_regex(m_source, m_at);
    if (end == m_at) {
      m_no_regex_before = std::min(m_source.size(), m_source.find('\n', m_at));
      return false;
    }
    value(end, Style::kRegex);
    return true;
  }

  void name() {
    size_t end = m_at + 1;
    while (end < m_source.size() && continues_name(m_source[end])) ++end;
    const std::string_view text = m_source.substr(m_at, end - m_at);
    const char next = next_mark(end);
    if (m_json) {
      take_to(end, word_named(text) == Word::kConstant ? Style::kConstant : Style::kPlain);
    } else if (m_before.mark == '.' || text.front() == '#') {
      value(end, is_call(next) ? Style::kFunction : Style::kProperty);
    } else if (!at_member() || !member(text, end, next)) {
      word(text, end, next);
    }
  }

  static bool is_call(char next) { return next == '(' || next == '`'; }

  void value(size_t end, Style style) {
    take_to(end, style);
    m_before = after_value();
  }

  void keyword(size_t end, const Before& after) {
    take_to(end, Style::kKeyword);
    m_before = after;
  }

  // Where an object literal or a class may name a member.
  bool at_member() const {
    if (m_before.modifier) return true;
    const char mark = m_before.mark;
    if (m_open.back().kind == Bracket::kObject) return mark == '{' || mark == ',';
    return m_open.back().kind == Bracket::kClass && (mark == '{' || mark == '}' || mark == ';');
  }

  // False where the name is no member's, such as the value in { value }.
  bool member(std::string_view text, size_t end, char next) {
    const Word word = word_named(text);
    if (word == Word::kAsync || word == Word::kAccessor || word == Word::kStatic) {
      const bool block = word == Word::kStatic && next == '{';
      if (block || starts_name(next) || is_digit(next) || is_quote(next) || next == '[' ||
          next == '*' || next == '#') {
        Before after = block ? after_statement(0) : after_operator(0);
        after.modifier = !block;
        keyword(end, after);
        return true;
      }
    }
    if (next == '(') {
      value(end, Style::kFunction);
    } else if (next == ':' || m_open.back().kind == Bracket::kClass) {
      value(end, Style::kProperty);
    } else {
      return false;
    }
    return true;
  }

  void word(std::string_view text, size_t end, char next) {
    const Word word = m_before.word == Word::kFunction ? Word::kName : word_named(text);
    switch (word) {
      case Word::kOperator:
        // "for await (" is a for.
        return keyword(end, after_operator(0, m_before.word == Word::kFor ? Word::kFor : word));
      case Word::kControl:
      case Word::kFor:
      case Word::kDeclare:
      case Word::kTypeUse:
        return keyword(end, after_operator(0, word));
      case Word::kBlock:
        return keyword(end, after_statement(0));
      case Word::kExport: {
        Before after = after_operator(0, word);
        after.declaration = true;
        return keyword(end, after);
      }
      case Word::kFunction: {
        Before after = after_operator(0, word);
        after.function_value = !declares();
        return keyword(end, after);
      }
      case Word::kClass:
        m_open.back().class_expected = true;
        m_open.back().class_is_value = !declares();
        return keyword(end, after_operator(0, Word::kTypeUse));
      case Word::kThis:
        return keyword(end, after_value());
      case Word::kConstant:
        return value(end, Style::kConstant);
      case Word::kBuiltin:
        return value(end, Style::kBuiltin);
      case Word::kName:
        return plain_name(text, end, next);
      default:
        return contextual(word, text, end, next);
    }
  }

  // A function or class after a value begins a new statement on a new line.
  bool declares() const { return m_before.declaration || m_before.value; }

  // Words that are names but in one place: mostly where a name would follow a name.
  void contextual(Word word, std::string_view text, size_t end, char next) {
    const bool name_follows = starts_name(next);
    Before after = after_operator(0, word);
    bool is_keyword = name_follows;
    if (word == Word::kLet) {
      is_keyword = name_follows || next == '[' || next == '{';
    } else if (word == Word::kAsync) {
      is_keyword =
          name_follows || (next == '(' && end < m_source.size() && is_space(m_source[end]));
      after.declaration = declares();
    } else if (word == Word::kOf) {
      is_keyword = m_before.value && m_open.back().before == Word::kFor;
    } else if (word == Word::kFrom) {
      is_keyword = is_quote(next) && (m_before.value || m_before.mark == '*');
    } else if (word == Word::kAs) {
      is_keyword = (name_follows || is_quote(next)) &&
                   (m_before.value || m_before.mark == '*' || m_before.word == Word::kExport);
    }
    if (!is_keyword) return plain_name(text, end, next);
    keyword(end, after);
  }

  void plain_name(std::string_view text, size_t end, char next) {
    const bool is_function = m_before.word == Word::kFunction;
    const bool capital = text.front() >= 'A' && text.front() <= 'Z';
    const bool small = std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
    Style style = Style::kName;
    const bool names_type = m_before.word == Word::kTypeUse;
    if (!names_type && (is_function || is_call(next))) {
      style = Style::kFunction;
    } else if (names_type || (capital && small)) {
      style = Style::kClass;
    }
    const bool function_value = m_before.function_value;
    value(end, style);
    if (!is_function) return;
    m_before.word = Word::kFunction;
    m_before.function_value = function_value;
  }

  void punctuation() {
    const char c = peek();
    switch (c) {
      case '(':
        m_open.push_back({.kind = Bracket::kParenthesis,
                          .before = m_before.word,
                          .value_after = m_before.function_value});
        return mark(1, after_operator('('));
      case '[':
        m_open.push_back({.kind = Bracket::kSquare});
        return mark(1, after_operator('['));
      case '{':
        return open_brace();
      case ')':
      case ']':
      case '}':
        return close(c);
      case ';':
        return mark(1, after_statement(c));
      case ',':
        return mark(1, after_operator(c));
      case ':':
        return colon();
      case '.':
        if (m_source.substr(m_at).starts_with("...")) return operation(3);
        return mark(1, after_operator('.'));
      case '?':
        return question();
      case '*':
        return star();
      default:
        return operation(operator_length());
    }
  }

  void mark(size_t length, const Before& after) {
    take(length, Style::kPunctuation);
    m_before = after;
  }

  void open_brace() {
    Open& outer = m_open.back();
    Open brace{.kind = Bracket::kBlock};
    if (outer.class_expected && (m_before.value || m_before.word == Word::kTypeUse)) {
      brace.kind = Bracket::kClass;
      brace.value_after = outer.class_is_value;
      outer.class_expected = false;
    } else if (m_before.mark == ')') {
      brace.value_after = m_before.function_value;
    } else if (m_json || (!m_before.statement && !m_before.value)) {
      brace.kind = Bracket::kObject;
      brace.value_after = true;
    }
    m_open.push_back(brace);
    mark(1, brace.kind == Bracket::kObject ? after_operator('{') : after_statement('{'));
  }

  static bool is_brace(Bracket kind) {
    return kind != Bracket::kParenthesis && kind != Bracket::kSquare;
  }

  // A bracket that closes nothing is passed over, but a brace closes what is open inside it.
  void close(char c) {
    if (c == '}')
      while (m_open.size() > 1 && !is_brace(m_open.back().kind)) m_open.pop_back();
    const Open open = m_open.back();
    const bool matches =
        m_open.size() > 1 && (c == '}' || (c == ')' && open.kind == Bracket::kParenthesis) ||
                              (c == ']' && open.kind == Bracket::kSquare));
    if (!matches) return mark(1, c == '}' ? after_statement(c) : after_value(c));
    m_open.pop_back();
    if (c == ']') return mark(1, after_value(c));
    if (c == ')') return mark(1, after_parenthesis(open));
    mark(1, open.value_after ? after_value(c) : after_statement(c));
    if (open.kind == Bracket::kHole) template_text();
  }

  static Before after_parenthesis(const Open& open) {
    if (open.before == Word::kControl || open.before == Word::kFor) return after_statement(')');
    Before after = after_value(')');
    after.function_value = open.before == Word::kFunction && open.value_after;
    return after;
  }

  void colon() {
    Open& open = m_open.back();
    const bool ends_condition = open.open_conditions > 0;
    if (ends_condition) --open.open_conditions;
    const bool label = !ends_condition && open.kind == Bracket::kBlock && !m_json;
    mark(1, label ? after_statement(':') : after_operator(':'));
  }

  void question() {
    if (peek(1) == '.' && !is_digit(peek(2))) return mark(2, after_operator('.'));
    if (peek(1) == '?') return operation(peek(2) == '=' ? 3 : 2);
    ++m_open.back().open_conditions;
    operation(1);
  }

  // Of a generator, of a generator method, of "import * as", or a product.
  void star() {
    Before after = after_operator('*');
    if (m_before.word == Word::kFunction) after = m_before;
    after.modifier = at_member();
    take(peek(1) == '*' ? 2 : 1, Style::kOperator);
    m_before = after;
  }

  static bool is_operator(char c) {
    return std::string_view("+-%=<>&|^!~").find(c) != std::string_view::npos;
  }

  // 0 where there is none.
  size_t operator_length() const {
    if (peek() == '/') return peek(1) == '=' ? 2 : 1;
    size_t length = 0;
    while (is_operator(peek(length))) ++length;
    return length;
  }

  void operation(size_t length) {
    if (length == 0) return take(1, Style::kPlain);
    const std::string_view text = m_source.substr(m_at, length);
    take(length, Style::kOperator);
    // After a value it is a postfix; a brace after an arrow is a function's body.
    if ((text == "++" || text == "--") && m_before.value) return;
    m_before = after_operator(0);
    m_before.statement = text == "=>";
  }

  std::string_view m_source;
  bool m_json;
  Lines m_lines;
  size_t m_at = 0;
  size_t m_no_regex_before = 0;
  Before m_before;
  std::vector<Open> m_open;  // the first is the program itself
};

}  // namespace

Language language_of(std::string_view file) {
  return file.ends_with(".json") ? Language::kJson : Language::kJavaScript;
}

std::vector<std::vector<Span>> highlight(std::string_view source, Language language) {
  return Highlighter(source, language).run();
}

}  // namespace loopscope::gui
