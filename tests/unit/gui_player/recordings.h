#pragma once

#include <memory>
#include <sstream>

#include "core/trace/json_writer.h"
#include "gui/player/recording.h"
#include "tests/unit/trace/sample_traces.h"

// Recordings for tests, made of traces.
namespace loopscope::gui::samples {

inline std::string text_of(const trace::Trace& trace) {
  std::ostringstream text;
  trace::write_trace(trace, trace::to_stream(text));
  return text.str();
}

inline std::unique_ptr<Recording> recording_of(const trace::Trace& trace) {
  auto recording = std::make_unique<Recording>("quiz.jsonl");
  recording->feed(text_of(trace));
  recording->finish();
  recording->take_in();
  return recording;
}

inline std::unique_ptr<Recording> quiz() {
  return recording_of(trace::samples::quiz());
}

}  // namespace loopscope::gui::samples
