#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/trace/vocabulary.h"

// Pieces of lines for a terminal.
namespace loopscope::trace {

// What a piece of text is, which decides its colour.
enum class Ink : uint8_t {
  plain,
  strong,
  faint,
  banner,
  error,
  warning,
  main,
  tick,
  microtask,
  timer,
  io,
  immediate,
  closing
};

Ink ink_of(Queue queue);
Ink ink_of(Phase phase);

// Appends pieces of text in their colours, or plain.
class Painter {
 public:
  explicit Painter(bool colour) : m_colour(colour) {}
  void paint(std::string& line, std::string_view text, Ink ink) const;

 private:
  bool m_colour;
};

// The text without escape sequences and control characters, tabs as spaces: what a script prints
// must not be able to move the cursor.
std::string printable(std::string_view utf8);

// Cut to so many columns, with "…" in place of what is gone: the end, or the beginning.
std::string cut_end(std::string_view utf8, size_t columns);
std::string cut_beginning(std::string_view utf8, size_t columns);

// Appends spaces.
void pad(std::string& line, size_t columns);

}  // namespace loopscope::trace
