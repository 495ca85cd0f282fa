#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace {

// What would let the host's time, chance, identity or memory layout into a run. Traces must have
// the same bytes everywhere, so virtual time and chance come from core/sim alone.
const std::vector<std::string> kForbidden = {
    R"(\b(system|steady|high_resolution|file|utc)_clock\b)",
    R"(\b(clock_gettime|gettimeofday|timespec_get|ftime|clock|time|rdtsc|__rdtsc)\s*\()",
    R"(\b(localtime|localtime_r|gmtime|gmtime_r|mktime|strftime|tzset)\s*\()",
    R"(\b(PRMJ_Now|JS_Now|ReallyNow)\b)",
    R"(\brandom_device\b)",
    R"(\bdefault_random_engine\b)",
    R"(\b\w+_distribution\b)",
    R"(\brandom\s*\(\s*\))",
    R"(\b(rand|srand|srandom|rand_r|drand48|arc4random\w*|getrandom|getentropy)\s*\()",
    R"(\b(getpid|getppid|gettid|getuid|gethostname|uname|sysconf)\s*\()",
    R"(\bhardware_concurrency\b)",
    R"(\b(this_thread::(get_id|sleep_for|sleep_until)|pthread_self|usleep|nanosleep)\b)",
    R"(\bsleep\s*\()",
    R"(\b(getenv|secure_getenv|setlocale)\s*\()",
    R"(\blast_write_time\b)",
    R"(/dev/u?random)",
    R"(reinterpret_cast<\s*(std::)?u?intptr_t\b)",
    R"(std::(map<\s*(const\s+)?[\w:]+\s*\*\s*,|set<\s*(const\s+)?[\w:]+\s*\*\s*>))",
};

struct Exception {
  std::string file;
  std::string pattern_part;
};

// The first two change the protection of a page of the engine's; nothing a script sees comes of it.
// The third only decides that a run must end. Then the user's scores are looked for, after any run.
// The last takes a virtual time apart, in UTC.
const std::vector<Exception> kExceptions = {
    {"js/v8_error_layout.cpp", "sysconf"},           {"js/v8_error_layout.cpp", "intptr_t"},
    {"js/v8_message_hook.cpp", "sysconf"},           {"js/v8_message_hook.cpp", "intptr_t"},
    {"js/stall_watch.cpp", "clock_gettime"},         {"js/stall_watch.h", "pthread_self"},
    {"js/stall_watch.cpp", "pthread_self"},          {"cli/quiz_command.cpp", "getenv"},
    {"os/database/sql_environment.cpp", "gmtime_r"},
};

bool excused(const std::string& file, const std::string& pattern) {
  for (const Exception& exception : kExceptions)
    if (file == exception.file && pattern.find(exception.pattern_part) != std::string::npos)
      return true;
  return false;
}

// The line without its // comment and without what stands in string literals.
std::string code_of(const std::string& line) {
  static const std::regex kLiteral(R"("(\\.|[^"\\])*")");
  const std::string code = std::regex_replace(line, kLiteral, "\"\"");
  return code.substr(0, code.find("//"));
}

bool is_source(const std::filesystem::path& path) {
  return path.extension() == ".cpp" || path.extension() == ".h";
}

}  // namespace

TEST_CASE("Nothing in core reads the host's clock, chance or identity", "[determinism]") {
  const std::filesystem::path core = std::filesystem::path(LOOPSCOPE_SOURCE_DIR) / "core";
  std::vector<std::regex> patterns;
  for (const std::string& pattern : kForbidden) patterns.emplace_back(pattern);
  std::ostringstream found;
  size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(core)) {
    if (!entry.is_regular_file() || !is_source(entry.path())) continue;
    ++files;
    const std::string name = entry.path().lexically_relative(core).generic_string();
    std::ifstream stream(entry.path());
    std::string line;
    for (int number = 1; std::getline(stream, line); ++number) {
      const std::string code = code_of(line);
      for (size_t i = 0; i < patterns.size(); ++i)
        if (std::regex_search(code, patterns[i]) && !excused(name, kForbidden[i]))
          found << "core/" << name << ":" << number << ": " << line << "\n";
    }
  }
  CHECK(files > 50);
  CHECK(found.str() == "");
}
