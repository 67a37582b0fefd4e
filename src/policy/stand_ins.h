// SPDX-License-Identifier: MIT
//
// What stands in a pack where somebody's name, or a number or place, was kept back: "your brother or sister 2",
// "foster carer 1", "a phone number". The same person is called the same throughout one pack. Numbers go by the
// order in which a pack comes to its people and are given only where two would be called the same, so that
// nothing joins two packs, and no order of names shows.
//
// A stand-in must not give away what it stands for: whoever gave something in confidence is "person 1"
// everywhere in the pack, for "a neighbour told us" would say who it was (DPA 2018 Sch 2 para 16(3)).
#pragma once

#include <map>
#include <string>
#include <vector>

namespace casekeeper {

struct KeptBack {
    std::string key;       // person:P2, professional:W1, name:Jane Roe, place:P2/address/0, phone:…
    std::string relation;  // a kind of relationship of the interchange format; empty: none recorded
    std::string professional_kind;  // empty: not here as a professional
    bool is_source = false;         // somewhere in the pack they are kept back as who gave it
};

class StandIns {
public:
    // `in_order`: of the pack, each as often as it comes; a source anywhere is a source everywhere.
    // `for_the_person`: the reader is who the record is about, or stands where they stand: "your mother", else
    // "the child's mother" or, of an adult, "the person's mother".
    enum class Reader { the_person, of_a_child, of_an_adult };
    StandIns(const std::vector<KeptBack>& in_order, Reader reader);

    // Without brackets. REQUIRES: a key that was given.
    const std::string& of(const std::string& key) const;

private:
    std::map<std::string, std::string> labels_;
};

}  // namespace casekeeper
