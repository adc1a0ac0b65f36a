#ifndef CRICKSY_JEMALLOC_H
#define CRICKSY_JEMALLOC_H

/// jemalloc's version, "5.3.0-0-g...". A program that calls this has jemalloc as its malloc; its configuration
/// (`malloc_conf`) is compiled in beside it.
const char *cjemalloc_version(void);

/// From now on counts how often the kernel gave no memory (extent_hooks of jemalloc(3)). The counter is the caller's to read and to
/// reset; NULL when this jemalloc has no such hooks. Call it once, before there are threads.
volatile int *cjemalloc_watch_refusals(void);

#endif
