#include "gui/player/location.h"

#include <catch2/catch.hpp>

using loopscope::gui::Location;
using loopscope::gui::location_from;

TEST_CASE("A location is a file, a line and a column") {
  CHECK(location_from("quiz.js:3:12") == Location{"quiz.js", 3, 12});
  CHECK(location_from("a:b/c.js:1:1") == Location{"a:b/c.js", 1, 1});
  CHECK(location_from("quiz.js:3") == Location{"quiz.js", 3, 0});
}

TEST_CASE("Text without a line is no location") {
  CHECK_FALSE(location_from(""));
  CHECK_FALSE(location_from("node:events"));
  CHECK_FALSE(location_from(":3:12"));
  CHECK_FALSE(location_from("quiz.js:3:x"));
}
