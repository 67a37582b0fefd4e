// SPDX-License-Identifier: MIT
#include "disclosure/pack_words.h"

#include <string_view>

#include "base/calendar.h"
#include "base/plain_words.h"

namespace casekeeper {
namespace {

struct Word {
    std::string_view code;
    std::string_view words;
};

constexpr Word kinds[] = {
    {"meeting", "Meeting"},
    {"telephone-call", "Phone call"},
    {"face-to-face", "Talk in person"},
    {"letter-sent", "Letter from us"},
    {"letter-received", "Letter to us"},
    {"email-sent", "E-mail from us"},
    {"email-received", "E-mail to us"},
    {"decision", "Decision"},
    {"assessment", "Assessment"},
    {"plan", "Plan"},
    {"review", "Review"},
    {"visit", "Visit"},
    {"note", "Note"},
    {"document", "Document"},
    {"photograph", "Photograph"},
    {"letter", "Letter or card"},
    {"childs-words", "Own words or a drawing"},
    {"certificate", "Certificate"},
    {"disclosure", "Sharing of information"},
    {"not-shared", "Decision not to share"},
    {"involvement", "A service begins"},
    {"person", "Who you are"},
    {"material", "Found outside our system"},
};

constexpr Word types[] = {
    {"person", "Who you are"},
    {"involvement", "Services"},
    {"entry", "Notes, letters and meetings"},
    {"document", "Documents"},
    {"disclosure", "Sharing of information"},
    {"material", "Found outside our system"},
};

constexpr Word relations[] = {
    {"sibling", "brother or sister"},
    {"half-sibling", "half-brother or half-sister"},
    {"step-sibling", "stepbrother or stepsister"},
    {"aunt-or-uncle", "aunt or uncle"},
    {"niece-or-nephew", "niece or nephew"},
    {"alleged-perpetrator", "somebody who is said to have done harm"},
    {"supported-child", "child"},
    {"referrer", "somebody who asked us for help"},
};

constexpr Word topics[] = {
    {"care-plan", "the care plan"},         {"childs-view", "what you said you want"},
    {"court-order", "an order of a court"}, {"contact", "seeing family"},
    {"placement", "where you live"},        {"finance", "money"},
};

constexpr Word fields[] = {
    {"given_names", "First names"},
    {"family_name", "Family name"},
    {"known_as", "Called"},
    {"former_names", "Called before"},
    {"date_of_birth", "Born"},
    {"expected_date_of_birth", "Birth expected"},
    {"date_of_death", "Died"},
    {"identifiers", "Number"},
    {"addresses", "Address"},
    {"contacts", "Reached by"},
    {"communication_needs", "What helps to talk and read"},
    {"closure_reason", "Why it ended"},
    {"worker", "Worker"},
    {"team", "Team"},
    {"system", "Kept in"},
    {"file_reference", "File"},
    {"attributes", "Noted"},
    {"roles", "Also part of this"},
    {"author", "Written by"},
    {"present", "Who was there"},
    {"addressed_to", "To"},
    {"subject_words", "Your own words"},
    {"decision", "What was decided"},
    {"reason", "Why"},
    {"decided_by", "Who decided"},
    {"provided_by", "Who told us"},
    {"remarks", "Said about this later"},
    {"title", "Title"},
    {"file", "File"},
    {"place", "Found in"},
    {"recipient", "With whom"},
    {"information", "What"},
    {"reasons", "Why"},
    {"risk_assessment", "What could go wrong, as it was weighed"},
    {"authorised_by", "Who allowed it"},
    {"lawful_basis", "Under which law"},
    {"consent", "Whether you or others agreed"},
    {"method", "How"},
    {"consent_on", "Agreed on"},
    {"conditions", "What they may do with it"},
    {"receipt", "How we know that it arrived"},
    {"override_reason", "Why it was shared although something spoke against it"},
    {"caveats", "What was said with it"},
    {"told", "They were told later"},
};

template <std::size_t size>
std::string said(const Word (&words)[size], const std::string& code) {
    for (const Word& word : words)
        if (word.code == code) return std::string(word.words);
    return with_spaces(code);
}

}  // namespace

std::string heading_of_kind(const std::string& kind) {
    return capital(said(kinds, kind));
}

std::string type_in_words(const std::string& type) {
    return capital(said(types, type));
}

std::string relation_in_words(const std::string& kind) {
    return said(relations, kind);
}

std::string topic_in_words(const std::string& topic) {
    return said(topics, topic);
}

std::string label_of_field(const std::string& field) {
    return capital(said(fields, field));
}

std::string when_in_words(const std::string& day, const std::string& time) {
    std::string text = day;
    if (const std::optional<Date> exact = parse_date(day))
        text = to_words(*exact);
    else if (const std::optional<Date> first = parse_date(day + "-01"))
        text = to_words(*first).substr(2);  // of a month: without its "1 "
    return time.empty() ? text : text + ", " + time;
}

}  // namespace casekeeper
