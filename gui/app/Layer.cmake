# The OpenGL loader is generated at build time; --reproducible keeps glad from asking the internet.
set(glad_dir ${CMAKE_CURRENT_BINARY_DIR}/glad)
add_custom_command(OUTPUT ${glad_dir}/src/gl.c ${glad_dir}/include/glad/gl.h
  COMMAND glad --reproducible --quiet --api gl:core=3.3 --extensions= --out-path ${glad_dir} c
  COMMENT "Generating the OpenGL loader" VERBATIM)
add_library(loopscope_glad STATIC ${glad_dir}/src/gl.c)
target_include_directories(loopscope_glad SYSTEM PUBLIC ${glad_dir}/include)
target_compile_options(loopscope_glad PRIVATE -w)

find_package(glfw3 REQUIRED)
find_package(OpenGL REQUIRED)
find_package(CLI11 REQUIRED)
find_package(RapidJSON REQUIRED)
target_include_directories(loopscope_gui_app SYSTEM PRIVATE ${RAPIDJSON_INCLUDE_DIRS})
target_link_libraries(loopscope_gui_app PUBLIC loopscope_glad glfw OpenGL::GL)
list(FILTER sources EXCLUDE REGEX "main\\.cpp$")
set_target_properties(loopscope_gui_app PROPERTIES SOURCES "${sources}")

add_executable(loopscope-gui ${dir}/main.cpp)
target_compile_definitions(loopscope-gui PRIVATE
  LOOPSCOPE_SCENARIOS="${CMAKE_SOURCE_DIR}/scenarios" LOOPSCOPE_VERSION="${PROJECT_VERSION}")
target_link_libraries(loopscope-gui PRIVATE loopscope_gui_app CLI11::CLI11)
# It runs scripts by the command-line program, which must be beside it.
add_dependencies(loopscope-gui loopscope)
