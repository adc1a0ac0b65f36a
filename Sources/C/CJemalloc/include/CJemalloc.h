/// jemalloc for the whole program: linking it replaces malloc for Swift, libtesseract, leptonica and poppler alike.
#ifndef CRICKSY_JEMALLOC_H
#define CRICKSY_JEMALLOC_H

/// The version linked in. Calling it is what keeps the library in the program.
const char *cjemalloc_version(void);

#endif
