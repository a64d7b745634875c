# CMake generated Testfile for 
# Source directory: /tmp/uiframe-src/translations
# Build directory: /tmp/uiframe-src/translations
# 
# This file includes the relevant testing commands required for 
# testing this directory and lists subdirectories to be tested as well.
add_test([=[ui.translations_complete]=] "/tmp/uiframe-src/translations/check" "/usr/lib/qt6/bin/lupdate" "/tmp/uiframe-src/translations")
set_tests_properties([=[ui.translations_complete]=] PROPERTIES  LABELS "ui;unit" TIMEOUT "120" _BACKTRACE_TRIPLES "/tmp/uiframe-src/translations/CMakeLists.txt;16;add_test;/tmp/uiframe-src/translations/CMakeLists.txt;0;")
