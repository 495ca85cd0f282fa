#pragma once

#include <jsapi.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/js/holder.h"
#include "core/os/crypto/crypto_fault.h"

// What the crypto binding's functions take and give: bytes, faults, and objects of core/os/crypto
// held by objects of JavaScript.
namespace loopscope::host {

// Of an ArrayBuffer, a SharedArrayBuffer or a view; empty for anything else. Moves when the
// collector runs: `nogc` proves that it does not.
std::span<uint8_t> bytes_of(JS::HandleValue value, const JS::AutoRequireNoGC& nogc);
os::Bytes copied_bytes(JS::HandleValue value);

// Undefined is nothing.
std::optional<uint32_t> optional_number(JS::HandleValue value);

// As an ArrayBuffer. False: an exception is pending.
[[nodiscard]] bool set_bytes(JSContext* cx, const os::Bytes& bytes, JS::MutableHandleValue result);

// A fault is the one array these functions give: [kind, message, code, library, reason, stack].
[[nodiscard]] bool set_fault(JSContext* cx, const os::CryptoFault& fault,
                             JS::MutableHandleValue result);

[[nodiscard]] bool set_names(JSContext* cx, const std::vector<std::string>& names,
                             JS::MutableHandleValue result);

[[nodiscard]] inline bool set_outcome(JSContext* cx, os::CryptoResult<os::Bytes> outcome,
                                      JS::MutableHandleValue result) {
  return outcome ? set_bytes(cx, *outcome, result) : set_fault(cx, outcome.fault(), result);
}

// What creating such an object came to.
template <typename Held>
[[nodiscard]] bool set_created(JSContext* cx, os::CryptoResult<std::unique_ptr<Held>> outcome,
                               JS::MutableHandleValue result) {
  return outcome ? Holder<Held>::wrap(cx, std::move(*outcome), result)
                 : set_fault(cx, outcome.fault(), result);
}

}  // namespace loopscope::host
