#include "CFuzzMain.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*test)(const uint8_t *, size_t));

static int run(int count, char **arguments) { return LLVMFuzzerRunDriver(&count, &arguments, LLVMFuzzerTestOneInput); }

int fuzz_cards_main(int count, char **arguments) { return run(count, arguments); }
int fuzz_frames_main(int count, char **arguments) { return run(count, arguments); }
int fuzz_headers_main(int count, char **arguments) { return run(count, arguments); }
int fuzz_pages_main(int count, char **arguments) { return run(count, arguments); }
int fuzz_preview_main(int count, char **arguments) { return run(count, arguments); }
