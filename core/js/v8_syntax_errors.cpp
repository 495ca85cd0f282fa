#include "core/js/v8_syntax_errors.h"

#include <algorithm>
#include <array>

#include "core/js/v8_source_tokens.h"

namespace loopscope::host {

namespace {

struct Entry {
  std::string_view name;
  std::string_view text;
};

// Those whose words do not depend on the token. {n} is the engine's argument n.
constexpr Entry kTexts[] = {
    {"JSMSG_BAD_CONST_DECL", "Missing initializer in const declaration"},
    {"JSMSG_BAD_DESTRUCT_DECL", "Missing initializer in destructuring declaration"},
    {"JSMSG_BAD_RETURN_OR_YIELD", "Illegal return statement"},
    {"JSMSG_UNTERMINATED_REGEXP", "Invalid regular expression: missing /"},
    {"JSMSG_UNNAMED_FUNCTION_STMT", "Function statements require a function name"},
    {"JSMSG_DUPLICATE_PROPERTY", "A class may only have one constructor"},
    {"JSMSG_DUPLICATE_PROTO_PROPERTY",
     "Duplicate __proto__ fields are not allowed in object literals"},
    {"JSMSG_STRICT_CODE_WITH", "Strict mode code may not include a with statement"},
    {"JSMSG_BAD_STRICT_ASSIGN", "Unexpected eval or arguments in strict mode"},
    {"JSMSG_BAD_STRICT_ASSIGN_ARGUMENTS", "Unexpected eval or arguments in strict mode"},
    {"JSMSG_BAD_STRICT_ASSIGN_EVAL", "Unexpected eval or arguments in strict mode"},
    {"JSMSG_BAD_LEFTSIDE_OF_ASS", "Invalid left-hand side in assignment"},
    {"JSMSG_BAD_FOR_LEFTSIDE", "Invalid left-hand side in for-loop"},
    {"JSMSG_BAD_DESTRUCT_TARGET", "Invalid destructuring assignment target"},
    {"JSMSG_BAD_DESTRUCT_PARENS", "Invalid destructuring assignment target"},
    {"JSMSG_TOUGH_BREAK", "Illegal break statement"},
    {"JSMSG_BAD_CONTINUE", "Illegal continue statement: no surrounding iteration statement"},
    {"JSMSG_DEPRECATED_OCTAL_LITERAL", "Octal literals are not allowed in strict mode."},
    {"JSMSG_DEPRECATED_OCTAL_ESCAPE", "Octal escape sequences are not allowed in strict mode."},
    {"JSMSG_AWAIT_OUTSIDE_ASYNC",
     "await is only valid in async functions and the top level bodies of modules"},
    {"JSMSG_AWAIT_OUTSIDE_ASYNC_OR_MODULE",
     "await is only valid in async functions and the top level bodies of modules"},
    {"JSMSG_TOP_LEVEL_AWAIT_NOT_SUPPORTED",
     "await is only valid in async functions and the top level bodies of modules"},
    {"JSMSG_BAD_SUPERCALL", "'super' keyword unexpected here"},
    {"JSMSG_BAD_SUPERPROP", "'super' keyword unexpected here"},
    {"JSMSG_BAD_SUPER", "'super' keyword unexpected here"},
    {"JSMSG_LEXICAL_DECL_DEFINES_LET", "let is disallowed as a lexically bound name"},
    {"JSMSG_MISSING_PRIVATE_DECL", "Private field '{0}' must be declared in an enclosing class"},
    {"JSMSG_ILLEGAL_PRIVATE_NAME", "Unexpected identifier '#p'"},
    {"JSMSG_BAD_POW_LEFTSIDE",
     "Unary operator used immediately before exponentiation expression. Parenthesis must be used "
     "to "
     "disambiguate operator precedence"},
    {"JSMSG_BAD_DUP_ARGS", "Duplicate parameter name not allowed in this context"},
    {"JSMSG_DUPLICATE_FORMAL", "Duplicate parameter name not allowed in this context"},
    {"JSMSG_CATCH_OR_FINALLY", "Missing catch or finally after try"},
    {"JSMSG_TOO_MANY_DEFAULTS", "More than one default clause in switch statement"},
    {"JSMSG_LINE_BREAK_AFTER_THROW", "Illegal newline after throw"},
    {"JSMSG_PARAMETER_AFTER_REST", "Rest parameter must be last formal parameter"},
    {"JSMSG_REST_WITH_COMMA", "Rest element must be last element"},
    {"JSMSG_IMPORT_DECL_AT_TOP_LEVEL", "Cannot use import statement outside a module"},
    {"JSMSG_IMPORT_META_OUTSIDE_MODULE", "Cannot use 'import.meta' outside a module"},
    {"JSMSG_EXPORT_DECL_AT_TOP_LEVEL", "Unexpected token 'export'"},
    {"JSMSG_DUPLICATE_EXPORT_NAME", "Duplicate export of '{0}'"},
    {"JSMSG_MISSING_EXPORT", "Export '{0}' is not defined in module"},
    {"JSMSG_YIELD_IN_PARAMETER", "Yield expression not allowed in formal parameter"},
    {"JSMSG_STRICT_NON_SIMPLE_PARAMS",
     "Illegal 'use strict' directive in function with non-simple parameter list"},
    {"JSMSG_DEPRECATED_DELETE_OPERAND", "Delete of an unqualified identifier in strict mode."},
    {"JSMSG_FORBIDDEN_AS_STATEMENT",
     "Lexical declaration cannot appear in a single-statement context"},
    {"JSMSG_BAD_NEWTARGET", "new.target expression is not allowed here"},
    {"JSMSG_BAD_ARROW_ARGS", "Malformed arrow function parameter list"},
    {"JSMSG_BAD_NEW_OPTIONAL", "Invalid optional chain from new expression"},
    {"JSMSG_BAD_OPTIONAL_TEMPLATE", "Invalid tagged template on optional chain"},
    {"JSMSG_ESCAPED_KEYWORD", "Keyword must not contain escaped characters"},
    {"JSMSG_OF_AFTER_FOR_LOOP_DECL",
     "for-of loop variable declaration may not have an initializer."},
    {"JSMSG_IN_AFTER_LEXICAL_FOR_DECL",
     "for-in loop variable declaration may not have an initializer."},
    {"JSMSG_INVALID_FOR_IN_DECL_WITH_INIT",
     "for-in loop variable declaration may not have an initializer."},
    {"JSMSG_PRIVATE_DELETE", "Private fields can not be deleted"},
};

constexpr std::array<std::string_view, 12> kIllegal = {
    "JSMSG_EOL_BEFORE_END_OF_STRING",   "JSMSG_ILLEGAL_CHARACTER",    "JSMSG_IDSTART_AFTER_NUMBER",
    "JSMSG_MISSING_BINARY_DIGITS",      "JSMSG_MISSING_EXPONENT",     "JSMSG_MISSING_HEXDIGITS",
    "JSMSG_MISSING_OCTAL_DIGITS",       "JSMSG_UNTERMINATED_COMMENT", "JSMSG_MISSING_PRIVATE_NAME",
    "JSMSG_NUMBER_END_WITH_UNDERSCORE", "JSMSG_BAD_ESCAPE",           "JSMSG_INVALID_ID"};

bool is_strict_reserved(std::u16string_view word) {
  static constexpr std::array<std::u16string_view, 9> kWords = {
      u"let",     u"static",    u"implements", u"interface", u"package",
      u"private", u"protected", u"public",     u"yield"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

std::string unexpected(const Token& token, std::u16string_view text, bool reserved) {
  const std::string shown = to_utf8(text);
  switch (token.kind) {
    case TokenKind::end:
      return "Unexpected end of input";
    case TokenKind::number:
    case TokenKind::bigint:
      return "Unexpected number";
    case TokenKind::string:
      return "Unexpected string";
    case TokenKind::template_part:
      return "Unexpected template string";
    case TokenKind::private_name:
      return "Unexpected identifier '" + shown + "'";
    case TokenKind::identifier:
      if (text == u"enum") return "Unexpected reserved word";
      if (reserved && is_strict_reserved(text)) return "Unexpected strict mode reserved word";
      if (reserved && text == u"await") return "Unexpected reserved word";
      if (is_reserved_word(text) && text != u"yield") return "Unexpected token '" + shown + "'";
      return "Unexpected identifier '" + shown + "'";
    case TokenKind::regexp:
    case TokenKind::punctuator:
      return "Unexpected token '" + shown + "'";
    case TokenKind::illegal:
      break;
  }
  return "Invalid or unexpected token";
}

// The token before `offset`, found from the start of the text as far as slashes and templates
// allow.
Token token_before(const Tokenizer& tokenizer, uint32_t offset) {
  Token before;
  Token token = tokenizer.next(0);
  while (token.kind != TokenKind::end && token.start < offset) {
    before = token;
    token = tokenizer.next(token.end);
  }
  return before;
}

bool contains(const std::array<std::string_view, 12>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

SyntaxFault at_token(std::string text, const Token& token) {
  return {std::move(text), token.start, token.end};
}

std::string fill(std::string_view text, const Failure& failure) {
  std::string result(text);
  for (size_t i = 0; i < 3; ++i) {
    const std::string hole = "{" + std::to_string(i) + "}";
    const size_t at = result.find(hole);
    if (at != std::string::npos) result.replace(at, hole.size(), failure.plain_arg(i));
  }
  return result;
}

std::optional<SyntaxFault> word_special(const Failure& failure, const Tokenizer& tokenizer,
                                        const Token& token, uint32_t offset) {
  const std::string_view name = failure.name;
  if (name == "JSMSG_PAREN_AFTER_ARGS" && token.kind != TokenKind::end) {
    return at_token("missing ) after argument list", token_before(tokenizer, offset));
  }
  if (name == "JSMSG_REDECLARED_VAR")
    return at_token("Identifier '" + failure.arg(1) + "' has already been declared", token);
  if (name == "JSMSG_REDECLARED_CATCH_IDENTIFIER")
    return at_token("Identifier '" + failure.arg(0) + "' has already been declared", token);
  if (name == "JSMSG_BAD_INCOP_OPERAND") {
    const bool prefix = tokenizer.text(token) == u"++" || tokenizer.text(token) == u"--";
    return at_token(std::string("Invalid left-hand side expression in ") +
                        (prefix ? "prefix" : "postfix") + " operation",
                    token);
  }
  if (name == "JSMSG_LABEL_NOT_FOUND")
    return at_token("Undefined label '" + to_utf8(tokenizer.text(token)) + "'", token);
  if (name == "JSMSG_DUPLICATE_LABEL")
    return at_token("Label '" + to_utf8(tokenizer.text(token)) + "' has already been declared",
                    token);
  if (name == "JSMSG_ACCESSOR_WRONG_ARGS")
    return at_token(failure.arg(0).starts_with("getter")
                        ? "Getter must not have any formal parameters."
                        : "Setter must have exactly one formal parameter.",
                    token);
  if (name == "JSMSG_MALFORMED_ESCAPE")
    return at_token("Invalid " +
                        std::string(failure.arg(0) == "Unicode" ? "Unicode" : "hexadecimal") +
                        " escape sequence",
                    token);
  if (name == "JSMSG_RESERVED_ID")
    return at_token(unexpected(token, tokenizer.text(token), true), token);
  return std::nullopt;
}

bool is_engine_compile_message(std::string_view name) {
  return name.starts_with("JSMSG_");
}

}  // namespace

std::optional<SyntaxFault> word_syntax_fault(const Failure& failure, std::u16string_view source,
                                             uint32_t offset) {
  const Tokenizer tokenizer(source);
  const Token token = tokenizer.next(offset);
  if (std::optional<SyntaxFault> special = word_special(failure, tokenizer, token, offset))
    return special;
  for (const Entry& entry : kTexts)
    if (entry.name == failure.name) return at_token(fill(entry.text, failure), token);
  if (contains(kIllegal, failure.name)) {
    Token illegal = token;
    if (failure.name == "JSMSG_IDSTART_AFTER_NUMBER") {
      const Token number = token_before(tokenizer, offset + 1);
      illegal.start = number.start;
      illegal.end = std::max(offset, number.start + 1);
    }
    return at_token("Invalid or unexpected token", illegal);
  }
  if (failure.name == "JSMSG_EOF_BEFORE_END_OF_LITERAL") {
    if (failure.arg(0).find("template") == std::string::npos)
      return at_token("Invalid or unexpected token", token);
    const auto end = static_cast<uint32_t>(source.size());
    return SyntaxFault{"Unterminated template literal", end, end};
  }
  // `await x` outside an async function is two names in a row to the engine.
  if (token.kind == TokenKind::identifier || token.kind == TokenKind::number ||
      token.kind == TokenKind::string) {
    const Token before = token_before(tokenizer, offset);
    if (tokenizer.text(before) == u"await")
      return at_token("await is only valid in async functions and the top level bodies of modules",
                      before);
  }
  return at_token(unexpected(token, tokenizer.text(token), false), token);
}

std::string source_excerpt(const std::string& file, const std::u16string& text, uint32_t start,
                           uint32_t end) {
  uint32_t line_start = std::min<uint32_t>(start, static_cast<uint32_t>(text.size()));
  while (line_start > 0 && !is_line_end(text[line_start - 1])) --line_start;
  uint32_t line_end = line_start;
  while (line_end < text.size() && !is_line_end(text[line_end])) ++line_end;
  const auto line = 1 + std::count(text.begin(), text.begin() + line_start, u'\n');
  std::string result =
      file + ":" + std::to_string(line) + "\n" +
      to_utf8(std::u16string_view(text).substr(line_start, line_end - line_start)) + "\n";
  for (uint32_t i = line_start; i < start && i < text.size(); ++i)
    result += text[i] == u'\t' ? '\t' : ' ';
  return result +
         std::string(std::min(end, line_end) > start ? std::min(end, line_end) - start : 0, '^');
}

std::optional<std::string> word_syntax_error(JSContext*, ErrorState& state,
                                             const JSErrorReport& report, const Failure& failure) {
  if (!is_engine_compile_message(failure.name) || report.filename == nullptr) return std::nullopt;
  if (failure.name.starts_with("JSMSG_JSON") || failure.name.starts_with("JSMSG_BIGINT"))
    return std::nullopt;
  const std::string file = report.filename;
  const std::u16string* text = state.sources.text(file);
  const bool in_file = text != nullptr && report.lineno > 0 && state.compiling == file;
  std::u16string source;
  uint32_t offset = 0;
  if (in_file) {
    source = *text;
    uint32_t line = 1;
    while (line < report.lineno && offset < source.size())
      if (source[offset++] == u'\n') ++line;
    offset += report.column;
  } else if (report.linebuf() != nullptr) {
    source.assign(report.linebuf(), report.linebufLength());
    offset = static_cast<uint32_t>(report.tokenOffset());
  } else {
    return std::nullopt;
  }
  if (word_regexp(failure)) return std::nullopt;
  const std::optional<SyntaxFault> fault = word_syntax_fault(failure, source, offset);
  if (!fault) return std::nullopt;
  state.excerpt =
      source_excerpt(in_file ? file : "<anonymous_script>", source, fault->start, fault->end);
  state.excerpt_in_file = in_file;
  return fault->text;
}

}  // namespace loopscope::host
