// One warm libtesseract engine, fed page after page: what the pool is held against. It decodes, draws and recognises as
// cricksy-reader does with the settings of PoolLoop.swift, and does nothing else.
//
//   OMP_THREAD_LIMIT=1 engine_loop LIST OUTPUT [PROCESSES]
//
// LIST names one document a line; the text of line N, from 0, goes to OUTPUT/N.txt.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <leptonica/allheaders.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <tesseract/baseapi.h>
#include <unistd.h>

namespace {

constexpr int raster_dpi = 200;

struct PixDestroyer {
    void operator()(Pix *pix) const { pixDestroy(&pix); }
};
using Picture = std::unique_ptr<Pix, PixDestroyer>;

std::string contents(const std::string &path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot open " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> lines(const std::string &path) {
    std::ifstream file(path);
    std::vector<std::string> result;
    for (std::string line; std::getline(file, line);) result.push_back(line);
    return result;
}

Picture grey(Picture picture) {
    if (pixGetDepth(picture.get()) == 8 && !pixGetColormap(picture.get())) return picture;
    Picture result(pixGetDepth(picture.get()) == 32 ? pixConvertRGBToLuminance(picture.get())
                                                    : pixConvertTo8(picture.get(), 0));
    pixCopyResolution(result.get(), picture.get());
    return result;
}

Picture decoded(const std::string &bytes) {
    Picture picture(pixReadMem(reinterpret_cast<const l_uint8 *>(bytes.data()), bytes.size()));
    if (!picture) throw std::runtime_error("no picture");
    return grey(std::move(picture));
}

/// Leptonica keeps four grey pixels in a word, the first in its highest byte.
Picture from_grey(const poppler::image &image) {
    Picture picture(pixCreate(image.width(), image.height(), 8));
    for (int y = 0; y < image.height(); ++y) {
        l_uint32 *target = pixGetData(picture.get()) + size_t(y) * pixGetWpl(picture.get());
        std::memcpy(target, image.const_data() + size_t(y) * image.bytes_per_row(), image.width());
    }
    pixEndianByteSwap(picture.get());
    pixSetResolution(picture.get(), raster_dpi, raster_dpi);
    return picture;
}

Picture drawn(const poppler::document &document, int index) {
    const std::unique_ptr<poppler::page> page(document.create_page(index));
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_gray8);
    return from_grey(renderer.render_page(page.get(), raster_dpi, raster_dpi));
}

std::string recognised(tesseract::TessBaseAPI &engine, const Picture &picture) {
    engine.SetImage(picture.get());
    engine.SetSourceResolution(std::max(70, pixGetXRes(picture.get())));
    const std::unique_ptr<char[]> text(engine.GetUTF8Text());
    engine.Clear();
    return text.get();
}

std::string read(tesseract::TessBaseAPI &engine, const std::string &path) {
    const std::string bytes = contents(path);
    if (bytes.compare(0, 5, "%PDF-") != 0) return recognised(engine, decoded(bytes));
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    std::string text;
    for (int page = 0; page < document->pages(); ++page) text += recognised(engine, drawn(*document, page));
    return text;
}

void work(const std::vector<std::string> &paths, const std::string &output, std::atomic<size_t> &next) {
    tesseract::TessBaseAPI engine;
    if (engine.Init(nullptr, "eng", tesseract::OEM_DEFAULT) != 0) throw std::runtime_error("no model");
    engine.SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
    for (size_t index = next++; index < paths.size(); index = next++) {
        std::ofstream(output + "/" + std::to_string(index) + ".txt") << read(engine, paths[index]);
    }
}

/// Runs `body` in so many processes; one needs no other than this.
template <typename Body>
void in_processes(int count, Body body) {
    if (count == 1) return body();
    for (int process = 0; process < count; ++process) {
        if (fork() == 0) {
            body();
            _exit(0);
        }
    }
    for (int status = 0; wait(&status) > 0;) {
        if (status != 0) throw std::runtime_error("a process failed");
    }
}

}  // namespace

int main(int count, char **arguments) {
    if (count < 3) return std::fprintf(stderr, "usage: engine_loop LIST OUTPUT [PROCESSES]\n"), 64;
    void *shared = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) return std::perror("mmap"), 71;
    auto *next = new (shared) std::atomic<size_t>(0);
    const std::vector<std::string> paths = lines(arguments[1]);
    in_processes(count > 3 ? std::atoi(arguments[3]) : 1, [&] { work(paths, arguments[2], *next); });
}
