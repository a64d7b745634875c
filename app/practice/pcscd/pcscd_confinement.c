/* Keeps a private pcscd to itself. pcscd's socket and pid paths, its folder of USB drivers and the virtual reader's
 * "all interfaces" are compiled in; loaded before it (LD_PRELOAD), this library
 *   - moves every path under /run/pcscd to $KMIXR_PCSCD_FOLDER,
 *   - shows an empty folder of USB drivers, so that a real reader stays with the system's own service,
 *   - binds every TCP socket to loopback.
 * It needs no rights and no name space, and works the same for root in a container and for any user. */
#define _GNU_SOURCE
#undef _FORTIFY_SOURCE
#include <arpa/inet.h>
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netinet/in.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static const char service_folder[] = "/run/pcscd";
static const char usb_drivers_folder[] = "/usr/lib/pcsc/drivers";

#define REAL(name, type) ((type)dlsym(RTLD_NEXT, name))

/* The path to use instead of `path`, written into `room` when it differs. */
static const char* moved(const char* path, char room[PATH_MAX]) {
    const size_t length = sizeof service_folder - 1;
    const char* folder = getenv("KMIXR_PCSCD_FOLDER");
    if (path == NULL || folder == NULL || strncmp(path, service_folder, length) != 0 ||
        (path[length] != '/' && path[length] != '\0')) {
        return path;
    }
    snprintf(room, PATH_MAX, "%s%s", folder, path + length);
    return room;
}

/* The mode argument of an open call is there only when a file may be made. */
#define OPEN_CALL(name)                                                                                                \
    int name(const char* path, int flags, ...) {                                                                       \
        char room[PATH_MAX];                                                                                           \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;                                         \
        va_end(rest);                                                                                                  \
        return REAL(#name, int (*)(const char*, int, ...))(moved(path, room), flags, mode);                            \
    }
OPEN_CALL(open)
OPEN_CALL(open64)

FILE* fopen(const char* path, const char* mode) {
    char room[PATH_MAX];
    return REAL("fopen", FILE * (*)(const char*, const char*))(moved(path, room), mode);
}

FILE* fopen64(const char* path, const char* mode) {
    char room[PATH_MAX];
    return REAL("fopen64", FILE * (*)(const char*, const char*))(moved(path, room), mode);
}

int mkdir(const char* path, mode_t mode) {
    char room[PATH_MAX];
    return REAL("mkdir", int (*)(const char*, mode_t))(moved(path, room), mode);
}

/* pcscd opens its folder and socket to everybody; in the practice world they stay with their owner. */
int chmod(const char* path, mode_t mode) {
    char room[PATH_MAX];
    const char* place = moved(path, room);
    return REAL("chmod", int (*)(const char*, mode_t))(place, place == path ? mode : mode & 0700);
}

int remove(const char* path) {
    char room[PATH_MAX];
    return REAL("remove", int (*)(const char*))(moved(path, room));
}

int unlink(const char* path) {
    char room[PATH_MAX];
    return REAL("unlink", int (*)(const char*))(moved(path, room));
}

#define STAT_CALL(name, type)                                                                                          \
    int name(const char* path, struct type* result) {                                                                  \
        char room[PATH_MAX];                                                                                           \
        return REAL(#name, int (*)(const char*, struct type*))(moved(path, room), result);                             \
    }
STAT_CALL(stat, stat)
STAT_CALL(lstat, stat)
STAT_CALL(stat64, stat64)
STAT_CALL(lstat64, stat64)

DIR* opendir(const char* path) {
    if (strcmp(path, usb_drivers_folder) == 0) {
        errno = ENOENT;
        return NULL;
    }
    return REAL("opendir", DIR * (*)(const char*))(path);
}

static int bind_moved(int fd, const struct sockaddr_un* address) {
    char room[PATH_MAX];
    struct sockaddr_un own = {.sun_family = AF_UNIX};
    const char* place = moved(address->sun_path, room);
    if (strlen(place) >= sizeof own.sun_path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    strcpy(own.sun_path, place);
    return REAL("bind", int (*)(int, const struct sockaddr*, socklen_t))(fd, (const struct sockaddr*)&own, sizeof own);
}

int bind(int fd, const struct sockaddr* address, socklen_t length) {
    if (address->sa_family == AF_UNIX) {
        return bind_moved(fd, (const struct sockaddr_un*)address);
    }
    struct sockaddr_in own;
    if (address->sa_family == AF_INET && length == sizeof own) {
        memcpy(&own, address, sizeof own);
        own.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address = (const struct sockaddr*)&own;
    }
    return REAL("bind", int (*)(int, const struct sockaddr*, socklen_t))(fd, address, length);
}
