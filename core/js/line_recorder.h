#pragma once

#include <jsapi.h>

#include <cstdint>

#include "core/js/line_request.h"

namespace loopscope::host {

// Records each line and frame of the program's own code that runs, with the local variables, by the
// engine's Debugger (node/internal/line_recorder.js, in a realm of its own, as the Debugger asks
// for). Attaching it changes what the meter counts: only for a run that replays Readings.
class LineRecorder {
 public:
  // `records_returns`: also how frames are left.
  LineRecorder(JSContext* cx, const LineRequest& request, bool records_returns);

  // Watches the program's global object. False: an exception is pending.
  [[nodiscard]] bool start(JS::HandleObject global);

  void begin_task(uint32_t task);
  void end_task();

 private:
  void call(JS::HandleObject function);

  JSContext* m_cx;
  const LineRequest& m_request;
  bool m_records_returns;
  JS::PersistentRootedObject m_realm;
  JS::PersistentRootedObject m_begin;
  JS::PersistentRootedObject m_end;
  bool m_recording = false;
};

}  // namespace loopscope::host
