/// poppler-cpp behind functions that no exception leaves: every one catches (...), and bad_alloc becomes a code.
#ifndef CRICKSY_POPPLER_SHIM_H
#define CRICKSY_POPPLER_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    cpoppler_ok = 0,
    cpoppler_out_of_memory = 1,
    cpoppler_corrupt = 2,
    cpoppler_locked = 3,
    /// The picture has not the size that the page asks for: poppler hands out 1x1 when it gives up.
    cpoppler_wrong_size = 4,
} cpoppler_status;

/// A poppler::document. The bytes it was opened from must outlive it.
typedef struct cpoppler_document cpoppler_document;

typedef struct {
    /// Points of the upright page, from its top left corner.
    double x, y, width, height;
    uint32_t text_offset, text_length;
    /// 0, 90, 180 or 270 degrees.
    int32_t rotation;
    bool space_follows;
} cpoppler_text_box;

/// The text boxes of one page; texts are ranges of `text`, UTF-8.
typedef struct {
    const cpoppler_text_box *boxes;
    size_t box_count;
    const char *text;
    size_t text_length;
} cpoppler_text;

cpoppler_status cpoppler_open(const char *bytes, size_t length, cpoppler_document **document);
void cpoppler_close(cpoppler_document *document);

/// Number of pages as the file declares it; may lie.
int cpoppler_page_count(const cpoppler_document *document);

/// Size of the upright page in points.
cpoppler_status cpoppler_page_size(
    const cpoppler_document *document, int index, double *width, double *height);

/// Draws the page in 8-bit grey, antialiased, into leptonica's pixel order (32-bit words, first pixel in the highest
/// byte). `width` and `height` are what the caller allocated; a picture off by more than one pixel is an error, and so is
/// an empty page that poppler complained about while drawing it: what was on it was lost.
cpoppler_status cpoppler_render_grey(
    const cpoppler_document *document, int index, double dpi, int width, int height, uint32_t *words,
    int words_per_line);

/// poppler::page::text_list. The result is the caller's, freed by `cpoppler_text_destroy`.
cpoppler_status cpoppler_text_list(const cpoppler_document *document, int index, cpoppler_text **text);
void cpoppler_text_destroy(cpoppler_text *text);

const char *cpoppler_version(void);

/// Counts poppler's complaints about broken files instead of printing them; they are text that the file's author chose.
void cpoppler_silence(void);

/// Loads what poppler converts texts with (iconv's UTF-16), for good. False when the system has it not.
bool cpoppler_hold_converters(void);

#ifdef __cplusplus
}
#endif
#endif
