#include "core/trace/stream_history.h"

#include <algorithm>

#include "core/trace/schema.h"

namespace loopscope::trace {

namespace {

bool comes_out(ChunkOp op) {
  return op == ChunkOp::read || op == ChunkOp::pass;
}

bool comes_in(ChunkOp op) {
  return op == ChunkOp::push || op == ChunkOp::unshift || op == ChunkOp::pass ||
         op == ChunkOp::write || op == ChunkOp::wait;
}

bool is_of_readable(ChunkOp op) {
  return op == ChunkOp::push || op == ChunkOp::unshift || comes_out(op);
}

}  // namespace

void StreamTable::extend(const Trace& trace) {
  for (; m_seen < trace.size(); ++m_seen) {
    const StepIndex step{m_seen};
    const Event& event = trace.at(step);
    switch (event.kind) {
      case kKind<StreamMade>: {
        const auto made = unpack<StreamMade>(event);
        m_by_id[{event.agent.value, made.id}] = m_streams.size();
        StreamHistory stream;
        stream.agent = event.agent;
        stream.id = made.id;
        stream.made = step;
        m_streams.push_back(std::move(stream));
        break;
      }
      case kKind<StreamSideMade>: {
        const auto made = unpack<StreamSideMade>(event);
        if (StreamHistory* stream = known(event.agent, made.stream)) {
          auto& side = made.side == StreamSide::readable ? stream->readable : stream->writable;
          side.emplace();
          side->mark = made.mark;
          side->objects = made.objects;
        }
        break;
      }
      case kKind<StreamChange>:
        if (StreamHistory* stream = known(event.agent, unpack<StreamChange>(event).stream))
          stream->changes.push_back(static_cast<uint32_t>(step.value));
        break;
      case kKind<ChunkMove>:
        take_in(event.agent, step, unpack<ChunkMove>(event));
        break;
      case kKind<Pipe>: {
        const auto pipe = unpack<Pipe>(event);
        if (pipe.op == PipeOp::pipe) link(event.agent, pipe.source, pipe.destination, true, step);
        break;
      }
      case kKind<Memory>: {
        const auto memory = unpack<Memory>(event);
        m_memory.push_back({static_cast<uint32_t>(step.value), memory.heap_bytes,
                            memory.external_bytes, m_buffered});
        break;
      }
      default:
        break;
    }
  }
}

StreamHistory* StreamTable::known(AgentId agent, uint32_t stream) {
  const auto found = m_by_id.find({agent.value, stream});
  return found == m_by_id.end() ? nullptr : &m_streams[found->second];
}

const StreamHistory* StreamTable::find(AgentId agent, uint32_t stream) const {
  const auto found = m_by_id.find({agent.value, stream});
  return found == m_by_id.end() ? nullptr : &m_streams[found->second];
}

void StreamTable::take_in(AgentId agent, StepIndex step, const ChunkMove& move) {
  StreamHistory* stream = known(agent, move.stream);
  if (stream == nullptr) return;
  auto& side = is_of_readable(move.op) ? stream->readable : stream->writable;
  if (side) sample(*side, step, move);
  follow(agent, step, move);
}

void StreamTable::sample(SideHistory& side, StepIndex step, const ChunkMove& move) {
  const BufferSample before = side.samples.empty() ? BufferSample{} : side.samples.back();
  const bool out = comes_out(move.op) || move.op == ChunkOp::done;
  side.samples.push_back(
      {static_cast<uint32_t>(step.value), move.held, before.out + (out ? move.size : 0)});
  side.highest = std::max(side.highest, move.held);
  if (!side.objects) m_buffered += move.held - before.held;
}

// Where a chunk came from, and its way.
void StreamTable::follow(AgentId agent, StepIndex step, const ChunkMove& move) {
  if (move.number == 0) return;
  std::vector<ChunkLife>& chunks = m_chunks[agent.value];
  if (move.number >= chunks.size()) chunks.resize(size_t{move.number} + 1);
  ChunkLife& chunk = chunks[move.number];
  const bool has_parent = move.of != 0 && move.of < chunks.size();
  if (chunk.root == 0) {
    chunk.root = has_parent && chunks[move.of].root != 0 ? chunks[move.of].root : move.number;
  }
  if (comes_in(move.op)) {
    const uint32_t source = chunk.at != 0 ? chunk.at : has_parent ? chunks[move.of].at : 0;
    if (source != 0 && source != move.stream) link(agent, source, move.stream, false, step);
  }
  if (comes_out(move.op)) chunk.at = move.stream;

  Way& way = m_ways[{agent.value, chunk.root}];
  const auto position = static_cast<uint32_t>(m_way.size());
  m_way.push_back({static_cast<uint32_t>(step.value), 0});
  if (way.first == 0)
    way.first = position;
  else
    m_way[way.last].next = position;
  way.last = position;
}

void StreamTable::link(AgentId agent, uint32_t from, uint32_t to, bool piped, StepIndex step) {
  std::vector<size_t>& known = m_links_of[{agent.value, from}];
  for (const size_t position : known) {
    if (m_links[position].to != to) continue;
    m_links[position].piped = m_links[position].piped || piped;
    return;
  }
  known.push_back(m_links.size());
  m_links.push_back({agent, from, to, piped, step});
}

uint32_t StreamTable::root_of(AgentId agent, uint32_t chunk) const {
  const auto found = m_chunks.find(agent.value);
  if (found == m_chunks.end() || chunk >= found->second.size()) return chunk;
  const uint32_t root = found->second[chunk].root;
  return root == 0 ? chunk : root;
}

std::vector<StepIndex> StreamTable::way_of(AgentId agent, uint32_t root, size_t limit) const {
  std::vector<StepIndex> steps;
  const auto found = m_ways.find({agent.value, root});
  if (found == m_ways.end()) return steps;
  for (uint32_t at = found->second.first; at != 0 && steps.size() < limit; at = m_way[at].next)
    steps.push_back({m_way[at].step});
  return steps;
}

}  // namespace loopscope::trace
