#include "core/lesson/directives.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "core/sim/semantics.h"

namespace loopscope::lesson {

namespace {

constexpr std::string_view kSpaces = " \t\r";

std::string_view trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

// Takes the first word off the text.
std::string_view take_word(std::string_view& text) {
  text = trimmed(text);
  const std::string_view word = text.substr(0, text.find_first_of(kSpaces));
  text.remove_prefix(word.size());
  text = trimmed(text);
  return word;
}

// One directive as written: "@latency disk 2ms..5ms" at line 4.
struct Written {
  std::string name;  // without the @
  std::string argument;
  unsigned line = 0;
  unsigned last_line = 0;  // of a paragraph
};

// What went wrong, in words for after "file:line: ", or nothing.
using Complaint = std::optional<std::string>;

Complaint expected(const Written& written, std::string_view what) {
  return "@" + written.name + " expects " + std::string(what) + ", not \"" + written.argument +
         "\"";
}

Complaint read_title(const Written& written, Directives& directives) {
  if (written.argument.empty()) return expected(written, "a title");
  directives.title = written.argument;
  return {};
}

Complaint read_lesson(const Written& written, Directives& directives) {
  if (written.argument.empty()) return expected(written, "a paragraph");
  directives.lesson = written.argument;
  return {};
}

Complaint read_node(const Written& written, Directives& directives) {
  const std::string name = "node" + written.argument;
  if (!sim::semantics_named(name)) return expected(written, "10, 18, 20, 22 or 24");
  directives.semantics = name;
  return {};
}

Complaint read_seed(const Written& written, Directives& directives) {
  directives.seed = parse_count(written.argument);
  return directives.seed ? Complaint() : expected(written, "a whole number");
}

Complaint read_cpus(const Written& written, Directives& directives) {
  constexpr uint64_t kMostCpus = 256;
  const std::optional<uint64_t> count = parse_count(written.argument);
  if (!count || *count == 0 || *count > kMostCpus)
    return expected(written, "a number from 1 to 256");
  directives.cpus = static_cast<int>(*count);
  return {};
}

Complaint read_latency(const Written& written, Directives& directives) {
  std::string_view rest = written.argument;
  const std::string_view device = take_word(rest);
  const std::optional<DurationRange> range = parse_duration_range(rest);
  if ((device != "disk" && device != "db" && device != "net" && device != "dns") || !range)
    return expected(written, "a device and a time, such as \"disk 2ms..5ms\"");
  if (device == "disk")
    directives.disk_latency = range;
  else if (device == "db")
    directives.database_latency = range;
  else if (device == "net")
    directives.net_latency = range;
  else
    directives.unsupported.push_back({written.name + " " + std::string(device), written.line});
  return {};
}

// As large as files get on the simulated machine.
constexpr uint64_t kLargestFile = 1ULL << 43;

constexpr std::array kFileKinds = {
    std::pair(std::string_view("csv"), Directives::FileKind::csv),
    std::pair(std::string_view("jsonl"), Directives::FileKind::jsonl),
    std::pair(std::string_view("log"), Directives::FileKind::log),
    std::pair(std::string_view("text"), Directives::FileKind::text),
    std::pair(std::string_view("zeros"), Directives::FileKind::zeros),
    std::pair(std::string_view("random"), Directives::FileKind::random),
};

// Whether a path stays in the folder it starts from.
bool stays_inside(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.back() == '/') return false;
  while (!path.empty()) {
    const size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (name.empty() || name == "." || name == "..") return false;
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
  }
  return true;
}

Complaint read_file(const Written& written, Directives& directives) {
  std::string_view rest = written.argument;
  const std::string_view name = take_word(rest);
  const std::optional<uint64_t> size = parse_size(take_word(rest));
  const auto kind = std::find_if(kFileKinds.begin(), kFileKinds.end(),
                                 [&](const auto& known) { return known.first == rest; });
  if (!stays_inside(name) || !size || *size > kLargestFile || kind == kFileKinds.end())
    return expected(written,
                    "a name in the program's folder, a size and a kind (csv, jsonl, log, text, "
                    "zeros or random), such as \"huge.csv 64MiB csv\"");
  directives.files.push_back({std::string(name), *size, kind->second});
  return {};
}

Complaint read_client(const Written& written, Directives& directives) {
  ClientDirective client;
  if (const Complaint complaint = read_client_directive(written.argument, client))
    return "@" + written.name + " " + *complaint;
  directives.clients.push_back(std::move(client));
  return {};
}

Complaint read_pm2(const Written& written, Directives& directives) {
  std::string_view command = written.argument;
  std::string_view rest = command;
  const std::optional<VirtualTime> at = parse_duration(take_word(rest));
  if (at) command = rest;
  if (command.empty())
    return expected(written,
                    "a command, such as \"start app.js -i max\", or a time and one, such as \"2s "
                    "reload app\"");
  directives.typed.push_back({at.value_or(VirtualTime{}), std::string(command), written.line});
  return {};
}

Complaint read_bandwidth(const Written& written, Directives& directives) {
  std::string_view rest = written.argument;
  const std::string_view device = take_word(rest);
  const std::optional<uint64_t> rate = parse_rate(rest);
  if (device != "net" || !rate || *rate == 0)
    return expected(written, "a device and a rate, such as \"net 10MiB/s\"");
  directives.net_bytes_per_second = rate;
  return {};
}

struct Known {
  std::string_view name;
  Complaint (*read)(const Written&, Directives&);
};

constexpr std::array kKnown = {
    Known{"bandwidth", read_bandwidth}, Known{"client", read_client},
    Known{"cpus", read_cpus},           Known{"file", read_file},
    Known{"latency", read_latency},     Known{"lesson", read_lesson},
    Known{"node", read_node},           Known{"pm2", read_pm2},
    Known{"seed", read_seed},           Known{"title", read_title},
};

bool belongs_to_another_tool(std::string_view name) {
  static constexpr std::array others = {"author", "copyright", "eslint",   "flow",    "format",
                                        "jsx",    "license",   "preserve", "prettier"};
  return name.starts_with("ts-") || std::find(others.begin(), others.end(), name) != others.end();
}

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

std::string unknown_directive(const std::string& name) {
  std::string text = "unknown directive @" + name;
  const auto nearest =
      std::min_element(kKnown.begin(), kKnown.end(), [&](const Known& a, const Known& b) {
        return edit_distance(a.name, name) < edit_distance(b.name, name);
      });
  if (edit_distance(nearest->name, name) <= 2)
    return text + "; did you mean @" + std::string(nearest->name) + "?";
  text += "; expected one of";
  for (const Known& known : kKnown) text += " @" + std::string(known.name);
  return text;
}

// Where the next directive begins in a comment's text at or after `from`, or npos.
size_t find_directive(std::string_view comment, size_t from) {
  for (size_t at = comment.find('@', from); at != std::string_view::npos;
       at = comment.find('@', at + 1)) {
    const std::string_view before = comment.substr(0, at);
    if (trimmed(before).empty() || before.ends_with("  ") || before.ends_with("\t") ||
        trimmed(before).ends_with("//"))
      return at;
  }
  return std::string_view::npos;
}

// Splits one comment's text into directives; text before the first goes on with the last one
// written.
void split_comment(std::string_view comment, unsigned line, std::vector<Written>& written,
                   bool& lesson_open) {
  size_t at = find_directive(comment, 0);
  const std::string_view continuation = trimmed(comment.substr(0, at));
  if (continuation.empty() && at == std::string_view::npos) lesson_open = false;
  if (lesson_open && !continuation.empty()) {
    std::string& lesson = written.back().argument;
    lesson += (lesson.empty() ? "" : " ") + std::string(continuation);
    written.back().last_line = line;
  }
  while (at != std::string_view::npos) {
    const size_t next = find_directive(comment, at + 1);
    std::string_view text = trimmed(comment.substr(
        at + 1, next == std::string_view::npos ? std::string_view::npos : next - at - 1));
    while (text.ends_with('/')) text = trimmed(text.substr(0, text.size() - 1));
    const std::string name(take_word(text));
    written.push_back({name, std::string(text), line, line});
    lesson_open = name == "lesson";
    at = next;
  }
}

std::vector<Written> find_written(std::string_view source) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (source.starts_with(kByteOrderMark)) source.remove_prefix(kByteOrderMark.size());
  std::vector<Written> written;
  bool lesson_open = false;
  for (unsigned line = 1; !source.empty(); ++line) {
    const size_t end = source.find('\n');
    const std::string_view text = trimmed(source.substr(0, end));
    source.remove_prefix(end == std::string_view::npos ? source.size() : end + 1);
    if (text.empty()) {
      lesson_open = false;
      continue;
    }
    if (line == 1 && text.starts_with("#!")) continue;
    if (!text.starts_with("//")) break;
    split_comment(text.substr(2), line, written, lesson_open);
  }
  return written;
}

}  // namespace

Result<Directives> parse_directives(std::string_view source, const std::string& file) {
  Directives directives;
  for (const Written& written : find_written(source)) {
    if (belongs_to_another_tool(written.name)) continue;
    const auto known = std::find_if(kKnown.begin(), kKnown.end(), [&](const Known& candidate) {
      return candidate.name == written.name;
    });
    if (known == kKnown.end()) return Problem{file, written.line, unknown_directive(written.name)};
    if (const Complaint complaint = known->read(written, directives))
      return Problem{file, written.line, *complaint};
  }
  return directives;
}

unsigned last_directive_line(std::string_view source) {
  unsigned last = 0;
  for (const Written& written : find_written(source))
    if (!belongs_to_another_tool(written.name)) last = written.last_line;
  return last;
}

}  // namespace loopscope::lesson
