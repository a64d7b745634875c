#define _GNU_SOURCE
#include "app/practice/camera/device/directory.h"

#include "app/practice/camera/device/camera.h"
#include "app/practice/camera/frame_ring.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

enum { MAX_LISTINGS = 8 };

static struct {
    DIR* listing;
    int next_camera;
    struct dirent entry;
} watched[MAX_LISTINGS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* -1 = not watched. */
static int place_of(const DIR* listing) {
    for (int i = 0; i < MAX_LISTINGS; i++)
        if (watched[i].listing == listing)
            return i;
    return -1;
}

void directory_begin(DIR* listing) {
    pthread_mutex_lock(&lock);
    const int place = place_of(NULL);
    if (place >= 0) {
        watched[place].listing = listing;
        watched[place].next_camera = 0;
    }
    pthread_mutex_unlock(&lock);
}

void directory_end(DIR* listing) {
    pthread_mutex_lock(&lock);
    const int place = place_of(listing);
    if (listing && place >= 0)
        watched[place].listing = NULL;
    pthread_mutex_unlock(&lock);
}

bool directory_watched(DIR* listing) {
    pthread_mutex_lock(&lock);
    const bool found = place_of(listing) >= 0;
    pthread_mutex_unlock(&lock);
    return found;
}

bool directory_hides(const char* name) {
    return strncmp(name, "video", 5) == 0;
}

struct dirent* directory_next(DIR* listing) {
    struct dirent* found = NULL;
    pthread_mutex_lock(&lock);
    const int place = place_of(listing);
    while (place >= 0 && !found && watched[place].next_camera < CAMERA_MAX_FOLDERS) {
        char folder[4096];
        const int number = watched[place].next_camera++;
        if (!camera_folder(number, folder, sizeof folder) || camera_fault(folder, KMIXR_FAULT_GONE))
            continue;
        found = &watched[place].entry;
        memset(found, 0, sizeof *found);
        found->d_ino = (ino_t)number + 1;
        found->d_type = DT_CHR;
        found->d_reclen = sizeof *found;
        snprintf(found->d_name, sizeof found->d_name, "video%d", number);
    }
    pthread_mutex_unlock(&lock);
    return found;
}
