#include <algorithm>
#include <iterator>

#include "core/js/v8_expression_text.h"
#include "core/js/v8_failure.h"

// Properties that cannot be written, added or deleted; private members; classes.
namespace loopscope::host {

namespace {

const Node* declared_value(const Node* from, const std::string& name);

const Node* search_declaration(const Node* scope, const std::string& name) {
  for (const Node* kid : scope->kids) {
    if (kid == nullptr) continue;
    if (kid->kind == NodeKind::declarator && kid->kids[0]->kind == NodeKind::identifier &&
        kid->kids[0]->text == name)
      return kid->kids[1];
    if (kid->kind == NodeKind::class_ && kid->text == name) return kid;
    if (kid->kind == NodeKind::function) {
      if (kid->text == name) return kid;
      continue;
    }
    if (const Node* found = search_declaration(kid, name)) return found;
  }
  return nullptr;
}

const Node* declared_value(const Node* from, const std::string& name) {
  for (const Node* scope = from; scope != nullptr; scope = scope->parent)
    if (scope->kind == NodeKind::function || scope->kind == NodeKind::program)
      if (const Node* found = search_declaration(scope, name)) return found;
  return nullptr;
}

// Looks through names and Object.freeze(x) for what makes an object.
const Node* origin(const Node* object, int depth = 0) {
  if (object == nullptr || depth > 4) return object;
  if (object->kind == NodeKind::identifier) {
    const Node* value = declared_value(object, object->text);
    return value == nullptr ? object : origin(value, depth + 1);
  }
  if (object->kind == NodeKind::call && object->kids.size() > 1 &&
      object->kids[0]->kind == NodeKind::dot && object->kids[0]->kids[0]->text == "Object")
    return origin(object->kids[1], depth + 1);
  return object;
}

const Node* enclosing_class(const Node* node) {
  while (node != nullptr && node->kind != NodeKind::class_) node = node->parent;
  return node;
}

// Node's and the language's classes whose objects have a toString() of their own.
bool has_own_text(std::string_view name) {
  static constexpr std::string_view kNames[] = {"Array",  "Boolean", "Date", "Number",
                                                "RegExp", "String",  "URL",  "URLSearchParams"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

bool declares_text(const Node* owner) {
  return std::any_of(owner->kids.begin(), owner->kids.end(), [](const Node* member) {
    return member != nullptr && member->kind == NodeKind::member && member->text == "toString" &&
           !member->is_static;
  });
}

// V8 shows the class of an object that has Object's toString(), and the tag of any other.
std::string shown_instance(const Node* place, const std::string& name) {
  const Node* owner = declared_value(place, name);
  if (owner == nullptr && has_own_text(name)) return "[object " + name + "]";
  if (owner != nullptr && owner->kind == NodeKind::class_ && declares_text(owner))
    return "[object Object]";
  return "#<" + name + ">";
}

// "#<Foo>", "[object Array]": an object as V8 shows it, as far as the text tells.
std::string shown_object(const Node* object) {
  const Node* made = origin(object);
  if (made == nullptr) return "#<Object>";
  switch (made->kind) {
    case NodeKind::array:
      return "[object Array]";
    case NodeKind::namespace_:
      return "[object Module]";
    case NodeKind::new_:
      return shown_instance(made, made->kids[0]->text);
    case NodeKind::this_:
      if (const Node* owner = enclosing_class(made)) return shown_instance(made, owner->text);
      return "#<Object>";
    default:
      return "#<Object>";
  }
}

bool is_text(const Node* node) {
  return node != nullptr && node->kind == NodeKind::literal && node->text.size() >= 2 &&
         (node->text[0] == '"' || node->text[0] == '\'');
}

// The write (assignment, update, delete or call of a mutator) of property `key`.
const Node* find_write(const Failure& failure, const std::string& key) {
  return best_node(failure.function, failure.offset, [&key](const Node* node) {
    if (node->kind != NodeKind::assign && node->kind != NodeKind::update &&
        !(node->kind == NodeKind::unary && node->text == "delete"))
      return 0;
    const Node* target = node->kids[0];
    if (target->kind != NodeKind::dot && target->kind != NodeKind::index) return 0;
    const std::string fixed = fixed_key(target);
    if (fixed == key) return 2;
    return fixed.empty() ? 1 : 0;
  });
}

const Node* written_object(const Node* write) {
  return write != nullptr ? write->kids[0]->kids[0] : nullptr;
}

std::string owner_of_write(const Node* object) {
  const Node* made = origin(object);
  if (is_text(made)) return "string '" + made->text.substr(1, made->text.size() - 2) + "'";
  return "object '" + shown_object(object) + "'";
}

std::optional<uint32_t> place(const Node* node, const Failure& failure) {
  if (node != nullptr) return node->position;
  if (failure.call != nullptr) return failure.call->position;
  return std::nullopt;
}

bool calls_method(const Failure& failure, std::string_view name) {
  return failure.call != nullptr && failure.call->kids[0] != nullptr &&
         failure.call->kids[0]->kind == NodeKind::dot && failure.call->kids[0]->text == name;
}

const Node* call_receiver(const Failure& failure) {
  if (failure.call == nullptr || failure.call->kids[0] == nullptr ||
      failure.call->kids[0]->kind != NodeKind::dot)
    return nullptr;
  return failure.call->kids[0]->kids[0];
}

Wording8 word_read_only(const Failure& failure) {
  const std::string key = failure.plain_arg(0);
  const Node* write = find_write(failure, key);
  if (write != nullptr)
    return {"Cannot assign to read only property '" + key + "' of " +
                owner_of_write(written_object(write)),
            nullptr, write->position, false};
  const Node* receiver = call_receiver(failure);
  return {"Cannot assign to read only property '" + key + "' of object '" +
              (receiver != nullptr ? shown_object(receiver) : "#<Object>") + "'",
          nullptr, place(nullptr, failure), receiver != nullptr};
}

Wording8 word_not_extensible(const Failure& failure) {
  const std::string key = failure.plain_arg(1);
  if (calls_method(failure, "defineProperty") || calls_method(failure, "defineProperties"))
    return {"Cannot define property " + key + ", object is not extensible", nullptr,
            failure.call->position, true};
  const Node* write = find_write(failure, key);
  const bool mutator = write == nullptr && failure.call != nullptr;
  return {"Cannot add property " + key + ", object is not extensible", nullptr,
          place(write, failure), mutator};
}

// push on a frozen array: V8 names the index, which is its length.
Wording8 word_past_length(const Failure& failure) {
  const Node* made = origin(call_receiver(failure));
  const size_t length = made != nullptr && made->kind == NodeKind::array ? made->kids.size() : 0;
  return {"Cannot add property " + std::to_string(length) + ", object is not extensible", nullptr,
          place(nullptr, failure), true};
}

Wording8 word_delete(const Failure& failure) {
  const std::string key = failure.plain_arg(0);
  const Node* write = find_write(failure, key);
  const Node* object = write != nullptr ? written_object(write) : call_receiver(failure);
  return {"Cannot delete property '" + key + "' of " + shown_object(object), nullptr,
          place(write, failure), write == nullptr};
}

Wording8 word_getter_only(const Failure& failure) {
  const std::string key = failure.plain_arg(0);
  const Node* write = find_write(failure, key);
  if (key.starts_with("#"))
    return {"'" + key + "' was defined without a setter", nullptr, place(write, failure), false};
  return {"Cannot set property " + key + " of " + shown_object(written_object(write)) +
              " which has only a getter",
          nullptr, place(write, failure), false};
}

// The use of a private name that fails: written, called or read.
const Node* find_private(const Failure& failure, bool write) {
  return best_node(failure.function, failure.offset, [write](const Node* node) {
    if (node->kind != NodeKind::dot || !node->text.starts_with("#")) return 0;
    const bool target = node->parent->kind == NodeKind::assign && node->parent->kids[0] == node;
    return target == write ? 2 : 1;
  });
}

const Node* private_declaration(const Node* use) {
  const Node* owner = enclosing_class(use);
  if (owner == nullptr) return nullptr;
  for (const Node* member : owner->kids)
    if (member != nullptr && member->kind == NodeKind::member && member->text == use->text)
      return member;
  return nullptr;
}

Wording8 word_private(const Failure& failure, bool write) {
  const Node* use = find_private(failure, write);
  const std::string name = use != nullptr ? use->text : "#field";
  const std::optional<uint32_t> position =
      use == nullptr ? std::optional<uint32_t>()
                     : std::optional<uint32_t>(write ? use->parent->position : use->position);
  const Node* member = use != nullptr ? private_declaration(use) : nullptr;
  const bool method = member != nullptr && member->kids.size() == 2 && member->kids[1] != nullptr &&
                      member->kids[1]->kind == NodeKind::function &&
                      member->kids[1]->function_kind != FunctionKind::plain &&
                      member->kids[1]->function_kind != FunctionKind::arrow;
  if (method && !member->is_static)
    return {"Receiver must be an instance of class " + enclosing_class(use)->text, nullptr,
            position, false};
  if (write)
    return {"Cannot write private member " + name + " to an object whose class did not declare it",
            nullptr, position, false};
  return {"Cannot read private member " + name + " from an object whose class did not declare it",
          nullptr, position, false};
}

std::string heritage_value(const Node* heritage) {
  if (heritage == nullptr) return "undefined";
  if (heritage->kind == NodeKind::object) return "#<Object>";
  if (heritage->kind == NodeKind::literal && !is_text(heritage)) return heritage->text;
  const Node* made = origin(heritage);
  if (made != nullptr && made != heritage && made->kind == NodeKind::object) return "#<Object>";
  if (made != nullptr && made != heritage && made->kind == NodeKind::literal) return made->text;
  return "undefined";
}

std::optional<Wording8> word_heritage(const Failure& failure) {
  const Node* node = best_node(failure.function, 0, [&failure](const Node* candidate) {
    if (candidate->kind != NodeKind::class_ || candidate->kids.empty() ||
        candidate->kids[0] == nullptr)
      return 0;
    const bool named = engine_text(candidate->kids[0]) == failure.arg(0);
    return named ? 2 : (candidate->start >= failure.offset ? 1 : 0);
  });
  const Node* heritage = node != nullptr ? node->kids[0] : nullptr;
  const std::optional<uint32_t> position =
      heritage != nullptr ? std::optional<uint32_t>(heritage->position) : std::nullopt;
  if (failure.name == "JSMSG_BAD_PROTOTYPE")
    return Wording8{"Class extends value does not have valid prototype property undefined", nullptr,
                    position, false};
  return Wording8{
      "Class extends value " + heritage_value(heritage) + " is not a constructor or null", nullptr,
      position, false};
}

}  // namespace

std::optional<Wording8> word_assignment(const Failure& failure) {
  const std::string_view name = failure.name;
  if (name == "JSMSG_READ_ONLY") return word_read_only(failure);
  if (name == "JSMSG_CANT_DEFINE_PROP_OBJECT_NOT_EXTENSIBLE") return word_not_extensible(failure);
  if (name == "JSMSG_CANT_DEFINE_PAST_ARRAY_LENGTH") return word_past_length(failure);
  if (name == "JSMSG_CANT_DELETE") return word_delete(failure);
  if (name == "JSMSG_CANT_TRUNCATE_ARRAY" || name == "JSMSG_CANT_REDEFINE_ARRAY_LENGTH")
    return Wording8{"Cannot assign to read only property 'length' of object '[object Array]'",
                    nullptr, place(nullptr, failure), false};
  if (name == "JSMSG_GETTER_ONLY") return word_getter_only(failure);
  if (name == "JSMSG_SET_NON_OBJECT_RECEIVER") {
    const std::string key = failure.plain_arg(1);
    const Node* write = find_write(failure, key);
    const Node* object = write != nullptr ? origin(written_object(write)) : nullptr;
    const std::string owner =
        is_text(object) ? "string '" + object->text.substr(1, object->text.size() - 2) + "'"
        : object != nullptr && (object->text == "true" || object->text == "false")
            ? "boolean '" + object->text + "'"
        : object != nullptr && object->kind == NodeKind::literal
            ? "number '" + object->text + "'"
            : "string '" + failure.plain_arg(0) + "'";
    return Wording8{"Cannot create property '" + key + "' on " + owner, nullptr,
                    place(write, failure), false};
  }
  if (name == "JSMSG_BAD_CONST_ASSIGN") {
    const Node* write = best_node(failure.function, failure.offset, [&failure](const Node* node) {
      if (node->kind != NodeKind::assign && node->kind != NodeKind::update) return 0;
      return node->kids[0] != nullptr && node->kids[0]->text == failure.arg(0) ? 1 : 0;
    });
    const std::optional<uint32_t> position = write == nullptr ? std::optional<uint32_t>()
                                             : write->kind == NodeKind::assign ? write->position
                                             : write->prefix
                                                 ? std::optional<uint32_t>(write->start)
                                                 : std::optional<uint32_t>(write->end - 2);
    return Wording8{"Assignment to constant variable.", nullptr, position, false};
  }
  return std::nullopt;
}

std::optional<Wording8> word_class(const Failure& failure) {
  const std::string_view name = failure.name;
  if (name == "JSMSG_GET_MISSING_PRIVATE") return word_private(failure, false);
  if (name == "JSMSG_SET_MISSING_PRIVATE") return word_private(failure, true);
  if (name == "JSMSG_PRIVATE_SETTER_ONLY") {
    const Node* use = find_private(failure, false);
    return Wording8{
        "'" + (use != nullptr ? use->text : "#field") + "' was defined without a getter", nullptr,
        use != nullptr ? std::optional<uint32_t>(use->position) : std::nullopt, false};
  }
  if (name == "JSMSG_ASSIGN_TO_PRIVATE_METHOD") {
    const Node* use = find_private(failure, true);
    return Wording8{
        "Private method '" + (use != nullptr ? use->text : "#method") + "' is not writable",
        nullptr, std::nullopt, false};
  }
  const bool in_call = failure.call != nullptr;
  if (name == "JSMSG_BAD_HERITAGE" || (name == "JSMSG_NOT_OBJORNULL" && !in_call) ||
      name == "JSMSG_NOT_CONSTRUCTOR" ||
      (name == "JSMSG_BAD_PROTOTYPE" && failure.call == nullptr && failure.tree != nullptr &&
       best_node(failure.function, failure.offset, [](const Node* node) {
         return node->kind == NodeKind::binary && node->text == "instanceof" ? 1 : 0;
       }) == nullptr))
    return word_heritage(failure);
  return std::nullopt;
}

}  // namespace loopscope::host
