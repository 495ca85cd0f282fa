#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace loopscope::sim {

// What becomes of a rejection nobody handles (Node's --unhandled-rejections; the default changed
// from warn to throw in Node 15).
enum class UnhandledRejections { warn, throw_ };

// What differs between versions of Node. Each field was seen to differ under the real binaries
// named by `version`; tests/semantics holds the programs that show it.
struct Semantics {
  using Versions = std::span<const std::pair<std::string_view, std::string_view>>;

  std::string_view name;     // "node20", as --semantics and traces write it
  std::string_view version;  // "v20.20.2": process.version
  Versions versions;         // process.versions, in its order

  // Ticks and promise jobs run after each timer and each immediate. Before Node 11 they ran after
  // all timers of a list and all immediates of a check phase.
  bool drain_between_callbacks = true;
  // All timer lists share one libuv timer, and those due together see the time their phase began
  // at. Before Node 11 each list had a libuv timer of its own: the clock was asked before each
  // list, and ticks and promise jobs ran after each.
  bool one_libuv_timer = true;
  // When the last immediate of a check phase throws, those queued meanwhile run in the same phase.
  // Before Node 11 they waited for the next one.
  bool check_goes_on_after_throw = true;
  // The ticks that a handled throw left over run as soon as a callback scope ends: that of the main
  // script, or the one that begins the check phase. Before Node 11 neither had one.
  bool scopes_drain_after_throw = true;
  // libuv 1.45 (Node 20) runs timers at the end of an iteration, and once before the first; before,
  // each iteration began with them.
  bool timers_run_last = true;
  // require() of an ES module that does not await at top level gives its namespace; Node 18 throws.
  bool require_loads_es_modules = true;
  UnhandledRejections unhandled_rejections = UnhandledRejections::throw_;
  // The error thrown for a rejection with something that is no error has a stack; Node 18's has
  // none.
  bool rejection_errors_have_stacks = true;
  // Warnings and thrown values that are no errors come with advice to use a --trace flag. Node 10
  // gave none.
  bool hints_at_trace_flags = true;
  // The report of an uncaught error ends with Node's version, since Node 17.
  bool reports_end_with_version = true;
  // Streams: the default highWaterMark in bytes (64 KiB from Node 22 on).
  size_t stream_high_water_mark = 16384;
  // write() tells whether the buffer is full as it was before what could be written at once was;
  // since Node 20 after that.
  bool write_looks_before_it_writes = false;
  // stream.pipeline() takes an error of a stream for one of its parts being over, so that its
  // callback may come before the others have closed (until Node 20).
  bool pipeline_counts_errors = false;
};

inline constexpr std::string_view kDefaultSemantics = "node20";

std::optional<Semantics> semantics_named(std::string_view name);

// All of them, oldest first.
std::span<const Semantics> all_semantics();

}  // namespace loopscope::sim
