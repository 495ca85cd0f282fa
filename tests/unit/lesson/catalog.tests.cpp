#include "core/lesson/catalog.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <set>

#include "tests/unit/scenario/temporary_folder.h"

using namespace loopscope::lesson;
using loopscope::scenario::TemporaryFolder;

namespace {

std::vector<std::string> ids(const Chapter& chapter) {
  std::vector<std::string> result;
  for (const Lesson& lesson : chapter.lessons) result.push_back(lesson.id);
  return result;
}

std::filesystem::path real_scenarios() {
  return std::filesystem::path(LOOPSCOPE_SOURCE_DIR) / "scenarios";
}

}  // namespace

TEST_CASE("Chapters are folders with a number, lessons the programs with a title",
          "[lesson][catalog]") {
  const TemporaryFolder folder;
  folder.write("10-last/a.js", "// @title A\n");
  folder.write("02-middle-one/b.js", "// @title B\n// @lesson What it\n// teaches.\n");
  folder.write("02-middle-one/helper.js", "exports.x = 1;\n");
  folder.write("02-middle-one/notes.txt", "// @title no\n");
  folder.write("no-number/c.js", "// @title C\n");
  folder.write("stray.js", "// @title S\n");
  const std::vector<Chapter> catalog = read_catalog(folder.path());
  REQUIRE(catalog.size() == 2);
  CHECK(catalog[0].number == 2);
  CHECK(catalog[0].folder == "02-middle-one");
  CHECK(catalog[0].title == "Middle one");
  REQUIRE(catalog[0].lessons.size() == 1);
  CHECK(catalog[0].lessons[0].title == "B");
  CHECK(catalog[0].lessons[0].lesson == "What it teaches.");
  CHECK_FALSE(catalog[0].lessons[0].quiz);
  CHECK(catalog[1].number == 10);
  CHECK(read_catalog(folder.path() / "nowhere").empty());
}

TEST_CASE("A chapter's page gives its title and the order of its lessons", "[lesson][catalog]") {
  const TemporaryFolder folder;
  folder.write("01-x/README.md", "# The loop\n\n1. [z](z.js), then [folder](m) and [gone](q.js)\n");
  folder.write("01-x/z.js", "// @title Z\n");
  folder.write("01-x/m/index.js", "// @title M\n");
  folder.write("01-x/b.mjs", "// @title B\n");
  folder.write("01-x/a.js", "// @title A\n");
  const std::vector<Chapter> catalog = read_catalog(folder.path());
  REQUIRE(catalog.size() == 1);
  CHECK(catalog[0].title == "The loop");
  CHECK(ids(catalog[0]) == std::vector<std::string>{"01-x/z", "01-x/m", "01-x/a", "01-x/b.mjs"});
  CHECK(catalog[0].lessons[1].file == folder.path() / "01-x/m/index.js");
  CHECK(catalog[0].lessons[0].quiz);
  CHECK(find_lesson(catalog, "01-x/m") == &catalog[0].lessons[1]);
  CHECK(find_lesson(catalog, "01-x/q") == nullptr);
}

TEST_CASE("A program with wrong directives is listed with what is wrong", "[lesson][catalog]") {
  const TemporaryFolder folder;
  folder.write("01-x/broken.js", "// @title T\n// @cpus many\n");
  const std::vector<Chapter> catalog = read_catalog(folder.path());
  REQUIRE(catalog.size() == 1);
  REQUIRE(catalog[0].lessons.size() == 1);
  CHECK(catalog[0].lessons[0].title == "broken.js");
  CHECK(catalog[0].lessons[0].lesson ==
        "broken.js:2: @cpus expects a number from 1 to 256, not \"many\"");
}

TEST_CASE("Every scenario stands on its chapter's page, and the quiz comes first",
          "[lesson][catalog]") {
  const std::vector<Chapter> catalog = read_catalog(real_scenarios());
  REQUIRE(catalog.size() >= 2);
  CHECK(catalog[0].lessons.front().id == "01-event-loop/execution-order-quiz");
  std::set<std::string> seen;
  for (const Chapter& chapter : catalog) {
    std::ifstream file(real_scenarios() / chapter.folder / "README.md");
    const std::string page(std::istreambuf_iterator<char>(file), {});
    for (const Lesson& lesson : chapter.lessons) {
      CAPTURE(lesson.id);
      CHECK(seen.insert(lesson.id).second);
      CHECK_FALSE(lesson.lesson.empty());
      const auto inside = lesson.file.lexically_relative(real_scenarios() / chapter.folder);
      // The folder of a program, or one program of a folder that has several.
      const bool is_linked_to =
          page.find("](" + inside.begin()->string() + ")") != std::string::npos ||
          page.find("](" + inside.generic_string() + ")") != std::string::npos;
      CHECK(is_linked_to);
      CHECK(page.find("[" + lesson.title + "]") != std::string::npos);
    }
  }
}

TEST_CASE("Every interview card is whole, and what proves it exists", "[lesson][catalog]") {
  const std::vector<Chapter> catalog = read_catalog(real_scenarios());
  const Result<std::vector<Card>> cards = read_cards(real_scenarios());
  REQUIRE(cards);
  CHECK(cards->size() == 5);
  for (const Card& card : *cards) {
    CAPTURE(card.question);
    CHECK(card.question.ends_with("?"));
    CHECK_FALSE(card.answer.empty());
    CHECK_FALSE(card.proof.empty());
    if (card.lesson_id.empty())
      CHECK(card.proof.find("chapter") != std::string::npos);
    else
      CHECK(find_lesson(catalog, card.lesson_id) != nullptr);
  }
}

TEST_CASE("Cards that cannot be read are a problem, and none to show", "[lesson][catalog]") {
  const TemporaryFolder folder;
  CHECK_FALSE(read_cards(folder.path()));
  CHECK(interview_cards(folder.path()).empty());
  for (const char* text : {"", "{}", "[{}]", R"([{"question":"q","answer":"a","lesson":1}])"}) {
    CAPTURE(text);
    folder.write("cards.json", text);
    CHECK_FALSE(read_cards(folder.path()));
  }
}
