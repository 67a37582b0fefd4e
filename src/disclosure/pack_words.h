// SPDX-License-Identifier: MIT
//
// The codes of a record in the words of a pack: headings and labels that a reader of twelve understands.
// What is not known is said as it is written, with spaces for hyphens.
#pragma once

#include <string>

namespace casekeeper {

// Of an entry's kind: "Meeting", "Letter to us".
std::string heading_of_kind(const std::string& kind);
// Of a type of record, several of it: "Notes, letters and meetings".
std::string type_in_words(const std::string& type);
// Of a relationship, as the reader says it: "mother", "brother or sister".
std::string relation_in_words(const std::string& kind);
// Of a topic: "care plan", "what the child says".
std::string topic_in_words(const std::string& topic);
// Of a person's or an involvement's field: "Born", "Also called".
std::string label_of_field(const std::string& field);
// "3 May 2012, 14:05"; "3 May 2012"; a day that is not known to the day as it is written: "2012", "May 2012".
std::string when_in_words(const std::string& day, const std::string& time = {});

}  // namespace casekeeper
