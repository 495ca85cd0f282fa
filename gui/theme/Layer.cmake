pkg_check_modules(imgui REQUIRED IMPORTED_TARGET imgui)
target_link_libraries(loopscope_gui_theme PUBLIC PkgConfig::imgui)
