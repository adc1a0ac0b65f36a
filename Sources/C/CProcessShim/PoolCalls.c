#define _GNU_SOURCE
#include "CProcessShim.h"

#include <errno.h>
#include <linux/perf_event.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static const unsigned ROOT = 0, KEEP = -1, NOBODY = 65534;

static int set_soft_limit(pid_t pid, rlim_t seconds) {
    struct rlimit limit;
    if (prlimit(pid, RLIMIT_CPU, NULL, &limit) != 0) return -errno;
    limit.rlim_cur = seconds < limit.rlim_max ? seconds : limit.rlim_max;
    return prlimit(pid, RLIMIT_CPU, &limit, NULL) == 0 ? 0 : -errno;
}

// The kernel compares the caller's real user with the target's. The calls themselves, unlike glibc's functions, change
// this thread alone; its effective user, and with it all its rights, stay as they are.
static int set_soft_limit_as_nobody(pid_t pid, rlim_t seconds) {
    int result = -EPERM;
    if (syscall(SYS_setresgid, NOBODY, KEEP, KEEP) != 0) return result;
    if (syscall(SYS_setresuid, NOBODY, KEEP, KEEP) == 0) {
        result = set_soft_limit(pid, seconds);
        syscall(SYS_setresuid, ROOT, KEEP, KEEP);
    }
    syscall(SYS_setresgid, ROOT, KEEP, KEEP);
    return result;
}

int process_limit_cpu(pid_t pid, uint64_t seconds) {
    int result = set_soft_limit(pid, seconds);
    // Root without CAP_SYS_RESOURCE, which containers take away, and a reader that has become nobody.
    int is_root = getuid() == ROOT && getgid() == ROOT && geteuid() == ROOT;
    return result == -EPERM && is_root ? set_soft_limit_as_nobody(pid, seconds) : result;
}

int process_count_instructions(pid_t pid) {
    struct perf_event_attr event = {
        .size = sizeof event,
        .type = PERF_TYPE_HARDWARE,
        .config = PERF_COUNT_HW_INSTRUCTIONS,
        .exclude_kernel = 1,
        .exclude_hv = 1,
    };
    int descriptor = syscall(SYS_perf_event_open, &event, pid, -1, -1, PERF_FLAG_FD_CLOEXEC);
    return descriptor >= 0 ? descriptor : -errno;
}
