#pragma once

#include <string>

#include "core/js/v8_source_tree.h"

namespace loopscope::host {

// An expression as V8's messages quote it ("a.b(...).c", "(intermediate value)").
std::string v8_text(const Node* expression);
// The same where V8 speaks of iteration: there a call shows as its callee only.
std::string v8_text_of_iterated(const Node* expression);
// As the engine's own messages quote it, to recognise an expression by.
std::string engine_text(const Node* expression);

// "number 5", "object", "undefined": a value as V8 describes it where it has no expression to
// quote, as far as the text tells; `otherwise` if it does not.
std::string v8_value(const Node* expression, const std::string& otherwise);

// A property's key that stands in the text: `b` of a.b and of a["b"]; "" if it is computed.
std::string fixed_key(const Node* access);

}  // namespace loopscope::host
