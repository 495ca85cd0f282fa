#include "gui/player/layers.h"

#include <catch2/catch.hpp>

using namespace loopscope::gui;

namespace {

std::vector<std::string> names(const Layers& layers) {
  std::vector<std::string> names;
  for (const Layer& layer : layers.all()) names.push_back(layer.name);
  return names;
}

}  // namespace

TEST_CASE(
    "files are told to be of layers by their folders and names, from the request to the data") {
  const Layers layers({"main.js", "db.js", "app.js", "app-error.js", "services/userService.js",
                       "repositories/userRepo.js", "routes/users.js", "../../shared/visit.js"});
  CHECK(layers.recognized());
  CHECK(names(layers) == std::vector<std::string>{"app", "routes", "services", "repositories",
                                                  "database", "errors", "other"});
  CHECK(layers.layer_of("services/userService.js") == 2U);
  CHECK_FALSE(layers.layer_of("elsewhere.js"));
  CHECK(layers.all().back().aside);
  CHECK_FALSE(layers.all().front().aside);
}

TEST_CASE("a file in no folder is told by the last word of its name") {
  const Layers layers({"userController.js", "order-service.js", "user_repo.js"});
  CHECK(names(layers) == std::vector<std::string>{"controllers", "services", "repositories"});
}

TEST_CASE("a program without layers is arranged by folder") {
  const Layers layers({"fat-handler.js", "../shared/visit.js", "lib/deep/a.js", "lib/deep/b.js"});
  CHECK_FALSE(layers.recognized());
  CHECK(names(layers) == std::vector<std::string>{"program", "lib/deep", "shared"});
  CHECK(layers.all()[1].files.size() == 2);
  CHECK(Layers({}).all().empty());
}
