#pragma once

#include "core/js/async_chain.h"
#include "core/js/v8_error_state.h"
#include "core/js/v8_frames.h"

namespace loopscope::host {

// "async f (file:2:3)": a function that waits, with the place of its await.
StackFrame async_frame(ErrorState& state, const AsyncLink& link);

}  // namespace loopscope::host
