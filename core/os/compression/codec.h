#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/sim/cost_model.h"
#include "core/trace/types.h"

namespace loopscope::os {

// Why a codec cannot go on, as Node tells it: the error's message, errno and code.
struct CodecFault {
  std::string message;
  int number = 0;
  std::string code;
};

// A compressor or decompressor that takes its input in pieces: bytes in, bytes out, and a state
// between. What it does takes no virtual time by itself: cost() says how long it would have taken.
class Codec {
 public:
  struct Progress {
    size_t consumed = 0;  // bytes of input
    size_t produced = 0;  // bytes of output
    std::optional<CodecFault> fault;
  };

  virtual ~Codec() = default;

  // Works until the input is used up, the output is full or the data ends. `flush` is how much of
  // what it holds back is to come out, as the library behind it numbers that: zlib's Z_NO_FLUSH to
  // Z_BLOCK, or a brotli operation.
  virtual Progress write(std::span<const uint8_t> input, std::span<uint8_t> output, int flush) = 0;

  // Begins anew with the same settings.
  virtual std::optional<CodecFault> reset() = 0;

  // The virtual time a write takes that got on so far.
  virtual VirtualTime cost(const sim::CostModel& costs, const Progress& progress) const = 0;
};

}  // namespace loopscope::os
