#include "gui/player/stream_story.h"

#include "core/trace/words.h"

namespace loopscope::gui {
namespace {

using trace::StreamBuffer;
using trace::StreamState;

// After so many events of another kind what happened is past, even within its callback.
constexpr uint64_t kStillNow = 16;

std::string amount(int64_t size, const StreamBuffer& buffer) {
  return trace::size_text(size, buffer.objects);
}

class Teller {
 public:
  explicit Teller(const StreamStory& story) : m_story(story) {}

  std::string ended() const {
    std::string open;
    const std::vector<uint32_t> streams = left_open(m_story.state);
    for (size_t i = 0; i < streams.size() && i < 3; ++i)
      open += (i == 0 ? "" : ", ") + name(streams[i]);
    if (streams.size() > 3) open += " and " + std::to_string(streams.size() - 3) + " more";
    if (open.empty()) return {};
    std::string text = "The program has ended with code " +
                       std::to_string(*m_story.state.exit_code) + ", and nobody closed " + open;
    int64_t left = 0;
    for (const uint32_t stream : streams) {
      const StreamState& state = m_story.state.streams.at(stream);
      if (state.readable && !state.readable->buffer.objects) left += state.readable->buffer.held;
    }
    if (left > 0) text += ": " + trace::size_text(left, false) + " were never read";
    return text + ".";
  }

  // A write() that has just been answered with false, or a drain that has just come.
  std::string just_now() const {
    const trace::Trace& trace = m_story.index.trace();
    for (uint64_t back = 1; back <= kStillNow && back <= m_story.position; ++back) {
      const trace::Event& event = trace.events[m_story.position - back];
      if (event.agent != m_story.agent) continue;
      if (trace::is<trace::ChunkMove>(event) || trace::is<trace::End>(event)) return {};
      if (!trace::is<trace::StreamChange>(event)) continue;
      const auto change = trace::unpack<trace::StreamChange>(event);
      const auto found = m_story.state.streams.find(change.stream);
      if (found == m_story.state.streams.end() || !found->second.writable) return {};
      if (change.op == trace::StreamOp::full) return refused(change.stream, found->second);
      if (change.op == trace::StreamOp::drain)
        return name(change.stream) +
               " is empty: 'drain' is emitted, whoever waited may write again.";
      return {};
    }
    return {};
  }

  std::string piped() const {
    for (const auto& [id, state] : m_story.state.streams)
      for (const trace::StreamPipe& pipe : state.pipes) {
        const auto to = m_story.state.streams.find(pipe.to);
        if (!pipe.awaits || to == m_story.state.streams.end() || !to->second.writable) continue;
        const StreamBuffer& buffer = to->second.writable->buffer;
        if (buffer.held >= buffer.mark)
          return name(id) + " is paused: " + name(pipe.to) + " holds " + of_mark(buffer) +
                 ", so its write() said false. It goes on at 'drain'.";
        return name(id) + " is paused until " + name(pipe.to) +
               " is empty and emits 'drain': " + held_text(buffer) +
               (buffer.objects && buffer.held == 1 ? " is" : " are") + " left.";
      }
    return {};
  }

  std::string full() const {
    for (const auto& [id, state] : m_story.state.streams) {
      if (!state.writable || state.destroyed || state.writable->finished) continue;
      const trace::WritableState& side = *state.writable;
      if (!side.full) continue;
      if (side.ignored > 0)
        return name(id) + " holds " + of_mark(side.buffer) + ": write() said false, but " +
               trace::count_text(side.ignored, "chunk") + " came after that. All of it is memory.";
      if (side.ending)
        return name(id) + " has " + held_text(side.buffer) + " left to write; then comes 'finish'.";
      return name(id) + " emits 'drain' when it is empty: " + held_text(side.buffer) +
             " to go. Until then" + told(side) + " should not write.";
    }
    return {};
  }

 private:
  std::string name(uint32_t stream) const {
    return "`" + std::string(m_story.index.stream_names().of(m_story.agent, stream)) + "`";
  }

  static std::string of_mark(const StreamBuffer& buffer) {
    return held_text(buffer) + " of " + amount(buffer.mark, buffer);
  }

  std::string told(const trace::WritableState& side) const {
    const std::string place = side.told_at ? m_story.place(side.told_at) : "";
    return place.empty() ? " whoever was told false" : " the code at " + place;
  }

  std::string refused(uint32_t stream, const StreamState& state) const {
    const StreamBuffer& buffer = state.writable->buffer;
    const std::string place = state.writable->told_at ? m_story.place(state.writable->told_at) : "";
    std::string text = "write() to " + name(stream) + (place.empty() ? "" : " at " + place) +
                       " returned false: with this chunk it holds " + amount(buffer.held, buffer);
    if (buffer.held == buffer.mark) return text + ", and that is its high-water mark.";
    return text + ", more than its high-water mark of " + amount(buffer.mark, buffer) + ".";
  }

  const StreamStory& m_story;
};

}  // namespace

std::string held_text(const StreamBuffer& buffer) {
  return buffer.objects ? std::to_string(buffer.held) : trace::size_text(buffer.held, false);
}

std::vector<uint32_t> left_open(const trace::AgentState& state) {
  std::vector<uint32_t> streams;
  for (const auto& [id, stream] : state.streams) {
    if (stream.destroyed || stream.closed) continue;
    const bool read_out = !stream.readable || stream.readable->end_emitted;
    const bool written_out = !stream.writable || stream.writable->finished;
    const bool used = (stream.readable && stream.readable->buffer.chunks_in > 0) ||
                      (stream.writable && stream.writable->buffer.chunks_in > 0);
    if (used && !(read_out && written_out)) streams.push_back(id);
  }
  return streams;
}

std::string tell(const StreamStory& story) {
  const Teller teller(story);
  if (story.state.exit_code) return teller.ended();
  std::string text = teller.just_now();
  if (text.empty()) text = teller.piped();
  if (text.empty()) text = teller.full();
  return text;
}

}  // namespace loopscope::gui
