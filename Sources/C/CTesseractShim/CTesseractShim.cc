#include "CTesseractShim.h"

#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

struct ctess_engine {
    tesseract::TessBaseAPI api;
};

namespace {

/// Runs `body`, which returns a status, and turns every exception into one.
template <typename Body>
ctess_status guarded(Body body) noexcept {
    try {
        return body();
    } catch (const std::bad_alloc &) {
        return ctess_out_of_memory;
    } catch (...) {
        return ctess_failed;
    }
}

struct Page : ctess_page {
    std::vector<ctess_word> word_storage;
    std::vector<ctess_symbol> symbol_storage;
    std::vector<ctess_choice> choice_storage;
    std::string text_storage;

    void publish() {
        words = word_storage.data();
        word_count = word_storage.size();
        symbols = symbol_storage.data();
        symbol_count = symbol_storage.size();
        choices = choice_storage.data();
        choice_count = choice_storage.size();
        text = text_storage.data();
        text_length = text_storage.size();
    }

    template <typename Element>
    void put_text(const char *utf8, Element &element) {
        const size_t length = utf8 ? std::strlen(utf8) : 0;
        element.text_offset = static_cast<uint32_t>(text_storage.size());
        element.text_length = static_cast<uint32_t>(length);
        text_storage.append(utf8 ? utf8 : "", length);
    }
};

void add_choices(const tesseract::ResultIterator &iterator, Page &page, ctess_symbol &symbol) {
    symbol.first_choice = static_cast<uint32_t>(page.choice_storage.size());
    tesseract::ChoiceIterator choices(iterator);
    do {
        const char *text = choices.GetUTF8Text();
        if (!text) continue;
        ctess_choice choice{};
        page.put_text(text, choice);
        choice.confidence = choices.Confidence();
        page.choice_storage.push_back(choice);
    } while (choices.Next());
    symbol.choice_count = static_cast<uint32_t>(page.choice_storage.size()) - symbol.first_choice;
}

void add_symbols(const tesseract::ResultIterator &word_iterator, Page &page, ctess_word &word) {
    tesseract::ResultIterator iterator(word_iterator);
    do {
        std::unique_ptr<const char[]> text(iterator.GetUTF8Text(tesseract::RIL_SYMBOL));
        if (!text) continue;
        ctess_symbol symbol{};
        page.put_text(text.get(), symbol);
        symbol.confidence = iterator.Confidence(tesseract::RIL_SYMBOL);
        add_choices(iterator, page, symbol);
        page.symbol_storage.push_back(symbol);
    } while (!iterator.IsAtFinalElement(tesseract::RIL_WORD, tesseract::RIL_SYMBOL)
             && iterator.Next(tesseract::RIL_SYMBOL));
    word.symbol_count = static_cast<uint32_t>(page.symbol_storage.size()) - word.first_symbol;
}

void add_words(tesseract::ResultIterator &iterator, bool with_symbols, Page &page) {
    // A block or line whose first word is empty must still start with the word that follows.
    bool starts_block = false, starts_line = false;
    do {
        starts_block |= iterator.IsAtBeginningOf(tesseract::RIL_BLOCK);
        starts_line |= iterator.IsAtBeginningOf(tesseract::RIL_TEXTLINE);
        std::unique_ptr<const char[]> text(iterator.GetUTF8Text(tesseract::RIL_WORD));
        if (!text || !*text.get()) continue;
        ctess_word word{};
        if (!iterator.BoundingBox(tesseract::RIL_WORD, &word.left, &word.top, &word.right, &word.bottom)) continue;
        page.put_text(text.get(), word);
        word.confidence = iterator.Confidence(tesseract::RIL_WORD);
        word.starts_block = starts_block;
        word.starts_line = starts_line;
        word.first_symbol = static_cast<uint32_t>(page.symbol_storage.size());
        if (with_symbols) add_symbols(iterator, page, word);
        page.word_storage.push_back(word);
        starts_block = starts_line = false;
    } while (iterator.Next(tesseract::RIL_WORD));
}

/// Clears what one page leaves behind, however the recognition ends.
struct PageState {
    tesseract::TessBaseAPI &api;
    ~PageState() {
        api.Clear();
        api.ClearAdaptiveClassifier();
    }
};

}  // namespace

ctess_status ctess_create(
    const char *tessdata, const char *languages, int engine_mode, const char *const *names, const char *const *values,
    size_t variable_count, ctess_engine **engine) {
    return guarded([&] {
        auto created = std::make_unique<ctess_engine>();
        const std::vector<std::string> variable_names(names, names + variable_count);
        const std::vector<std::string> variable_values(values, values + variable_count);
        const int failed = created->api.Init(
            tessdata, languages, static_cast<tesseract::OcrEngineMode>(engine_mode), nullptr, 0, &variable_names,
            &variable_values, false);
        if (failed) return ctess_failed;
        *engine = created.release();
        return ctess_ok;
    });
}

void ctess_destroy(ctess_engine *engine) {
    guarded([&] {
        delete engine;
        return ctess_ok;
    });
}

ctess_status ctess_set_variable(ctess_engine *engine, const char *name, const char *value) {
    return guarded([&] { return engine->api.SetVariable(name, value) ? ctess_ok : ctess_unknown_variable; });
}

ctess_status ctess_get_variable(ctess_engine *engine, const char *name, char *buffer, size_t capacity) {
    return guarded([&] {
        std::string value;
        if (!engine->api.GetVariableAsString(name, &value)) return ctess_unknown_variable;
        if (capacity == 0) return ctess_failed;
        const size_t length = std::min(value.size(), capacity - 1);
        std::memcpy(buffer, value.data(), length);
        buffer[length] = 0;
        return ctess_ok;
    });
}

ctess_status ctess_recognize(
    ctess_engine *engine, void *pix, int page_segmentation_mode, int resolution, int deadline_milliseconds,
    bool with_symbols, ctess_page **page) {
    return guarded([&] {
        auto &api = engine->api;
        const PageState cleared{api};
        api.SetPageSegMode(static_cast<tesseract::PageSegMode>(page_segmentation_mode));
        api.SetImage(static_cast<Pix *>(pix));
        api.SetSourceResolution(resolution);
        tesseract::ETEXT_DESC monitor;
        monitor.set_deadline_msecs(deadline_milliseconds);
        const int failed = api.Recognize(&monitor);
        if (deadline_milliseconds > 0 && monitor.deadline_exceeded()) return ctess_deadline_exceeded;
        if (failed) return ctess_failed;
        auto filled = std::make_unique<Page>();
        const std::unique_ptr<tesseract::ResultIterator> iterator(api.GetIterator());
        if (iterator && !iterator->Empty(tesseract::RIL_BLOCK)) add_words(*iterator, with_symbols, *filled);
        filled->publish();
        *page = filled.release();
        return ctess_ok;
    });
}

void ctess_page_destroy(ctess_page *page) {
    guarded([&] {
        delete static_cast<Page *>(page);
        return ctess_ok;
    });
}

const char *ctess_version(void) { return tesseract::TessBaseAPI::Version(); }
