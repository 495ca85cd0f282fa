#include "core/scenario/regression.h"

#include <catch2/catch.hpp>

#include "tests/unit/scenario/temporary_folder.h"

using namespace loopscope;
using namespace loopscope::scenario;

namespace {

constexpr const char* kTitled = "// @title t\nsetTimeout(() => console.log('timer'), 5);\n";

std::string names_of(const std::vector<TestCase>& tests) {
  std::string names;
  for (const TestCase& test : tests) names += test.name + " ";
  return names;
}

// The only scenario of the folder `s`, with its goldens in `g`.
TestCase only_test(const TemporaryFolder& folder) {
  const auto tests = find_test_cases(folder.path() / "s", folder.path() / "g");
  REQUIRE(tests.size() == 1);
  return tests.front();
}

}  // namespace

TEST_CASE("Titled programs of all folders are tests, sorted by name", "[scenario][regression]") {
  const TemporaryFolder folder;
  folder.write("s/b.js", kTitled);
  folder.write("s/a/z.mjs", kTitled);
  folder.write("s/a.cjs", kTitled);
  folder.write("s/helper.js", "module.exports = 1;\n");
  folder.write("s/notes.md", "// @title t\n");
  folder.write("s/node_modules/m/index.js", kTitled);
  const auto tests = find_test_cases(folder.path() / "s", folder.path() / "g");
  CHECK(names_of(tests) == "a.cjs a/z.mjs b.js ");
  CHECK(tests[1].script == folder.path() / "s/a/z.mjs");
  CHECK(tests[1].golden.output == folder.path() / "g/a/z.mjs.output");
  CHECK(tests[1].golden.trace == folder.path() / "g/a/z.mjs.trace.jsonl");
}

TEST_CASE("A program with a golden or with wrong directives is a test too",
          "[scenario][regression]") {
  const TemporaryFolder folder;
  folder.write("s/untitled.js", "");
  folder.write("g/untitled.js.trace.jsonl", "");
  folder.write("s/wrong.js", "// @sead 5\n");
  const auto tests = find_test_cases(folder.path() / "s", folder.path() / "g");
  CHECK(names_of(tests) == "untitled.js wrong.js ");
  const TestResult result = run_test(tests[1], {}, false);
  CHECK(result.verdict == Verdict::kBroken);
  CHECK(result.explanation == (folder.path() / "s/wrong.js").string() +
                                  ":1: unknown directive @sead; did you mean @seed?");
}

TEST_CASE("No folder, no tests", "[scenario][regression]") {
  const TemporaryFolder folder;
  CHECK(find_test_cases(folder.path() / "none", folder.path()).empty());
}

TEST_CASE("A test without a golden says so and writes nothing", "[scenario][regression]") {
  const TemporaryFolder folder;
  folder.write("s/a.js", kTitled);
  const TestResult result = run_test(only_test(folder), {}, false);
  CHECK(result.verdict == Verdict::kNoGolden);
  CHECK(result.explanation == "no golden yet; --update writes it");
  CHECK_FALSE(folder.has("g"));
}

TEST_CASE("A golden that was written is met by the next run", "[scenario][regression]") {
  const TemporaryFolder folder;
  folder.write("s/a.js", "// @title t\nconsole.log(1); console.error(2); process.exitCode = 4;\n");
  const TestCase test = only_test(folder);
  const TestResult updated = run_test(test, {}, true);
  CHECK(updated.verdict == Verdict::kUpdated);
  CHECK(updated.explanation == "");
  CHECK(folder.read("g/a.js.output") == "1\n2\n[exit code 4]\n");
  CHECK(folder.read("g/a.js.trace.jsonl").starts_with("{\"loopscope\":"));
  const TestResult again = run_test(test, {}, false);
  CHECK(again.verdict == Verdict::kSame);
  CHECK(again.explanation == "");
}

