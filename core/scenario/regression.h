#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/scenario/scenario.h"
#include "core/trace/trace.h"

namespace loopscope::scenario {

// Regression tests: every scenario of a folder is run and compared with its golden, which is two
// files: NAME.output, what a terminal would show and the exit code, and NAME.trace.jsonl.
struct GoldenPaths {
  std::filesystem::path output;
  std::filesystem::path trace;
};

// One scenario to test. Its name is its path below the tested folder.
struct TestCase {
  std::string name;
  std::filesystem::path script;
  GoldenPaths golden;
};

// The entry points below `folder`, sorted by name: the programs whose first comments hold a @title,
// and those that have a golden. Goldens lie at the same relative paths below `goldens`. Looks into
// no node_modules. A file whose directives are wrong is an entry point, so that its test says so.
std::vector<TestCase> find_test_cases(const std::filesystem::path& folder,
                                      const std::filesystem::path& goldens);

enum class Verdict { kSame, kChanged, kNoGolden, kUpdated, kBroken };

// How a test ended, with what changed in words.
struct TestResult {
  TestCase test;
  Verdict verdict = Verdict::kSame;
  std::string explanation;
};

// Runs the scenario and compares, or writes its golden if `update`.
TestResult run_test(const TestCase& test, const RunSettings& settings, bool update);

// The results as JUnit XML.
std::string junit_xml(const std::vector<TestResult>& results);

}  // namespace loopscope::scenario
