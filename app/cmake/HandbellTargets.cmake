# SPDX-License-Identifier: Apache-2.0
# The ways to make a target here, and the check that keeps GUI modules out of app/.

#! handbell_add_library(<Name> SOURCES ... [PUBLIC ...] [PRIVATE ...])
#  A static library Handbell::<Name> from the current directory; headers are included from app/, as "base/Ids.h".
function(handbell_add_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  string(TOLOWER "handbell_${name}" target)
  add_library(${target} STATIC ${ARG_SOURCES})
  add_library(Handbell::${name} ALIAS ${target})
  target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}/app" "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${target} PUBLIC handbell_compiler ${ARG_PUBLIC} PRIVATE handbell_compiler_warnings ${ARG_PRIVATE})
  set_target_properties(${target} PROPERTIES AUTOMOC ON AUTOMOC_MOC_OPTIONS "--no-notes")
  set_property(GLOBAL APPEND PROPERTY HANDBELL_LIBRARIES ${target})
endfunction()

#! handbell_add_program(<name> SOURCES ... LIBS ...)
#  An executable whose main only wires libraries together.
function(handbell_add_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE handbell_compiler handbell_compiler_warnings ${ARG_LIBS})
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
endfunction()

# What every program of tests has.
function(_handbell_set_up_tests target)
  target_link_libraries(${target} PRIVATE handbell_compiler handbell_compiler_warnings Qt6::Test ${ARGN})
  target_compile_definitions(${target} PRIVATE
    HANDBELL_SOURCE_DIR="${PROJECT_SOURCE_DIR}" HANDBELL_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
  set_target_properties(${target} PROPERTIES AUTOMOC ON)
endfunction()

#! handbell_add_tests(TESTS <Name>... [SOURCES ...] LIBS ... [LABELS ...])
#  The Qt Test classes of the current directory, each in <Name>.cpp with HANDBELL_TEST(<Name>), as one program
#  <folder>_tests. CTest runs each by itself, as <folder>/<Name>.
function(handbell_add_tests)
  cmake_parse_arguments(ARG "" "" "TESTS;SOURCES;LIBS;LABELS" ${ARGN})
  file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}")
  string(MAKE_C_IDENTIFIER "${folder}_tests" target)
  list(TRANSFORM ARG_TESTS APPEND .cpp OUTPUT_VARIABLE files)
  add_executable(${target} ${files} ${ARG_SOURCES})
  _handbell_set_up_tests(${target} ${ARG_LIBS})
  _handbell_reaches(${target} "^Qt6::Widgets$" widgets)
  if(widgets)
    target_link_libraries(${target} PRIVATE handbell_widget_test_program)
  else()
    target_link_libraries(${target} PRIVATE handbell_test_program)
  endif()
  foreach(name IN LISTS ARG_TESTS)
    add_test(NAME ${folder}/${name} COMMAND ${target} ${name})
    set_tests_properties(${folder}/${name} PROPERTIES
      LABELS "${ARG_LABELS}" TIMEOUT 120
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_LOGGING_RULES=handbell.*.debug=false")
  endforeach()
endfunction()

#! handbell_add_test(<Name> [SOURCES ...] LIBS ... [LABELS ...])
#  As handbell_add_tests, for one that has a main of its own.
function(handbell_add_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBS;LABELS" ${ARGN})
  file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}/.")
  string(REGEX REPLACE "^/$" "" folder "${folder}/")
  add_executable(${name} ${name}.cpp ${ARG_SOURCES})
  _handbell_set_up_tests(${name} ${ARG_LIBS})
  add_test(NAME ${folder}${name} COMMAND ${name})
  set_tests_properties(${folder}${name} PROPERTIES
    LABELS "${ARG_LABELS}" TIMEOUT 120
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_LOGGING_RULES=handbell.*.debug=false")
endfunction()

#! handbell_add_desktop_test(<Name> [SOURCES ...] LIBS ... [LABELS ...])
#  As handbell_add_test, but on a real desktop of its own (X server, window manager, tray, accessibility bus) that
#  tests/support/with-desktop.sh sets up: for what only a windowing system can show, such as where the focus is.
#  Labelled "desktop"; skipped where the parts of the desktop are not installed.
function(handbell_add_desktop_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBS;LABELS" ${ARGN})
  if(WIN32 OR APPLE)
    return()
  endif()
  file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}")
  add_executable(${name} ${name}.cpp ${ARG_SOURCES})
  _handbell_set_up_tests(${name} ${ARG_LIBS})
  add_test(NAME ${folder}/${name}
    COMMAND "${PROJECT_SOURCE_DIR}/tests/support/with-desktop.sh" $<TARGET_FILE:${name}>)
  set_tests_properties(${folder}/${name} PROPERTIES
    LABELS "desktop;${ARG_LABELS}" TIMEOUT 180 SKIP_RETURN_CODE 77
    ENVIRONMENT "QT_QPA_PLATFORM=xcb;LC_ALL=C.UTF-8;QT_LOGGING_RULES=handbell.*.debug=false")
endfunction()

# The first link dependency of \a target, however far down, whose name matches \a pattern; empty where none does.
function(_handbell_reaches target pattern result)
  set(seen "")
  set(queue ${target})
  set(found "")
  while(queue)
    list(POP_FRONT queue item)
    if(item IN_LIST seen)
      continue()
    endif()
    list(APPEND seen "${item}")
    if(item MATCHES "${pattern}")
      set(found "${item}")
      break()
    endif()
    if(TARGET ${item})
      get_target_property(aliased ${item} ALIASED_TARGET)
      if(aliased)
        list(APPEND queue ${aliased})
      endif()
      if(NOT item MATCHES "^Qt6::")
        foreach(property LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
          get_target_property(links ${item} ${property})
          if(links)
            list(APPEND queue ${links})
          endif()
        endforeach()
      endif()
    endif()
  endwhile()
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

#! handbell_check_layering()
#  Stops configuration where a library under app/ reaches a GUI module. Platform is the one exception: idle time,
#  global shortcuts and presenting detection are windowing-system interfaces.
function(handbell_check_layering)
  get_property(libraries GLOBAL PROPERTY HANDBELL_LIBRARIES)
  foreach(library IN LISTS libraries)
    get_target_property(source_dir ${library} SOURCE_DIR)
    if(NOT source_dir MATCHES "^${PROJECT_SOURCE_DIR}/app/" OR source_dir MATCHES "/app/platform$")
      continue()
    endif()
    _handbell_reaches(${library} "^Qt6::(Gui|Widgets|Svg|Quick)" gui)
    if(gui)
      message(FATAL_ERROR "${library} is under app/ and reaches ${gui}: GUI code belongs in ui/.")
    endif()
  endforeach()
endfunction()
