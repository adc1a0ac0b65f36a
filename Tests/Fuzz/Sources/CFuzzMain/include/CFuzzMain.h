/// The entry points that SwiftPM wants of programs; libFuzzer brings a `main` of its own, which SwiftPM's linking replaces.
#ifndef CRICKSY_FUZZ_MAIN_H
#define CRICKSY_FUZZ_MAIN_H

int fuzz_cards_main(int count, char **arguments);
int fuzz_frames_main(int count, char **arguments);
int fuzz_headers_main(int count, char **arguments);
int fuzz_pages_main(int count, char **arguments);
int fuzz_preview_main(int count, char **arguments);

#endif
