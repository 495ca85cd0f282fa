#include "core/js/v8_error_state.h"

#include <js/Realm.h>
#include <js/String.h>

#include "core/js/v8_messages.h"

namespace loopscope::host {

void SourceRegistry::add(const std::string& file, std::u16string text, bool is_module) {
  m_sources[file] = {std::move(text), nullptr, is_module};
}

const SourceTree* SourceRegistry::tree(std::string_view file) {
  const auto found = m_sources.find(std::string(file));
  if (found == m_sources.end()) return nullptr;
  Source& source = found->second;
  if (source.tree == nullptr) source.tree = std::make_unique<SourceTree>(source.text);
  return source.tree->complete() ? source.tree.get() : nullptr;
}

const std::u16string* SourceRegistry::text(std::string_view file) const {
  const auto found = m_sources.find(std::string(file));
  return found == m_sources.end() ? nullptr : &found->second.text;
}

bool SourceRegistry::is_module(std::string_view file) const {
  const auto found = m_sources.find(std::string(file));
  return found != m_sources.end() && found->second.is_module;
}

uint32_t AsyncChains::add(std::vector<AsyncLink> chain) {
  if (chain.empty()) return 0;
  const auto [entry, is_new] =
      m_numbers.try_emplace(std::move(chain), static_cast<uint32_t>(m_by_number.size()));
  if (is_new) m_by_number.push_back(&entry->first);
  return entry->second;
}

ErrorState* error_state(JSContext* cx) {
  JS::Realm* realm = JS::GetCurrentRealmOrNull(cx);
  return realm != nullptr ? static_cast<ErrorState*>(JS::GetRealmPrivate(realm)) : nullptr;
}

void register_source(JSContext* cx, const std::string& file_name, JS::HandleString text) {
  ErrorState* state = error_state(cx);
  JSLinearString* linear = JS_EnsureLinearString(cx, text);
  if (state == nullptr || linear == nullptr) return;
  std::u16string copy(JS::GetLinearStringLength(linear), u'\0');
  for (size_t i = 0; i < copy.size(); ++i) copy[i] = JS::GetLinearStringCharAt(linear, i);
  state->compiling = file_name;
  // Modules are named by URL (of a file, or with their text in it), CommonJS files by path, scripts
  // of no file in brackets.
  const bool has_no_wrapper = file_name.starts_with("file:") || file_name.starts_with("data:") ||
                              file_name.starts_with("[");
  state->sources.add(file_name, std::move(copy), has_no_wrapper);
}

void end_of_compilation(JSContext* cx) {
  if (ErrorState* state = error_state(cx)) state->compiling.clear();
}

void forget_throw_place(JSContext* cx) {
  ErrorState* state = error_state(cx);
  if (state == nullptr || !state->thrown.isObject()) return;
  state->thrown = JS::UndefinedValue();
}

void set_running_callback(JSContext* cx, const JS::PersistentRootedObject* callback) {
  if (ErrorState* state = error_state(cx)) state->running_callback = callback;
}

EntryFrames set_entry_frames(JSContext* cx, EntryFrames entry) {
  ErrorState* state = error_state(cx);
  if (state == nullptr) return EntryFrames::none;
  const EntryFrames before = state->entry;
  // Node drains promise jobs from its own JavaScript only after ticks; else V8 does, without a
  // frame.
  if (entry == EntryFrames::tick) state->ticks_ran = true;
  if (entry == EntryFrames::timer || entry == EntryFrames::immediate ||
      entry == EntryFrames::module || entry == EntryFrames::esm ||
      entry == EntryFrames::poll_callback)
    state->ticks_ran = false;
  state->entry = entry;
  return before;
}

}  // namespace loopscope::host
