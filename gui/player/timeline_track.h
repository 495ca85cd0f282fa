#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace loopscope::gui {

// Spans of time that follow each other, as the tasks of one agent at one depth do, or its phases.
// The last one can be open. A window of them is found by search, and where they are narrow whole
// groups are, so that showing a million costs what showing a screen's width costs.
class Track {
 public:
  // Times never go back. What was open ends where the next begins.
  void begin(int64_t ns, uint32_t what);
  void end(int64_t ns);

  size_t size() const { return m_begins.size(); }
  bool is_open() const { return m_ends.size() < m_begins.size(); }
  uint32_t what(size_t index) const { return m_what[index]; }
  int64_t begin_of(size_t index) const { return m_begins[index]; }
  // What is open ends now.
  int64_t end_of(size_t index, int64_t now) const;

  // The last span that begins at or before that time and doesn't end before it; size() if none.
  size_t at(int64_t ns, int64_t now) const;
  // The first span that begins at that time or later; size() if none.
  size_t first_after(int64_t ns) const;
  // The last span that begins before that time; size() if none.
  size_t last_before(int64_t ns) const;

  struct Window {
    int64_t from_ns = 0;
    int64_t to_ns = 0;
    double fold_ns = 1;  // spans shorter than this are shown as groups about as long
    int64_t now = 0;
  };
  // Calls visit(first, end) for groups of spans that together are all in the window, in order. A
  // span of at least fold_ns is a group of its own. Groups hold to multiples of fold_ns, so they
  // stay the same when the window moves.
  template <typename Visit>
  void for_each_group(const Window& window, Visit visit) const {
    for (size_t at = first_in(window); at < size() && m_begins[at] <= window.to_ns;) {
      const size_t end = end_of_group(at, window);
      visit(at, end);
      at = end;
    }
  }

  // The longest span of a group, the first of equals.
  size_t longest(size_t first, size_t end, int64_t now) const;

 private:
  uint64_t length_of(size_t index, int64_t now) const;
  size_t first_in(const Window& window) const;
  size_t end_of_group(size_t first, const Window& window) const;
  size_t longer(size_t a, size_t b, int64_t now) const;
  void index_last();

  std::vector<int64_t> m_begins;
  std::vector<int64_t> m_ends;  // one fewer while the last is open
  std::vector<uint32_t> m_what;
  // The longest span of every 16 that ended, of every 16 of these, and so on.
  std::vector<std::vector<uint32_t>> m_longest;
};

// The nearest whole nanosecond that there is.
int64_t to_ns(double ns);

// Where the bucket begins that the time is in, buckets being so long from 0 on.
int64_t bucket_begin(int64_t ns, double bucket_ns);
int64_t bucket_end(int64_t ns, double bucket_ns);

// The position of the first of these ascending times that is not before `ns`, for when it is likely
// to be near `from`, before which it isn't.
size_t first_not_before(const std::vector<int64_t>& times, size_t from, int64_t ns);

}  // namespace loopscope::gui
