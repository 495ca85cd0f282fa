# The codecs (Debian: zlib1g-dev libbrotli-dev), and crypto (libssl-dev).
find_package(ZLIB REQUIRED)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
find_package(PkgConfig REQUIRED)
pkg_check_modules(brotli REQUIRED IMPORTED_TARGET libbrotlienc libbrotlidec)
target_link_libraries(loopscope_os PRIVATE ZLIB::ZLIB PkgConfig::brotli OpenSSL::Crypto)

# HTTP/1 messages (Debian: libhttp-parser-dev, which has no pkg-config file).
find_path(HTTP_PARSER_INCLUDE http_parser.h REQUIRED)
find_library(HTTP_PARSER_LIBRARY http_parser REQUIRED)
target_include_directories(loopscope_os SYSTEM PRIVATE ${HTTP_PARSER_INCLUDE})
target_link_libraries(loopscope_os PRIVATE ${HTTP_PARSER_LIBRARY})

# SQL (Debian: libsqlite3-dev).
pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3)
target_link_libraries(loopscope_os PUBLIC PkgConfig::sqlite3)
