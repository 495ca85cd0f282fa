# simdjson reads cards, orders and scores.
find_package(simdjson REQUIRED)
target_link_libraries(loopscope_lesson PRIVATE simdjson::simdjson)
