#include "core/js/binding.h"

// internalBinding('errors'): nothing yet; the errors of the language need no help from scripts.
namespace loopscope::host {

bool init_errors_binding(JSContext*, JS::HandleObject) {
  return true;
}

}  // namespace loopscope::host
