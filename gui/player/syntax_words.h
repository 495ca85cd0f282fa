#pragma once

#include <cstdint>
#include <string_view>

namespace loopscope::gui {

// What a word of JavaScript means for what may follow it.
enum class Word : uint8_t {
  kName,      // none of the below
  kOperator,  // typeof, return, in: a value follows
  kBlock,     // else, try: a block may follow
  kControl,   // if, while: a condition in parentheses follows, and then a statement
  kFor,
  kFunction,
  kClass,
  kTypeUse,  // new, extends, instanceof: a class follows
  kDeclare,  // const, var, import
  kExport,   // export, default: a declaration may follow
  kThis,     // this, super: keywords that are values
  kConstant,
  kBuiltin,  // global in Node
  // Words that are keywords only in some places.
  kLet,
  kAsync,
  kAccessor,  // get, set
  kStatic,
  kOf,
  kFrom,
  kAs,
};

Word word_named(std::string_view name);

}  // namespace loopscope::gui
