/* The C library's doors that lead to a camera, with a look at each caller: practice cameras are answered here,
 * everything else goes on to the next library. Loaded into a program from outside (LD_PRELOAD) or linked before the C
 * library. Without KMIXR_PRACTICE_CAMERA in the environment it does nothing. */
#define _GNU_SOURCE
#include "app/practice/camera/device/camera.h"
#include "app/practice/camera/device/directory.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#define DOOR __attribute__((visibility("default")))

/* Declares `next`, the function of that name behind us. */
#define NEXT(result, name, ...)                                                                                        \
    static result (*next)(__VA_ARGS__);                                                                                \
    if (!next)                                                                                                         \
    *(void**)&next = dlsym(RTLD_NEXT, name)

enum { MAX_OPEN = 16 };

static struct {
    int fd;
    struct camera* camera;
} opened[MAX_OPEN];
static atomic_int open_count; /* spares every other program path the lock */
/* Recursive: a camera opens, maps and closes its own files while we hold it, and those calls come through these doors.
 */
static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

/* Under the lock. */
static struct camera* camera_of(int fd) {
    for (int i = 0; i < MAX_OPEN; i++)
        if (opened[i].camera && opened[i].fd == fd)
            return opened[i].camera;
    return NULL;
}

static bool is_camera(int fd) {
    if (atomic_load(&open_count) == 0)
        return false;
    pthread_mutex_lock(&lock);
    const bool ours = camera_of(fd) != NULL;
    pthread_mutex_unlock(&lock);
    return ours;
}

static int open_camera(int number) {
    pthread_mutex_lock(&lock);
    int place = 0;
    while (place < MAX_OPEN && opened[place].camera)
        place++;
    int fd = -1;
    errno = EMFILE;
    struct camera* camera = place < MAX_OPEN ? camera_open(number) : NULL;
    if (camera) {
        fd = camera_descriptor(camera);
        opened[place].fd = fd;
        opened[place].camera = camera;
        atomic_fetch_add(&open_count, 1);
    }
    pthread_mutex_unlock(&lock);
    return fd;
}

static mode_t mode_of(int flags, va_list* more) {
    return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE ? (mode_t)va_arg(*more, int) : 0;
}

#define OPEN_DOOR(name)                                                                                                \
    DOOR int name(const char* path, int flags, ...);                                                                   \
    int name(const char* path, int flags, ...) {                                                                       \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        const mode_t mode = mode_of(flags, &more);                                                                     \
        va_end(more);                                                                                                  \
        const int number = camera_number(path);                                                                        \
        if (number >= 0)                                                                                               \
            return open_camera(number);                                                                                \
        NEXT(int, #name, const char*, int, ...);                                                                       \
        return next(path, flags, mode);                                                                                \
    }
OPEN_DOOR(open)
OPEN_DOOR(open64)

#define OPENAT_DOOR(name)                                                                                              \
    DOOR int name(int folder, const char* path, int flags, ...);                                                       \
    int name(int folder, const char* path, int flags, ...) {                                                           \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        const mode_t mode = mode_of(flags, &more);                                                                     \
        va_end(more);                                                                                                  \
        const int number = camera_number(path);                                                                        \
        if (number >= 0)                                                                                               \
            return open_camera(number);                                                                                \
        NEXT(int, #name, int, const char*, int, ...);                                                                  \
        return next(folder, path, flags, mode);                                                                        \
    }
OPENAT_DOOR(openat)
OPENAT_DOOR(openat64)

/* What `open` becomes in programs built with _FORTIFY_SOURCE. */
#define CHECKED_OPEN_DOOR(name)                                                                                        \
    DOOR int name(const char* path, int flags);                                                                        \
    int name(const char* path, int flags) {                                                                            \
        const int number = camera_number(path);                                                                        \
        if (number >= 0)                                                                                               \
            return open_camera(number);                                                                                \
        NEXT(int, #name, const char*, int);                                                                            \
        return next(path, flags);                                                                                      \
    }
CHECKED_OPEN_DOOR(__open_2)
CHECKED_OPEN_DOOR(__open64_2)

DOOR int close(int fd) {
    if (is_camera(fd)) {
        pthread_mutex_lock(&lock);
        struct camera* camera = NULL;
        for (int i = 0; i < MAX_OPEN; i++)
            if (opened[i].camera && opened[i].fd == fd) {
                camera = opened[i].camera;
                opened[i].camera = NULL;
                atomic_fetch_sub(&open_count, 1);
            }
        pthread_mutex_unlock(&lock);
        if (camera)
            camera_free(camera);
    }
    NEXT(int, "close", int);
    return next(fd);
}

DOOR int ioctl(int fd, unsigned long request, ...) {
    va_list more;
    va_start(more, request);
    void* argument = va_arg(more, void*);
    va_end(more);
    if (is_camera(fd)) {
        pthread_mutex_lock(&lock);
        struct camera* camera = camera_of(fd);
        errno = EBADF;
        /* Some callers pass the request as a sign-extended int. */
        const int result = camera ? camera_ioctl(camera, request & 0xFFFFFFFFUL, argument) : -1;
        pthread_mutex_unlock(&lock);
        return result;
    }
    NEXT(int, "ioctl", int, unsigned long, ...);
    return next(fd, request, argument);
}

/* A buffer of a camera is a piece of its shared memory. */
static int memory_behind(int fd, size_t length, off_t offset) {
    if (!is_camera(fd))
        return fd;
    pthread_mutex_lock(&lock);
    struct camera* camera = camera_of(fd);
    errno = EBADF;
    const int memory = camera ? camera_memory(camera, length, offset) : -1;
    pthread_mutex_unlock(&lock);
    return memory;
}

#define MMAP_DOOR(name)                                                                                                \
    DOOR void* name(void* at, size_t length, int protection, int flags, int fd, off_t offset);                         \
    void* name(void* at, size_t length, int protection, int flags, int fd, off_t offset) {                             \
        const int behind = (flags & MAP_ANONYMOUS) ? fd : memory_behind(fd, length, offset);                           \
        if (behind < 0 && !(flags & MAP_ANONYMOUS) && fd >= 0)                                                         \
            return MAP_FAILED;                                                                                         \
        NEXT(void*, #name, void*, size_t, int, int, int, off_t);                                                       \
        return next(at, length, protection, flags, behind, offset);                                                    \
    }
MMAP_DOOR(mmap)
MMAP_DOOR(mmap64)

DOOR DIR* opendir(const char* path) {
    NEXT(DIR*, "opendir", const char*);
    DIR* listing = next(path);
    if (listing && getenv("KMIXR_PRACTICE_CAMERA") && (strcmp(path, "/dev") == 0 || strcmp(path, "/dev/") == 0))
        directory_begin(listing);
    return listing;
}

DOOR int closedir(DIR* listing) {
    directory_end(listing);
    NEXT(int, "closedir", DIR*);
    return next(listing);
}

DOOR struct dirent* readdir(DIR* listing) {
    NEXT(struct dirent*, "readdir", DIR*);
    if (!directory_watched(listing))
        return next(listing);
    struct dirent* entry = next(listing);
    while (entry && directory_hides(entry->d_name))
        entry = next(listing);
    return entry ? entry : directory_next(listing);
}

DOOR struct dirent64* readdir64(DIR* listing) {
    _Static_assert(sizeof(struct dirent) == sizeof(struct dirent64), "one entry serves both names on 64-bit systems");
    return (struct dirent64*)readdir(listing);
}
