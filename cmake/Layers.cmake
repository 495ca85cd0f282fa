# loopscope_layer(NAME [USES LAYER...])
#
# Declares ROOT/NAME, with ROOT the folder this is called in (core or gui), as a static library:
# loopscope_NAME of core, loopscope_gui_NAME of gui. It is built from every .cpp in that folder and
# linked to the layers it uses; gui names those of core as core/LAYER. Two kinds of include are an
# error at configure time: of "ROOT/OTHER/..." with OTHER not among those layers, and of "..." not
# written from the project's root. CMake reconfigures when a source of the layer changes, so a wrong
# include fails the next build.
function(loopscope_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "USES")
  get_filename_component(root ${CMAKE_CURRENT_SOURCE_DIR} NAME)
  set(dir ${CMAKE_CURRENT_SOURCE_DIR}/${name})
  list(TRANSFORM layer_USES REPLACE "^([^/]+)$" "${root}/\\1")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${dir}/*.cpp ${dir}/*.h)
  loopscope_check_includes(${root}/${name} "${layer_USES}" "${sources}")

  loopscope_layer_target(target ${root}/${name})
  add_library(${target} STATIC ${sources})
  set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
  foreach(used IN LISTS layer_USES)
    loopscope_layer_target(used_target ${used})
    target_link_libraries(${target} PUBLIC ${used_target})
  endforeach()
  if(EXISTS ${dir}/Layer.cmake)
    include(${dir}/Layer.cmake)
  endif()
endfunction()

function(loopscope_layer_target result layer)
  string(REPLACE "core/" "loopscope_" target ${layer})
  string(REPLACE "gui/" "loopscope_gui_" target ${target})
  set(${result} ${target} PARENT_SCOPE)
endfunction()

function(loopscope_check_includes layer uses sources)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${sources})
  foreach(source IN LISTS sources)
    file(STRINGS ${source} includes REGEX "^[ \t]*#[ \t]*include[ \t]*\"")
    foreach(include IN LISTS includes)
      if(NOT include MATCHES "\"((core|gui)/[^/\"]+)/")
        message(FATAL_ERROR "${source}: ${include}: expected a path from the root, \"core/...\"")
      endif()
      set(included ${CMAKE_MATCH_1})
      if(NOT included STREQUAL layer AND NOT included IN_LIST uses)
        message(FATAL_ERROR "${source}: ${layer} may not include ${included}; "
                            "its CMakeLists.txt lists what each layer uses")
      endif()
    endforeach()
  endforeach()
endfunction()
