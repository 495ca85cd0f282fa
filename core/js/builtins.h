#pragma once

#include <jsapi.h>

#include <string_view>

namespace loopscope::host {

// The built-in modules of one agent: compiled from the embedded sources when first required, and
// the bindings they are made of. README.md says what a built-in file looks like.
class Builtins {
 public:
  explicit Builtins(JSContext* cx);

  // Makes primordials and the process object, then runs internal/bootstrap.
  [[nodiscard]] bool start(JSContext* cx, JS::HandleObject global);

  // A built-in's exports. Throws if there is none of that id.
  [[nodiscard]] bool require(JSContext* cx, std::string_view id, JS::MutableHandleValue exports);
  static bool exists(std::string_view id);

  JS::HandleObject process() const { return m_process; }

 private:
  [[nodiscard]] bool binding(JSContext* cx, const char* name, JS::MutableHandleValue result);
  [[nodiscard]] bool load(JSContext* cx, std::string_view id, JS::MutableHandleValue exports);
  static bool native_require(JSContext* cx, unsigned argc, JS::Value* vp);
  static bool native_internal_binding(JSContext* cx, unsigned argc, JS::Value* vp);

  JS::PersistentRootedObject m_modules;   // id -> module object
  JS::PersistentRootedObject m_bindings;  // name -> binding object
  JS::PersistentRootedObject m_primordials;
  JS::PersistentRootedObject m_process;
  JS::PersistentRootedObject m_require;
  JS::PersistentRootedObject m_internal_binding;
};

}  // namespace loopscope::host
