// SPDX-License-Identifier: MIT
//
// Words and short forms of children's services in plain words: config/glossary.toml, whose head says how they
// are written and found. Immutable once read.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/finding.h"

namespace casekeeper {

struct TextWord;

struct GlossaryTerm {
    std::string term;
    std::vector<std::string> also;  // other ways to write it
    std::string meaning;
};

class Glossary {
public:
    // Reads TOML text. Mistakes (unknown keys, a way of writing that stands in two terms, or holds no word) go to
    // `findings` with file:line:column; what could be read is in the result.
    static Glossary read(std::string_view toml, const std::string& file, std::vector<Finding>& findings);

    // As a reader looks them up: by the alphabet, capitals and small letters alike.
    const std::vector<GlossaryTerm>& terms() const { return terms_; }

private:
    friend class TermsSeen;

    struct Ending {
        std::string written;  // with one space between two words; empty: in any case
        std::size_t term = 0;
        std::size_t way = 0;  // 0: the term itself; from 1: of its other ways
    };
    // Each way of writing leads from node 0, word by word, to the node where it ends.
    struct Node {
        std::unordered_map<std::string, std::size_t> next;  // by what stands before the word, and the word
        std::vector<Ending> endings;
    };
    struct Found {
        std::size_t words = 0;  // 0: nothing
        std::size_t term = 0;
        std::size_t way = 0;
    };
    const std::string& way_of(std::size_t term, std::size_t way) const;
    void add_way(std::size_t term, std::size_t way);
    const Ending* ending_of(std::size_t node, const std::string& written) const;
    // The longest way of writing that begins with the first of these words.
    Found longest_at(const TextWord* begin, const TextWord* end) const;

    std::vector<GlossaryTerm> terms_;
    std::vector<Node> nodes_ = std::vector<Node>(1);
};

// Which terms stand in texts: each text is read once, however many terms there are, and is not kept.
class TermsSeen {
public:
    // Keeps the glossary by reference.
    explicit TermsSeen(const Glossary& glossary);

    // REQUIRES: a text as its reader sees it. Of what is kept back, its terms would tell.
    // Bytes that are no letter, digit or white space only part words. Where one way of writing lies within
    // another of another term, the longer counts: a special guardian is no guardian.
    void add(std::string_view text);
    struct Seen {
        const GlossaryTerm* term = nullptr;
        std::string way;  // of those to write it, the one that was seen first
    };
    // Those seen so far, as a reader looks them up by the way that was seen.
    std::vector<Seen> terms() const;

private:
    const Glossary& glossary_;
    std::vector<std::string> ways_;  // by term; empty: not seen
};

}  // namespace casekeeper
