// SPDX-License-Identifier: MIT
//
// A bar chart as inline SVG: horizontal bars from nought, each with its name and number. It has a title and a
// description for who cannot see it, keeps its letters' size at any width, and takes its colours from the
// page.
#pragma once

#include <string>
#include <vector>

namespace casekeeper {

struct Bar {
    std::string name;
    long long number = 0;  // below nought counts as nought
};

struct BarChart {
    std::string id;  // unique on the page
    std::string title;
    std::string description;
    std::vector<Bar> bars;
};

std::string svg_of(const BarChart& chart);

// How long a bar is, of `full`, where `most` is the longest: in proportion, and at least 1 for any number
// above nought.
long long bar_length(long long number, long long most, long long full);

}  // namespace casekeeper
