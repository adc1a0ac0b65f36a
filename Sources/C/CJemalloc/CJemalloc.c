#include "CJemalloc.h"

#include <jemalloc/jemalloc.h>
#include <stddef.h>

/// Read by jemalloc at start, since the children's environment is fixed. Address space is not retained, so that a limit on it
/// means what it says; one arena serves the children's one thread; freed pages go back within a second.
const char *malloc_conf = "retain:false,narenas:2,dirty_decay_ms:1000,muzzy_decay_ms:0";

const char *cjemalloc_version(void) {
    const char *version = NULL;
    size_t length = sizeof(version);
    return mallctl("version", &version, &length, NULL, 0) == 0 ? version : "unknown";
}
