# loopscope_layer(NAME [USES LAYER...])
#
# Declares core/NAME as the static library loopscope_NAME, built from every .cpp in that folder and
# linked to the layers it uses. Two kinds of include are an error at configure time: of
# "core/OTHER/..." with OTHER not among those layers, and of "..." not written from the root. CMake
# reconfigures when a source of the layer changes, so a wrong include fails the next build.
function(loopscope_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "USES")
  set(dir ${CMAKE_CURRENT_SOURCE_DIR}/${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${dir}/*.cpp ${dir}/*.h)
  loopscope_check_includes(${name} "${layer_USES}" "${sources}")

  add_library(loopscope_${name} STATIC ${sources})
  set_target_properties(loopscope_${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(loopscope_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  foreach(used IN LISTS layer_USES)
    target_link_libraries(loopscope_${name} PUBLIC loopscope_${used})
  endforeach()
  if(EXISTS ${dir}/Layer.cmake)
    include(${dir}/Layer.cmake)
  endif()
endfunction()

function(loopscope_check_includes name uses sources)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${sources})
  foreach(source IN LISTS sources)
    file(STRINGS ${source} includes REGEX "^[ \t]*#[ \t]*include[ \t]*\"")
    foreach(include IN LISTS includes)
      if(NOT include MATCHES "\"core/([^/\"]+)/")
        message(FATAL_ERROR "${source}: ${include}: expected a path from the root, \"core/...\"")
      endif()
      if(NOT CMAKE_MATCH_1 STREQUAL name AND NOT CMAKE_MATCH_1 IN_LIST uses)
        message(FATAL_ERROR "${source}: core/${name} may not include core/${CMAKE_MATCH_1}; "
                            "core/CMakeLists.txt lists what each layer uses")
      endif()
    endforeach()
  endforeach()
endfunction()
