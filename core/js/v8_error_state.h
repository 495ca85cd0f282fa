#pragma once

#include <jsapi.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/js/async_chain.h"
#include "core/js/v8_errors.h"
#include "core/js/v8_source_tree.h"

namespace loopscope::host {

// The texts of a realm's files, and their trees, made when an error first asks.
class SourceRegistry {
 public:
  void add(const std::string& file, std::u16string text, bool is_module);
  // Null if nothing is known of the file, or its text could not be read to the end.
  const SourceTree* tree(std::string_view file);
  // Null if nothing is known of the file.
  const std::u16string* text(std::string_view file) const;
  bool is_module(std::string_view file) const;

 private:
  struct Source {
    std::u16string text;
    std::unique_ptr<SourceTree> tree;
    bool is_module = false;
  };
  std::unordered_map<std::string, Source> m_sources;
};

// Who awaited what when errors were made: each chain once, since an error has room for a number
// only.
class AsyncChains {
 public:
  // 0 for an empty chain.
  uint32_t add(std::vector<AsyncLink> chain);
  const std::vector<AsyncLink>& at(uint32_t number) const { return *m_by_number[number]; }

 private:
  const std::vector<AsyncLink> m_empty = {};
  std::vector<const std::vector<AsyncLink>*> m_by_number = {&m_empty};
  std::map<std::vector<AsyncLink>, uint32_t> m_numbers;
};

// What a realm's errors need to know, from install_v8_errors() to the realm's end.
struct ErrorState {
  explicit ErrorState(JSContext* cx) : thrown(cx), error_constructor(cx), call_site_prototype(cx) {}

  SourceRegistry sources;
  EntryFrames entry = EntryFrames::none;
  bool ticks_ran = false;  // since the loop's last callback
  const JS::PersistentRootedObject* running_callback = nullptr;
  AsyncChains chains;
  std::string compiling;         // the file being compiled, or empty
  std::string excerpt;           // of the last text that did not parse
  bool excerpt_in_file = false;  // and whether that was a file, not evaluated text
  // Where what was thrown last was thrown.
  struct ThrowPlace {
    std::string file;
    uint32_t line = 0;
    uint32_t column = 0;
    std::optional<uint32_t> position;  // better known: an offset into the file
    std::string excerpt;               // of a text that did not parse
  };
  ThrowPlace thrown_at;
  JS::PersistentRootedValue thrown;
  bool reporting = false;  // an uncaught error is being described
  bool in_worker = false;
  bool busy = false;  // while an error is being worded; errors in that keep the engine's wording
  JS::PersistentRootedObject error_constructor;
  JS::PersistentRootedObject call_site_prototype;
};

// The current realm's, kept in its realm private; null in a realm without V8-like errors.
ErrorState* error_state(JSContext* cx);

// While it lives, errors of ours that come up in wording another are not worded themselves, and
// none is left pending.
class Wording {
 public:
  Wording(JSContext* cx, ErrorState& state) : m_cx(cx), m_state(state) { state.busy = true; }
  ~Wording() {
    m_state.busy = false;
    JS_ClearPendingException(m_cx);
  }
  Wording(const Wording&) = delete;
  Wording& operator=(const Wording&) = delete;

 private:
  JSContext* m_cx;
  ErrorState& m_state;
};

}  // namespace loopscope::host
