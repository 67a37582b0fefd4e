// SPDX-License-Identifier: MIT
//
// House readings, where the schedule language leaves room. "The day" is the day of the evaluation.
//
//  1. Joined records are one human: born somewhere between the earliest and the latest day any of them
//  allows,
//     dead if any says so, on the latest day known. A record of somebody not yet born adds nothing.
//  2. An involvement opened after the day does not exist yet, for no condition and no rule. Asked about
//  itself
//     it is live.
//  3. An event never shadows a trigger of the language, even if it has the same name.
//  4. A rule that covers a file or a person is asked wholly of the involvement that matched: its `if`, its
//     `until` and its `not_while`.
//  5. `replaces` and `default` are settled for each involvement: replacing by rules that are no defaults,
//  then
//     defaults give way, then replacing by the defaults that are left. What the first round took stays taken.
//  6. An applicable permanent rule also outweighs unknown days. A permanent rule whose `if` is unknown is an
//     unknown rule; it never has a day.
//  7. minimise and transfer days stand beside every outcome but an involvement's own being open; unknown ones
//     are left out.
//  8. On the same day the rule that stands earlier in the file wins; of one rule the involvement itself, then
//     the smaller id.
//  9. A rule with bound `exactly` is a floor.
// 10. Past its day a record is kept while a not_while holds; its day then stays the winning day.
// 11. A birth known to the month or the year makes a person look, wherever it stands in the `until` of an
//     applicable end rule, decisive or not.
// 12. A hold's words are looked for in entries that have happened.
// 13. A service that the catalogue does not know is matched by "*" only, and is a file by itself.
// 14. What a person decided to keep until a day is retained up to and on that day once its rules would let it
// go;
//     before that, its rules' own days stand. Holds are asked of what is left.
#include "policy/retention_evaluator.h"

#include <algorithm>

#include "policy/decision_explanation.h"

namespace casekeeper {
namespace {

constexpr const char* outcome_names[] = {"live", "retain",    "due",         "review",
                                         "held", "permanent", "undetermined"};

// One evaluation of one file.
class FileEvaluation {
public:
    FileEvaluation(const FactsOnDay& facts, const ServiceCatalogue& catalogue, FileInstances& instances,
                   std::vector<const Hold*> holds, bool explain)
        : facts_(facts),
          catalogue_(catalogue),
          instances_(instances),
          holds_(std::move(holds)),
          explain_(explain) {}

    std::vector<Decision> decide(Reach& reach) {
        std::vector<Decision> decisions;
        const CaseFile& file = facts_.file();
        decisions.reserve(std::max(file.involvements.size(), file.people.size()));
        for (std::size_t involvement = 0; involvement < file.involvements.size(); ++involvement)
            decide(involvement, reach, decisions.emplace_back());
        if (file.involvements.empty())
            for (const PersonFacts& person : file.people)
                decide_without_any(person, decisions.emplace_back());
        return decisions;
    }

private:
    void decide_without_any(const PersonFacts& person, Decision& decision) const {
        decision.person = person.id;
        if (explain_) decision.explanation = explain(decision, "no involvement of this person is recorded");
    }

    void decide(std::size_t involvement, Reach& reach, Decision& decision) {
        const InvolvementFacts& facts = facts_.involvement(involvement);
        decision.involvement = facts.id;
        decision.person = facts.person;
        decision.service = facts.service;
        Reading reading;
        list_holds(facts, reading, decision);
        const std::optional<std::string> live = why_live(involvement, reading);
        if (live) {
            decision.outcome = Outcome::live;
            finish(reading, decision);
            if (explain_) decision.explanation = explain(decision, *live);
            return;
        }
        gather(instances_, involvement, reach);
        const Verdict verdict = judge(instances_, reach, reading);
        take_over(verdict, decision);
        if (decision.ends()) keep_by_decision(facts, reading, decision);
        if (decision.ends() && !decision.holds.empty()) decision.outcome = Outcome::held;
        finish(reading, decision);
        if (explain_) decision.explanation = explain({instances_, reach, verdict, decision});
    }

    // Nothing is proposed for what has not begun or is still open: opening changes nothing, only closing
    // does.
    std::optional<std::string> why_live(std::size_t involvement, Reading& reading) const {
        const InvolvementFacts& facts = facts_.involvement(involvement);
        if (facts.opened > facts_.day()) {
            if (facts.closed) reading.can_change_on(std::max(facts.opened, *facts.closed));
            return explain_ ? "the involvement opens on " + to_text(facts.opened) : std::string();
        }
        if (!facts_.is_open(involvement, reading)) return std::nullopt;
        return explain_ ? "the involvement is open" : std::string();
    }

