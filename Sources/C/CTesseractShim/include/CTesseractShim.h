/// libtesseract behind functions that no exception leaves: every one catches (...), and bad_alloc becomes a code.
#ifndef CRICKSY_TESSERACT_SHIM_H
#define CRICKSY_TESSERACT_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    ctess_ok = 0,
    ctess_out_of_memory = 1,
    ctess_failed = 2,
    ctess_deadline_exceeded = 3,
    ctess_unknown_variable = 4,
} ctess_status;

/// A tesseract::TessBaseAPI after Init.
typedef struct ctess_engine ctess_engine;

typedef struct {
    uint32_t text_offset, text_length;
    /// 0 to 100, as Tesseract gives it.
    float confidence;
} ctess_choice;

typedef struct {
    uint32_t text_offset, text_length;
    float confidence;
    uint32_t first_choice, choice_count;
} ctess_symbol;

typedef struct {
    /// Pixels of the image that was recognised, right and bottom exclusive.
    int32_t left, top, right, bottom;
    uint32_t text_offset, text_length;
    float confidence;
    uint32_t first_symbol, symbol_count;
    bool starts_block, starts_line;
} ctess_word;

/// The words of one image in reading order; texts are ranges of `text`, UTF-8.
typedef struct {
    const ctess_word *words;
    size_t word_count;
    const ctess_symbol *symbols;
    size_t symbol_count;
    const ctess_choice *choices;
    size_t choice_count;
    const char *text;
    size_t text_length;
} ctess_page;

/// TessBaseAPI::Init with variables that only Init reads. `ctess_failed` when a model is missing or lacks the engine.
ctess_status ctess_create(
    const char *tessdata, const char *languages, int engine_mode, const char *const *names, const char *const *values,
    size_t variable_count, ctess_engine **engine);
void ctess_destroy(ctess_engine *engine);

/// SetVariable. `ctess_unknown_variable` when Tesseract knows no such name.
ctess_status ctess_set_variable(ctess_engine *engine, const char *name, const char *value);

/// The variable's value as text into `buffer` with a terminating NUL, cut at `capacity`.
ctess_status ctess_get_variable(ctess_engine *engine, const char *name, char *buffer, size_t capacity);

/// SetImage, SetSourceResolution, Recognize and the walk over the ResultIterator; afterwards the engine's state is
/// cleared, so that no text depends on what was read before. `pix` is a leptonica PIX *. A deadline of 0 or less means
/// none; when it passes the partial text is dropped. The page is the caller's, freed by `ctess_page_destroy`.
ctess_status ctess_recognize(
    ctess_engine *engine, void *pix, int page_segmentation_mode, int resolution, int deadline_milliseconds,
    bool with_symbols, ctess_page **page);
void ctess_page_destroy(ctess_page *page);

const char *ctess_version(void);

#ifdef __cplusplus
}
#endif
#endif
