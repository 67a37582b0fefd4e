// SPDX-License-Identifier: MIT
//
// A picture of a record as it may leave the house: what it shows and nothing else. Cameras and programs write
// beside it where and when it was taken, by whom, a small picture of it before it was cut, and whatever lay
// behind its end. All of that goes, byte by byte; what is seen stays as it is, the way it is turned too.
#pragma once

#include <string>

#include "output/book.h"

namespace casekeeper {

struct BarePicture {
    std::string bytes;
    long width = 0;  // in pixels, as it is seen
    long height = 0;
};

// Of a PNG or JPEG. InputError, naming what is wrong with it, where it is none, is cut short, of absurd size or
// has no alternative.
BarePicture bare_picture(const BookPicture& picture);

}  // namespace casekeeper
