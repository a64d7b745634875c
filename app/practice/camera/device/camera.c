#define _GNU_SOURCE
#include "app/practice/camera/device/camera.h"

#include "app/practice/camera/device/ring_file.h"

#include <errno.h>
#include <linux/videodev2.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum { MAX_BUFFERS = 8, FRAMES_PER_SECOND = 30, DEFAULT_WIDTH = 1280, DEFAULT_HEIGHT = 720 };

struct camera {
    int number;
    int timer;
    char folder[4096];
    struct ring_file ring;
    struct v4l2_pix_format format;
    int memory; /* memfd with all buffers one after another, -1 = none */
    unsigned char* pixels;
    size_t buffer_size; /* whole pages */
    uint32_t buffers;
    uint32_t queue[MAX_BUFFERS]; /* indices the client has given us, oldest first */
    uint32_t queued;
    uint32_t sequence;
    bool streaming;
    bool stalled; /* until the stream is started anew */
    bool ticking;
};

static int refuse(int why) {
    errno = why;
    return -1;
}

bool camera_folder(int number, char* folder, size_t size) {
    const char* list = getenv("KMIXR_PRACTICE_CAMERA");
    if (!list || number < 0 || number >= CAMERA_MAX_FOLDERS)
        return false;
    for (; number > 0; number--) {
        list = strchr(list, ':');
        if (!list)
            return false;
        list++;
    }
    size_t length = strcspn(list, ":");
    if (length == 0 || length >= size)
        return false;
    memcpy(folder, list, length);
    folder[length] = '\0';
    return true;
}

bool camera_fault(const char* folder, const char* fault) {
    char path[4200];
    return snprintf(path, sizeof path, "%s/%s", folder, fault) < (int)sizeof path && access(path, F_OK) == 0;
}

int camera_number(const char* path) {
    char folder[4096];
    int number = -1;
    int end = 0;
    if (!path || sscanf(path, "/dev/video%d%n", &number, &end) != 1 || path[end] != '\0')
        return -1;
    return camera_folder(number, folder, sizeof folder) ? number : -1;
}

static void describe(struct camera* camera) {
    ring_refresh(&camera->ring, camera->folder);
    const struct kmixr_ring_header* scene = ring_header(&camera->ring);
    struct v4l2_pix_format* format = &camera->format;
    memset(format, 0, sizeof *format);
    format->width = scene ? scene->width : DEFAULT_WIDTH;
    format->height = scene ? scene->height : DEFAULT_HEIGHT;
    format->pixelformat = scene ? scene->pixel_format : V4L2_PIX_FMT_YUYV;
    format->bytesperline = format->pixelformat == V4L2_PIX_FMT_YUYV ? format->width * 2 : 0;
    format->sizeimage = format->width * format->height * 2;
    format->field = V4L2_FIELD_NONE;
    format->colorspace = V4L2_COLORSPACE_SRGB;
}

struct camera* camera_open(int number) {
    struct camera* camera = calloc(1, sizeof *camera);
    if (!camera || !camera_folder(number, camera->folder, sizeof camera->folder) ||
        camera_fault(camera->folder, KMIXR_FAULT_GONE)) {
        free(camera);
        errno = ENODEV;
        return NULL;
    }
    camera->number = number;
    camera->memory = -1;
    camera->timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    if (camera->timer < 0) {
        free(camera);
        return NULL;
    }
    describe(camera);
    return camera;
}

int camera_descriptor(const struct camera* camera) {
    return camera->timer;
}

/* The descriptor may become readable only when a frame can be had: Qt 6.4 makes a frame of stale pixels out of EAGAIN.
 */
static void keep_time(struct camera* camera) {
    const bool due = camera->streaming && !camera->stalled && camera->queued > 0 && ring_header(&camera->ring);
    if (due == camera->ticking)
        return;
    const struct timespec tick = {0, due ? 1000000000L / FRAMES_PER_SECOND : 0};
    const struct itimerspec schedule = {tick, tick};
    camera->ticking = timerfd_settime(camera->timer, 0, &schedule, NULL) == 0 && due;
}

static void release_buffers(struct camera* camera) {
    if (camera->pixels)
        munmap(camera->pixels, camera->buffers * camera->buffer_size);
    if (camera->memory >= 0)
        close(camera->memory);
    camera->pixels = NULL;
    camera->memory = -1;
    camera->buffers = camera->queued = 0;
    camera->streaming = false;
    keep_time(camera);
}

