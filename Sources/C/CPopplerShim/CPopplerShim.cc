#include "CPopplerShim.h"

#include <iconv.h>

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>
#include <poppler/cpp/poppler-version.h>

struct cpoppler_document {
    std::unique_ptr<poppler::document> document;
};

namespace {

template <typename Body>
cpoppler_status guarded(Body body) noexcept {
    try {
        return body();
    } catch (const std::bad_alloc &) {
        return cpoppler_out_of_memory;
    } catch (...) {
        return cpoppler_corrupt;
    }
}

struct Text : cpoppler_text {
    std::vector<cpoppler_text_box> box_storage;
    std::string text_storage;

    void add(const poppler::text_box &source) {
        const poppler::byte_array utf8 = source.text().to_utf8();
        const poppler::rectf rectangle = source.bbox();
        cpoppler_text_box box{};
        box.x = rectangle.x();
        box.y = rectangle.y();
        box.width = rectangle.width();
        box.height = rectangle.height();
        box.text_offset = static_cast<uint32_t>(text_storage.size());
        box.text_length = static_cast<uint32_t>(utf8.size());
        box.rotation = source.rotation();
        box.space_follows = source.has_space_after();
        text_storage.append(utf8.begin(), utf8.end());
        box_storage.push_back(box);
    }

    void publish() {
        boxes = box_storage.data();
        box_count = box_storage.size();
        text = text_storage.data();
        text_length = text_storage.size();
    }
};

/// How many complaints poppler has had so far about anything.
size_t complaints = 0;

/// Whether all pixels are the same.
bool is_flat(const poppler::image &image) {
    const char *start = image.const_data();
    for (int y = 0; y < image.height(); ++y) {
        const char *row = start + size_t(y) * image.bytes_per_row();
        if (std::any_of(row, row + image.width(), [&](char pixel) { return pixel != *start; })) return false;
    }
    return true;
}

void copy_row(const unsigned char *source, int width, uint32_t *target) {
    int x = 0;
    for (; x + 4 <= width; x += 4) {
        target[x / 4] = (uint32_t(source[x]) << 24) | (uint32_t(source[x + 1]) << 16)
            | (uint32_t(source[x + 2]) << 8) | uint32_t(source[x + 3]);
    }
    for (int shift = 24; x < width; ++x, shift -= 8) target[x / 4] |= uint32_t(source[x]) << shift;
}

void configure_for_grey(poppler::page_renderer &renderer) {
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_gray8);
}

}  // namespace

cpoppler_status cpoppler_open(const char *bytes, size_t length, cpoppler_document **document) {
    return guarded([&] {
        if (length > INT_MAX) return cpoppler_corrupt;
        std::unique_ptr<poppler::document> opened(
            poppler::document::load_from_raw_data(bytes, static_cast<int>(length)));
        if (!opened) return cpoppler_corrupt;
        if (opened->is_locked()) return cpoppler_locked;
        auto result = std::make_unique<cpoppler_document>();
        result->document = std::move(opened);
        *document = result.release();
        return cpoppler_ok;
    });
}

void cpoppler_close(cpoppler_document *document) {
    guarded([&] {
        delete document;
        return cpoppler_ok;
    });
}

int cpoppler_page_count(const cpoppler_document *document) {
    int count = 0;
    guarded([&] {
        count = document->document->pages();
        return cpoppler_ok;
    });
    return count;
}

cpoppler_status cpoppler_page_size(
    const cpoppler_document *document, int index, double *width, double *height) {
    return guarded([&] {
        const std::unique_ptr<poppler::page> page(document->document->create_page(index));
        if (!page) return cpoppler_corrupt;
        const poppler::rectf box = page->page_rect(poppler::crop_box);
        *width = std::abs(box.width());
        *height = std::abs(box.height());
        const auto orientation = page->orientation();
        if (orientation == poppler::page::landscape || orientation == poppler::page::seascape) {
            std::swap(*width, *height);
        }
        return cpoppler_ok;
    });
}

cpoppler_status cpoppler_render_grey(
    const cpoppler_document *document, int index, double dpi, int width, int height, uint32_t *words,
    int words_per_line) {
    return guarded([&] {
        const std::unique_ptr<poppler::page> page(document->document->create_page(index));
        if (!page) return cpoppler_corrupt;
        poppler::page_renderer renderer;
        configure_for_grey(renderer);
        const size_t complaints_before = complaints;
        const poppler::image image = renderer.render_page(page.get(), dpi, dpi);
        if (!image.is_valid() || image.format() != poppler::image::format_gray8) return cpoppler_wrong_size;
        if (std::abs(image.width() - width) > 1 || std::abs(image.height() - height) > 1) return cpoppler_wrong_size;
        if (complaints > complaints_before && is_flat(image)) return cpoppler_corrupt;
        const int columns = std::min(width, image.width());
        const auto *rows = reinterpret_cast<const unsigned char *>(image.const_data());
        for (int y = 0; y < std::min(height, image.height()); ++y) {
            copy_row(rows + size_t(y) * image.bytes_per_row(), columns, words + size_t(y) * words_per_line);
        }
        return cpoppler_ok;
    });
}

cpoppler_status cpoppler_text_list(const cpoppler_document *document, int index, cpoppler_text **text) {
    return guarded([&] {
        const std::unique_ptr<poppler::page> page(document->document->create_page(index));
        if (!page) return cpoppler_corrupt;
        auto filled = std::make_unique<Text>();
        for (const poppler::text_box &box : page->text_list()) filled->add(box);
        filled->publish();
        *text = filled.release();
        return cpoppler_ok;
    });
}

void cpoppler_text_destroy(cpoppler_text *text) {
    guarded([&] {
        delete static_cast<Text *>(text);
        return cpoppler_ok;
    });
}

const char *cpoppler_version(void) {
    static const std::string version = poppler::version_string();
    return version.c_str();
}

void cpoppler_silence(void) {
    poppler::set_debug_error_function([](const std::string &, void *) { ++complaints; }, nullptr);
}

bool cpoppler_hold_converters(void) {
    // Never closed: a converter that is in use nowhere is unloaded, and would be loaded anew from a file.
    static const iconv_t held[] = {iconv_open("UTF-8", "UTF-16"), iconv_open("UTF-16", "UTF-8")};
    const iconv_t none = reinterpret_cast<iconv_t>(-1);
    return held[0] != none && held[1] != none;
}
