#include "core/trace/strings.h"

#include <catch2/catch.hpp>
#include <string>

#include "core/trace/utf8.h"

using namespace loopscope::trace;

TEST_CASE("a string has one number, however often it comes") {
  StringTable table;
  const StringId first = table.intern("timeout");
  CHECK(table.intern(std::string("time") + "out") == first);
  CHECK(table.view(first) == "timeout");
  CHECK_FALSE(table.intern("immediate") == first);
  CHECK(table.intern("") == StringId{});
  CHECK(table.size() == 3);
}

TEST_CASE("views stay valid while the table grows") {
  StringTable table;
  const std::string_view early = table.view(table.intern("early"));
  const std::string large(100'000, 'x');
  const std::string_view kept = table.view(table.intern(large));
  for (int i = 0; i < 50'000; ++i) table.intern("string " + std::to_string(i));
  CHECK(early == "early");
  CHECK(kept == large);
  CHECK(table.intern("string 49999") == table.intern("string 49999"));
  CHECK(table.size() == 50'003);
}

TEST_CASE("bytes that are no UTF-8 become U+FFFD") {
  StringTable table;
  CHECK(table.view(table.intern("a\xff"
                                "b")) ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(table.view(table.intern("\xC3\xA9")) == "\xC3\xA9");
}

TEST_CASE("malformed UTF-8 is told from well-formed") {
  CHECK(is_utf8("plain \xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"));
  CHECK_FALSE(is_utf8("\xC0\xAF"));          // overlong
  CHECK_FALSE(is_utf8("\xED\xA0\x80"));      // a surrogate
  CHECK_FALSE(is_utf8("\xF4\x90\x80\x80"));  // beyond U+10FFFF
  CHECK_FALSE(is_utf8("\xE2\x82"));          // cut
  CHECK(repaired_utf8("\xE2\x82"
                      "x") ==
        "\xEF\xBF\xBD"
        "x");
}

TEST_CASE("columns are what a terminal shows") {
  CHECK(columns_of("abc") == 3);
  CHECK(columns_of("\xC3\xA9t\xC3\xA9") == 3);
  CHECK(columns_of("\xF0\x9F\x98\x80") == 2);
  CHECK(columns_of("e\xCC\x81") == 1);
  CHECK(prefix_of_columns("\xC3\xA9t\xC3\xA9", 2) == "\xC3\xA9t");
  CHECK(prefix_of_columns("\xF0\x9F\x98\x80x", 1).empty());
}
