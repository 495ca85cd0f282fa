# The engine exports no typeinfo for some of its classes, so nothing derived from them may ask for it.
find_package(PkgConfig REQUIRED)
pkg_check_modules(mozjs REQUIRED mozjs-102)
pkg_check_modules(icu REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
target_compile_options(loopscope_js PRIVATE -fno-rtti
  # The engine's rooting list holds the addresses of locals, by design; its class tables are meant to
  # be filled from the front.
  -Wno-dangling-pointer -Wno-missing-field-initializers)
if(LOOPSCOPE_SANITIZE)
  target_compile_options(loopscope_js PRIVATE -fno-sanitize=vptr)
endif()
# The engine's headers bring ICU's along, of another version than the system's library: the system's
# folder must come first.
string(REPLACE "-isystem" "-idirafter" engine_flags "${mozjs_CFLAGS}")
target_compile_options(loopscope_js PRIVATE ${engine_flags})
# Four fifths of the time of most files here were the engine's and the agent's headers (measured).
target_precompile_headers(loopscope_js PRIVATE
  $<$<COMPILE_LANGUAGE:CXX>:${CMAKE_CURRENT_SOURCE_DIR}/js/agent.h>)
# These use little of it, and GCC 12 then warns of std::string's own code (bug 105651).
file(GLOB wording CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/js/v8_*.cpp)
set_source_files_properties(${wording} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
target_link_libraries(loopscope_js PRIVATE ${mozjs_LINK_LIBRARIES} PkgConfig::icu Threads::Threads)

# Built-in modules: node/NAME.js is embedded by the assembler, which is much quicker to build than
# an array in C++. builtin_sources.h declares the table.
set(node_dir ${CMAKE_CURRENT_SOURCE_DIR}/js/node)
file(GLOB_RECURSE node_files CONFIGURE_DEPENDS RELATIVE ${node_dir} ${node_dir}/*.js)
list(SORT node_files)
set(assembly ".section .rodata\n")
set(table "")
set(declarations "")
set(index 0)
foreach(file IN LISTS node_files)
  string(REGEX REPLACE "\\.js$" "" id ${file})
  string(APPEND assembly ".global loopscope_builtin_${index}\n.global loopscope_builtin_${index}_end\n"
                         "loopscope_builtin_${index}:\n.incbin \"${node_dir}/${file}\"\n"
                         "loopscope_builtin_${index}_end:\n")
  string(APPEND declarations "extern const char loopscope_builtin_${index}[];\n"
                             "extern const char loopscope_builtin_${index}_end[];\n")
  string(APPEND table "    {\"${id}\", {loopscope_builtin_${index}, static_cast<size_t>("
                      "loopscope_builtin_${index}_end - loopscope_builtin_${index})}},\n")
  math(EXPR index "${index} + 1")
endforeach()
string(APPEND assembly ".section .note.GNU-stack,\"\",@progbits\n")
set(generated ${CMAKE_CURRENT_BINARY_DIR}/builtins)
file(CONFIGURE OUTPUT ${generated}/builtin_sources.S CONTENT "${assembly}" @ONLY)
file(CONFIGURE OUTPUT ${generated}/builtin_sources.cpp CONTENT "#include \"core/js/builtin_sources.h\"

extern \"C\" {
${declarations}}

namespace loopscope::host {

const std::vector<BuiltinSource>& builtin_sources() {
  static const std::vector<BuiltinSource> sources = {
${table}  };
  return sources;
}

}  // namespace loopscope::host
" @ONLY)
list(TRANSFORM node_files PREPEND ${node_dir}/ OUTPUT_VARIABLE node_paths)
set_source_files_properties(${generated}/builtin_sources.S PROPERTIES OBJECT_DEPENDS "${node_paths}")
target_sources(loopscope_js PRIVATE ${generated}/builtin_sources.S ${generated}/builtin_sources.cpp)
