#define _GNU_SOURCE
#include "CProcessShim.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "The system calls of this architecture have not been looked at."
#endif

// What reading documents needs once everything is warm. No socket, no process, no signal to others, no new handler.
static const unsigned allowed[] = {
    // The channel, diagnostics, fonts, models, poppler's data; Landlock says which files.
    SYS_read, SYS_write, SYS_writev, SYS_pread64, SYS_recvmsg, SYS_sendmsg, SYS_openat, SYS_close, SYS_lseek,
    SYS_fstat, SYS_newfstatat, SYS_fstatfs, SYS_fcntl, SYS_getdents64, SYS_fadvise64, SYS_faccessat, SYS_readlinkat,
#if defined(__x86_64__)
    SYS_access, SYS_readlink,
#endif
    // Memory; mmap and mprotect are looked at below.
    SYS_brk, SYS_munmap, SYS_mremap, SYS_madvise,
    // Locks that nobody else holds, clocks, and what qsort and OpenMP ask about the machine.
    SYS_futex, SYS_clock_gettime, SYS_clock_nanosleep, SYS_nanosleep, SYS_gettimeofday, SYS_getrusage,
    SYS_sched_yield, SYS_sched_getaffinity, SYS_sysinfo, SYS_getrandom, SYS_restart_syscall,
    // Ending: abort unblocks and raises.
    SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_getpid, SYS_gettid, SYS_exit, SYS_exit_group,
};

enum { CAPACITY = 256, FIRST_ARGUMENT = offsetof(struct seccomp_data, args) };

struct filter {
    struct sock_filter steps[CAPACITY];
    unsigned short count;
};

static void add(struct filter *filter, struct sock_filter step) {
    if (filter->count < CAPACITY) filter->steps[filter->count++] = step;
}

static void give(struct filter *filter, unsigned verdict) {
    add(filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, verdict));
}

// The low half of an argument on little-endian machines, which both architectures above are.
static void load(struct filter *filter, unsigned offset) {
    add(filter, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset));
}

// Skips `steps` unless the loaded word compares.
static void unless(struct filter *filter, unsigned comparison, unsigned value, unsigned char steps) {
    add(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | comparison | BPF_K, value, 0, steps));
}

static void refuse_foreign_calls(struct filter *filter) {
    load(filter, offsetof(struct seccomp_data, arch));
    add(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCHITECTURE, 1, 0));
    give(filter, SECCOMP_RET_KILL_PROCESS);
    load(filter, offsetof(struct seccomp_data, nr));
    // x32 calls on x86-64.
    unless(filter, BPF_JGE, 0x40000000, 1);
    give(filter, SECCOMP_RET_KILL_PROCESS);
}

static void allow_without_execution(struct filter *filter, unsigned call) {
    unless(filter, BPF_JEQ, call, 4);
    load(filter, FIRST_ARGUMENT + 2 * sizeof(uint64_t));
    unless(filter, BPF_JSET, PROT_EXEC, 1);
    give(filter, SECCOMP_RET_TRAP);
    give(filter, SECCOMP_RET_ALLOW);
}

static void allow_signals_to(struct filter *filter, unsigned process) {
    unless(filter, BPF_JEQ, SYS_tgkill, 4);
    load(filter, FIRST_ARGUMENT);
    unless(filter, BPF_JEQ, process, 1);
    give(filter, SECCOMP_RET_ALLOW);
    give(filter, SECCOMP_RET_TRAP);
}

int process_filter_system_calls(void) {
    struct filter filter = {.count = 0};
    refuse_foreign_calls(&filter);
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
        unless(&filter, BPF_JEQ, allowed[i], 1);
        give(&filter, SECCOMP_RET_ALLOW);
    }
    allow_without_execution(&filter, SYS_mmap);
    allow_without_execution(&filter, SYS_mprotect);
    allow_signals_to(&filter, (unsigned)getpid());
    give(&filter, SECCOMP_RET_TRAP);
    if (filter.count >= CAPACITY) return -E2BIG;
    struct sock_fprog program = {.len = filter.count, .filter = filter.steps};
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0 ? 0 : -errno;
}
