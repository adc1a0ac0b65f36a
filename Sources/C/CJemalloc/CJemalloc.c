#include "CJemalloc.h"

#include <jemalloc/jemalloc.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/// Read by jemalloc at start, since the children's environment is fixed. Address space is not retained, so that a limit on it
/// means what it says; large blocks have no arena of their own, so that two arenas are all there are; freed pages go back
/// within a second.
const char *malloc_conf = "retain:false,narenas:2,oversize_threshold:0,dirty_decay_ms:1000,muzzy_decay_ms:0";

const char *cjemalloc_version(void) {
    const char *version = NULL;
    size_t length = sizeof(version);
    return mallctl("version", &version, &length, NULL, 0) == 0 ? version : "unknown";
}

static volatile int refusals;
static extent_hooks_t *original;
static extent_hooks_t watched;

static void *watched_alloc(
    extent_hooks_t *hooks, void *address, size_t size, size_t alignment, bool *zero, bool *commit, unsigned arena) {
    (void)hooks;
    void *memory = original->alloc(original, address, size, alignment, zero, commit, arena);
    // With an address it only tried to grow a block where it is.
    if (memory == NULL && address == NULL) refusals++;
    return memory;
}

static bool watch(unsigned arena) {
    char name[64];
    snprintf(name, sizeof name, "arena.%u.extent_hooks", arena);
    size_t length = sizeof original;
    if (mallctl(name, &original, &length, NULL, 0) != 0) return false;
    watched = *original;
    watched.alloc = watched_alloc;
    extent_hooks_t *hooks = &watched;
    return mallctl(name, NULL, NULL, &hooks, sizeof hooks) == 0;
}

volatile int *cjemalloc_watch_refusals(void) {
    unsigned arenas = 0;
    size_t length = sizeof arenas;
    if (mallctl("opt.narenas", &arenas, &length, NULL, 0) != 0) return NULL;
    for (unsigned arena = 0; arena < arenas; arena++)
        if (!watch(arena)) return NULL;
    return &refusals;
}
