#include "core/js/v8_source_tokens.h"

#include <algorithm>
#include <array>

namespace loopscope::host {

namespace {

constexpr std::array<std::u16string_view, 37> kReserved = {
    u"break",  u"case",     u"catch",  u"class",  u"const",  u"continue",   u"debugger", u"default",
    u"delete", u"do",       u"else",   u"enum",   u"export", u"extends",    u"false",    u"finally",
    u"for",    u"function", u"if",     u"import", u"in",     u"instanceof", u"new",      u"null",
    u"return", u"super",    u"switch", u"this",   u"throw",  u"true",       u"try",      u"typeof",
    u"var",    u"void",     u"while",  u"with",   u"yield"};

// Longest first among those with a common start.
constexpr std::array<std::u16string_view, 57> kPunctuators = {
    u">>>=", u"...", u"===", u"!==", u"**=", u"<<=", u">>=", u">>>", u"&&=", u"||=", u"?\?=", u"=>",
    u"==",   u"!=",  u"<=",  u">=",  u"&&",  u"||",  u"??",  u"?.",  u"++",  u"--",  u"+=",   u"-=",
    u"*=",   u"/=",  u"%=",  u"&=",  u"|=",  u"^=",  u"<<",  u">>",  u"**",  u"{",   u"}",    u"(",
    u")",    u"[",   u"]",   u";",   u",",   u"<",   u">",   u"+",   u"-",   u"*",   u"/",    u"%",
    u"&",    u"|",   u"^",   u"!",   u"~",   u"?",   u":",   u"=",   u"."};

bool is_digit(char16_t c) {
  return c >= u'0' && c <= u'9';
}

bool is_blank(char16_t c) {
  return c == u' ' || c == u'\t' || c == u'\v' || c == u'\f' || c == 0xA0 || c == 0xFEFF ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace

bool is_line_end(char16_t c) {
  return c == u'\n' || c == u'\r' || c == 0x2028 || c == 0x2029;
}

// Beyond ASCII everything that is no blank counts: the engine has accepted the text already.
bool is_identifier_start(char16_t c) {
  return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'$' || c == u'_' ||
         c == u'\\' || (c > 0x7F && !is_blank(c) && !is_line_end(c));
}

bool is_identifier_part(char16_t c) {
  return is_identifier_start(c) || is_digit(c);
}

bool is_reserved_word(std::u16string_view name) {
  return std::find(kReserved.begin(), kReserved.end(), name) != kReserved.end();
}

uint32_t Tokenizer::skip_blanks(uint32_t offset, bool& newline) const {
  const auto size = static_cast<uint32_t>(m_text.size());
  if (offset == 0 && m_text.starts_with(u"#!"))
    while (offset < size && !is_line_end(m_text[offset])) ++offset;
  while (offset < size) {
    const char16_t c = m_text[offset];
    if (is_line_end(c)) {
      newline = true;
      ++offset;
    } else if (is_blank(c)) {
      ++offset;
    } else if (c == u'/' && at(offset + 1) == u'/') {
      while (offset < size && !is_line_end(m_text[offset])) ++offset;
    } else if (c == u'/' && at(offset + 1) == u'*') {
      const size_t close = m_text.find(u"*/", offset + 2);
      const uint32_t end =
          close == std::u16string_view::npos ? size : static_cast<uint32_t>(close) + 2;
      for (; offset < end; ++offset) newline = newline || is_line_end(m_text[offset]);
    } else {
      break;
    }
  }
  return offset;
}

uint32_t Tokenizer::end_of_name(uint32_t offset) const {
  while (offset < m_text.size() && is_identifier_part(m_text[offset])) {
    if (m_text[offset] == u'\\' && at(offset + 1) == u'u' && at(offset + 2) == u'{')
      while (offset < m_text.size() && m_text[offset] != u'}') ++offset;
    ++offset;
  }
  return offset;
}

Token Tokenizer::next(uint32_t offset) const {
  Token token;
  token.start = token.end = skip_blanks(offset, token.after_newline);
  if (token.start >= m_text.size()) return token;
  const char16_t c = m_text[token.start];
  if (is_identifier_start(c)) {
    token.kind = TokenKind::identifier;
    token.end = end_of_name(token.start);
    return token;
  }
  if (c == u'#' && is_identifier_start(at(token.start + 1))) {
    token.kind = TokenKind::private_name;
    token.end = end_of_name(token.start + 1);
    return token;
  }
  if (is_digit(c) || (c == u'.' && is_digit(at(token.start + 1)))) return scan_number(token);
  if (c == u'"' || c == u'\'') return scan_string(token);
  if (c == u'`') return scan_template(token);
  return scan_punctuator(token);
}

Token Tokenizer::scan_number(Token token) const {
  token.kind = TokenKind::number;
  uint32_t offset = token.start;
  const char16_t second = at(offset + 1);
  const bool prefixed = m_text[offset] == u'0' &&
                        std::u16string_view(u"xXoObB").find(second) != std::u16string_view::npos &&
                        second != u'\0';
  while (offset < m_text.size()) {
    const char16_t c = m_text[offset];
    const bool exponent_sign = !prefixed && (c == u'+' || c == u'-') && offset > token.start &&
                               (m_text[offset - 1] == u'e' || m_text[offset - 1] == u'E');
    if (!is_digit(c) && !(c >= u'a' && c <= u'z') && !(c >= u'A' && c <= u'Z') && c != u'_' &&
        c != u'.' && !exponent_sign)
      break;
    ++offset;
  }
  if (m_text[offset - 1] == u'n') token.kind = TokenKind::bigint;
  token.end = offset;
  return token;
}

Token Tokenizer::scan_string(Token token) const {
  const char16_t quote = m_text[token.start];
  uint32_t offset = token.start + 1;
  while (offset < m_text.size() && m_text[offset] != quote) {
    if (m_text[offset] == u'\n' || m_text[offset] == u'\r') break;
    offset += m_text[offset] == u'\\' ? 2 : 1;
  }
  const bool closed = offset < m_text.size() && m_text[offset] == quote;
  token.kind = closed ? TokenKind::string : TokenKind::illegal;
  token.end = std::min(static_cast<uint32_t>(m_text.size()), offset + (closed ? 1 : 0));
  return token;
}

Token Tokenizer::scan_template(Token token) const {
  uint32_t offset = token.start + 1;
  token.kind = TokenKind::template_part;
  while (offset < m_text.size()) {
    if (m_text[offset] == u'`') {
      token.end = offset + 1;
      return token;
    }
    if (m_text[offset] == u'$' && at(offset + 1) == u'{') {
      token.end = offset + 2;
      return token;
    }
    offset += m_text[offset] == u'\\' ? 2 : 1;
  }
  token.kind = TokenKind::illegal;
  token.end = static_cast<uint32_t>(m_text.size());
  return token;
}

Token Tokenizer::scan_punctuator(Token token) const {
  const std::u16string_view rest = m_text.substr(token.start);
  for (const std::u16string_view punctuator : kPunctuators) {
    if (!rest.starts_with(punctuator)) continue;
    // a?.5:b is a conditional
    if (punctuator == u"?." && is_digit(at(token.start + 2))) continue;
    token.kind = TokenKind::punctuator;
    token.end = token.start + static_cast<uint32_t>(punctuator.size());
    return token;
  }
  token.kind = TokenKind::illegal;
  token.end = token.start + 1;
  return token;
}

Token Tokenizer::rescan_regexp(const Token& slash) const {
  Token token = slash;
  uint32_t offset = slash.start + 1;
  bool in_class = false;
  while (offset < m_text.size() && !is_line_end(m_text[offset])) {
    const char16_t c = m_text[offset];
    if (c == u'/' && !in_class) {
      token.kind = TokenKind::regexp;
      token.end = end_of_name(offset + 1);
      return token;
    }
    if (c == u'[') in_class = true;
    if (c == u']') in_class = false;
    offset += c == u'\\' ? 2 : 1;
  }
  token.kind = TokenKind::illegal;
  token.end = std::min(offset, static_cast<uint32_t>(m_text.size()));
  return token;
}

Token Tokenizer::rescan_template(const Token& brace) const {
  return scan_template(brace);
}

}  // namespace loopscope::host
