#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/trace/types.h"

namespace loopscope::lesson {

// "250us", "2ms", "1.5s", "2m", "80ns": a span of virtual time. Nothing else may stand beside it.
std::optional<VirtualTime> parse_duration(std::string_view text);

// "2ms..5ms", or one duration for both ends. The first is not longer than the second.
struct DurationRange {
  VirtualTime shortest;
  VirtualTime longest;
};
std::optional<DurationRange> parse_duration_range(std::string_view text);

// "64MiB", "2GiB", "10kB", "512B", "4096": bytes.
std::optional<uint64_t> parse_size(std::string_view text);

// A whole number of the whole text.
std::optional<uint64_t> parse_count(std::string_view text);

}  // namespace loopscope::lesson
