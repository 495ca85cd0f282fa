#include "core/sim/semantics.h"

#include <algorithm>
#include <array>

namespace loopscope::sim {

namespace {

using Version = std::pair<std::string_view, std::string_view>;

constexpr auto kNode10Versions = std::to_array<Version>({
    {"http_parser", "2.9.4"},
    {"node", "10.24.1"},
    {"v8", "6.8.275.32-node.59"},
    {"uv", "1.34.2"},
    {"zlib", "1.2.11"},
    {"brotli", "1.0.7"},
    {"ares", "1.15.0"},
    {"modules", "64"},
    {"nghttp2", "1.41.0"},
    {"napi", "7"},
    {"openssl", "1.1.1k"},
    {"icu", "64.2"},
    {"unicode", "12.1"},
    {"cldr", "35.1"},
    {"tz", "2019c"},
});

constexpr auto kNode18Versions = std::to_array<Version>({
    {"node", "18.20.8"},
    {"acorn", "8.14.0"},
    {"ada", "2.8.0"},
    {"ares", "1.29.0"},
    {"base64", "0.5.2"},
    {"brotli", "1.1.0"},
    {"cjs_module_lexer", "1.2.2"},
    {"cldr", "44.1"},
    {"icu", "74.2"},
    {"llhttp", "6.1.1"},
    {"modules", "108"},
    {"napi", "9"},
    {"nghttp2", "1.61.0"},
    {"openssl", "3.0.16"},
    {"simdutf", "5.6.4"},
    {"tz", "2024a"},
    {"undici", "5.29.0"},
    {"unicode", "15.1"},
    {"uv", "1.44.2"},
    {"uvwasi", "0.0.19"},
    {"v8", "10.2.154.26-node.39"},
    {"zlib", "1.3.0.1-motley"},
});

constexpr auto kNode20Versions = std::to_array<Version>({
    {"node", "20.20.2"},
    {"acorn", "8.16.0"},
    {"ada", "2.9.2"},
    {"ares", "1.34.6"},
    {"brotli", "1.1.0"},
    {"cjs_module_lexer", "2.2.0"},
    {"cldr", "48.0"},
    {"icu", "78.2"},
    {"llhttp", "9.3.1"},
    {"modules", "115"},
    {"napi", "9"},
    {"nghttp2", "1.61.0"},
    {"openssl", "3.0.19"},
    {"simdutf", "6.4.2"},
    {"tz", "2025c"},
    {"undici", "6.24.1"},
    {"unicode", "17.0"},
    {"uv", "1.46.0"},
    {"uvwasi", "0.0.23"},
    {"v8", "11.3.244.8-node.38"},
    {"zlib", "1.3.1-e00f703"},
});

constexpr auto kNode22Versions = std::to_array<Version>({
    {"node", "22.23.3"},
    {"acorn", "8.16.0"},
    {"ada", "2.9.2"},
    {"amaro", "1.1.8"},
    {"ares", "1.34.8"},
    {"brotli", "1.1.0"},
    {"cjs_module_lexer", "2.2.0"},
    {"cldr", "48.0"},
    {"icu", "78.3"},
    {"llhttp", "9.4.3"},
    {"modules", "127"},
    {"napi", "10"},
    {"nbytes", "0.1.3"},
    {"ncrypto", "0.0.1"},
    {"nghttp2", "1.69.0"},
    {"openssl", "3.5.8"},
    {"simdjson", "4.5.0"},
    {"simdutf", "6.4.2"},
    {"sqlite", "3.51.3"},
    {"tz", "2026c"},
    {"undici", "6.28.1"},
    {"unicode", "17.0"},
    {"uv", "1.51.0"},
    {"uvwasi", "0.0.23"},
    {"v8", "12.4.254.21-node.57"},
    {"zlib", "1.3.1-e00f703"},
    {"zstd", "1.5.7"},
});

constexpr auto kNode24Versions = std::to_array<Version>({
    {"node", "24.21.0"},
    {"acorn", "8.18.0"},
    {"ada", "4.0.0"},
    {"amaro", "1.1.11"},
    {"ares", "1.34.8"},
    {"brotli", "1.2.0"},
    {"cldr", "48.0"},
    {"icu", "78.3"},
    {"llhttp", "9.4.3"},
    {"merve", "1.2.2"},
    {"modules", "137"},
    {"napi", "10"},
    {"nbytes", "0.1.4"},
    {"ncrypto", "0.0.1"},
    {"nghttp2", "1.70.0"},
    {"nghttp3", ""},
    {"ngtcp2", ""},
    {"openssl", "3.5.8"},
    {"simdjson", "4.6.7"},
    {"simdutf", "6.4.0"},
    {"sqlite", "3.53.4"},
    {"tz", "2026c"},
    {"undici", "7.29.1"},
    {"unicode", "17.0"},
    {"uv", "1.52.1"},
    {"uvwasi", "0.0.23"},
    {"v8", "13.6.233.17-node.53"},
    {"zlib", "1.3.2.1-motley-8002e91"},
    {"zstd", "1.5.7"},
});

constexpr size_t kKiB = 1024;

constexpr std::array kAll = {
    Semantics{.name = "node10",
              .version = "v10.24.1",
              .versions = kNode10Versions,
              .drain_between_callbacks = false,
              .one_libuv_timer = false,
              .check_goes_on_after_throw = false,
              .scopes_drain_after_throw = false,
              .timers_run_last = false,
              .require_loads_es_modules = false,
              .unhandled_rejections = UnhandledRejections::warn,
              .rejection_errors_have_stacks = false,
              .hints_at_trace_flags = false,
              .reports_end_with_version = false,
              .stream_high_water_mark = 16 * kKiB,
              .write_looks_before_it_writes = true,
              .pipeline_counts_errors = true},
    Semantics{.name = "node18",
              .version = "v18.20.8",
              .versions = kNode18Versions,
              .timers_run_last = false,
              .require_loads_es_modules = false,
              .rejection_errors_have_stacks = false,
              .stream_high_water_mark = 16 * kKiB,
              .write_looks_before_it_writes = true,
              .pipeline_counts_errors = true},
    Semantics{.name = "node20",
              .version = "v20.20.2",
              .versions = kNode20Versions,
              .stream_high_water_mark = 16 * kKiB,
              .pipeline_counts_errors = true},
    Semantics{.name = "node22",
              .version = "v22.23.3",
              .versions = kNode22Versions,
              .stream_high_water_mark = 64 * kKiB},
    Semantics{.name = "node24",
              .version = "v24.21.0",
              .versions = kNode24Versions,
              .stream_high_water_mark = 64 * kKiB},
};

}  // namespace

std::optional<Semantics> semantics_named(std::string_view name) {
  const auto found = std::find_if(kAll.begin(), kAll.end(), [name](const Semantics& semantics) {
    return semantics.name == name;
  });
  if (found == kAll.end()) return std::nullopt;
  return *found;
}

std::span<const Semantics> all_semantics() {
  return kAll;
}

}  // namespace loopscope::sim
