# simdjson reads traces, RapidJSON escapes strings in them (Debian: libsimdjson-dev rapidjson-dev).
find_package(simdjson REQUIRED)
find_package(RapidJSON REQUIRED)
target_include_directories(loopscope_trace SYSTEM PRIVATE ${RAPIDJSON_INCLUDE_DIRS})
target_link_libraries(loopscope_trace PRIVATE simdjson::simdjson)
