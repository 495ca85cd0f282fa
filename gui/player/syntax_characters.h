#pragma once

#include <cstdint>

// What single bytes of JavaScript are.
namespace loopscope::gui {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr bool is_hex_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Bytes of characters beyond ASCII count as letters.
constexpr bool starts_name(char c) {
  return is_letter(c) || c == '_' || c == '$' || c == '\\' || static_cast<uint8_t>(c) >= 0x80;
}

constexpr bool continues_name(char c) {
  return starts_name(c) || is_digit(c);
}

constexpr bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

constexpr bool is_quote(char c) {
  return c == '"' || c == '\'' || c == '`';
}

// Of UTF-8: the first byte of a character of several, and the others.
constexpr bool begins_sequence(char c) {
  return static_cast<uint8_t>(c) >= 0xC0;
}

constexpr bool continues_sequence(char c) {
  return (static_cast<uint8_t>(c) & 0xC0U) == 0x80;
}

}  // namespace loopscope::gui
