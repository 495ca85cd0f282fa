#include <unicode/uidna.h>

#include <memory>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/native.h"

// internalBinding('url'): international domain names (UTS #46), by ICU.
namespace loopscope::host {

namespace {

struct IdnaCloser {
  void operator()(UIDNA* idna) const { uidna_close(idna); }
};
using Idna = std::unique_ptr<UIDNA, IdnaCloser>;

// The options of the URL Standard's "domain to ASCII" with beStrict false.
Idna open_idna() {
  UErrorCode status = U_ZERO_ERROR;
  UIDNA* idna =
      uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII |
                          UIDNA_NONTRANSITIONAL_TO_UNICODE,
                      &status);
  return Idna(U_SUCCESS(status) ? idna : nullptr);
}

// What the standard lets pass: lengths, and hyphens anywhere (CheckHyphens is false).
constexpr uint32_t kPermitted = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG |
                                UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_LEADING_HYPHEN |
                                UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;

bool convert(JSContext* cx, const JS::CallArgs& args, decltype(&uidna_nameToASCII_UTF8) to) {
  std::string name;
  if (!to_utf8(cx, args.get(0), name)) return false;
  args.rval().setUndefined();
  const Idna idna = open_idna();
  if (idna == nullptr) return true;
  std::string result(name.size() * 8 + 64, '\0');
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length = to(idna.get(), name.data(), static_cast<int32_t>(name.size()),
                            result.data(), static_cast<int32_t>(result.size()), &info, &status);
  if (U_FAILURE(status) || (info.errors & ~kPermitted) != 0) return true;
  JSString* string = JS_NewStringCopyUTF8N(cx, {result.data(), static_cast<size_t>(length)});
  if (string == nullptr) return false;
  args.rval().setString(string);
  return true;
}

// domainToASCII(domain) -> its ASCII form, or undefined if it is not valid
bool domain_to_ascii(JSContext* cx, unsigned argc, JS::Value* vp) {
  return convert(cx, JS::CallArgsFromVp(argc, vp), &uidna_nameToASCII_UTF8);
}

bool domain_to_unicode(JSContext* cx, unsigned argc, JS::Value* vp) {
  return convert(cx, JS::CallArgsFromVp(argc, vp), &uidna_nameToUnicodeUTF8);
}

}  // namespace

bool init_url_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(
      cx, target,
      {{"domainToASCII", domain_to_ascii, 1}, {"domainToUnicode", domain_to_unicode, 1}});
}

}  // namespace loopscope::host
