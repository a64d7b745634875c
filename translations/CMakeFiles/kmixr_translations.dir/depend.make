# Empty dependencies file for kmixr_translations.
# This may be replaced when dependencies are built.
