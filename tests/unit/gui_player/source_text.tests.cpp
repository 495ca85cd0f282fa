#include "gui/player/source_text.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "core/trace/utf8.h"

using namespace loopscope::gui;

namespace {

SourceText script(std::string_view bytes) {
  return SourceText(bytes, Language::kJavaScript);
}

// Each span's text in brackets.
std::string marked(const SourceText& text, size_t line) {
  std::string marked;
  for (const Span& span : text.spans(line))
    marked += "[" + std::string(text.line(line).substr(span.column, span.length)) + "]";
  return marked;
}

}  // namespace

TEST_CASE("Lines end at line feeds, with or without a carriage return") {
  const SourceText text = script("a\r\n\nb\r\n");
  REQUIRE(text.line_count() == 3);
  CHECK(text.line(0) == "a");
  CHECK(text.line(1).empty());
  CHECK(text.line(2) == "b");
  CHECK(script("a\nb").line_count() == 2);
  CHECK(script("\n").line_count() == 1);
}

TEST_CASE("An empty file has one empty line") {
  CHECK(script("").line_count() == 1);
  CHECK(script("").line(0).empty());
  CHECK(SourceText().line_count() == 1);
}

TEST_CASE("Tabs are shown as spaces up to the next even column") {
  const SourceText text = script("\ta\tbc\t\t'x\ty'// \xC3\xA9\tz");
  CHECK(text.line(0) == "  a bc    'x  y'// \xC3\xA9  z");
  CHECK(marked(text, 0) == "[a][bc]['x  y'][// \xC3\xA9  z]");
}

TEST_CASE("Columns of the trace count characters, shown bytes count bytes") {
  const SourceText text = script("\ta\xC3\xA9\xF0\x9F\x98\x80;");
  REQUIRE(text.line(0) == "  a\xC3\xA9\xF0\x9F\x98\x80;");
  const size_t bytes[] = {0, 2, 3, 5, 9, 10};
  for (uint32_t column = 1; column <= 6; ++column) {
    CAPTURE(column);
    CHECK(text.byte_of_column(0, column) == bytes[column - 1]);
    CHECK(text.column_of_byte(0, bytes[column - 1]) == column);
  }
  CHECK(text.byte_of_column(0, 0) == 0);
  CHECK(text.byte_of_column(0, 99) == 10);
  CHECK(text.column_of_byte(0, 1) == 1);
  CHECK(text.column_of_byte(0, 99) == 6);
}

TEST_CASE("Bytes that are no characters are shown as a replacement") {
  CHECK(script("a = '\xFF'").line(0) == "a = '\xEF\xBF\xBD'");
}

TEST_CASE("The lines of the directives are known") {
  CHECK(script("code();").directive_lines() == 0);
  CHECK(script("// a comment\ncode();").directive_lines() == 0);
  CHECK(script("// @title A\n// @lesson B\n//   C\n\n\ncode();\n").directive_lines() == 5);
  CHECK(script("// @title A\ncode();\n").directive_lines() == 1);
  CHECK(script("// @title A").directive_lines() == 1);
  CHECK(SourceText("// @title A", Language::kJson).directive_lines() == 0);
}

TEST_CASE("Spans lie inside what is shown, whatever the bytes") {
  std::mt19937 random(3);
  constexpr std::string_view kBytes = "\t\n\r a'`/*@{}$\xC3\xA9\xFF";
  for (int round = 0; round < 3'000; ++round) {
    std::string source;
    for (size_t i = random() % 40; i > 0; --i) source += kBytes[random() % kBytes.size()];
    CAPTURE(source);
    const SourceText text = script(source);
    for (size_t line = 0; line < text.line_count(); ++line) {
      std::string uncovered(text.line(line));
      REQUIRE(uncovered.find('\t') == std::string::npos);
      size_t end = 0;
      for (const Span& span : text.spans(line)) {
        REQUIRE(span.column >= end);
        end = span.column + span.length;
        REQUIRE(end <= uncovered.size());
        uncovered.replace(span.column, span.length, span.length, ' ');
      }
      REQUIRE(uncovered.find_first_not_of(" \r") == std::string::npos);
    }
  }
}
