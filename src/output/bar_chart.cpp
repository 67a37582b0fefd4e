// SPDX-License-Identifier: MIT
#include "output/bar_chart.h"

#include <algorithm>
#include <cmath>

#include "output/html_page.h"
#include "output/page.h"

namespace casekeeper {
namespace {

constexpr long long row_height = 28;
constexpr long long name_permille = 380;  // of the width, then bars, then numbers
constexpr long long bars_permille = 400;

std::string percent(long long permille) {
    return std::to_string(permille / 10) + "." + std::to_string(permille % 10) + "%";
}

std::string svg_row(const Bar& bar, long long top, long long most) {
    const std::string text_y = std::to_string(top + 19);
    std::string svg = "<text x=\"0\" y=\"" + text_y + "\">" + escaped(bar.name) + "</text>";
    if (bar.number > 0)
        svg += "<rect x=\"" + percent(name_permille) + "\" y=\"" + std::to_string(top + 5) + "\" width=\"" +
               percent(bar_length(bar.number, most, bars_permille)) + "\" height=\"18\"/>";
    return svg + "<text class=\"number\" x=\"100%\" y=\"" + text_y + "\">" + grouped(bar.number) +
           "</text>\n";
}

}  // namespace

long long bar_length(long long number, long long most, long long full) {
    if (number <= 0 || most <= 0) return 0;
    const double share = static_cast<double>(number) / static_cast<double>(most);
    return std::clamp(std::llround(share * static_cast<double>(full)), 1LL, full);
}

std::string svg_of(const BarChart& chart) {
    long long most = 0;
    for (const Bar& bar : chart.bars) most = std::max(most, bar.number);
    const std::string height = std::to_string(row_height * static_cast<long long>(chart.bars.size()));
    const std::string title_id = chart.id + "-title";
    const std::string description_id = chart.id + "-description";
    std::string svg = "<svg role=\"img\" aria-labelledby=\"" + title_id + " " + description_id +
                      "\" width=\"100%\" height=\"" + height + "\">\n<title id=\"" + title_id + "\">" +
                      escaped(chart.title) + "</title>\n<desc id=\"" + description_id + "\">" +
                      escaped(chart.description) + "</desc>\n";
    long long top = 0;
    for (const Bar& bar : chart.bars) {
        svg += svg_row(bar, top, most);
        top += row_height;
    }
    const std::string axis = percent(name_permille);
    return svg + "<line x1=\"" + axis + "\" x2=\"" + axis + "\" y1=\"0\" y2=\"" + height + "\"/>\n</svg>\n";
}

}  // namespace casekeeper
