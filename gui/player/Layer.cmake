# RapidJSON reads what `loopscope explore --json` tells.
find_package(RapidJSON REQUIRED)
target_include_directories(loopscope_gui_player SYSTEM PRIVATE ${RAPIDJSON_INCLUDE_DIRS})
