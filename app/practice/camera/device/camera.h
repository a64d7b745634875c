/* One opened practice camera: the part of the V4L2 capture interface that a streaming client with mapped buffers uses
 * (Linux media documentation, "Video for Linux API", chapters 1 and 3). Callers hold one lock for all cameras. */
#ifndef KMIXR_PRACTICE_CAMERA_H
#define KMIXR_PRACTICE_CAMERA_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { CAMERA_MAX_FOLDERS = 4 };

struct camera;

/* Folders come from KMIXR_PRACTICE_CAMERA, separated by ':'; camera N is /dev/videoN. Writes the folder of camera N and
 * returns true, or returns false when there is no such camera. */
bool camera_folder(int number, char* folder, size_t size);
/* The switch file of that name lies in the folder. */
bool camera_fault(const char* folder, const char* fault);
/* -1: the path names no practice camera (and belongs to the real system). */
int camera_number(const char* path);

/* Opens camera N: NULL with errno set, or a camera whose descriptor becomes readable when a frame is due. */
struct camera* camera_open(int number);
int camera_descriptor(const struct camera* camera);
/* Everything but the descriptor, which the caller closes. */
void camera_free(struct camera* camera);
/* 0, or -1 with errno set. */
int camera_ioctl(struct camera* camera, unsigned long request, void* argument);
/* The shared memory behind the buffers and the offset inside it; -1 with errno set. */
int camera_memory(const struct camera* camera, size_t length, off_t offset);

#endif
