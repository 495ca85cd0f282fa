#include "core/lesson/explain_stream.h"

#include <algorithm>

#include "core/lesson/naming.h"
#include "core/trace/words.h"

namespace loopscope::lesson {

using trace::ChunkMove;
using trace::ChunkOp;
using trace::count_text;
using trace::ReadableState;
using trace::ReadMode;
using trace::size_text;
using trace::StreamBuffer;
using trace::StreamState;
using trace::WritableState;

namespace {

class Explainer {
 public:
  Explainer(const trace::TimelineIndex& index, const trace::AgentState& state, AgentId agent,
            uint32_t id, const StreamState& stream)
      : m_index(index), m_state(state), m_agent(agent), m_id(id), m_stream(stream) {}

  StreamExplanation explain() {
    m_result.title = name(m_id) + " " + condition();
    if (m_stream.error) say("It failed: " + std::string(view(m_stream.error)) + ".");
    if (m_stream.destroyed) {
      say("destroy() was called, by the program or by Node when it was done with (autoDestroy). "
          "Nothing comes out of it any more, and nothing goes in.");
      leftovers();
    } else {
      if (m_stream.writable) writable(*m_stream.writable);
      if (m_stream.readable) readable(*m_stream.readable);
    }
    totals();
    return std::move(m_result);
  }

 private:
  void say(std::string sentence) { m_result.sentences.push_back(std::move(sentence)); }
  std::string_view view(trace::StringId id) const { return m_index.trace().view(id); }
  std::string name(uint32_t stream) const {
    return "`" + std::string(m_index.stream_names().of(m_agent, stream)) + "`";
  }

  std::string condition() const {
    if (m_stream.error) return "has failed";
    if (m_stream.destroyed) return "is closed";
    if (m_stream.writable && m_stream.writable->full) return "is full";
    if (waited_for()) return "waits for " + name(*waited_for());
    if (m_stream.readable && m_stream.readable->end_emitted) return "has been read to its end";
    if (m_stream.writable && m_stream.writable->finished) return "has finished";
    if (m_stream.readable && m_stream.readable->mode == ReadMode::flows) return "flows";
    if (m_stream.readable && m_stream.readable->mode == ReadMode::paused) return "is paused";
    return "is open";
  }

  std::optional<uint32_t> waited_for() const {
    const auto found = std::ranges::find_if(m_stream.pipes, &trace::StreamPipe::awaits);
    if (found == m_stream.pipes.end()) return std::nullopt;
    return found->to;
  }

  static std::string held(const StreamBuffer& buffer) {
    return size_text(buffer.held, buffer.objects);
  }
  static std::string mark(const StreamBuffer& buffer) {
    return size_text(buffer.mark, buffer.objects);
  }

  void writable(const WritableState& side) {
    const StreamBuffer& buffer = side.buffer;
    if (side.full) {
      full(side);
    } else if (!side.ending) {
      say("It holds " + held(buffer) + " of " + mark(buffer) +
          ". As long as that is less than its high-water mark, write() returns true: go on.");
    }
    if (side.in_work.size() + buffer.waiting.size() > 0) {
      const size_t waiting = buffer.waiting.size();
      say((side.in_work.empty() ? std::string("No chunk")
                                : count_text(side.in_work.size(), "chunk")) +
          (side.in_work.size() > 1 ? " are" : " is") + " being written now, " +
          (waiting == 0 ? "and none waits" : count_text(waiting, "more") + " in the buffer") +
          ": one write is begun when the one before has called back.");
    }
    if (side.corked > 0)
      say("cork() was called: writes are collected until uncork(), and then go to writev() "
          "together.");
    if (side.finished)
      say("'finish': end() was called, and all that was written is done.");
    else if (side.ending)
      say("end() was called: what is held is still written, then comes 'finish'. A write() now "
          "would be an error.");
  }

  void full(const WritableState& side) {
    const StreamBuffer& buffer = side.buffer;
    const std::string place =
        side.told_at ? " at " + place_text(m_index.trace(), side.told_at) : std::string();
    say("write() returned false" + place +
        ": with that chunk the buffer reached its high-water "
        "mark of " +
        mark(buffer) +
        ". The chunk was taken all the same. false asks whoever writes "
        "to wait for 'drain', which comes when all that is held, " +
        held(buffer) + " now, has been written.");
    if (side.ignored > 0)
      say("The program went on writing: " + count_text(side.ignored, "chunk") +
          " came after the false. Nothing stops it; the buffer grows, and with it the memory.");
    for (const auto& [id, other] : m_state.streams)
      for (const trace::StreamPipe& pipe : other.pipes)
        if (pipe.to == m_id && pipe.awaits)
          say(name(id) + " is piped to it: pipe() paused " + name(id) +
              " and will resume it on 'drain'.");
  }

