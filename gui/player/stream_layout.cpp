#include "gui/player/stream_layout.h"

#include <algorithm>
#include <map>
#include <set>

namespace loopscope::gui {
namespace {

// Node makes some streams only for their settings, as for zlib's synchronous functions.
bool is_used(const trace::StreamHistory& stream) {
  const auto moved = [](const auto& side) { return side && !side->samples.empty(); };
  return moved(stream.readable) || moved(stream.writable) || !stream.changes.empty();
}

class Layouter {
 public:
  Layouter(const trace::StreamTable& table, AgentId agent) {
    for (const trace::StreamHistory& stream : table.streams())
      if (stream.agent == agent && is_used(stream)) m_streams.push_back(stream.id);
    for (const trace::StreamLink& link : table.links()) {
      if (link.agent != agent || !is_known(link.from) || !is_known(link.to)) continue;
      m_to[link.from].push_back(link.to);
      m_from[link.to].push_back(link.from);
    }
  }

  StreamLayout lay_out() {
    for (const uint32_t stream : m_streams) place_column(stream);
    // Sources first, so that a row begins at its source.
    for (const uint32_t stream : m_streams)
      if (m_from[stream].empty()) place_row(stream, true);
    for (const uint32_t stream : m_streams) place_row(stream, true);
    StreamLayout layout;
    for (const uint32_t stream : m_streams) {
      layout.places.push_back({stream, m_columns[stream], m_rows[stream]});
      layout.columns = std::max(layout.columns, m_columns[stream] + 1);
      layout.rows = std::max(layout.rows, m_rows[stream] + 1);
    }
    return layout;
  }

 private:
  bool is_known(uint32_t stream) const {
    return std::find(m_streams.begin(), m_streams.end(), stream) != m_streams.end();
  }

  // One more than the greatest of those it is fed by. A circle counts once around.
  uint32_t place_column(uint32_t stream) {
    const auto known = m_columns.find(stream);
    if (known != m_columns.end()) return known->second;
    if (!m_on_way.insert(stream).second) return 0;
    uint32_t column = 0;
    for (const uint32_t source : m_from[stream])
      if (!m_on_way.contains(source)) column = std::max(column, place_column(source) + 1);
    m_on_way.erase(stream);
    return m_columns[stream] = column;
  }

  // What a stream feeds first stands in its row, the others in new ones below.
  void place_row(uint32_t stream, bool new_row) {
    if (m_rows.contains(stream)) return;
    if (new_row) {
      m_row = m_rows.empty() ? 0 : m_row + 1;
    }
    m_rows[stream] = m_row;
    bool first = true;
    for (const uint32_t next : m_to[stream]) {
      if (m_rows.contains(next)) continue;
      place_row(next, !first);
      first = false;
    }
  }

  std::vector<uint32_t> m_streams;
  std::map<uint32_t, std::vector<uint32_t>> m_to;
  std::map<uint32_t, std::vector<uint32_t>> m_from;
  std::map<uint32_t, uint32_t> m_columns;
  std::map<uint32_t, uint32_t> m_rows;
  std::set<uint32_t> m_on_way;
  uint32_t m_row = 0;
};

}  // namespace

const StreamPlace* StreamLayout::find(uint32_t stream) const {
  const auto found = std::find_if(places.begin(), places.end(),
                                  [&](const StreamPlace& place) { return place.stream == stream; });
  return found == places.end() ? nullptr : &*found;
}

StreamLayout lay_out_streams(const trace::StreamTable& table, AgentId agent) {
  return Layouter(table, agent).lay_out();
}

}  // namespace loopscope::gui
