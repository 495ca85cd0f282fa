find_package(CLI11 REQUIRED)
target_link_libraries(loopscope_cli PUBLIC CLI11::CLI11)
target_precompile_headers(loopscope_cli PRIVATE <CLI/App.hpp>)
target_compile_definitions(loopscope_cli PRIVATE LOOPSCOPE_VERSION="${PROJECT_VERSION}"
  LOOPSCOPE_SCENARIOS_DIR="${CMAKE_SOURCE_DIR}/scenarios")
list(FILTER sources EXCLUDE REGEX "main\\.cpp$")
set_target_properties(loopscope_cli PROPERTIES SOURCES "${sources}")

add_executable(loopscope ${dir}/main.cpp)
target_link_libraries(loopscope PRIVATE loopscope_cli)
