#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loopscope::host {

enum class TokenKind : uint8_t {
  end,
  identifier,  // keywords too: the parser tells them apart by their text
  private_name,
  number,
  bigint,
  string,
  template_part,  // from ` or } up to ${ or `
  regexp,
  punctuator,
  illegal  // a character or literal no token starts with, or an unterminated one
};

struct Token {
  TokenKind kind = TokenKind::end;
  uint32_t start = 0;  // UTF-16 units from the start of the text
  uint32_t end = 0;
  bool after_newline = false;
};

// Splits JavaScript text into tokens, on demand because a slash's or a brace's meaning depends on
// the parser (ECMAScript 12.9, "goal symbols").
class Tokenizer {
 public:
  explicit Tokenizer(std::u16string_view text) : m_text(text) {}

  // The token that starts at or after `offset`; a slash is taken for a division, and a closing
  // brace for a brace.
  Token next(uint32_t offset) const;
  // The same place with the other meaning: the regular expression at a slash, the template's
  // continuation at a closing brace.
  Token rescan_regexp(const Token& slash) const;
  Token rescan_template(const Token& brace) const;

  std::u16string_view text(const Token& token) const {
    return m_text.substr(token.start, token.end - token.start);
  }

 private:
  uint32_t skip_blanks(uint32_t offset, bool& newline) const;
  char16_t at(uint32_t offset) const { return offset < m_text.size() ? m_text[offset] : u'\0'; }
  Token scan_number(Token token) const;
  Token scan_string(Token token) const;
  Token scan_template(Token token) const;
  Token scan_punctuator(Token token) const;
  uint32_t end_of_name(uint32_t offset) const;

  std::u16string_view m_text;
};

bool is_line_end(char16_t c);
bool is_identifier_start(char16_t c);
bool is_identifier_part(char16_t c);
// A reserved word of ECMAScript 12.7.2 (not the contextual ones).
bool is_reserved_word(std::u16string_view name);

}  // namespace loopscope::host
