#pragma once

#include <optional>
#include <string>

#include "core/js/v8_frames.h"
#include "core/js/v8_source_tree.h"

// V8 names a frame after its function and after the object it was called on. The engine does not
// tell that object, so its type is read off the text: how the function was called, and what it
// belongs to.
namespace loopscope::host {

struct FrameSituation {
  enum class Caller { program, builtin, host };
  Caller caller = Caller::host;
  const Node* call = nullptr;  // in the caller
  std::string caller_type;     // what the caller itself was called on
  std::string host_type;
  std::string host_method;
  bool has_host_receiver = false;
  bool is_module = false;

  void set_receiver(std::string type, std::string method) {
    has_host_receiver = true;
    host_type = std::move(type);
    host_method = std::move(method);
  }
};

struct NamedFrame {
  StackFrame frame;
  const Node* call = nullptr;  // what it is executing
  bool called_by_builtin =
      false;                  // a native of the language called it, though none is on the stack
  std::string calls_builtin;  // how V8 shows the built-in it is calling, if it is one
};

NamedFrame name_frame(const SourceTree& tree, const SavedFrameInfo& saved,
                      const FrameSituation& situation, std::optional<uint32_t> offset);

// The type of what `call` is a method call on, "" if it is none; `this_type` is the caller's own.
std::string receiver_type(const Node* call, const std::string& this_type);
// The name of the method it calls, "" if it calls none.
std::string method_called(const Node* call);
std::string builtin_called(const NamedFrame& named);

// One identifier, as against "a.b", "get x", "#p" or "[Symbol.iterator]".
bool is_plain_name(std::string_view name);
// The engine's name for a function without what V8 would not say ("a/<" is anonymous).
std::string plain_function_name(std::string_view name);

}  // namespace loopscope::host
