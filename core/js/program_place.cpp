#include "core/js/program_place.h"

#include <js/GCAPI.h>
#include <js/String.h>

#include <algorithm>
#include <functional>
#include <string_view>

namespace loopscope::host {

namespace {

template <typename Char, typename Searcher>
uint64_t occurrences(const Char* begin, const Char* end, const Searcher& searcher) {
  uint64_t count = 0;
  for (;;) {
    const auto [start, stop] = searcher(begin, end);
    if (start == end) return count;
    ++count;
    begin = stop;
  }
}

}  // namespace

// A folder with characters that are not ASCII is looked for by its bytes, and so not found; what it
// takes then counts.
uint64_t ProgramPlace::characters_in(JSString* string) const {
  if (!JS_StringIsLinear(string) || JS_GetStringLength(string) < m_folder.size()) return 0;
  JSLinearString* linear = JS_ASSERT_STRING_IS_LINEAR(string);
  const std::default_searcher searcher(m_folder.begin(), m_folder.end());
  const JS::AutoCheckCannotGC no_gc;
  const size_t length = JS::GetLinearStringLength(linear);
  if (JS::LinearStringHasLatin1Chars(linear)) {
    const JS::Latin1Char* characters = JS::GetLatin1LinearStringChars(no_gc, linear);
    return m_folder.size() * occurrences(characters, characters + length, searcher);
  }
  const char16_t* characters = JS::GetTwoByteLinearStringChars(no_gc, linear);
  return m_folder.size() * occurrences(characters, characters + length, searcher);
}

}  // namespace loopscope::host
