#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/trace/types.h"

namespace loopscope::sim {

// Algorithms that cost about the same.
enum class DigestFamily : uint8_t { kMd5, kSha1, kSha256, kSha512, kSha3, kOther };
inline constexpr size_t kDigestFamilies = 6;
enum class CipherFamily : uint8_t { kFast, kSlow, kTripleDes };  // fast: AES and ChaCha20
inline constexpr size_t kCipherFamilies = 3;

// What things cost in virtual time. The figures are round and of the order that real node 20 shows
// on a common machine: what matters is that they are the same in every run.
struct CostModel {
  // One JavaScript call or loop iteration, the unit of the CPU meter.
  VirtualTime per_count{10};
  // One reading of a clock. Dearer than it is (about 30 ns), so that a loop that waits for a time
  // to come reaches it after a million readings a second instead of thirty.
  VirtualTime clock_read{1'000};
  // One write to stdout or stderr.
  VirtualTime console_write = VirtualTime::from_us(5);
  // From the start of the process to the first line of the main script.
  VirtualTime startup = VirtualTime::from_ms(25);
  // From the end of the main script to the loop's first look at its timers. Under real Node a timer
  // of 1 ms may or may not be due then; in the middle of this range it is.
  VirtualTime loop_start_min = VirtualTime::from_us(200);
  VirtualTime loop_start_max = VirtualTime::from_us(2'200);
  // One operation on the disk, on a thread of the pool or on the calling thread.
  VirtualTime disk_min = VirtualTime::from_us(60);
  VirtualTime disk_max = VirtualTime::from_us(140);
  // One statement of a database, on a thread of the pool.
  VirtualTime database_min = disk_min;
  VirtualTime database_max = disk_max;
  // To compile a statement, or to bind values to it: no access to the database.
  VirtualTime statement_compiled = VirtualTime::from_us(20);
  // What bytes on the disk take besides.
  uint64_t disk_read_per_second = 2'000'000'000;
  uint64_t disk_write_per_second = 1'000'000'000;
  // One call of the machine about a socket.
  VirtualTime socket_call = VirtualTime::from_us(5);
  // One write to a codec, whatever its length.
  VirtualTime codec_call = VirtualTime::from_us(5);
  // One byte of input, compressed by zlib at level 0 to 9 or by brotli at quality 0 to 11. Measured
  // on rows of numbers and on prose; what is all alike takes a tenth of it under real Node.
  std::array<VirtualTime, 10> deflate_byte{
      {{1}, {10}, {10}, {10}, {12}, {20}, {25}, {30}, {50}, {60}}};
  std::array<VirtualTime, 12> brotli_byte{
      {{4}, {6}, {9}, {12}, {25}, {45}, {60}, {75}, {90}, {150}, {500}, {1'100}}};
  // One byte in or out of any decompressor.
  VirtualTime decompress_byte{2};
  // Making a hash, a MAC, a cipher or a key, besides its data.
  VirtualTime crypto_call = VirtualTime::from_us(5);
  // One KiB hashed, and one iteration of PBKDF2 for each piece of key as long as the hash: by
  // DigestFamily. Measured with SHA instructions, which take SHA-1 and SHA-256 a good deal further.
  std::array<VirtualTime, kDigestFamilies> digest_kib{
      {{2'000}, {500}, {500}, {1'500}, {6'000}, {10'000}}};
  std::array<VirtualTime, kDigestFamilies> pbkdf2_iteration{
      {{500}, {300}, {300}, {800}, {1'500}, {1'500}}};
  // N × r × p of these are one scrypt.
  VirtualTime scrypt_block{400};
  // One KiB encrypted or decrypted, by CipherFamily.
  std::array<VirtualTime, kCipherFamilies> cipher_kib{{{1'000}, {20'000}, {100'000}}};
  // A name looked up: in the machine's own table, or at a name server.
  VirtualTime own_name = VirtualTime::from_us(200);
  VirtualTime dns_min = VirtualTime::from_ms(5);
  VirtualTime dns_max = VirtualTime::from_ms(25);
  // Random bytes: one call, and one KiB.
  VirtualTime random_call = VirtualTime::from_us(2);
  VirtualTime random_kib{250};
  // To make a worker, for the agent that does; and from then to the first line of its program, on a
  // core.
  VirtualTime worker_made = VirtualTime::from_us(300);
  VirtualTime worker_startup = VirtualTime::from_ms(15);
  // To fork a process, for the one that does; its start-up is that of any.
  VirtualTime process_made = VirtualTime::from_ms(1);
  // A message on its way to another agent, or to another port of its sender. Not less than the
  // scheduler's lookahead.
  VirtualTime message_latency = VirtualTime::from_us(30);
  // To serialize a message, and to read it again: each, and for each byte. A transferred buffer has
  // none.
  VirtualTime message_copy = VirtualTime::from_us(2);
  VirtualTime message_copy_byte{1};
  // From Atomics.notify() to a blocked agent going on.
  VirtualTime notify_latency = VirtualTime::from_us(30);
};

inline VirtualTime times(size_t count, VirtualTime cost) {
  return {static_cast<int64_t>(count) * cost.ns};
}

}  // namespace loopscope::sim