void camera_free(struct camera* camera) {
    release_buffers(camera);
    ring_forget(&camera->ring);
    free(camera);
}

static int query_capability(const struct camera* camera, struct v4l2_capability* capability) {
    memset(capability, 0, sizeof *capability);
    snprintf((char*)capability->driver, sizeof capability->driver, "kmixr-practice");
    snprintf((char*)capability->card, sizeof capability->card, "Practice Camera %d", camera->number + 1);
    snprintf((char*)capability->bus_info, sizeof capability->bus_info, "platform:kmixr-%d", camera->number);
    capability->device_caps = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    capability->capabilities = capability->device_caps | V4L2_CAP_DEVICE_CAPS;
    return 0;
}

/* The camera has one format, that of its scene; as real drivers do, it answers any wish with what it has. */
static int choose_format(struct camera* camera, unsigned long request, struct v4l2_format* wish) {
    if (wish->type != V4L2_BUF_TYPE_VIDEO_CAPTURE)
        return refuse(EINVAL);
    if (request == VIDIOC_S_FMT) {
        if (camera_fault(camera->folder, KMIXR_FAULT_BUSY) || camera->buffers > 0)
            return refuse(EBUSY);
        describe(camera);
    }
    wish->fmt.pix = camera->format;
    return 0;
}

static int request_buffers(struct camera* camera, struct v4l2_requestbuffers* wish) {
    if (wish->memory != V4L2_MEMORY_MMAP) /* Qt 6.8 asks for user pointers first */
        return refuse(EINVAL);
    if (camera_fault(camera->folder, KMIXR_FAULT_BUSY))
        return refuse(EBUSY);
    release_buffers(camera);
    if (wish->count > MAX_BUFFERS)
        wish->count = MAX_BUFFERS;
    if (wish->count == 0)
        return 0;
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    camera->buffer_size = (camera->format.sizeimage + page - 1) / page * page;
    const size_t total = wish->count * camera->buffer_size;
    camera->memory = memfd_create("kmixr-practice-camera", MFD_CLOEXEC);
    if (camera->memory < 0 || ftruncate(camera->memory, (off_t)total) != 0)
        return refuse(ENOMEM);
    void* pixels = mmap(NULL, total, PROT_READ | PROT_WRITE, MAP_SHARED, camera->memory, 0);
    if (pixels == MAP_FAILED)
        return refuse(ENOMEM);
    camera->pixels = pixels;
    camera->buffers = wish->count;
    return 0;
}

static int query_buffer(const struct camera* camera, struct v4l2_buffer* buffer) {
    if (buffer->index >= camera->buffers)
        return refuse(EINVAL);
    buffer->length = (uint32_t)camera->buffer_size;
    buffer->m.offset = (uint32_t)(buffer->index * camera->buffer_size);
    return 0;
}

int camera_memory(const struct camera* camera, size_t length, off_t offset) {
    if (camera->memory < 0 || offset < 0 || length > camera->buffer_size || (size_t)offset % camera->buffer_size != 0 ||
        (size_t)offset / camera->buffer_size >= camera->buffers)
        return refuse(EINVAL);
    return camera->memory;
}

static int queue_buffer(struct camera* camera, const struct v4l2_buffer* buffer) {
    if (buffer->index >= camera->buffers || camera->queued >= MAX_BUFFERS)
        return refuse(EINVAL);
    for (uint32_t i = 0; i < camera->queued; i++)
        if (camera->queue[i] == buffer->index)
            return refuse(EINVAL);
    camera->queue[camera->queued++] = buffer->index;
    keep_time(camera);
    return 0;
}

/* A new scene is taken over only when it has the shape that the client was promised. */
static void follow_scene(struct camera* camera) {
    struct ring_file fresh = {0};
    if (!ring_changed(&camera->ring, camera->folder) || !ring_refresh(&fresh, camera->folder))
        return;
    const struct kmixr_ring_header* scene = ring_header(&fresh);
    if (scene->width == camera->format.width && scene->height == camera->format.height &&
        scene->pixel_format == camera->format.pixelformat && scene->largest_frame <= camera->buffer_size) {
        ring_forget(&camera->ring);
        camera->ring = fresh;
    } else {
        ring_forget(&fresh);
    }
}

