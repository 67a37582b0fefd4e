// SPDX-License-Identifier: MIT
//
// The pack's own words as they are in life: each text filled in its fullest and its barest, for a young person,
// a grown one and for whoever asks for somebody.
#pragma once

#include <string>
#include <vector>

#include "disclosure/pack_forms.h"
#include "output/letter_heading.h"
#include "support/sample_access_letters.h"

namespace casekeeper::test {

inline LetterTemplates shipped_pack_letters() {
    return LetterTemplates::ready(CASEKEEPER_SOURCE "/config", pack_forms());
}

struct SamplePackLetter {
    std::string form;
    std::string name;
    LetterValues values;
};

class SamplePackLetters {
public:
    std::vector<SamplePackLetter> all() {
        for (const auto& [who, name] : all_who_ask) {
            who_ = who;
            name_ = name;
            add_letters();
            add_reading();
            add_why();
            add_here();
            add_kept_back();
            add(pack_form::rights, "", to_reader());
        }
        return samples_;
    }

private:
    LetterValues to_reader() const {
        const AccessReader to = sample_reader(who_);
        LetterValues values = values_of(to.head);
        values.texts["ABOUT"] = to.head.about;
        values.show("YOUNG", who_ == Asks::young);
        values.show("GROWN", who_ == Asks::grown);
        return values;
    }

    void add(const std::string& form, const std::string& how, LetterValues values) {
        samples_.push_back({form, form + "-" + name_ + how, std::move(values)});
    }

    static void list(LetterValues& values, const std::string& list,
                     const std::vector<std::map<std::string, std::string>>& elements) {
        for (const auto& texts : elements) values.lists[list].emplace_back().texts = texts;
    }

    void add_letters() {
        for (const char* part : {"WHOLE", "FIRST_PART", "NEXT_PART", "LAST_PART"}) {
            LetterValues bare = to_reader();
            bare.show(part, true);
            bare.show("NOT_NAMED", true);
            add(pack_form::letter, std::string("-bare-") + part, bare);
            LetterValues full = to_reader();
            full.show(part, true);
            full.show_text("NAMED", "NAME", who_ == Asks::for_another ? "Maria Quill" : "Zoë Quill");
            full.show_text("WITH_PART", "PART", "what was written from 2009 to 2014");
            list(full, "WITH_VOLUMES", {{{"VOLUME", "1"}, {"VOLUMES", "3"}}});
            full.show_text("WITH_MORE", "MORE_BY", "14 January 2027");
            full.show("AGAIN", true);
            full.show("WITH_GLOSSARY", true);
            full.show("WITH_KEPT", true);
            add(pack_form::letter, std::string("-") + part, full);
        }
    }

    void add_reading() {
        add(pack_form::reading, "-bare", to_reader());
        LetterValues full = to_reader();
        list(full, "SUPPORT", {{{"WHO_HELPS", "Your personal adviser can read it with you."}}});
        list(full, "WITH_PERSON", {{{"PERSON", "Ada Lark"}, {"PERSON_CONTACT", "01632 960 123"}}});
        list(full, "LINES", {{{"LINE", "Childline"}, {"LINE_CONTACT", "0800 1111"}}});
        list(full, "LINES", {{{"LINE", "Samaritans"}, {"LINE_CONTACT", "116 123"}}});
        full.lists["LINES"].front().show_text("WITH_FOR_WHOM", "FOR_WHOM", "if you are under 19");
        add(pack_form::reading, "", full);
    }

    void add_why() {
        LetterValues bare = to_reader();
        for (const char* none :
             {"NO_SERVICES", "NO_KINDS", "NO_SOURCES", "NO_RECIPIENTS", "NOT_ABROAD", "NOT_AUTOMATED"})
            bare.show(none, true);
        add(pack_form::why, "-bare", bare);
        LetterValues full = to_reader();
        list(full, "SERVICES",
             {{{"SERVICE", "Child protection"},
               {"PURPOSE", "to find out if a child was safe, and to keep them safe"}},
              {{"SERVICE", "Care"},
               {"PURPOSE", "to give a child a home and to look after them"},
               {"UNTIL", "14 May 2086"},
               {"BECAUSE", "the law says 75 years from the day a child was born."}}});
        full.lists["SERVICES"].front().show("NOT_SET", true);
        full.lists["SERVICES"].back().show("WITH_UNTIL", true);
        list(full, "KINDS", {{{"KIND", "Notes of visits and calls"}}, {{"KIND", "Letters and reports"}}});
        list(full, "SOURCES", {{{"SOURCE", "Your school"}}, {{"SOURCE", "The police"}}});
        full.show("SOME_SOURCES_KEPT", true);
        full.show("SOME_SERVICES_KEPT", true);
        full.show("WITH_RECIPIENTS", true);
        LetterValues& given = full.lists["WITH_RECIPIENTS"].front();
        list(given, "RECIPIENTS", {{{"RECIPIENT", "The family court"}}, {{"RECIPIENT", "Your school"}}});
        given.lists["RECIPIENTS"].front().show_text("WITH_WHAT", "WHAT", "a report on where you should live");
        given.lists["RECIPIENTS"].front().show_text("WITH_DAY", "DAY", "3 March 2014");
        given.show("SOME_RECIPIENTS_KEPT", true);
        list(full, "ABROAD",
             {{{"COUNTRY", "Ireland"}, {"SAFEGUARD", "the law there is as strict as here."}}});
        full.show_text("AUTOMATED", "DECISION", "a place in a club is given by lot.");
        add(pack_form::why, "", full);
    }

