// What Swift's Glibc module does not show: GNU spawn attributes, pidfds, sealed memory, descriptors over sockets.
// Every function returns -errno when it fails. Nothing here forks; descriptors that it makes are close-on-exec.
#ifndef C_PROCESS_SHIM_H
#define C_PROCESS_SHIM_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// Starts `path` in a session of its own, with default signals and an empty mask, /dev/null as 0, `output` as 1 and 2,
// `channel` as 3 and no other descriptor. 0, or the error of exec.
int process_spawn(
    const char *path, char *const arguments[], char *const environment[], int channel, int output, pid_t *pid,
    int *pidfd);

// Sends SIGKILL. ESRCH when it has been reaped.
int process_kill(int pidfd);

// 1 and how it ended, once; 0 while it runs.
int process_reap(int pidfd, int *by_signal, int *status);

// CPU time of a live process of ours, all its threads, in nanoseconds.
int64_t process_cpu_nanoseconds(pid_t pid);

// A connected pair of stream sockets; the first end does not block.
int process_channel(int ends[2]);

// A pipe whose read end, the first, does not block.
int process_output_pipe(int ends[2]);

// A counter that poll can wait for; raise it, and set it back to nothing.
int process_wakeup(void);
void process_wake(int wakeup);
void process_settle(int wakeup);

// A memory file with these bytes that nobody can change any more.
int process_sealed_memory(const void *bytes, size_t count);

// Sends without SIGPIPE, with `attachment` beside the first byte unless it is negative.
ssize_t process_send(int channel, const void *bytes, size_t count, int attachment);

// Receives, and any one descriptor that came along (-1 when none did; more than one is EBADMSG).
ssize_t process_receive(int channel, void *bytes, size_t count, int *attachment);

#endif
