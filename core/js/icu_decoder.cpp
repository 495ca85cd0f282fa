#include "core/js/icu_decoder.h"

#include <unicode/ucnv_cb.h>

#include <algorithm>
#include <array>
#include <utility>

namespace loopscope::host {

namespace {

constexpr char16_t kReplacement = 0xFFFD;
constexpr char16_t kEuro = 0x20AC;
constexpr char kEuroByte = '\x80';

// Characters that GB 18030 of 2022 and the Encoding Standard have where ICU before 73 still has
// ones of private use. Node's own ICU is newer; the one linked here may be either.
constexpr std::array<std::pair<char16_t, char16_t>, 19> kGb18030Updates = {{
    {0xE5E5, 0x3000}, {0xE78D, 0xFE10}, {0xE78E, 0xFE12}, {0xE78F, 0xFE11}, {0xE790, 0xFE13},
    {0xE791, 0xFE14}, {0xE792, 0xFE15}, {0xE793, 0xFE16}, {0xE794, 0xFE17}, {0xE795, 0xFE18},
    {0xE796, 0xFE19}, {0xE81E, 0x9FB4}, {0xE826, 0x9FB5}, {0xE82B, 0x9FB6}, {0xE82C, 0x9FB7},
    {0xE832, 0x9FB8}, {0xE843, 0x9FB9}, {0xE854, 0x9FBA}, {0xE864, 0x9FBB},
}};

void update_gb18030(std::u16string& text) {
  for (char16_t& unit : text) {
    if (unit < kGb18030Updates.front().first || unit > kGb18030Updates.back().first) continue;
    const auto* update =
        std::ranges::find(kGb18030Updates, unit, &std::pair<char16_t, char16_t>::first);
    if (update != kGb18030Updates.end()) unit = update->second;
  }
}

}  // namespace

std::unique_ptr<IcuDecoder> IcuDecoder::open(const std::string& encoding, bool fatal) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding.c_str(), &status);
  if (U_FAILURE(status)) return nullptr;
  std::unique_ptr<IcuDecoder> decoder(new IcuDecoder(converter, fatal));
  ucnv_setToUCallBack(converter, on_invalid, decoder.get(), nullptr, nullptr, &status);
  if (U_FAILURE(status)) return nullptr;
  decoder->m_updates_gb18030 = encoding == "gb18030" && decoder->has_old_gb18030();
  return decoder;
}

IcuDecoder::~IcuDecoder() {
  ucnv_close(m_converter);
}

bool IcuDecoder::has_old_gb18030() {
  constexpr char16_t kOldVerticalComma = 0xE78D;
  return decode("\xA6\xD9", true) == std::u16string(1, kOldVerticalComma);
}

// ICU's own callback would write U+001A for a single byte of an encoding that has that substitute.
void IcuDecoder::on_invalid(const void* context, UConverterToUnicodeArgs* args, const char* bytes,
                            int32_t length, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  const auto& decoder = *static_cast<const IcuDecoder*>(context);
  const bool is_euro = decoder.m_updates_gb18030 && length == 1 && bytes[0] == kEuroByte;
  if (decoder.m_fatal && !is_euro) return;
  *status = U_ZERO_ERROR;
  const char16_t unit = is_euro ? kEuro : kReplacement;
  ucnv_cbToUWriteUChars(args, &unit, 1, 0, status);
}

// Node gives two units to each of the shortest characters a chunk can have. What an earlier chunk
// left may need more, and that fails as invalid bytes do, fatal or not.
size_t IcuDecoder::room_for(size_t byte_count, bool flush) const {
  UErrorCode status = U_ZERO_ERROR;
  const int32_t pending = flush ? ucnv_toUCountPending(m_converter, &status) : 0;
  const size_t count = std::max(byte_count, static_cast<size_t>(std::max(pending, 0)));
  return 2 * static_cast<size_t>(ucnv_getMinCharSize(m_converter)) * count;
}

std::optional<std::u16string> IcuDecoder::decode(std::string_view bytes, bool flush) {
  std::u16string text(room_for(bytes.size(), flush), u'\0');
  const char* source = bytes.data();
  char16_t* target = text.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_toUnicode(m_converter, &target, text.data() + text.size(), &source, source + bytes.size(),
                 nullptr, static_cast<UBool>(flush), &status);
  if (flush) ucnv_reset(m_converter);
  if (U_FAILURE(status)) return std::nullopt;
  text.resize(static_cast<size_t>(target - text.data()));
  if (m_updates_gb18030) update_gb18030(text);
  return text;
}

}  // namespace loopscope::host
