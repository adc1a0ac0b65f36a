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

// A descriptor from which the instructions that a process of ours has run since, outside the kernel, can be read as 8 bytes.
// ENOENT where the machine does not count them, EACCES or EPERM where the kernel does not let us.
int process_count_instructions(pid_t pid);

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

// Locking in. Each may be called once, in this order, by a process with one thread.

// SIGKILL when the thread that started this process ends. A change of user undoes it: call it once more after that.
int process_die_with_parent(void);

// First in line when the machine runs out of memory.
int process_offer_to_memory_killer(void);

// No core, no writing to files, no process, at most so many descriptors and so much address space.
int process_limit_resources(size_t address_space, size_t open_files);

// What to do when the kernel stops this process: exit with a code of ours for a refused system call, whose number goes
// to standard error behind the prefix, and for any fatal signal once `memory_refusals` is above 0; otherwise die of the
// signal. Both pointers must live as long as the process.
typedef struct {
    const char *refused_call_prefix;
    int refused_call_exit_code;
    const volatile int *memory_refusals;
    int out_of_memory_exit_code;
} process_fatal_plan;
int process_plan_fatal_signals(process_fatal_plan plan);

// 1 when root has become nobody, 0 when there was no root to drop.
int process_become_nobody(void);
int process_forbid_new_privileges(void);
// Not dumpable: nobody without CAP_SYS_PTRACE reads this process's memory, itself through /proc included.
int process_hide_memory(void);

// Landlock: from now on only files below these directories can be opened, and only for reading; no TCP, no signals and
// no abstract sockets outside, as far as the kernel knows how. The ABI's number.
int process_confine_files(const char *const readable[], size_t count);

// seccomp: whatever reading documents does not need is SIGSYS from now on.
int process_filter_system_calls(void);

// The name of a system call on this architecture, "socket"; NULL when there is none.
const char *process_system_call_name(int number);

// SIGXCPU once a process of ours has used so many CPU seconds in its whole life.
int process_limit_cpu(pid_t pid, uint64_t seconds);

#endif
