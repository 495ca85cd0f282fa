#pragma once

#include <cstddef>
#include <string_view>

#include "core/sim/cost_model.h"

namespace loopscope::os {

// Which row of the cost model an algorithm is, by its name in OpenSSL in any spelling.
sim::DigestFamily digest_family(std::string_view name);
sim::CipherFamily cipher_family(std::string_view name);

// What so many bytes take at so much for a KiB.
VirtualTime per_kib(size_t bytes, VirtualTime kib);

}  // namespace loopscope::os
