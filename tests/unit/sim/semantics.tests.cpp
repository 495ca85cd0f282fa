#include "core/sim/semantics.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace loopscope;

TEST_CASE("All semantics are found by their names, and nothing else is", "[semantics]") {
  std::string names;
  for (const sim::Semantics& semantics : sim::all_semantics()) {
    names += std::string(semantics.name) + " ";
    REQUIRE(sim::semantics_named(semantics.name).has_value());
    CHECK(sim::semantics_named(semantics.name)->version == semantics.version);
  }
  CHECK(names == "node10 node18 node20 node22 node24 ");
  CHECK(sim::semantics_named(sim::kDefaultSemantics).has_value());
  for (const char* name : {"", "node", "node19", "NODE20", "node20 "})
    CHECK_FALSE(sim::semantics_named(name).has_value());
}

TEST_CASE("The list of versions begins with that of Node and of its engine", "[semantics]") {
  for (const sim::Semantics& semantics : sim::all_semantics()) {
    const auto version_of = [&](std::string_view name) {
      const auto found =
          std::find_if(semantics.versions.begin(), semantics.versions.end(),
                       [name](const auto& version) { return version.first == name; });
      REQUIRE(found != semantics.versions.end());
      return std::string(found->second);
    };
    CHECK("v" + version_of("node") == semantics.version);
    CHECK_FALSE(version_of("v8").empty());
    CHECK_FALSE(version_of("uv").empty());
  }
}

TEST_CASE("The loop's order follows the libuv version", "[semantics]") {
  for (const sim::Semantics& semantics : sim::all_semantics()) {
    const auto uv = std::find_if(semantics.versions.begin(), semantics.versions.end(),
                                 [](const auto& version) { return version.first == "uv"; });
    const int minor = std::stoi(std::string(uv->second.substr(2)));
    CHECK(semantics.timers_run_last == (minor >= 45));
  }
}
