#pragma once

#include <unicode/ucnv.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace loopscope::host {

// Decodes a stream of bytes by ICU, chunk by chunk, as TextDecoder of Node does: invalid bytes
// become U+FFFD or, if that is fatal, end the chunk.
class IcuDecoder {
 public:
  // Null: ICU has no such encoding.
  [[nodiscard]] static std::unique_ptr<IcuDecoder> open(const std::string& encoding, bool fatal);

  IcuDecoder(const IcuDecoder&) = delete;
  IcuDecoder& operator=(const IcuDecoder&) = delete;
  ~IcuDecoder();

  // Nothing: the bytes are invalid and that is fatal. A next chunk goes on from there, as Node's
  // does, unless `flush` said that none follows.
  [[nodiscard]] std::optional<std::u16string> decode(std::string_view bytes, bool flush);

 private:
  IcuDecoder(UConverter* converter, bool fatal) : m_converter(converter), m_fatal(fatal) {}

  static void on_invalid(const void* context, UConverterToUnicodeArgs* args, const char* bytes,
                         int32_t length, UConverterCallbackReason reason, UErrorCode* status);
  [[nodiscard]] bool has_old_gb18030();
  [[nodiscard]] size_t room_for(size_t byte_count, bool flush) const;

  UConverter* m_converter;
  bool m_fatal;
  bool m_updates_gb18030 = false;
};

}  // namespace loopscope::host
