/* What this process sees when it lists /dev: the practice cameras in place of the machine's own, so that practice never
 * films a real room. */
#ifndef KMIXR_PRACTICE_DIRECTORY_H
#define KMIXR_PRACTICE_DIRECTORY_H

#include <dirent.h>
#include <stdbool.h>

/* Begins to watch this listing of /dev. */
void directory_begin(DIR* listing);
void directory_end(DIR* listing);
bool directory_watched(DIR* listing);
/* The machine's own entry is a camera. */
bool directory_hides(const char* name);
/* After the last real entry: the next practice camera, then NULL. The entry is valid until the next call. */
struct dirent* directory_next(DIR* listing);

#endif
