#include <brotli/decode.h>
#include <brotli/encode.h>
#include <zlib.h>

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/os/compression/brotli_decoder.h"
#include "core/os/compression/brotli_encoder.h"
#include "core/os/compression/crc32.h"
#include "core/os/compression/deflate.h"
#include "core/os/compression/inflate.h"

using namespace loopscope;
using Bytes = std::vector<uint8_t>;
using os::Codec;
using os::Deflate;
using os::DeflateFormat;
using os::Inflate;

namespace {

Bytes bytes(std::string_view text) {
  return {text.begin(), text.end()};
}

struct Run {
  Bytes output;
  size_t consumed = 0;
  std::optional<os::CodecFault> fault;
};

// Writes everything, in pieces of input and into pieces of output of these sizes.
Run run(Codec& codec, const Bytes& input, int flush, int last_flush, size_t input_piece = 1 << 20,
        size_t output_piece = 1 << 20) {
  Run result;
  do {
    const size_t size = std::min(input_piece, input.size() - result.consumed);
    const bool is_last = result.consumed + size == input.size();
    Bytes room(output_piece);
    const Codec::Progress progress =
        codec.write({input.data() + result.consumed, size}, room, is_last ? last_flush : flush);
    result.consumed += progress.consumed;
    result.output.insert(result.output.end(), room.begin(),
                         room.begin() + static_cast<std::ptrdiff_t>(progress.produced));
    result.fault = progress.fault;
    const bool may_have_more = progress.produced == output_piece;
    if (is_last && !may_have_more) break;
    if (progress.consumed == 0 && !may_have_more && size > 0) break;  // behind the end of the data
  } while (!result.fault);
  return result;
}

Bytes deflated(const Bytes& input, const Deflate::Options& options) {
  Deflate codec(options);
  return run(codec, input, Z_NO_FLUSH, Z_FINISH).output;
}

Bytes zipped(std::string_view text) {
  return deflated(bytes(text), {DeflateFormat::kGzip});
}

Run inflated(const Bytes& input, const Inflate::Options& options, size_t input_piece = 1 << 20,
             size_t output_piece = 1 << 20) {
  Inflate codec(options);
  return run(codec, input, Z_NO_FLUSH, Z_FINISH, input_piece, output_piece);
}

Bytes joined(const Bytes& one, const Bytes& other) {
  Bytes result = one;
  result.insert(result.end(), other.begin(), other.end());
  return result;
}

Bytes numbered_lines() {
  std::string text;
  for (int i = 0; i < 5'000; ++i) text += "line " + std::to_string(i * 7919 % 997) + "\n";
  return bytes(text);
}

void check_fault(const Run& run, const std::string& message, int number, const std::string& code) {
  REQUIRE(run.fault);
  CHECK(run.fault->message == message);
  CHECK(run.fault->number == number);
  CHECK(run.fault->code == code);
}

}  // namespace

TEST_CASE("deflated data comes back in each format, whatever the sizes of the pieces",
          "[os][compression]") {
  const auto format = GENERATE(DeflateFormat::kZlib, DeflateFormat::kGzip, DeflateFormat::kRaw);
  const size_t piece = GENERATE(1, 7, 4096);
  const Bytes lines = numbered_lines();
  Deflate deflate({format});
  const Run packed = run(deflate, lines, Z_NO_FLUSH, Z_FINISH, piece, 64);
  CHECK_FALSE(packed.fault);
  CHECK(packed.output.size() < lines.size() / 2);
  const Run unpacked = inflated(packed.output, {format}, piece, 64);
  CHECK_FALSE(unpacked.fault);
  CHECK(unpacked.output == lines);
}

TEST_CASE("a gzip header names no time and Unix, so that it is the same in every run",
          "[os][compression]") {
  const Bytes packed = zipped("hello");
  CHECK(Bytes(packed.begin(), packed.begin() + 10) == Bytes{0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3});
}

TEST_CASE("a reader of either format looks at the first two bytes, also one by one",
          "[os][compression]") {
  const Bytes text = bytes("either");
  for (const DeflateFormat format : {DeflateFormat::kZlib, DeflateFormat::kGzip})
    for (const size_t piece : {1U, 1'000U})
      CHECK(inflated(deflated(text, {format}), {DeflateFormat::kEither, 0}, piece).output == text);
}

TEST_CASE("gzip members one behind the other are read as one", "[os][compression]") {
  const Bytes both = joined(zipped("one "), zipped("two"));
  for (const size_t piece : {1U, 1'000U}) {
    CHECK(inflated(both, {DeflateFormat::kGzip}, piece).output == bytes("one two"));
    CHECK(inflated(both, {DeflateFormat::kEither, 0}, piece).output == bytes("one two"));
  }
}

TEST_CASE("behind the last gzip member zeros are left alone and anything else is a fault",
          "[os][compression]") {
  const Run padded = inflated(joined(zipped("data"), {0, 0, 9}), {DeflateFormat::kGzip});
  CHECK_FALSE(padded.fault);
  CHECK(padded.output == bytes("data"));
  CHECK(padded.consumed == zipped("data").size());
  check_fault(inflated(joined(zipped("data"), {9, 9}), {DeflateFormat::kGzip}),
              "incorrect header check", -3, "Z_DATA_ERROR");
}

TEST_CASE("what lies behind deflated data is not touched", "[os][compression]") {
  const Bytes packed = deflated(bytes("data"), {});
  const Run unpacked = inflated(joined(packed, bytes("garbage")), {});
  CHECK_FALSE(unpacked.fault);
  CHECK(unpacked.consumed == packed.size());
}

TEST_CASE("faults are told in zlib's words", "[os][compression]") {
  check_fault(inflated(bytes("no deflated data"), {}), "incorrect header check", -3,
              "Z_DATA_ERROR");
  Bytes packed = deflated(bytes("data"), {});
  packed.back() ^= 1;
  check_fault(inflated(packed, {}), "incorrect data check", -3, "Z_DATA_ERROR");
}

TEST_CASE("data that ends too early is a fault only of the last write", "[os][compression]") {
  Bytes packed = zipped("data that is cut off");
  packed.resize(packed.size() - 9);
  check_fault(inflated(packed, {DeflateFormat::kGzip}), "unexpected end of file", -5,
              "Z_BUF_ERROR");
  Inflate codec({DeflateFormat::kGzip});
  CHECK_FALSE(run(codec, packed, Z_NO_FLUSH, Z_SYNC_FLUSH).fault);
}

TEST_CASE("a dictionary must be the one the data was made with", "[os][compression]") {
  const Bytes text = bytes("a dictionary knows dictionary");
  const Bytes dictionary = bytes("dictionary");
  const Bytes packed = deflated(text, {DeflateFormat::kZlib, 15, -1, 8, 0, dictionary});
  CHECK(inflated(packed, {DeflateFormat::kZlib, 15, dictionary}).output == text);
  check_fault(inflated(packed, {}), "Missing dictionary", 2, "Z_NEED_DICT");
  check_fault(inflated(packed, {DeflateFormat::kZlib, 15, bytes("wrong")}), "Bad dictionary", 2,
              "Z_NEED_DICT");
}

TEST_CASE("bare data is read with a dictionary that it does not ask for", "[os][compression]") {
  const Bytes text = bytes("a dictionary knows dictionary");
  const Bytes dictionary = bytes("dictionary");
  const Bytes packed = deflated(text, {DeflateFormat::kRaw, 15, -1, 8, 0, dictionary});
  CHECK(inflated(packed, {DeflateFormat::kRaw, 15, dictionary}).output == text);
}

TEST_CASE("a reset codec begins anew with its dictionary", "[os][compression]") {
  const Bytes dictionary = bytes("dictionary");
  Deflate deflate({DeflateFormat::kRaw, 15, -1, 8, 0, dictionary});
  const Bytes first = run(deflate, dictionary, Z_NO_FLUSH, Z_FINISH).output;
  CHECK_FALSE(deflate.reset());
  CHECK(run(deflate, dictionary, Z_NO_FLUSH, Z_FINISH).output == first);
  Inflate inflate({DeflateFormat::kRaw, 15, dictionary});
  CHECK(run(inflate, first, Z_NO_FLUSH, Z_FINISH).output == dictionary);
  CHECK_FALSE(inflate.reset());
  CHECK(run(inflate, first, Z_NO_FLUSH, Z_FINISH).output == dictionary);
}

TEST_CASE("new parameters hold for what is written after a flush, except in gzip's format",
          "[os][compression]") {
  const Bytes lines = numbered_lines();
  for (const auto& [format, compresses] :
       {std::pair{DeflateFormat::kZlib, true}, std::pair{DeflateFormat::kGzip, false}}) {
    Deflate codec({format, 15, 0});
    Bytes packed = run(codec, lines, Z_NO_FLUSH, Z_SYNC_FLUSH).output;
    CHECK(packed.size() > lines.size());
    CHECK_FALSE(codec.set_params(9, Z_DEFAULT_STRATEGY));
    const Bytes more = run(codec, lines, Z_NO_FLUSH, Z_FINISH).output;
    CHECK((more.size() < lines.size() / 2) == compresses);
    CHECK(inflated(joined(packed, more), {format}).output == joined(lines, lines));
  }
}

TEST_CASE("a write costs its bytes at the rate of the level", "[os][compression]") {
  const sim::CostModel costs;
  const Deflate fast({DeflateFormat::kZlib, 15, 1});
  const Deflate usual({DeflateFormat::kZlib, 15, -1});
  CHECK(fast.cost(costs, {1'000, 10, {}}) == costs.codec_call + VirtualTime{10'000});
  CHECK(usual.cost(costs, {1'000, 10, {}}) == costs.codec_call + VirtualTime{25'000});
  const Inflate inflate({});
  CHECK(inflate.cost(costs, {100, 900, {}}) == costs.codec_call + VirtualTime{2'000});
}

TEST_CASE("brotli data comes back, whatever the sizes of the pieces", "[os][compression]") {
  const size_t piece = GENERATE(1, 7, 4096);
  const Bytes lines = numbered_lines();
  const os::BrotliSetting settings[] = {{BROTLI_PARAM_QUALITY, 5}};
  const auto encoder = os::BrotliEncoder::create(settings);
  const Run packed =
      run(*encoder, lines, BROTLI_OPERATION_PROCESS, BROTLI_OPERATION_FINISH, piece, 64);
  CHECK_FALSE(packed.fault);
  CHECK(packed.output.size() < lines.size() / 2);
  const auto decoder = os::BrotliDecoder::create({});
  const Run unpacked =
      run(*decoder, packed.output, BROTLI_OPERATION_PROCESS, BROTLI_OPERATION_FINISH, piece, 64);
  CHECK_FALSE(unpacked.fault);
  CHECK(unpacked.output == lines);
}

TEST_CASE("brotli's faults have its names, and an early end zlib's", "[os][compression]") {
  const auto decoder = os::BrotliDecoder::create({});
  check_fault(run(*decoder, {0xFF, 0xFF, 0xFF, 0xFF}, 0, BROTLI_OPERATION_FINISH),
              "Decompression failed", -15, "ERR__ERROR_FORMAT_PADDING_2");
  CHECK_FALSE(decoder->reset());
  check_fault(run(*decoder, {0x0B}, 0, BROTLI_OPERATION_FINISH), "unexpected end of file", -5,
              "Z_BUF_ERROR");
}

TEST_CASE("a reset brotli encoder forgets its settings, as Node's does", "[os][compression]") {
  const sim::CostModel costs;
  const os::BrotliSetting settings[] = {{BROTLI_PARAM_QUALITY, 0}};
  const auto encoder = os::BrotliEncoder::create(settings);
  const auto of_quality = [&](size_t quality) {
    return costs.codec_call + sim::times(1'000, costs.brotli_byte[quality]);
  };
  CHECK(encoder->cost(costs, {1'000, 0, {}}) == of_quality(0));
  CHECK_FALSE(encoder->reset());
  CHECK(encoder->cost(costs, {1'000, 0, {}}) == of_quality(BROTLI_DEFAULT_QUALITY));
}

TEST_CASE("a brotli decoder refuses settings it does not know", "[os][compression]") {
  const os::BrotliSetting settings[] = {{99, 1}};
  CHECK(os::BrotliDecoder::create(settings) == nullptr);
}

TEST_CASE("a checksum goes on from where another ended", "[os][compression]") {
  const uint32_t whole = os::crc32(bytes("hello"), 0);
  CHECK(whole == 907'060'870);
  CHECK(os::crc32(bytes("lo"), os::crc32(bytes("hel"), 0)) == whole);
}
