#include "core/js/binding.h"
namespace loopscope::host {
__attribute__((weak)) bool init_encoding_binding(JSContext*, JS::HandleObject) { return true; }
}
