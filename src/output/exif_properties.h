// SPDX-License-Identifier: MIT
//
// The properties in the directories of a TIFF file, which are those of EXIF as well (EXIF 2.32, TIFF 6.0).
#pragma once

#include <string>
#include <string_view>

#include "output/picture_properties.h"

namespace casekeeper {

// Adds what the directories say; size where they say it. False where they are damaged.
bool read_exif(std::string_view tiff, PictureProperties& into);

}  // namespace casekeeper
