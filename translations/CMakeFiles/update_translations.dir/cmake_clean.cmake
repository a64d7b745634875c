file(REMOVE_RECURSE
  "CMakeFiles/update_translations"
)

# Per-language clean rules from dependency scanning.
foreach(lang )
  include(CMakeFiles/update_translations.dir/cmake_clean_${lang}.cmake OPTIONAL)
endforeach()
