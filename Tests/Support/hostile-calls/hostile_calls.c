// A library that has been taken over: preloaded into the shipped reader it stands before leptonica's PNG decoder and does
// what the end of the picture tells it to. Exit code 41: the call went through; 40: it was refused, and standard error
// says with which errno. Built by HostileCallsTests.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char mark[] = "HOSTILE:";
static pid_t parent;

__attribute__((constructor)) static void look_around(void) {
    parent = getppid();
}

static int open_parents_environment(void) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/environ", (int)parent);
    return open(path, O_RDONLY);
}

static int create(const char *path) {
    int file = open(path, O_CREAT | O_WRONLY, 0600);
    if (file >= 0) unlink(path);
    return file;
}

static int fork_once(void) {
    pid_t child = fork();
    if (child == 0) _exit(0);
    return child;
}

static int map_writable_code(void) {
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page == MAP_FAILED ? -1 : 0;
}

static int make_pair(void) {
    int ends[2];
    return socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
}

static int set_up_ring(void) {
    struct io_uring_params parameters = {0};
    return (int)syscall(SYS_io_uring_setup, 8, &parameters);
}

static int take_memory(void) {
    char *memory = malloc((size_t)2 << 30);
    if (memory == NULL) return -1;
    memory[0] = 1;
    return 0;
}

static int starve_and_abort(void) {
    if (take_memory() == 0) return 0;
    abort();
}

static int starve_and_crash(void) {
    if (take_memory() == 0) return 0;
    *(volatile char *)8 = 1;
    return 0;
}

static int just_abort(void) {
    abort();
}

static int just_crash(void) {
    *(volatile char *)8 = 1;
    return 0;
}

static int run(const char *call) {
#define CALL(name, expression) if (strncmp(call, name "\n", sizeof name) == 0) return (int)(expression)
    CALL("socket", socket(AF_INET, SOCK_STREAM, 0));
    CALL("socketpair", make_pair());
    CALL("execve", execl("/bin/true", "true", (char *)NULL));
    CALL("fork", fork_once());
    CALL("mmap", map_writable_code());
    CALL("kill", kill(parent, 0));
    CALL("tgkill", syscall(SYS_tgkill, parent, parent, 0));
    CALL("getppid", getppid());
    CALL("ptrace", ptrace(PTRACE_TRACEME, 0, NULL, NULL));
    CALL("io_uring_setup", set_up_ring());
    CALL("passwd", open("/etc/passwd", O_RDONLY));
    CALL("environment", open("/proc/self/environ", O_RDONLY));
    CALL("parents-environment", open_parents_environment());
    CALL("temporary-file", create("/tmp/cricksy-hostile"));
    CALL("font-file", create("/usr/share/fonts/cricksy-hostile"));
    CALL("memory", take_memory());
    CALL("font", open("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", O_RDONLY));
    CALL("starve-abort", starve_and_abort());
    CALL("starve-crash", starve_and_crash());
    CALL("abort", just_abort());
    CALL("crash", just_crash());
    _exit(39);
}

typedef struct Pix *decoder(const uint8_t *bytes, size_t size);

static struct Pix *decode(const uint8_t *bytes, size_t size) {
    return ((decoder *)dlsym(RTLD_NEXT, "pixReadMemPng"))(bytes, size);
}

static struct Pix *print_and_decode(const uint8_t *bytes, size_t size) {
    for (int line = 0; line < 100; line++) {
        printf("\x04\x01\x02 is what a frame might look like\n");
        fprintf(stderr, "and so is this\n");
    }
    fflush(stdout);
    return decode(bytes, size);
}

struct Pix *pixReadMemPng(const uint8_t *bytes, size_t size) {
    const char *call = memmem(bytes, size, mark, sizeof mark - 1);
    if (call == NULL) return decode(bytes, size);
    call += sizeof mark - 1;
    if (strncmp(call, "print\n", 6) == 0) return print_and_decode(bytes, size);
    if (strncmp(call, "starve-quietly\n", 15) == 0) return take_memory(), NULL;
    int result = run(call);
    dprintf(STDERR_FILENO, "%s\n", result < 0 ? strerrorname_np(errno) : "went through");
    _exit(result < 0 ? 40 : 41);
}
