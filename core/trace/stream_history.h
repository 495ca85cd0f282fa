#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/trace/trace.h"

namespace loopscope::trace {

// What a buffer held from that event on, and all that had come out of it by then.
struct BufferSample {
  uint32_t step = 0;
  int64_t held = 0;
  uint64_t out = 0;
};

// One side of a stream over the whole trace. Sizes are in bytes, characters or objects.
struct SideHistory {
  int64_t mark = 0;
  bool objects = false;
  int64_t highest = 0;
  std::vector<BufferSample> samples;
};

struct StreamHistory {
  AgentId agent;
  uint32_t id = 0;
  StepIndex made;
  std::optional<SideHistory> readable;
  std::optional<SideHistory> writable;
  std::vector<uint32_t> changes;  // its stream-op events, by step
};

// Data goes from one stream to another: by a pipe, or because the program wrote to the one what it
// was handed by the other.
struct StreamLink {
  AgentId agent;
  uint32_t from = 0;
  uint32_t to = 0;
  bool piped = false;
  StepIndex since;
};

// Memory in use from that event on.
struct MemorySample {
  uint32_t step = 0;
  int64_t heap = 0;
  int64_t external = 0;
  int64_t buffered = 0;  // bytes in streams' buffers
};

// All streams of a trace, which way data goes between them, and each chunk's way.
class StreamTable {
 public:
  // Takes in the events that came since the last call.
  void extend(const Trace& trace);

  // In the order in which they were made.
  std::span<const StreamHistory> streams() const { return m_streams; }
  const StreamHistory* find(AgentId agent, uint32_t stream) const;
  std::span<const StreamLink> links() const { return m_links; }
  std::span<const MemorySample> memory() const { return m_memory; }

  // The first of the chunks a chunk was made of one after the other: what it stems from.
  uint32_t root_of(AgentId agent, uint32_t chunk) const;
  // The events of all chunks of that root, by step, at most so many.
  std::vector<StepIndex> way_of(AgentId agent, uint32_t root, size_t limit) const;

 private:
  using Key = std::pair<uint16_t, uint32_t>;
  struct ChunkLife {
    uint32_t root = 0;
    uint32_t at = 0;  // the stream it came out of last
  };
  struct WayPoint {
    uint32_t step = 0;
    uint32_t next = 0;  // position of the next one of the same root; 0: none
  };
  struct Way {
    uint32_t first = 0;  // position in m_way
    uint32_t last = 0;
  };

  StreamHistory* known(AgentId agent, uint32_t stream);
  void take_in(AgentId agent, StepIndex step, const ChunkMove& move);
  void follow(AgentId agent, StepIndex step, const ChunkMove& move);
  void sample(SideHistory& side, StepIndex step, const ChunkMove& move);
  void link(AgentId agent, uint32_t from, uint32_t to, bool piped, StepIndex step);

  std::vector<StreamHistory> m_streams;
  std::map<Key, size_t> m_by_id;
  std::vector<StreamLink> m_links;
  std::map<Key, std::vector<size_t>> m_links_of;  // by source
  std::vector<MemorySample> m_memory;
  int64_t m_buffered = 0;
  std::map<uint16_t, std::vector<ChunkLife>> m_chunks;  // by agent, then number
  std::map<Key, Way> m_ways;                            // by root
  std::vector<WayPoint> m_way{WayPoint{}};              // position 0 is none
  uint64_t m_seen = 0;
};

}  // namespace loopscope::trace
