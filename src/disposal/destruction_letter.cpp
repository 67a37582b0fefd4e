// SPDX-License-Identifier: MIT
#include "disposal/destruction_letter.h"

#include <algorithm>

namespace casekeeper {
namespace {

std::string in_words(const std::string& kind) {
    if (kind == "photograph") return "A photograph";
    if (kind == "letter") return "A letter or card";
    if (kind == "childs-words") return "Your own words, or a drawing";
    if (kind == "certificate") return "A certificate";
    return "Something of yours";
}

std::string years(const DestructionLetter& letter) {
    if (letter.last_year.empty() || letter.last_year == letter.first_year) return "in " + letter.first_year;
    return "from " + letter.first_year + " to " + letter.last_year;
}

std::string contents(const DestructionLetter& letter) {
    std::string text = counted(letter.entries, "note", "notes");
    if (letter.documents > 0) text += " and " + counted(letter.documents, "document", "documents");
    return text;
}

Section what_is_in_it(const DestructionLetter& letter) {
    Section section{"record", "What the record is"};
    section.blocks.emplace_back(
        Paragraph{"It was kept while " + letter.trust + " was working with you or your family, " +
                  years(letter) + ". We call it: " + letter.service + ". It holds " + contents(letter) +
                  ". It is about you, so you have a right to see it."});
    if (letter.own_words > 0)
        section.blocks.emplace_back(Paragraph{"In " + counted(letter.own_words, "note", "notes") +
                                              " somebody wrote down what you said, in your own words."});
    return section;
}

Section what_may_be_yours(const DestructionLetter& letter) {
    Section section{"keepsakes", "Things in it that may matter to you"};
    if (letter.keepsakes.empty()) {
        section.blocks.emplace_back(Paragraph{
            "We have found no photographs, letters or certificates in it. If you remember something "
            "that should be there, please tell us and we will look again."});
        return section;
    }
    section.blocks.emplace_back(
        Paragraph{"Tell us which of these you would like, and we will get them to you safely. They cost "
                  "nothing."});
    Table table{"What we found", {{"What"}, {"What is written on it"}, {"Year"}}, {}};
    for (const Keepsake& keepsake : letter.keepsakes)
        table.rows.push_back({words(in_words(keepsake.kind)),
                              words(keepsake.title.empty() ? "nothing" : keepsake.title),
                              words(keepsake.year.empty() ? "not known" : keepsake.year)});
    section.blocks.emplace_back(std::move(table));
    return section;
}

Section what_you_can_do(const DestructionLetter& letter) {
    Section section{"choices", "What you can do"};
    for (const char* choice :
         {"Nothing, if that is what you want. You do not have to answer this letter.",
          "Ask for a copy of the whole record. It is free. If you ask before it goes, we will not destroy it "
          "until you have had an answer.",
          "Ask us to keep it longer. Tell us why it matters to you; we will think about it properly and "
          "answer "
          "in writing.",
          "Ask somebody to help you. You can have a friend, an advocate, or anybody you trust do this with "
          "you."})
        section.blocks.emplace_back(Paragraph{choice});
    section.blocks.emplace_back(
        Paragraph{"Reading about the past can be hard. If you want to talk to someone first, or want this "
                  "letter in another form (larger print, another language, read aloud), just say so."});
    section.blocks.emplace_back(
        Facts{{{"How to reach us", letter.contact.empty() ? letter.trust : letter.contact},
               {"Please quote", "reference " + std::to_string(letter.reference)}}});
    return section;
}

}  // namespace

Page page_of(const DestructionLetter& letter) {
    Page page;
    page.owner = letter.trust;
    page.title = "The record we keep about you";
    page.opening = {
        {letter.written_on},
        {"Dear " + letter.to + ","},
        {"We are writing because we keep a record about you, and we plan to destroy it. Nothing will happen "
         "for "
         "at least " +
         letter.wait +
         " after this letter was sent. Once a record has been destroyed nobody can bring it back, so "
         "we want you to know before."},
        {"We may keep records only for as long as the law and our rules allow. For this one that time is "
         "over. "
         "It is not because of anything you did."}};
    page.sections = {what_is_in_it(letter), what_may_be_yours(letter), what_you_can_do(letter)};
    page.has_contents = false;
    page.is_letter = true;
    page.closing = {"sender", "From", 2, {Paragraph{"The records team of " + letter.trust + "."}}};
    return page;
}

}  // namespace casekeeper