TEST_CASE("What changed in the order of a program is told in words", "[scenario][regression]") {
  const TemporaryFolder folder;
  folder.write("s/a.js",
               "// @title t\nsetTimeout(() => console.log('a'), 5);\n"
               "setTimeout(() => console.log('b'), 10);\n");
  const TestCase test = only_test(folder);
  run_test(test, {}, true);
  folder.write("s/a.js",
               "// @title t\nsetTimeout(() => console.log('a'), 15);\n"
               "setTimeout(() => console.log('b'), 10);\n");
  const TestResult result = run_test(test, {}, false);
  CHECK(result.verdict == Verdict::kChanged);
  CAPTURE(result.explanation);
  CHECK(result.explanation.find("- ") == 0);
}

TEST_CASE("Another seed or other semantics are a change", "[scenario][regression]") {
  const TemporaryFolder folder;
  folder.write("s/a.js", kTitled);
  const TestCase test = only_test(folder);
  run_test(test, {}, true);
  RunSettings settings;
  settings.semantics = "node18";
  const TestResult result = run_test(test, settings, false);
  CHECK(result.verdict == Verdict::kChanged);
  CHECK(result.explanation.find("the semantics are node18, were node20") != std::string::npos);
}

TEST_CASE("An output that differs from its golden alone is a change", "[scenario][regression]") {
  const TemporaryFolder folder;
  folder.write("s/a.js", kTitled);
  const TestCase test = only_test(folder);
  run_test(test, {}, true);
  folder.write("g/a.js.output", "something else\n");
  const TestResult result = run_test(test, {}, false);
  CHECK(result.verdict == Verdict::kChanged);
  CHECK(result.explanation ==
        "- the output differs from " + (folder.path() / "g/a.js.output").string() + "\n");
}

TEST_CASE("A golden that cannot be read or written breaks its test", "[scenario][regression]") {
  const TemporaryFolder folder;
  folder.write("s/a.js", kTitled);
  const TestCase test = only_test(folder);
  run_test(test, {}, true);
  folder.write("g/a.js.trace.jsonl", "not a trace\n");
  const TestResult unreadable = run_test(test, {}, false);
  CHECK(unreadable.verdict == Verdict::kBroken);
  CHECK(unreadable.explanation != "");

  folder.write("file", "");
  TestCase nowhere = test;
  nowhere.golden = {folder.path() / "file/a.output", folder.path() / "file/a.trace.jsonl"};
  const TestResult unwritable = run_test(nowhere, {}, true);
  CHECK(unwritable.verdict == Verdict::kBroken);
  CHECK(unwritable.explanation == nowhere.golden.trace.string() + ": cannot be written");
}

TEST_CASE("Results as JUnit XML count failures and escape what is special",
          "[scenario][regression]") {
  const auto result = [](const char* name, Verdict verdict, const char* explanation) {
    return TestResult{TestCase{name, {}, {}}, verdict, explanation};
  };
  CHECK(junit_xml({result("a.js", Verdict::kSame, ""), result("b.js", Verdict::kUpdated, ""),
                   result("<c>.js", Verdict::kChanged, "1 < 2 & \"3\"\x01"),
                   result("d.js", Verdict::kNoGolden, "none"),
                   result("e.js", Verdict::kBroken, "wrong")}) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuite name=\"loopscope\" tests=\"5\" failures=\"3\">\n"
        "  <testcase classname=\"scenarios\" name=\"a.js\"/>\n"
        "  <testcase classname=\"scenarios\" name=\"b.js\"/>\n"
        "  <testcase classname=\"scenarios\" name=\"&lt;c&gt;.js\">\n"
        "    <failure>1 &lt; 2 &amp; &quot;3&quot;</failure>\n  </testcase>\n"
        "  <testcase classname=\"scenarios\" name=\"d.js\">\n"
        "    <failure>none</failure>\n  </testcase>\n"
        "  <testcase classname=\"scenarios\" name=\"e.js\">\n"
        "    <failure>wrong</failure>\n  </testcase>\n"
        "</testsuite>\n");
  CHECK(junit_xml({}).find("tests=\"0\" failures=\"0\"") != std::string::npos);
}
