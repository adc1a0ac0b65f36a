#define _GNU_SOURCE
#include "CProcessShim.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

// Everything in this file may run at any instruction, so it calls nothing but the kernel.

static struct {
    process_fatal_plan plan;
    char stack[64 << 10];
} guard;

static void say(const char *text, size_t length) {
    ssize_t written = write(STDERR_FILENO, text, length);
    (void)written;
}

static size_t decimal(unsigned value, char *end) {
    size_t length = 0;
    do {
        *--end = (char)('0' + value % 10);
        length++;
        value /= 10;
    } while (value > 0);
    return length;
}

static void refused_call(int number, siginfo_t *info, void *context) {
    (void)number, (void)context;
    char digits[12];
    digits[sizeof digits - 1] = '\n';
    size_t length = decimal((unsigned)info->si_syscall, digits + sizeof digits - 1);
    // The line must begin a line, whatever was printed before.
    say("\n", 1);
    say(guard.plan.refused_call_prefix, strlen(guard.plan.refused_call_prefix));
    say(digits + sizeof digits - 1 - length, length + 1);
    _exit(guard.plan.refused_call_exit_code);
}

static void fatal_signal(int number) {
    const volatile int *refusals = guard.plan.memory_refusals;
    if (refusals != NULL && *refusals > 0) _exit(guard.plan.out_of_memory_exit_code);
    // SA_RESETHAND has restored the default, SA_NODEFER lets it through.
    syscall(SYS_tgkill, getpid(), syscall(SYS_gettid), number);
    _exit(128 + number);
}

static int handle(int number, struct sigaction *action) {
    sigemptyset(&action->sa_mask);
    return sigaction(number, action, NULL) == 0 ? 0 : -errno;
}

int process_plan_fatal_signals(process_fatal_plan plan) {
    guard.plan = plan;
    stack_t stack = {.ss_sp = guard.stack, .ss_size = sizeof guard.stack};
    if (sigaltstack(&stack, NULL) != 0) return -errno;
    struct sigaction refused = {.sa_sigaction = refused_call, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    int result = handle(SIGSYS, &refused);
    const int fatal[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
    for (size_t i = 0; i < sizeof fatal / sizeof *fatal && result == 0; i++) {
        struct sigaction action = {.sa_handler = fatal_signal, .sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER};
        result = handle(fatal[i], &action);
    }
    return result;
}
