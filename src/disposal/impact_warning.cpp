// SPDX-License-Identifier: MIT
#include "disposal/impact_warning.h"

namespace casekeeper {
namespace {

void add_each(LetterValues& values, const char* list, const char* name,
              const std::vector<std::string>& texts) {
    for (const std::string& text : texts) values.lists[list].emplace_back().texts[name] = text;
}

// All of them in one part of the letter; none where there are none.
void add_joined(LetterValues& values, const char* section, const char* name,
                const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    std::string joined;
    for (const std::string& text : texts) joined += (joined.empty() ? "" : "; ") + text;
    values.lists[section].emplace_back().texts[name] = joined;
}

}  // namespace

const std::set<std::string>& names_of_warning() {
    static const std::set<std::string> names = {"REQUEST",
                                                "RECEIVED",
                                                "CALLED",
                                                "PRACTITIONER",
                                                "TRUST",
                                                "CONTACT",
                                                "ALL_OR_PART",
                                                "GOING",
                                                "SERVICES",
                                                "PART",
                                                "WITH_CONTENTS",
                                                "CONTENTS",
                                                "A_PERSON_DECIDES",
                                                "WITH_KEEPSAKES",
                                                "KEEPSAKE",
                                                "THING",
                                                "NOW",
                                                "PLAN",
                                                "PLAN_NAME",
                                                "RELIED_ON",
                                                "COMING",
                                                "WHAT_COMES",
                                                "DAY",
                                                "WITH_KEPT",
                                                "KEPT",
                                                "WHY",
                                                "AUTHORITY"};
    return names;
}

LetterValues values_of(const ImpactWarning& warning) {
    LetterValues values;
    values.texts = {{"REQUEST", warning.request},
                    {"RECEIVED", warning.received},
                    {"CALLED", warning.called},
                    {"PRACTITIONER", warning.practitioner},
                    {"TRUST", warning.trust},
                    {"CONTACT", warning.contact.empty() ? warning.trust : warning.contact},
                    {"ALL_OR_PART", warning.everything ? "all" : "a part"}};
    for (const ImpactWarning::Part& part : warning.going) {
        LetterValues& going = values.lists["GOING"].emplace_back();
        going.texts["PART"] = part.part;
        going.show("WITH_CONTENTS", !part.contents.empty());
        if (!part.contents.empty()) going.lists["WITH_CONTENTS"].front().texts["CONTENTS"] = part.contents;
        going.show("A_PERSON_DECIDES", part.a_person_decides);
    }
    values.show("WITH_KEEPSAKES", !warning.keepsakes.empty());
    if (!warning.keepsakes.empty())
        add_each(values.lists["WITH_KEEPSAKES"].front(), "KEEPSAKE", "THING", warning.keepsakes);
    add_joined(values, "NOW", "SERVICES", warning.received_now);
    add_each(values, "PLAN", "PLAN_NAME", warning.plans);
    add_joined(values, "RELIED_ON", "SERVICES", warning.relied_on_by);
    for (const ImpactWarning::Coming& one : warning.coming)
        values.lists["COMING"].emplace_back().texts = {{"WHAT_COMES", one.what}, {"DAY", one.day}};
    values.show("WITH_KEPT", !warning.kept.empty());
    for (const ImpactWarning::Kept& one : warning.kept)
        values.lists["WITH_KEPT"].front().lists["KEPT"].emplace_back().texts = {
            {"PART", one.part}, {"WHY", one.why}, {"AUTHORITY", one.authority}};
    return values;
}

}  // namespace casekeeper
