# SPDX-License-Identifier: Apache-2.0
# Compiler settings and warnings, as two INTERFACE targets that every Handbell target links privately.

option(HANDBELL_WERROR "Treat compiler warnings as errors" OFF)
option(HANDBELL_FUZZ "Build the fuzzers of tests/fuzz, which needs Clang" OFF)
option(HANDBELL_FAILPOINTS "Let tests end programs at named places (base/Failpoint.h); never in what is shipped" OFF)
set(HANDBELL_SANITIZE "" CACHE STRING "Sanitizers to build with, for example address,undefined")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Build type" FORCE)
endif()

find_program(HANDBELL_CCACHE ccache)
if(HANDBELL_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${HANDBELL_CCACHE}")
endif()

add_library(handbell_compiler INTERFACE)
target_compile_features(handbell_compiler INTERFACE cxx_std_20)
target_compile_definitions(handbell_compiler INTERFACE
  QT_NO_CAST_FROM_ASCII
  QT_NO_CAST_TO_ASCII
  QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_NO_FOREACH
  QT_NO_KEYWORDS
  QT_STRICT_ITERATORS
  QT_USE_QSTRINGBUILDER
  QT_DISABLE_DEPRECATED_BEFORE=0x060400
  HANDBELL_VERSION="${PROJECT_VERSION}")
set_target_properties(handbell_compiler PROPERTIES INTERFACE_POSITION_INDEPENDENT_CODE ON)

if(HANDBELL_SANITIZE)
  target_compile_options(handbell_compiler INTERFACE
    -fsanitize=${HANDBELL_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(handbell_compiler INTERFACE -fsanitize=${HANDBELL_SANITIZE})
endif()

# For the few libraries that have failpoints, and the tests of them.
add_library(handbell_failpoints INTERFACE)
if(HANDBELL_FAILPOINTS)
  target_compile_definitions(handbell_failpoints INTERFACE HANDBELL_FAILPOINTS)
endif()

add_library(handbell_compiler_warnings INTERFACE)
if(MSVC)
  target_compile_options(handbell_compiler_warnings INTERFACE /W4 /permissive- /utf-8
    $<$<BOOL:${HANDBELL_WERROR}>:/WX>)
else()
  target_compile_options(handbell_compiler_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-align
    -Woverloaded-virtual -Wdouble-promotion -Wformat=2 -Wimplicit-fallthrough
    $<$<BOOL:${HANDBELL_WERROR}>:-Werror>)
  if(CMAKE_UNITY_BUILD)
    # Said of every class with a member from an unnamed namespace, where one file includes several.
    target_compile_options(handbell_compiler_warnings INTERFACE
      $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endif()
endif()
