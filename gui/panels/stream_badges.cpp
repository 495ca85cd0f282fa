#include "gui/panels/stream_badges.h"

#include <algorithm>

namespace loopscope::gui {

using trace::ReadMode;
using trace::StreamState;

namespace {

bool waits_for_drain(const StreamState& state) {
  return std::ranges::any_of(state.pipes, &trace::StreamPipe::awaits);
}

}  // namespace

bool needs_drain(const StreamState& state) {
  return state.writable && state.writable->full && !state.writable->ending && !state.destroyed;
}

std::vector<StreamBadge> badges_of(const Palette& p, const StreamState& state) {
  std::vector<StreamBadge> badges;
  const ImU32 quiet = p.dim;
  if (state.error)
    badges.push_back({"error", p.bad, "It failed, and was destroyed if autoDestroy is on."});
  if (state.destroyed) {
    badges.push_back({state.closed ? "closed" : "destroyed", quiet,
                      "destroy() was called: nothing more comes out or goes in."});
    return badges;
  }
  if (state.writable) {
    const trace::WritableState& side = *state.writable;
    if (needs_drain(state))
      badges.push_back({"needs drain", p.bad,
                        "writableNeedDrain: write() returned false. Whoever writes should wait for "
                        "'drain', which comes when the buffer is empty."});
    if (side.corked > 0)
      badges.push_back({"corked", p.warning, "cork(): all writes wait until uncork()."});
    if (side.finished)
      badges.push_back({"finished", p.good, "'finish': all that was written is done."});
    else if (side.ending)
      badges.push_back({"ending", quiet, "end() was called: no more may be written."});
  }
  if (state.readable) {
    const trace::ReadableState& side = *state.readable;
    if (side.end_emitted)
      badges.push_back({"ended", p.good, "'end': all data was read."});
    else if (waits_for_drain(state))
      badges.push_back({"waits for drain", p.bad,
                        "Paused by pipe(): a destination is full and has not drained."});
    else if (side.mode == ReadMode::flows)
      badges.push_back({"flowing", p.good, "Chunks are handed out as 'data' as they come."});
    else if (side.mode == ReadMode::paused)
      badges.push_back(
          {"paused", p.warning, "Chunks wait in the buffer until resume() or read()."});
    else if (side.mode == ReadMode::listened)
      badges.push_back(
          {"readable mode", p.accent, "A 'readable' listener takes chunks with read()."});
  }
  return badges;
}

}  // namespace loopscope::gui
