/// libtesseract's parallel regions, run where they stand. A reader has one thread; libgomp, told so by
/// OMP_THREAD_LIMIT=1, still makes a team for each region and then wakes nobody with a system call: 77,000 for a page, and
/// 4% of its CPU time. What the program exports (Package.swift) comes before libgomp's own. Names and meaning are those
/// of libgomp's ABI, GOMP_1.0 and GOMP_4.0.

void GOMP_parallel(void (*region)(void *), void *data, unsigned threads, unsigned flags);
void GOMP_parallel_sections(
    void (*region)(void *), void *data, unsigned threads, unsigned count, unsigned flags);
unsigned GOMP_sections_next(void);
void GOMP_sections_end_nowait(void);

/// Sections of the innermost region that are still to be run, numbered from 1.
static _Thread_local struct { unsigned next, last; } sections;

void GOMP_parallel(void (*region)(void *), void *data, unsigned threads, unsigned flags) {
    (void)threads, (void)flags;
    region(data);
}

void GOMP_parallel_sections(
    void (*region)(void *), void *data, unsigned threads, unsigned count, unsigned flags) {
    (void)threads, (void)flags;
    const __typeof__(sections) outer = sections;
    sections.next = 1;
    sections.last = count;
    region(data);
    sections = outer;
}

unsigned GOMP_sections_next(void) { return sections.next <= sections.last ? sections.next++ : 0; }

void GOMP_sections_end_nowait(void) {}