    void list_holds(const InvolvementFacts& involvement, Reading& reading, Decision& decision) const {
        for (const Hold* hold : holds_) {
            if (hold->released_on && (*hold->released_on <= facts_.day() || *hold->released_on <= hold->from))
                continue;
            if (!matches_but_for_words(*hold, involvement, catalogue_)) continue;
            if (!finds_its_words(*hold, involvement, reading)) continue;
            if (hold->from > facts_.day()) {
                reading.can_change_on(hold->from);
                continue;
            }
            if (hold->released_on) reading.can_change_on(*hold->released_on);
            decision.holds.push_back(hold->id);
        }
    }

    bool finds_its_words(const Hold& hold, const InvolvementFacts& involvement, Reading& reading) const {
        if (hold.words.empty()) return true;
        if (hold.from <= facts_.day()) return facts_.narrative_has(involvement, hold.words, reading);
        return facts_.narrative_has_ever(involvement, hold.words);
    }

    static void take_over(const Verdict& verdict, Decision& decision) {
        decision.outcome = verdict.outcome;
        if (verdict.winner != nullptr) decision.rule = verdict.winner->rule;
        decision.retain_until = verdict.retain_until;
        if (verdict.minimise != nullptr) {
            decision.minimise_on = verdict.minimise->day;
            decision.minimise_rule = verdict.minimise->rule;
        }
        if (verdict.transfer != nullptr) {
            decision.transfer_on = verdict.transfer->day;
            decision.transfer_rule = verdict.transfer->rule;
        }
        if (verdict.law != nullptr) {
            decision.law_until = verdict.law->day;
            decision.law_rule = verdict.law->rule;
        }
        decision.conflict = verdict.conflict;
    }

    void keep_by_decision(const InvolvementFacts& involvement, Reading& reading, Decision& decision) const {
        if (!involvement.kept_until || *involvement.kept_until < facts_.day()) return;
        decision.outcome = Outcome::retain;
        decision.retain_until = involvement.kept_until;
        reading.can_change_on(day_after(*involvement.kept_until));
    }

    void finish(const Reading& reading, Decision& decision) const {
        decision.reconsider_on = reading.changes_on;
        std::vector<std::string>& people = decision.people_read;
        for (const std::string* person : reading.role_people) people.push_back(*person);
        if (reading.family)
            people.insert(people.end(), facts_.family_people().begin(), facts_.family_people().end());
        if (people.size() < 2) return;
        std::sort(people.begin(), people.end());
        people.erase(std::unique(people.begin(), people.end()), people.end());
    }

    const FactsOnDay& facts_;
    const ServiceCatalogue& catalogue_;
    FileInstances& instances_;
    const std::vector<const Hold*> holds_;
    const bool explain_;
};

}  // namespace

// The reach is kept between evaluations for its memory only.
struct RetentionEvaluator::Index {
    Index(const RetentionSchedule& schedule, const ServiceCatalogue& catalogue)
        : rules(schedule, catalogue) {}
    const RuleIndex rules;
    mutable Reach reach;
};

RetentionEvaluator::RetentionEvaluator(const RetentionSchedule& schedule, const ServiceCatalogue& catalogue)
    : schedule_(schedule),
      catalogue_(catalogue),
      index_(std::make_unique<const Index>(schedule, catalogue)) {}

RetentionEvaluator::~RetentionEvaluator() = default;

std::vector<Decision> RetentionEvaluator::evaluate(const CaseFile& file, const HoldIndex& holds,
                                                   Surroundings& surroundings, Date day, bool explain) const {
    return decide(file, holds.reaching(file), surroundings, day, explain);
}

std::vector<Decision> RetentionEvaluator::evaluate(const CaseFile& file, const std::vector<Hold>& holds,
                                                   Surroundings& surroundings, Date day, bool explain) const {
    std::vector<const Hold*> reaching;
    for (const Hold& hold : holds)
        if (may_reach(hold, file)) reaching.push_back(&hold);
    return decide(file, std::move(reaching), surroundings, day, explain);
}

std::vector<Decision> RetentionEvaluator::decide(const CaseFile& file, std::vector<const Hold*> holds,
                                                 Surroundings& surroundings, Date day, bool explain) const {
    const FactsOnDay facts(file, catalogue_, surroundings, day);
    FileInstances instances(facts, schedule_, index_->rules);
    return FileEvaluation(facts, catalogue_, instances, std::move(holds), explain).decide(index_->reach);
}

const char* to_text(Outcome outcome) {
    return outcome_names[static_cast<std::size_t>(outcome)];
}

std::optional<Outcome> parse_outcome(std::string_view text) {
    for (std::size_t i = 0; i < std::size(outcome_names); ++i)
        if (text == outcome_names[i]) return static_cast<Outcome>(i);
    return std::nullopt;
}

}  // namespace casekeeper
