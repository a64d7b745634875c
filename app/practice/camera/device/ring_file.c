#define _GNU_SOURCE
#include "app/practice/camera/device/ring_file.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct kmixr_ring_entry* entries(const unsigned char* bytes) {
    return (const struct kmixr_ring_entry*)(bytes + sizeof(struct kmixr_ring_header));
}

static bool well_formed(const unsigned char* bytes, size_t size) {
    const struct kmixr_ring_header* header = (const struct kmixr_ring_header*)bytes;
    if (size < sizeof *header || memcmp(header->magic, KMIXR_RING_MAGIC, sizeof header->magic) != 0)
        return false;
    if (header->width == 0 || header->width > KMIXR_RING_MAX_SIDE || header->height == 0 ||
        header->height > KMIXR_RING_MAX_SIDE || header->ticks_per_frame == 0)
        return false;
    if (header->frames == 0 || header->frames > KMIXR_RING_MAX_FRAMES ||
        size < sizeof *header + header->frames * sizeof(struct kmixr_ring_entry))
        return false;
    for (uint32_t i = 0; i < header->frames; i++) {
        const struct kmixr_ring_entry* entry = &entries(bytes)[i];
        if (entry->size > header->largest_frame || entry->offset > size || entry->size > size - entry->offset)
            return false;
    }
    return true;
}

void ring_forget(struct ring_file* ring) {
    if (ring->bytes)
        munmap((void*)(uintptr_t)ring->bytes, ring->size);
    memset(ring, 0, sizeof *ring);
}

static bool path_of(char* path, size_t size, const char* folder) {
    return snprintf(path, size, "%s/%s", folder, KMIXR_RING_FILE) < (int)size;
}

bool ring_changed(const struct ring_file* ring, const char* folder) {
    char path[4200];
    struct stat status;
    return path_of(path, sizeof path, folder) && stat(path, &status) == 0 &&
           (!ring->bytes || status.st_dev != ring->device || status.st_ino != ring->inode);
}

bool ring_refresh(struct ring_file* ring, const char* folder) {
    char path[4200];
    if (!path_of(path, sizeof path, folder))
        return false;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool mapped = false;
    struct stat status;
    if (fstat(fd, &status) == 0 && status.st_size > (off_t)sizeof(struct kmixr_ring_header)) {
        size_t size = (size_t)status.st_size;
        void* bytes = mmap(NULL, size, PROT_READ, MAP_SHARED, fd, 0);
        mapped = bytes != MAP_FAILED && well_formed(bytes, size);
        if (mapped) {
            ring_forget(ring);
            *ring = (struct ring_file){bytes, size, status.st_dev, status.st_ino};
        } else if (bytes != MAP_FAILED) {
            munmap(bytes, size);
        }
    }
    close(fd);
    return mapped;
}

const struct kmixr_ring_header* ring_header(const struct ring_file* ring) {
    return (const struct kmixr_ring_header*)ring->bytes;
}

bool ring_frame(const struct ring_file* ring, uint32_t tick, const unsigned char** frame, size_t* size) {
    const struct kmixr_ring_header* header = ring_header(ring);
    if (!header)
        return false;
    const struct kmixr_ring_entry* entry = &entries(ring->bytes)[tick / header->ticks_per_frame % header->frames];
    *frame = ring->bytes + entry->offset;
    *size = entry->size;
    return true;
}
