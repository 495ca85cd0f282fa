#include <fstream>
#include <iostream>
#include <memory>

#include "core/cli/command_line.h"
#include "core/cli/exit_codes.h"
#include "core/cli/run_options.h"
#include "core/scenario/regression.h"

namespace loopscope::cli {

namespace {

using scenario::TestResult;
using scenario::Verdict;

struct TestCommand {
  std::string folder;
  std::string goldens;
  bool update = false;
  std::string junit_path;
  RunOptions options;
};

const char* word_for(Verdict verdict) {
  switch (verdict) {
    case Verdict::kSame:
      return "ok       ";
    case Verdict::kUpdated:
      return "updated  ";
    case Verdict::kChanged:
      return "CHANGED  ";
    case Verdict::kNoGolden:
      return "NO GOLDEN";
    case Verdict::kBroken:
      return "BROKEN   ";
  }
  return "";
}

bool is_good(const TestResult& result) {
  return result.verdict == Verdict::kSame || result.verdict == Verdict::kUpdated;
}

void print(const TestResult& result) {
  std::cout << word_for(result.verdict) << "  " << result.test.name << '\n';
  if (result.explanation.empty()) return;
  std::cout << result.explanation;
  if (result.explanation.back() != '\n') std::cout << '\n';
}

int write_junit(const TestCommand& command, const std::vector<TestResult>& results) {
  std::ofstream file(command.junit_path, std::ios::binary);
  file << scenario::junit_xml(results);
  if (file.good()) return kOk;
  std::cerr << "loopscope: " << command.junit_path << ": cannot be written\n";
  return kCannotWrite;
}

int act(const TestCommand& command) {
  const scenario::Result<scenario::RunSettings> settings = command.options.settings();
  if (!settings) return report(settings.problem());
  if (!std::filesystem::is_directory(command.folder))
    return report({command.folder, 0, "expected a folder of scenarios"});
  const std::string& goldens = command.goldens.empty() ? command.folder : command.goldens;
  const std::vector<scenario::TestCase> tests = scenario::find_test_cases(command.folder, goldens);
  if (tests.empty())
    return report({command.folder, 0, "no scenarios: expected programs with a // @title"});
  std::vector<TestResult> results;
  size_t passed = 0;
  for (const scenario::TestCase& test : tests) {
    results.push_back(scenario::run_test(test, *settings, command.update));
    print(results.back());
    passed += is_good(results.back()) ? 1 : 0;
  }
  std::cout << passed << " passed, " << results.size() - passed << " failed\n";
  if (!command.junit_path.empty())
    if (const int code = write_junit(command, results); code != kOk) return code;
  return passed == results.size() ? kOk : kDifferent;
}

}  // namespace

void add_test_command(CLI::App& app, Action& action) {
  auto command = std::make_shared<TestCommand>();
  CLI::App* test = app.add_subcommand("test", "Run a folder's scenarios and compare with goldens");
  test->add_option("DIR", command->folder, "Its programs with a // @title are the tests")
      ->required();
  test->add_option("--goldens", command->goldens,
                   "Where the goldens lie (default: beside the programs)");
  test->add_flag("--update", command->update, "Write the goldens instead of comparing");
  test->add_option("--junit", command->junit_path, "Also write the results as JUnit XML");
  command->options.add_to(*test);
  test->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace loopscope::cli
