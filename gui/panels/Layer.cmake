# For the numbers of keys only.
find_package(glfw3 REQUIRED)
target_link_libraries(loopscope_gui_panels PUBLIC glfw)
target_precompile_headers(loopscope_gui_panels PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/panels/frame.h)
