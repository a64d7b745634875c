# Empty custom commands generated dependencies file for update_translations.
# This may be replaced when dependencies are built.
