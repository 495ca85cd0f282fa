#include "gui/player/syntax.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

using namespace loopscope::gui;

namespace {

constexpr std::string_view kNames[] = {
    "plain",    "comment", "tag",      "string", "escape",   "regex",   "number",   "keyword",
    "constant", "name",    "function", "class",  "property", "builtin", "operator", "punctuation"};

std::vector<std::string_view> lines_of(std::string_view source) {
  std::vector<std::string_view> lines(1);
  size_t start = 0;
  for (size_t at = 0; at <= source.size(); ++at) {
    if (at < source.size() && source[at] != '\n') continue;
    lines.back() = source.substr(start, at - start);
    start = at + 1;
    if (at < source.size()) lines.emplace_back();
  }
  return lines;
}

// The text of all spans of one style, each followed by a space.
std::string all(Style style, std::string_view source, Language language = Language::kJavaScript) {
  std::string text;
  const auto lines = lines_of(source);
  const auto spans = highlight(source, language);
  REQUIRE(spans.size() == lines.size());
  for (size_t line = 0; line < lines.size(); ++line) {
    for (const Span& span : spans[line]) {
      if (span.style == style)
        text += std::string(lines[line].substr(span.column, span.length)) + " ";
    }
  }
  return text;
}

// What the slash in the source is taken for.
bool divides(std::string_view source) {
  CAPTURE(source);
  return all(Style::kRegex, source).empty();
}

// In order, without overlaps, over everything but white space.
bool covers(std::string_view source, Language language) {
  const auto lines = lines_of(source);
  const auto spans = highlight(source, language);
  if (spans.size() != lines.size()) return false;
  for (size_t line = 0; line < lines.size(); ++line) {
    size_t end = 0;
    const auto blank_to = [&](size_t place) {
      for (; end < place; ++end) {
        const char c = lines[line][end];
        if (c != ' ' && (c < '\t' || c > '\r')) return false;
      }
      return true;
    };
    for (const Span& span : spans[line]) {
      if (span.length == 0 || span.column < end) return false;
      if (span.column + span.length > lines[line].size()) return false;
      if (!blank_to(span.column)) return false;
      end = span.column + span.length;
    }
    if (!blank_to(lines[line].size())) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("Keywords, constants and builtins are told from names") {
  const char* source = "const x = typeof y === 'a' ? null : process.nextTick(setTimeout);";
  CHECK(all(Style::kKeyword, source) == "const typeof ");
  CHECK(all(Style::kConstant, source) == "null ");
  CHECK(all(Style::kBuiltin, source) == "process setTimeout ");
  CHECK(all(Style::kName, source) == "x y ");
  CHECK(all(Style::kFunction, source) == "nextTick ");
}

TEST_CASE("A keyword after a dot is a property") {
  CHECK(all(Style::kKeyword, "a.if + b?.class.delete(1)").empty());
  CHECK(all(Style::kProperty, "a.if + b?.class.delete(1)") == "if class ");
  CHECK(all(Style::kFunction, "a.if + b?.class.delete(1)") == "delete ");
  CHECK(all(Style::kProperty, "({ default: 1, in: 2, x })") == "default in ");
  CHECK(all(Style::kKeyword, "({ ...await x })") == "await ");
}

TEST_CASE("Functions are coloured where they are called and declared") {
  CHECK(all(Style::kFunction, "function f(a) { g(h); tag`x`; }") == "f g tag ");
  CHECK(all(Style::kFunction, "async function* walk() {}") == "walk ");
  CHECK(all(Style::kFunction, "({ run() {}, async go() {}, get size() {}, *each() {} })") ==
        "run go size each ");
  CHECK(all(Style::kKeyword, "({ run() {}, async go() {}, get size() {} })") == "async get ");
  CHECK(all(Style::kFunction, "class A { #p = 1; constructor() {} static of() {} #q() {} }") ==
        "constructor of #q ");
  CHECK(all(Style::kProperty, "class A { #p = 1; count = 2; static n = 3 }") == "#p count n ");
}

TEST_CASE("Classes are coloured by their place or their capital") {
  CHECK(all(Style::kClass, "class A extends b { } new foo(); x instanceof Bar; Baz.x; URL; MAX") ==
        "A b foo Bar Baz ");
  CHECK(all(Style::kBuiltin, "new Promise(r => r(new URL(x)))") == "Promise URL ");
}

TEST_CASE("Contextual keywords are names elsewhere") {
  CHECK(all(Style::kKeyword, "for (const of of of) of(of)") == "for const of ");
  CHECK(all(Style::kKeyword, "import { a as as, default as b } from 'x'") ==
        "import as default as from ");
  CHECK(all(Style::kKeyword, "export * as ns from 'x'") == "export as from ");
  CHECK(all(Style::kKeyword, "const async = get + set; async(get); let.x") == "const ");
  CHECK(all(Style::kKeyword, "let x = async () => 1; let [y] = async z => 2") ==
        "let async let async ");
  CHECK(all(Style::kKeyword, "class A { static { x() } static static() {} static = 1 }") ==
        "class static static ");
}

TEST_CASE("Strings and their escapes are told apart") {
  const char* source = R"(x = 'a\n\u{1F600}\x41b' + "it's")";
  CHECK(all(Style::kString, source) == "'a b' \"it's\" ");
  CHECK(all(Style::kEscape, source) == R"(\n \u{1F600} \x41 )");
  CHECK(all(Style::kString, "a = 'open\nb = 'c'") == "'open 'c' ");
  CHECK(all(Style::kString, "a = 'on\\\r\ngoes' + b") == "'on goes' ");
}

TEST_CASE("Templates nest") {
  const char* source = "`a ${f({ k: `in ${x} ner` })} b\nc` / 2";
  CHECK(all(Style::kString, source) == "` a ` in ner` b c` ");
  CHECK(all(Style::kFunction, source) == "f ");
  CHECK(all(Style::kName, source) == "x ");
  CHECK(all(Style::kProperty, source) == "k ");
  CHECK(all(Style::kNumber, source) == "2 ");
}

TEST_CASE("Numbers are taken whole") {
  CHECK(all(Style::kNumber, "0xFFn + 1_000.5e-3 + .5 + 0b11 + 5..x + 10n + a1") ==
        "0xFFn 1_000.5e-3 .5 0b11 5. 10n ");
}

TEST_CASE("A slash after a value divides") {
  for (const char* source :
       {"a / b / c", "f() / 2 / 3", "a[0] / b / c", "1 / 2 / 3", "this / 2 / 3", "x++ / 2 / y",
        "a.return / 2 / y", "`t` / 2 / 3", "a = {} / 2 / 3", "f(function () {} / 2 / 3)",
        "a.if(x) / 2 / 3", "x = { a: 1 } / 2 / 3", "x = a ? {} / 2 / 3 : b", "\"s\" / 2 / 3"})
    CHECK(divides(source));
}

TEST_CASE("A slash where a value is to come opens a regular expression") {
  for (const char* source : {"/a/.test(b)",
                             "x = /a/g",
                             "f(/a/, /b/)",
                             "return /a/",
                             "if (x) /a/.test(b)",
                             "while (f(x)) /a/.test(b)",
                             "{ } /a/.test(b)",
                             "function f() {}\n/a/.test(b)",
                             "x => /a/",
                             "a ? /b/ : /c/",
                             "[/a/]",
                             "!/a/.test(b)",
                             "typeof /a/",
                             "else /a/.x",
                             "`${/a/}`",
                             "x = a && /[/]b/",
                             "case /a/: {} /b/",
                             "a: {} /a/",
                             "for (const x of /a/) y",
                             "x\nfunction f() {}\n/a/.test(b)"})
    CHECK_FALSE(divides(source));
  CHECK(all(Style::kRegex, R"(x = /[/"\]]\/`/gu + "s")") == R"(/[/"\]]\/`/gu )");
  CHECK(all(Style::kNumber, "x = / 2\ny = 3") == "2 3 ");
}

TEST_CASE("Comments hold tags") {
  CHECK(all(Style::kTag, "// @title A  @seed 3\n/** @param x me@here.org */") ==
        "@title @seed @param ");
  CHECK(all(Style::kComment, "#!/usr/bin/env node\na /* b\n  c */ d // e") ==
        "#!/usr/bin/env node /* b c */ // e ");
}

TEST_CASE("In JSON the keys are properties") {
  const char* source = "{ \"a\\n\": [1, true, \"b\"], \"c\" : { \"d\": -1.5e3 } }";
  CHECK(all(Style::kProperty, source, Language::kJson) == "\"a \" \"c\" \"d\" ");
  CHECK(all(Style::kString, source, Language::kJson) == "\"b\" ");
  CHECK(all(Style::kConstant, source, Language::kJson) == "true ");
  CHECK(language_of("package.json") == Language::kJson);
  CHECK(language_of("quiz.mjs") == Language::kJavaScript);
}

TEST_CASE("Every byte but white space is in one span, whatever the bytes") {
  constexpr std::string_view kPieces[] = {
      "`",     "${",    "}",        "{",    "(",      ")",  "[",  "]",  "/",     "\\",
      "\"",    "'",     "\n",       " ",    "/*",     "*/", "//", "@a", "class", "static",
      "if",    "for",   "of",       "get",  "=>",     "?",  ":",  "?.", "...",   "++",
      "#!",    "#x",    "\r\n",     "\xFF", "\xC3",   "é",  "1e", "0x", ".5",    "case",
      "async", "await", "function", "\\u{", "import", "\0", "*",  ";"};
  std::mt19937 random(7);
  for (int round = 0; round < 3'000; ++round) {
    std::string source;
    const size_t pieces = random() % 60;
    for (size_t i = 0; i < pieces; ++i) {
      if (random() % 16 == 0)
        source += static_cast<char>(random());
      else
        source += kPieces[random() % std::size(kPieces)];
    }
    CAPTURE(source);
    REQUIRE(covers(source, Language::kJavaScript));
    REQUIRE(covers(source, Language::kJson));
  }
}

TEST_CASE("Our own JavaScript is highlighted without a plain byte") {
  for (const char* file : {"timers", "events", "util", "url", "fs"}) {
    const std::string path = LOOPSCOPE_SOURCE_DIR "/core/js/node/" + std::string(file) + ".js";
    std::ifstream stream(path);
    REQUIRE(stream);
    std::stringstream text;
    text << stream.rdbuf();
    CAPTURE(path);
    CHECK(covers(text.str(), Language::kJavaScript));
    CHECK(all(Style::kPlain, text.str()).empty());
  }
}

// Each of these would take minutes if it cost the square of its length.
TEST_CASE("The time is in proportion to the bytes") {
  for (const char* piece : {"/[", "(/[", "`${", "{", "(", "a ", "x /", "\"\\", "@", "/*", "?",
                            "'\n", "    ", "a    ", "} ", ") "}) {
    CAPTURE(piece);
    std::string source;
    while (source.size() < 2'000'000) source += piece;
    const auto start = std::chrono::steady_clock::now();
    highlight(source);
    highlight(source, Language::kJson);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  }
}
