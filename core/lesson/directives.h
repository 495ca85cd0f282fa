#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/lesson/client_directive.h"
#include "core/lesson/quantities.h"
#include "core/lesson/result.h"

namespace loopscope::lesson {

// What a scenario says of itself and of the machine around it. Every field is absent unless
// written.
struct Directives {
  std::optional<std::string> title;
  std::optional<std::string> lesson;     // one paragraph, its lines joined
  std::optional<std::string> semantics;  // a name such as "node20"
  std::optional<uint64_t> seed;
  std::optional<int> cpus;
  std::optional<DurationRange> disk_latency;
  std::optional<DurationRange> database_latency;
  std::optional<DurationRange> net_latency;
  std::optional<uint64_t> net_bytes_per_second;

  // A file that is there without being there: "@file huge.csv 2GiB csv".
  enum class FileKind : uint8_t { csv, jsonl, log, text, zeros, random };
  struct DeclaredFile {
    std::string name;  // relative to the program's folder, and in it
    uint64_t size;
    FileKind kind;
  };
  std::vector<DeclaredFile> files;

  // What is typed at a process manager, and when: "@pm2 2s reload api".
  struct Typed {
    VirtualTime at;
    std::string command;
    unsigned line;
  };
  std::vector<Typed> typed;
  std::vector<ClientDirective> clients;

  // A directive that is known and well formed, but that nothing can carry out yet.
  struct Unsupported {
    std::string name;
    unsigned line;
  };
  std::vector<Unsupported> unsupported;
};

// Reads the directives of a program. They stand in its first comments: `//` lines at the very top,
// a
// `#!` line and blank lines aside. A directive begins at an `@` that opens the comment, follows two
// spaces, or follows another `//`, and reaches to the next one; only @lesson goes on over the
// following comment lines. Block comments hold none, so a file header with @param stays a comment,
// and the pragmas of other tools (@ts-check, @flow, @license …) are left to them.
Result<Directives> parse_directives(std::string_view source, const std::string& file);

// The last line on which a directive or its paragraph stands, counted from 1; 0 if there is none.
unsigned last_directive_line(std::string_view source);

}  // namespace loopscope::lesson