    void add_here() {
        LetterValues bare = to_reader();
        bare.show("WITH_SEARCHED", true);
        list(bare.lists["WITH_SEARCHED"].front(), "SEARCHED",
             {{{"PLACE", "Mosaic"}, {"DAY", "30 November 2026"}}});
        bare.show("WITH_ENCLOSED", true);
        list(bare.lists["WITH_ENCLOSED"].front(), "ENCLOSED", {{{"WHAT", "12 notes"}}});
        bare.show("WITH_ALL", true);
        add(pack_form::here, "-bare", bare);
        LetterValues none = to_reader();
        none.show("WITH_SEARCHED", true);
        list(none.lists["WITH_SEARCHED"].front(), "SEARCHED",
             {{{"PLACE", "Mosaic"}, {"DAY", "30 November 2026"}}});
        none.show("NONE_ENCLOSED", true);
        none.show("WITH_KEPT", true);
        none.lists["WITH_KEPT"].front().show_text("WITH_WITHHELD", "WITHHELD", "3 parts");
        add(pack_form::here, "-all-kept", none);
        LetterValues full = to_reader();
        full.show("WITH_SEARCHED", true);
        LetterValues& searched = full.lists["WITH_SEARCHED"].front();
        list(searched, "SEARCHED",
             {{{"PLACE", "Mosaic"}, {"DAY", "30 November 2026"}},
              {{"PLACE", "Old e-mail"}, {"DAY", "3 December 2026"}}});
        searched.lists["SEARCHED"].front().show_text("WITH_FOUND", "FOUND", "247 things");
        searched.show_text("WITH_WORDS", "WORDS", "Zoë Quill, Zoe Lark, P17");
        full.show("WITH_ENCLOSED", true);
        LetterValues& enclosed = full.lists["WITH_ENCLOSED"].front();
        list(enclosed, "ENCLOSED", {{{"WHAT", "214 notes"}}, {{"WHAT", "31 documents"}}});
        list(enclosed, "WITH_DAYS", {{{"FIRST_DAY", "3 May 2009"}, {"LAST_DAY", "9 June 2014"}}});
        full.show("WITH_APART", true);
        list(full.lists["WITH_APART"].front(), "APART", {{{"WHAT", "1 film of a talk with the police"}}});
        full.show("WITH_KEPT", true);
        LetterValues& kept = full.lists["WITH_KEPT"].front();
        kept.show_text("WITH_IN_PART", "IN_PART", "9 parts");
        kept.show_text("WITH_WITHHELD", "WITHHELD", "4 parts");
        kept.show_text("WITH_PEOPLE", "PEOPLE", "5 people");
        full.show("WITH_LATER", true);
        list(full.lists["WITH_LATER"].front(), "LATER",
             {{{"WHAT", "The letters of a doctor"}, {"BY", "14 January 2027"}}});
        full.show("WITH_MISSING", true);
        list(full.lists["WITH_MISSING"].front(), "MISSING",
             {{{"WHAT", "The notes of 2009 to 2011 were destroyed on 4 May 2019, as our rules then said."}}});
        full.show("WITH_UNREADABLE", true);
        list(full.lists["WITH_UNREADABLE"].front(), "UNREADABLE", {{{"WHAT", "A file of 4 May 2012"}}});
        add(pack_form::here, "", full);
    }

    void add_kept_back() {
        LetterValues none = to_reader();
        none.show("NOTHING_KEPT", true);
        add(pack_form::kept_back, "-nothing", none);
        LetterValues bare = to_reader();
        bare.show_text("WITH_KEPT", "EXAMPLE", "foster carer 1, note 4");
        add(pack_form::kept_back, "-bare", bare);
        LetterValues full = bare;
        LetterValues& kept = full.lists["WITH_KEPT"].front();
        for (const char* part : {"WITH_WHOLE", "SECOND_PERSON", "WITH_UNEXPLAINED"}) kept.show(part, true);
        kept.show_text("WITH_LOOK_AGAIN", "LOOK_AGAIN_ON", "1 June 2027");
        add(pack_form::kept_back, "", full);
    }

    std::vector<SamplePackLetter> samples_;
    Asks who_ = Asks::young;
    std::string name_;
};

inline std::vector<SamplePackLetter> sample_pack_letters() {
    return SamplePackLetters().all();
}

}  // namespace casekeeper::test
