// SPDX-License-Identifier: MIT
#include "output/jpeg_writing.h"

#include <cstdio>
// It needs FILE, which it does not include.
#include <jpeglib.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <vector>

namespace casekeeper {
namespace {

constexpr int quality = 80;  // of 100: pencil on yellowed paper is still read
// What a scanner makes of grey paper is a little blue here and a little yellow there.
constexpr int hardly_a_colour = 40;
constexpr long coloured_of_a_thousand = 1;

struct Freed {
    void operator()(unsigned char* bytes) const { std::free(bytes); }
};

bool is_coloured(const unsigned char* point) {
    const auto [least, most] = std::minmax({point[0], point[1], point[2]});
    return most - least > hardly_a_colour;
}

bool has_colours(const ColourPoints& points) {
    long coloured = 0;
    for (int row = 0; row < points.height; ++row) {
        const unsigned char* point = points.first + static_cast<std::size_t>(row) * points.row_bytes;
        for (int at = 0; at < points.width; ++at, point += 3) coloured += is_coloured(point) ? 1 : 0;
    }
    return coloured * 1000 > coloured_of_a_thousand * points.width * points.height;
}

// As bright as its colours are seen (ITU-R BT.601).
void make_grey(const unsigned char* point, std::vector<unsigned char>& row) {
    for (unsigned char& grey : row) {
        grey = static_cast<unsigned char>((299 * point[0] + 587 * point[1] + 114 * point[2] + 500) / 1000);
        point += 3;
    }
}

}  // namespace

std::string jpeg_of(const ColourPoints& points) {
    jpeg_compress_struct writer{};
    jpeg_error_mgr faults{};
    writer.err = jpeg_std_error(&faults);
    faults.error_exit = [](j_common_ptr) { std::abort(); };
    faults.output_message = [](j_common_ptr) {};
    jpeg_create_compress(&writer);
    unsigned char* made = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&writer, &made, &size);
    const bool coloured = has_colours(points);
    writer.image_width = static_cast<JDIMENSION>(points.width);
    writer.image_height = static_cast<JDIMENSION>(points.height);
    writer.input_components = coloured ? 3 : 1;
    writer.in_color_space = coloured ? JCS_RGB : JCS_GRAYSCALE;
    jpeg_set_defaults(&writer);
    jpeg_set_quality(&writer, quality, TRUE);
    jpeg_start_compress(&writer, TRUE);
    std::vector<unsigned char> row(static_cast<std::size_t>(points.width) * (coloured ? 3 : 1));
    for (int at = 0; at < points.height; ++at) {
        const unsigned char* from = points.first + static_cast<std::size_t>(at) * points.row_bytes;
        if (coloured)
            std::copy_n(from, row.size(), row.data());
        else
            make_grey(from, row);
        JSAMPROW rows[] = {row.data()};
        jpeg_write_scanlines(&writer, rows, 1);
    }
    jpeg_finish_compress(&writer);
    jpeg_destroy_compress(&writer);
    const std::unique_ptr<unsigned char, Freed> kept(made);
    return {reinterpret_cast<const char*>(kept.get()), size};
}

}  // namespace casekeeper
