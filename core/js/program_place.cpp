#include "core/js/program_place.h"

#include <js/GCAPI.h>
#include <js/String.h>

#include <string>
#include <string_view>

namespace loopscope::host {

namespace {

template <typename Char>
uint64_t occurrences(std::basic_string_view<Char> text, std::basic_string_view<Char> part) {
  uint64_t count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size()))
    ++count;
  return count;
}

}  // namespace

// A folder with characters that are not ASCII is looked for by its bytes, and so not found; what it
// takes then counts.
uint64_t ProgramPlace::characters_in(JSString* string) const {
  if (!JS_StringIsLinear(string) || JS_GetStringLength(string) < m_folder.size()) return 0;
  JSLinearString* linear = JS_ASSERT_STRING_IS_LINEAR(string);
  const JS::AutoCheckCannotGC no_gc;
  const size_t length = JS::GetLinearStringLength(linear);
  if (JS::LinearStringHasLatin1Chars(linear)) {
    const auto* characters =
        reinterpret_cast<const char*>(JS::GetLatin1LinearStringChars(no_gc, linear));
    return m_folder.size() * occurrences<char>({characters, length}, m_folder);
  }
  const std::u16string folder(m_folder.begin(), m_folder.end());
  return folder.size() *
         occurrences<char16_t>({JS::GetTwoByteLinearStringChars(no_gc, linear), length}, folder);
}

}  // namespace loopscope::host
