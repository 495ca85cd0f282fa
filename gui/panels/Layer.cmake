# For the numbers of keys only.
find_package(glfw3 REQUIRED)
target_link_libraries(loopscope_gui_panels PUBLIC glfw)
