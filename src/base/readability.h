// SPDX-License-Identifier: MIT
//
// How hard a plain English text is to read: words, sentences, syllables, the Flesch-Kincaid grade and the age
// it stands for. An estimate: good for holding letters to a limit, not for marking them.
//
// Sentences end at . ! or ? before white space, unless a small letter follows or the stop belongs to a title,
//   an initial or an abbreviation (Dr, J., e.g.). A heading, a list item and whatever else ends at an empty
//   line is a sentence of its own, with or without a stop; other line breaks are spaces. List markers
//   ("-", "1.", "(a)") and lines without a word are passed over.
// Words stand between white space, slashes and dashes; one with hyphens or apostrophes is one word.
// Figures, dates in figures, sums and addresses (03/10/2026, 75th, £25, dpo@example.org) are one word of one
//   syllable, for they are taken in at a glance; "3 October 2026" is three words. Up to five capitals (NHS)
//   are read letter by letter, but not in a heading of capitals only.
#pragma once

#include <string_view>

namespace casekeeper {

struct Readability {
    long words = 0;
    long sentences = 0;
    long syllables = 0;

    // 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975): the year of an
    // American school, below 0 for the simplest texts; 0 where there is no word.
    double grade() const;
    // In years: the grade + 5; 0 where there is no word.
    double reading_age() const;
};

// Bytes that are no UTF-8 are passed over.
Readability readability_of(std::string_view text);

// The syllables of one English word in ASCII letters and apostrophes, by its spelling: at least 1.
int syllables_of(std::string_view word);

}  // namespace casekeeper
