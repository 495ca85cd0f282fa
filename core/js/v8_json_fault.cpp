#include "core/js/v8_json.h"
#include "core/js/v8_source_tree.h"

// Finds what V8's JSON parser would say of a text the engine's has refused. Source: messages of
// node v20.20.2.
namespace loopscope::host {

namespace {

constexpr uint32_t kContextUnits = 10;  // quoted on either side of an unexpected token

class JsonReader {
 public:
  explicit JsonReader(std::u16string_view text) : m_text(text) {}

  JsonFault run() {
    value();
    if (!m_failed) {
      skip_blanks();
      if (!at_end()) fail_at("Unexpected non-whitespace character after JSON", m_at);
    }
    return m_fault;
  }

 private:
  bool at_end() const { return m_at >= m_text.size(); }
  char16_t peek() const { return at_end() ? u'\0' : m_text[m_at]; }
  static bool is_digit(char16_t c) { return c >= u'0' && c <= u'9'; }

  void skip_blanks() {
    while (!at_end() && (peek() == u' ' || peek() == u'\n' || peek() == u'\r' || peek() == u'\t'))
      ++m_at;
  }

  void fail_at(const std::string& what, uint32_t position) {
    if (m_failed) return;
    m_failed = true;
    m_fault = {what + " in JSON at position " + std::to_string(position), position};
    if (what.starts_with("Unexpected non-whitespace"))
      m_fault.text = what + " at position " + std::to_string(position);
  }

  void fail_at_end() {
    if (m_failed) return;
    m_failed = true;
    m_fault = {"Unexpected end of JSON input", static_cast<uint32_t>(m_text.size())};
  }

  // Unexpected token 'x', ..."context"... is not valid JSON
  void fail_at_token() {
    if (m_failed) return;
    if (at_end()) return fail_at_end();
    if (m_text == u"undefined" || m_text == u"NaN" || m_text == u"Infinity" ||
        m_text == u"[object Object]") {
      m_failed = true;
      m_fault = {"\"" + to_utf8(m_text) + "\" is not valid JSON", m_at};
      return;
    }
    m_failed = true;
    const auto size = static_cast<uint32_t>(m_text.size());
    std::string context;
    if (size < 2 * kContextUnits + 1) {
      context = "\"" + to_utf8(m_text) + "\"";
    } else {
      const uint32_t start = m_at < kContextUnits ? 0 : m_at - kContextUnits;
      const uint32_t end = m_at + kContextUnits > size ? size : m_at + kContextUnits;
      context = std::string(start > 0 ? "..." : "") + "\"" +
                to_utf8(m_text.substr(start, end - start)) + "\"" + (end < size ? "..." : "");
    }
    m_fault = {"Unexpected token '" + to_utf8(m_text.substr(m_at, 1)) + "', " + context +
                   " is not valid JSON",
               m_at};
  }

  void value() {
    skip_blanks();
    if (m_failed) return;
    if (at_end()) return fail_at_end();
    switch (peek()) {
      case u'{':
        return object();
      case u'[':
        return array();
      case u'"':
        return string();
      case u't':
        return word(u"true");
      case u'f':
        return word(u"false");
      case u'n':
        return word(u"null");
      default:
        if (peek() == u'-' || is_digit(peek())) return number();
        fail_at_token();
    }
  }

  void word(std::u16string_view expected) {
    for (const char16_t c : expected) {
      if (peek() != c || at_end()) return fail_at_token();
      ++m_at;
    }
  }

  void number() {
    if (peek() == u'-') {
      ++m_at;
      if (at_end() || !is_digit(peek())) return fail_at("No number after minus sign", m_at);
    }
    if (peek() == u'0') {
      ++m_at;
      if (is_digit(peek())) return fail_at("Unexpected number", m_at);
    } else {
      while (is_digit(peek())) ++m_at;
    }
    if (peek() == u'.') {
      ++m_at;
      if (!is_digit(peek())) return fail_at("Unterminated fractional number", m_at);
      while (is_digit(peek())) ++m_at;
    }
    if (peek() == u'e' || peek() == u'E') {
      ++m_at;
      if (peek() == u'+' || peek() == u'-') ++m_at;
      if (!is_digit(peek())) return fail_at("Exponent part is missing a number", m_at);
      while (is_digit(peek())) ++m_at;
    }
  }

  void string() {
    ++m_at;
    while (!at_end() && peek() != u'"') {
      if (peek() < 0x20) return fail_at("Bad control character in string literal", m_at);
      if (peek() != u'\\') {
        ++m_at;
        continue;
      }
      ++m_at;
      if (at_end()) break;
      if (peek() == u'u') {
        for (int i = 0; i < 4; ++i) {
          ++m_at;
          if (at_end()) return fail_at("Bad Unicode escape", m_at);
          const char16_t c = peek();
          if (!is_digit(c) && !(c >= u'a' && c <= u'f') && !(c >= u'A' && c <= u'F'))
            return fail_at("Bad Unicode escape", m_at);
        }
      } else if (std::u16string_view(u"\"\\/bfnrt").find(peek()) == std::u16string_view::npos) {
        return fail_at("Bad escaped character", m_at);
      }
      ++m_at;
    }
    if (at_end()) return fail_at("Unterminated string", m_at);
    ++m_at;
  }

  void object() {
    ++m_at;
    skip_blanks();
    if (peek() == u'}') {
      ++m_at;
      return;
    }
    bool first = true;
    while (!m_failed) {
      skip_blanks();
      if (peek() != u'"')
        return fail_at(
            first ? "Expected property name or '}'" : "Expected double-quoted property name", m_at);
      string();
      skip_blanks();
      if (!m_failed && peek() != u':') return fail_at("Expected ':' after property name", m_at);
      ++m_at;
      value();
      skip_blanks();
      if (m_failed) return;
      if (peek() == u'}') {
        ++m_at;
        return;
      }
      if (peek() != u',') return fail_at("Expected ',' or '}' after property value", m_at);
      ++m_at;
      first = false;
    }
  }

  void array() {
    ++m_at;
    skip_blanks();
    if (peek() == u']') {
      ++m_at;
      return;
    }
    while (!m_failed) {
      value();
      skip_blanks();
      if (m_failed) return;
      if (peek() == u']') {
        ++m_at;
        return;
      }
      if (peek() != u',') return fail_at("Expected ',' or ']' after array element", m_at);
      ++m_at;
    }
  }

  std::u16string_view m_text;
  uint32_t m_at = 0;
  bool m_failed = false;
  JsonFault m_fault;
};

}  // namespace

JsonFault find_json_fault(std::u16string_view text) {
  return JsonReader(text).run();
}

}  // namespace loopscope::host
