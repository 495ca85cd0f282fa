#include "core/trace/schema.h"

namespace loopscope::trace {

const KindSpec* find_kind(std::string_view name) {
  for (const KindSpec& spec : kSchema) {
    if (spec.name == name) return &spec;
  }
  return nullptr;
}

}  // namespace loopscope::trace
