// SPDX-License-Identifier: MIT
//
// A pack as it lies there, read again before it is kept: whether everything that was written can be read, pages,
// letters and pictures, and whether anything can be read that is kept back (disclosure/pack_proof.h).
#pragma once

#include "disclosure/pack_contents.h"
#include "disclosure/pack_folders.h"
#include "disclosure/pack_writing.h"

namespace casekeeper {

// Of the person's copy. Refused, with where and under which number, where it is not as it must be.
void examine_copy(const PackGround& ground, PackContents& contents, const PackFolder& folder,
                  WrittenCopy& copy);

}  // namespace casekeeper
