#include "core/scenario/regression.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

#include "core/trace/diff.h"
#include "core/trace/json_writer.h"
#include "core/trace/reader.h"

namespace loopscope::scenario {

namespace fs = std::filesystem;

namespace {

bool is_program(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".js" || extension == ".mjs" || extension == ".cjs";
}

std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

bool write_file(const fs::path& path, const std::string& text) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::ofstream file(path, std::ios::binary);
  file << text;
  return file.good();
}

bool is_entry_point(const fs::path& script, const GoldenPaths& golden) {
  std::error_code error;
  if (fs::exists(golden.trace, error)) return true;
  const std::optional<std::string> source = read_file(script);
  if (!source) return false;
  const Result<Directives> directives = lesson::parse_directives(*source, script.string());
  return !directives || directives->title;
}

// Keeps what a terminal would show.
class CapturedOutput final : public host::Output {
 public:
  void write_stdout(std::string_view bytes) override { m_text += bytes; }
  void write_stderr(std::string_view bytes) override { m_text += bytes; }
  const std::string& text() const { return m_text; }

 private:
  std::string m_text;
};

struct Run {
  std::string output;
  trace::Trace trace;
};

Result<Run> run_scenario(const TestCase& test, const RunSettings& settings) {
  const Result<Scenario> scenario = load(test.script);
  if (!scenario) return scenario.problem();
  const Result<Machine> machine = compose(*scenario, settings);
  if (!machine) return machine.problem();
  trace::MemorySink sink(header_of(*scenario, *machine, settings));
  CapturedOutput output;
  const host::ProgramResult result = run(*scenario, *machine, settings, &sink, output);
  return Run{output.text() + "[exit code " + std::to_string(result.exit_code) + "]\n", sink.take()};
}

TestResult write_golden(const TestCase& test, const Run& run) {
  std::ostringstream lines;
  trace::write_trace(run.trace, trace::to_stream(lines));
  if (write_file(test.golden.output, run.output) && write_file(test.golden.trace, lines.str()))
    return {test, Verdict::kUpdated, {}};
  return {test, Verdict::kBroken, test.golden.trace.string() + ": cannot be written"};
}

TestResult compare_with_golden(const TestCase& test, const Run& run) {
  const std::optional<std::string> output = read_file(test.golden.output);
  if (!output) return {test, Verdict::kNoGolden, "no golden yet; --update writes it"};
  const trace::ReadResult golden = trace::read_trace_file(test.golden.trace);
  if (golden.error) return {test, Verdict::kBroken, golden.error->text()};
  const std::vector<trace::Difference> differences = trace::diff_traces(golden.trace, run.trace);
  if (differences.empty() && *output == run.output) return {test, Verdict::kSame, {}};
  std::string words = trace::text_of(differences);
  if (words.empty()) words = "- the output differs from " + test.golden.output.string() + "\n";
  return {test, Verdict::kChanged, words};
}

std::string xml_escaped(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '>')
      escaped += "&gt;";
    else if (c == '"')
      escaped += "&quot;";
    else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
      escaped += c;
  }
  return escaped;
}

}  // namespace

std::vector<TestCase> find_test_cases(const fs::path& folder, const fs::path& goldens) {
  std::vector<TestCase> tests;
  std::error_code error;
  for (auto entry = fs::recursive_directory_iterator(folder, error);
       entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (entry->path().filename() == "node_modules") {
      entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file(error) || !is_program(entry->path())) continue;
    const std::string name = entry->path().lexically_relative(folder).generic_string();
    const GoldenPaths golden{goldens / (name + ".output"), goldens / (name + ".trace.jsonl")};
    if (is_entry_point(entry->path(), golden)) tests.push_back({name, entry->path(), golden});
  }
  std::sort(tests.begin(), tests.end(),
            [](const TestCase& a, const TestCase& b) { return a.name < b.name; });
  return tests;
}

TestResult run_test(const TestCase& test, const RunSettings& settings, bool update) {
  const Result<Run> run = run_scenario(test, settings);
  if (!run) return {test, Verdict::kBroken, run.problem().to_string()};
  return update ? write_golden(test, *run) : compare_with_golden(test, *run);
}

std::string junit_xml(const std::vector<TestResult>& results) {
  const auto failed = std::count_if(results.begin(), results.end(), [](const TestResult& result) {
    return result.verdict != Verdict::kSame && result.verdict != Verdict::kUpdated;
  });
  std::ostringstream xml;
  xml << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"loopscope\" tests=\""
      << results.size() << "\" failures=\"" << failed << "\">\n";
  for (const TestResult& result : results) {
    xml << "  <testcase classname=\"scenarios\" name=\"" << xml_escaped(result.test.name) << "\"";
    if (result.explanation.empty())
      xml << "/>\n";
    else
      xml << ">\n    <failure>" << xml_escaped(result.explanation) << "</failure>\n  </testcase>\n";
  }
  xml << "</testsuite>\n";
  return xml.str();
}

}  // namespace loopscope::scenario