  void readable(const ReadableState& side) {
    const StreamBuffer& buffer = side.buffer;
    if (side.end_emitted) {
      say("'end': push(null) said that there is no more, and all data was read.");
      return;
    }
    if (const auto to = waited_for()) {
      say("It is paused because " + name(*to) +
          ", which it is piped to, is full. Until that "
          "drains nothing is handed out, and what comes stays in the buffer: " +
          held(buffer) + " of " + mark(buffer) + ".");
    } else {
      mode(side);
    }
    if (buffer.held >= buffer.mark && buffer.mark > 0 && !side.ended)
      say("Its own buffer is at the high-water mark: push() returns false, and _read() is not "
          "called until some of it is taken. So the slowness goes on to the source: that is "
          "backpressure.");
    if (side.ended) say("push(null) came: what is in the buffer is the last.");
  }

  void mode(const ReadableState& side) {
    switch (side.mode) {
      case ReadMode::untouched:
        say("Nobody has asked for data yet: no 'data' listener, no pipe, no resume(). It reads "
            "nothing ahead of that.");
        return;
      case ReadMode::flows:
        say("It flows: each chunk is handed out as 'data' as soon as it is there.");
        return;
      case ReadMode::paused:
        say("It is paused: chunks wait in the buffer, " + held(side.buffer) + " of " +
            mark(side.buffer) + ", until resume() or read().");
        return;
      case ReadMode::listened:
        say("It has a 'readable' listener: that takes the chunks itself, with read().");
        return;
    }
  }

  void leftovers() {
    uint64_t lost = 0;
    if (m_stream.readable) lost += m_stream.readable->buffer.waiting.size();
    if (m_stream.writable) lost += m_stream.writable->buffer.waiting.size();
    if (lost > 0) say(count_text(lost, "chunk") + " in its buffer never went on.");
  }

  void totals() {
    std::string text;
    const auto add = [&](const StreamBuffer& buffer, std::string_view in, std::string_view out) {
      if (!text.empty()) text += " ";
      text += count_text(buffer.chunks_in, "chunk") + (buffer.chunks_in == 1 ? " was " : " were ") +
              std::string(in) + ", " + std::to_string(buffer.chunks_out) + " " + std::string(out) +
              "; the most it held was " + size_text(buffer.highest, buffer.objects) + ".";
    };
    if (m_stream.writable) add(m_stream.writable->buffer, "written to it", "done");
    if (m_stream.readable) add(m_stream.readable->buffer, "pushed", "handed out");
    say(as_sentence(text));
  }

  const trace::TimelineIndex& m_index;
  const trace::AgentState& m_state;
  AgentId m_agent;
  uint32_t m_id;
  const StreamState& m_stream;
  StreamExplanation m_result;
};

std::string move_words(ChunkOp op) {
  switch (op) {
    case ChunkOp::push:
      return "is pushed into the buffer of ";
    case ChunkOp::unshift:
      return "is put back into the buffer of ";
    case ChunkOp::read:
      return "is handed out by ";
    case ChunkOp::pass:
      return "is pushed and handed straight out by ";
    case ChunkOp::write:
      return "is written by ";
    case ChunkOp::wait:
      return "waits in the buffer of ";
    case ChunkOp::begin:
      return "is taken from the buffer, and written by ";
    case ChunkOp::done:
      return "is done with in ";
    case ChunkOp::drop:
      return "is dropped by ";
  }
  return "";
}

}  // namespace

std::optional<StreamExplanation> explain_stream(const trace::TimelineIndex& index,
                                                const trace::AgentState& state, AgentId agent,
                                                uint32_t stream) {
  const auto found = state.streams.find(stream);
  if (found == state.streams.end()) return std::nullopt;
  return Explainer(index, state, agent, stream, found->second).explain();
}

std::vector<ChunkStep> chunk_story(const trace::TimelineIndex& index, AgentId agent, uint32_t root,
                                   size_t limit) {
  std::vector<ChunkStep> story;
  for (const StepIndex step : index.streams().way_of(agent, root, limit)) {
    const auto move = trace::unpack<ChunkMove>(index.trace().at(step));
    std::string text = "Chunk " + std::to_string(move.number);
    if (move.of != 0 && move.op != ChunkOp::read)
      text += ", made of chunk " + std::to_string(move.of) + ",";
    text += " " + move_words(move.op) + "`" +
            std::string(index.stream_names().of(agent, move.stream)) + "`";
    story.push_back({step, text});
  }
  return story;
}

}  // namespace loopscope::lesson
