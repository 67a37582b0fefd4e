// SPDX-License-Identifier: MIT
//
// Ends a program at one of its writes, as a failing power supply would: for LD_PRELOAD, in tests only.
//
//   KILL_AT_WRITE=N     the Nth call that changes a file ends the process instead (exit code 137); without
//   it,
//                       or 0, nothing is ended
//   KILL_HALF=1         a write so ended has written its first half before
//   KILL_NO_SYNC=1      nothing is flushed to disk, only counted: what a process wrote outlives it all the
//   same KILL_COUNT_FILE=F   how many such calls there were is written to F when the process ends by itself
//
// Counted are write, pwrite, writev, fsync, fdatasync, rename, unlink, rmdir, link, symlink,
// mkdir, ftruncate, truncate and fallocate in all their forms, on files and folders: what goes to a terminal,
// a pipe or a socket changes no file. Threads count together.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;
static long kill_at;
static int half;
static int no_sync;
static const char* count_file;

static void* real(const char* name) {
    void* found = dlsym(RTLD_NEXT, name);
    if (!found) _exit(70);
    return found;
}

__attribute__((constructor)) static void begin(void) {
    const char* at = getenv("KILL_AT_WRITE");
    kill_at = at ? atol(at) : 0;
    half = getenv("KILL_HALF") != NULL;
    no_sync = getenv("KILL_NO_SYNC") != NULL;
    count_file = getenv("KILL_COUNT_FILE");
}

// Not through the functions below: it counts nothing.
__attribute__((destructor)) static void end(void) {
    if (!count_file) return;
    char text[32];
    const int size = snprintf(text, sizeof text, "%ld\n", atomic_load(&calls));
    const int file = open(count_file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    ssize_t (*real_write)(int, const void*, size_t) = real("write");
    if (file < 0 || real_write(file, text, (size_t)size) != size) _exit(70);
    close(file);
}

// Counts a call; is it the one to end at?
static int is_last(void) {
    return atomic_fetch_add(&calls, 1) + 1 == kill_at;
}

static void step(void) {
    if (is_last()) _exit(137);
}

static int is_a_file(int file) {
    const int before = errno;
    struct stat status;
    const int is = fstat(file, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
    errno = before;
    return is;
}

#define REAL(result, name, ...)                \
    static result (*real_##name)(__VA_ARGS__); \
    if (!real_##name) real_##name = (result(*)(__VA_ARGS__))real(#name)

ssize_t write(int file, const void* bytes, size_t size) {
    REAL(ssize_t, write, int, const void*, size_t);
    if (is_a_file(file) && is_last()) {
        if (half && real_write(file, bytes, size / 2) < 0) _exit(70);
        _exit(137);
    }
    return real_write(file, bytes, size);
}

ssize_t writev(int file, const struct iovec* parts, int count) {
    REAL(ssize_t, writev, int, const struct iovec*, int);
    if (is_a_file(file)) step();
    return real_writev(file, parts, count);
}

#define PWRITE(name, offset_type)                                                \
    ssize_t name(int file, const void* bytes, size_t size, offset_type from) {   \
        REAL(ssize_t, name, int, const void*, size_t, offset_type);              \
        if (is_a_file(file) && is_last()) {                                      \
            if (half && real_##name(file, bytes, size / 2, from) < 0) _exit(70); \
            _exit(137);                                                          \
        }                                                                        \
        return real_##name(file, bytes, size, from);                             \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define ON_FILE(name)                           \
    int name(int file) {                        \
        REAL(int, name, int);                   \
        if (is_a_file(file)) step();            \
        return no_sync ? 0 : real_##name(file); \
    }
ON_FILE(fsync)
ON_FILE(fdatasync)

#define TO_LENGTH(name, offset_type)         \
    int name(int file, offset_type length) { \
        REAL(int, name, int, offset_type);   \
        if (is_a_file(file)) step();         \
        return real_##name(file, length);    \
    }
TO_LENGTH(ftruncate, off_t)
TO_LENGTH(ftruncate64, off64_t)

#define ON_PATH(name)                 \
    int name(const char* path) {      \
        REAL(int, name, const char*); \
        step();                       \
        return real_##name(path);     \
    }
ON_PATH(unlink)
ON_PATH(rmdir)
ON_PATH(remove)

#define ON_PATHS(name)                             \
    int name(const char* from, const char* to) {   \
        REAL(int, name, const char*, const char*); \
        step();                                    \
        return real_##name(from, to);              \
    }
ON_PATHS(rename)
ON_PATHS(link)
ON_PATHS(symlink)

int unlinkat(int folder, const char* path, int flags) {
    REAL(int, unlinkat, int, const char*, int);
    step();
    return real_unlinkat(folder, path, flags);
}

int renameat(int from_folder, const char* from, int to_folder, const char* to) {
    REAL(int, renameat, int, const char*, int, const char*);
    step();
    return real_renameat(from_folder, from, to_folder, to);
}

int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags) {
    REAL(int, linkat, int, const char*, int, const char*, int);
    step();
    return real_linkat(from_folder, from, to_folder, to, flags);
}

int mkdir(const char* path, mode_t mode) {
    REAL(int, mkdir, const char*, mode_t);
    step();
    return real_mkdir(path, mode);
}

int truncate(const char* path, off_t length) {
    REAL(int, truncate, const char*, off_t);
    step();
    return real_truncate(path, length);
}

int fallocate(int file, int mode, off_t from, off_t length) {
    REAL(int, fallocate, int, int, off_t, off_t);
    if (is_a_file(file)) step();
    return real_fallocate(file, mode, from, length);
}
int posix_fallocate(int file, off_t from, off_t length) {
    REAL(int, posix_fallocate, int, off_t, off_t);
    if (is_a_file(file)) step();
    return real_posix_fallocate(file, from, length);
}
