#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace loopscope::stream {

// Where a Readable is piped to, and which of those said false to a write and have not drained: as
// long as one has not, the source is paused. A destination is named by a number of the owner's.
class Pipes {
 public:
  using Destination = uint32_t;

  void add(Destination destination);
  // The earliest of several equal ones. False: it is not piped to.
  bool remove(Destination destination);
  void clear();

  // A write to it returned false.
  void await_drain(Destination destination);
  // It drained, or went. True: nobody is waited for any more.
  bool drained(Destination destination);
  // A chunk was handed out: whoever is still full will say so again.
  void forget_waiting();

  size_t size() const { return m_destinations.size(); }
  const std::vector<Destination>& destinations() const { return m_destinations; }
  const std::vector<Destination>& waiting() const { return m_waiting; }
  // Ever piped to more than one at a time: they are waited for as a set from then on.
  bool several() const { return m_several; }

 private:
  bool pipes_to(Destination destination) const;

  std::vector<Destination> m_destinations;
  std::vector<Destination> m_waiting;
  bool m_several = false;
};

}  // namespace loopscope::stream
