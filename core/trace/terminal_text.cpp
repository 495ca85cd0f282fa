#include "core/trace/terminal_text.h"

#include "core/trace/utf8.h"

namespace loopscope::trace {

namespace {

std::string_view escape_of(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::strong:
      return "\x1b[1m";
    case Ink::faint:
      return "\x1b[90m";
    case Ink::banner:
      return "\x1b[1m";
    case Ink::error:
      return "\x1b[1;31m";
    case Ink::warning:
      return "\x1b[33m";
    case Ink::main:
      return "\x1b[1m";
    case Ink::tick:
      return "\x1b[35m";
    case Ink::microtask:
      return "\x1b[34m";
    case Ink::timer:
      return "\x1b[33m";
    case Ink::io:
      return "\x1b[36m";
    case Ink::immediate:
      return "\x1b[32m";
    case Ink::closing:
      return "\x1b[90m";
  }
  return "";
}

// The bytes of an escape sequence (ECMA-48): ESC [ parameters final, or ESC and one more.
size_t escape_length(std::string_view text) {
  if (text.size() < 2) return text.size();
  if (text[1] != '[') return 2;
  size_t length = 2;
  while (length < text.size() && (text[length] < '@' || text[length] > '~')) ++length;
  return length < text.size() ? length + 1 : length;
}

}  // namespace

Ink ink_of(Queue queue) {
  switch (queue) {
    case Queue::main:
      return Ink::main;
    case Queue::tick:
      return Ink::tick;
    case Queue::microtask:
      return Ink::microtask;
    case Queue::timers:
      return Ink::timer;
    case Queue::pending:
    case Queue::poll:
      return Ink::io;
    case Queue::check:
      return Ink::immediate;
    case Queue::closing:
      return Ink::closing;
  }
  return Ink::plain;
}

Ink ink_of(Phase phase) {
  switch (phase) {
    case Phase::timers:
      return Ink::timer;
    case Phase::pending:
    case Phase::idle_prepare:
    case Phase::poll:
      return Ink::io;
    case Phase::check:
      return Ink::immediate;
    case Phase::closing:
      return Ink::closing;
  }
  return Ink::plain;
}

void Painter::paint(std::string& line, std::string_view text, Ink ink) const {
  const std::string_view escape = m_colour && !text.empty() ? escape_of(ink) : "";
  line += escape;
  line += text;
  if (!escape.empty()) line += "\x1b[0m";
}

std::string printable(std::string_view utf8) {
  std::string text;
  for (size_t at = 0; at < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    if (byte == 0x1B) {
      at += escape_length(utf8.substr(at));
      continue;
    }
    // C1 controls are two bytes, C2 80 to C2 9F.
    if (byte == 0xC2 && at + 1 < utf8.size() && static_cast<unsigned char>(utf8[at + 1]) < 0xA0) {
      at += 2;
      continue;
    }
    if (byte == '\t')
      text += "  ";
    else if (byte >= 0x20 && byte != 0x7F)
      text += utf8[at];
    ++at;
  }
  return text;
}

std::string cut_end(std::string_view utf8, size_t columns) {
  if (columns_of(utf8) <= columns) return std::string(utf8);
  if (columns == 0) return {};
  return std::string(prefix_of_columns(utf8, columns - 1)) + "…";
}

std::string cut_beginning(std::string_view utf8, size_t columns) {
  if (columns_of(utf8) <= columns) return std::string(utf8);
  if (columns == 0) return {};
  std::string_view rest = utf8;
  while (columns_of(rest) > columns - 1) {
    rest.remove_prefix(1);
    while (!rest.empty() && (static_cast<unsigned char>(rest.front()) & 0xC0U) == 0x80U)
      rest.remove_prefix(1);
  }
  return "…" + std::string(rest);
}

void pad(std::string& line, size_t columns) {
  line.append(columns, ' ');
}

}  // namespace loopscope::trace
