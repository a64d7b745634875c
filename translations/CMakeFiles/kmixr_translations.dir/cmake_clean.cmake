file(REMOVE_RECURSE
  "CMakeFiles/kmixr_translations.dir/qrc_kmixr_translations.cpp.o"
  "CMakeFiles/kmixr_translations.dir/qrc_kmixr_translations.cpp.o.d"
  "kmixr_ja.qm"
  "qrc_kmixr_translations.cpp"
)

# Per-language clean rules from dependency scanning.
foreach(lang CXX)
  include(CMakeFiles/kmixr_translations.dir/cmake_clean_${lang}.cmake OPTIONAL)
endforeach()
