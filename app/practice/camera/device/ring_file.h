/* The scene of one camera folder, mapped read-only and exchanged when the painter has put a new one there. */
#ifndef KMIXR_PRACTICE_RING_FILE_H
#define KMIXR_PRACTICE_RING_FILE_H

#include "app/practice/camera/frame_ring.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct ring_file {
    const unsigned char* bytes; /* NULL = no scene */
    size_t size;
    dev_t device;
    ino_t inode;
};

/* The folder holds another file than the one mapped. */
bool ring_changed(const struct ring_file* ring, const char* folder);
/* Maps the folder's scene in place of the old one; false, and the old one stays, when there is none or it is malformed.
 */
bool ring_refresh(struct ring_file* ring, const char* folder);
void ring_forget(struct ring_file* ring);
/* NULL = no scene. */
const struct kmixr_ring_header* ring_header(const struct ring_file* ring);
/* The frame shown at that tick; false = no scene. */
bool ring_frame(const struct ring_file* ring, uint32_t tick, const unsigned char** frame, size_t* size);

#endif
