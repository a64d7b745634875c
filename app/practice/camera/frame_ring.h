/* The file between the scene painter (C++) and the V4L2 device (C): a ring of ready frames, DIR/scene.ring. It is
 * written beside its place and renamed into it, so that a reader sees the old scene or the new one, never half of one.
 * Numbers are in the machine's own order: writer and reader live on one machine. Layout: header, `frames` entries,
 * pixels. */
#ifndef KMIXR_PRACTICE_FRAME_RING_H
#define KMIXR_PRACTICE_FRAME_RING_H

#include <stdint.h>

#define KMIXR_RING_MAGIC "KMIXFR01"
#define KMIXR_RING_FILE "scene.ring"
enum { KMIXR_RING_MAX_FRAMES = 256, KMIXR_RING_MAX_SIDE = 4096 };

/* Files whose presence makes the device misbehave. */
#define KMIXR_FAULT_BUSY "busy"   /* another program holds the camera: EBUSY when a format is set */
#define KMIXR_FAULT_GONE "gone"   /* unplugged: ENODEV everywhere, no entry in /dev */
#define KMIXR_FAULT_STALL "stall" /* plugged in, but no frame comes */

struct kmixr_ring_header {
    char magic[8];
    uint32_t width;
    uint32_t height;
    uint32_t pixel_format;    /* V4L2 fourcc: YUYV or MJPG */
    uint32_t frames;          /* 1 ... KMIXR_RING_MAX_FRAMES */
    uint32_t ticks_per_frame; /* each frame is shown for so many ticks of the camera's clock */
    uint32_t largest_frame;   /* bytes */
};

struct kmixr_ring_entry {
    uint64_t offset; /* from the beginning of the file */
    uint64_t size;
};

#endif
