#pragma once

#include <js/GCVector.h>
#include <js/RootingAPI.h>

#include <cstdint>
#include <string>
#include <unordered_set>
#include <utility>

namespace loopscope::host {

// Where a program lies on this machine, which must not show in what it is found to hold: a trace is
// the same wherever its folder is.
class ProgramPlace {
 public:
  ProgramPlace(JSContext* cx, std::string folder) : m_folder(std::move(folder)), m_path_lists(cx) {}

  const std::string& folder() const { return m_folder; }

  // An object that holds places to look at for modules, as many as the program lies deep.
  [[nodiscard]] bool note_path_list(JSObject* list) { return m_path_lists.append(list); }
  // As they lie now, until the next collection.
  std::unordered_set<const JSObject*> path_lists() const {
    return {m_path_lists.begin(), m_path_lists.end()};
  }

  // How many characters of a string name the program's folder.
  uint64_t characters_in(JSString* string) const;

 private:
  std::string m_folder;
  JS::PersistentRootedObjectVector m_path_lists;
};

}  // namespace loopscope::host
