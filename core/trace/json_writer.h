#pragma once

#include <cstdio>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "core/trace/trace.h"

namespace loopscope::trace {

// Takes bytes away; false when they can't be written, after which it isn't called again.
using ByteOutput = std::function<bool(std::string_view)>;

// None of these owns what it writes to.
ByteOutput to_stream(std::ostream& stream);
ByteOutput to_file(std::FILE* file);
ByteOutput to_descriptor(int descriptor);

// Writes a trace as JSON Lines (core/trace/README.md), the header at once. Buffers: what is
// recorded is in the output after flush(), and at the latest when the writer ends.
class JsonLinesWriter final : public Sink {
 public:
  JsonLinesWriter(ByteOutput output, const Header& header);
  ~JsonLinesWriter() override;
  JsonLinesWriter(const JsonLinesWriter&) = delete;
  JsonLinesWriter& operator=(const JsonLinesWriter&) = delete;

  void event(const Event& event, const StringTable& strings) override;
  void flush() override;
  // The output took no more (disk full, reader gone): the trace is cut off there.
  bool failed() const { return m_failed; }

 private:
  void header(const Header& header);

  ByteOutput m_output;
  std::string m_buffer;
  uint64_t m_step = 0;
  bool m_failed = false;
};

// One event as it stands in the file, without the line end.
std::string event_line(const Trace& trace, StepIndex step);

// The whole trace at once. False when the output failed.
bool write_trace(const Trace& trace, ByteOutput output);

}  // namespace loopscope::trace
