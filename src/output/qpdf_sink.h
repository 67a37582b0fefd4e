// SPDX-License-Identifier: MIT
//
// Where qpdf writes a document: a file that is there whole, or not at all (base/whole_file.h).
#pragma once

// Which of its pointers this code uses: qpdf asks for it.
#ifndef POINTERHOLDER_TRANSITION
#define POINTERHOLDER_TRANSITION 4
#endif
#include <cstddef>
#include <qpdf/Pipeline.hh>

#include "base/whole_file.h"

namespace casekeeper {

// REQUIRES: the file outlives it. Throws OutputError where the file cannot be written.
class QpdfSink : public Pipeline {
public:
    explicit QpdfSink(WholeFile& file) : Pipeline("file", nullptr), file_(file) {}
    void write(unsigned char const* bytes, std::size_t length) override {
        file_.write({reinterpret_cast<const char*>(bytes), length});
    }
    void finish() override {}

private:
    WholeFile& file_;
};

}  // namespace casekeeper