static int dequeue_buffer(struct camera* camera, struct v4l2_buffer* buffer) {
    uint64_t ticks = 0;
    if (read(camera->timer, &ticks, sizeof ticks) != sizeof ticks)
        return refuse(EAGAIN);
    camera->sequence += (uint32_t)ticks;
    follow_scene(camera);
    const unsigned char* frame = NULL;
    size_t size = 0;
    if (camera->queued == 0 || !ring_frame(&camera->ring, camera->sequence, &frame, &size) ||
        size > camera->buffer_size)
        return refuse(EAGAIN);
    const uint32_t index = camera->queue[0];
    memmove(camera->queue, camera->queue + 1, --camera->queued * sizeof camera->queue[0]);
    memcpy(camera->pixels + index * camera->buffer_size, frame, size);
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    buffer->index = index;
    buffer->bytesused = (uint32_t)size;
    buffer->length = (uint32_t)camera->buffer_size;
    buffer->m.offset = (uint32_t)(index * camera->buffer_size);
    buffer->flags = V4L2_BUF_FLAG_MAPPED | V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC;
    buffer->field = V4L2_FIELD_NONE;
    buffer->timestamp = (struct timeval){now.tv_sec, now.tv_nsec / 1000};
    buffer->sequence = camera->sequence;
    camera->stalled = camera_fault(camera->folder, KMIXR_FAULT_STALL);
    keep_time(camera);
    return 0;
}

static int stream(struct camera* camera, bool on) {
    camera->streaming = on;
    camera->stalled = camera_fault(camera->folder, KMIXR_FAULT_STALL);
    if (!on)
        camera->queued = 0;
    keep_time(camera);
    return 0;
}

static int frame_size(const struct camera* camera, struct v4l2_frmsizeenum* answer) {
    if (answer->index > 0 || answer->pixel_format != camera->format.pixelformat)
        return refuse(EINVAL);
    answer->type = V4L2_FRMSIZE_TYPE_DISCRETE;
    answer->discrete.width = camera->format.width;
    answer->discrete.height = camera->format.height;
    return 0;
}

static int frame_interval(struct v4l2_frmivalenum* answer) {
    if (answer->index > 0)
        return refuse(EINVAL);
    answer->type = V4L2_FRMIVAL_TYPE_DISCRETE;
    answer->discrete = (struct v4l2_fract){1, FRAMES_PER_SECOND};
    return 0;
}

static int format_description(const struct camera* camera, struct v4l2_fmtdesc* answer) {
    if (answer->index > 0)
        return refuse(EINVAL);
    answer->flags = camera->format.pixelformat == V4L2_PIX_FMT_MJPEG ? V4L2_FMT_FLAG_COMPRESSED : 0;
    answer->pixelformat = camera->format.pixelformat;
    return 0;
}

static int stream_parameters(struct v4l2_streamparm* answer) {
    answer->parm.capture.capability = V4L2_CAP_TIMEPERFRAME;
    answer->parm.capture.timeperframe = (struct v4l2_fract){1, FRAMES_PER_SECOND};
    return 0;
}

int camera_ioctl(struct camera* camera, unsigned long request, void* argument) {
    if (camera_fault(camera->folder, KMIXR_FAULT_GONE))
        return refuse(ENODEV);
    switch (request) {
    case VIDIOC_QUERYCAP:
        return query_capability(camera, argument);
    case VIDIOC_ENUM_FMT:
        return format_description(camera, argument);
    case VIDIOC_ENUM_FRAMESIZES:
        return frame_size(camera, argument);
    case VIDIOC_ENUM_FRAMEINTERVALS:
        return frame_interval(argument);
    case VIDIOC_G_FMT:
    case VIDIOC_TRY_FMT:
    case VIDIOC_S_FMT:
        return choose_format(camera, request, argument);
    case VIDIOC_G_PARM:
    case VIDIOC_S_PARM:
        return stream_parameters(argument);
    case VIDIOC_REQBUFS:
        return request_buffers(camera, argument);
    case VIDIOC_QUERYBUF:
        return query_buffer(camera, argument);
    case VIDIOC_QBUF:
        return queue_buffer(camera, argument);
    case VIDIOC_DQBUF:
        return dequeue_buffer(camera, argument);
    case VIDIOC_STREAMON:
        return stream(camera, true);
    case VIDIOC_STREAMOFF:
        return stream(camera, false);
    default:
        return refuse(ENOTTY);
    }
}
