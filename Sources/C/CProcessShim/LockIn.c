#define _GNU_SOURCE
#include "CProcessShim.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/landlock.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signal.h>
#include <sys/syscall.h>
#include <unistd.h>

// Debian 12's headers end at ABI 2.
#ifndef LANDLOCK_ACCESS_FS_REFER
#define LANDLOCK_ACCESS_FS_REFER (1ULL << 13)
#endif

enum { NOBODY = 65534 };

int process_die_with_parent(void) {
    return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 ? 0 : -errno;
}

int process_offer_to_memory_killer(void) {
    int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file < 0) return -errno;
    int result = write(file, "1000", 4) == 4 ? 0 : -errno;
    close(file);
    return result;
}

static int limit(int resource, rlim_t value) {
    struct rlimit old;
    if (getrlimit(resource, &old) != 0) return -errno;
    rlim_t allowed = value < old.rlim_max ? value : old.rlim_max;
    struct rlimit new = {.rlim_cur = allowed, .rlim_max = allowed};
    return setrlimit(resource, &new) == 0 ? 0 : -errno;
}

int process_limit_resources(size_t address_space, size_t open_files) {
    int result = limit(RLIMIT_CORE, 0);
    if (result == 0) result = limit(RLIMIT_FSIZE, 0);
    if (result == 0) result = limit(RLIMIT_NPROC, 0);
    if (result == 0) result = limit(RLIMIT_NOFILE, open_files);
    if (result == 0) result = limit(RLIMIT_AS, address_space);
    return result;
}

int process_become_nobody(void) {
    if (geteuid() != 0) return 0;
    if (setgroups(0, NULL) != 0) return -errno;
    if (setresgid(NOBODY, NOBODY, NOBODY) != 0) return -errno;
    if (setresuid(NOBODY, NOBODY, NOBODY) != 0) return -errno;
    return 1;
}

int process_forbid_new_privileges(void) {
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? 0 : -errno;
}

int process_hide_memory(void) {
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 ? 0 : -errno;
}

// linux/landlock.h of newer kernels, whose fields an older kernel does not read.
struct ruleset {
    uint64_t handled_access_fs;
    uint64_t handled_access_net;
    uint64_t scoped;
};

static size_t describe(int abi, struct ruleset *rules) {
    int rights = abi >= 5 ? 16 : abi >= 3 ? 15 : abi >= 2 ? 14 : 13;
    *rules = (struct ruleset){
        .handled_access_fs = (1ULL << rights) - 1,
        .handled_access_net = abi >= 4 ? 3 : 0,
        .scoped = abi >= 6 ? 3 : 0,
    };
    return abi >= 6 ? 24 : abi >= 4 ? 16 : 8;
}

static int allow_reading(int ruleset, const char *directory) {
    struct landlock_path_beneath_attr rule = {
        .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
        .parent_fd = open(directory, O_PATH | O_CLOEXEC | O_DIRECTORY),
    };
    // What is not there needs no permission.
    if (rule.parent_fd < 0) return errno == ENOENT || errno == ENOTDIR ? 0 : -errno;
    int result =
        syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0 ? 0 : -errno;
    close(rule.parent_fd);
    return result;
}

int process_confine_files(const char *const readable[], size_t count) {
    int abi = (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < 1) return abi < 0 ? -errno : -ENOSYS;
    struct ruleset rules;
    size_t size = describe(abi, &rules);
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, size, 0);
    if (ruleset < 0) return -errno;
    int result = 0;
    for (size_t i = 0; i < count && result == 0; i++) result = allow_reading(ruleset, readable[i]);
    if (result == 0 && syscall(SYS_landlock_restrict_self, ruleset, 0) != 0) result = -errno;
    close(ruleset);
    return result == 0 ? abi : result;
}
