// SPDX-License-Identifier: MIT
#include "policy/mention_codes.h"

#include <algorithm>
#include <optional>

#include "base/folded_letters.h"
#include "policy/mention_checks.h"
#include "policy/mention_runs.h"

namespace casekeeper {
namespace {

constexpr std::size_t longest_code = 13;  // letters of a unique pupil number
constexpr std::size_t shortest_identifier = 4;
constexpr std::size_t told_within = 40;  // bytes in which the text says what a number is
constexpr std::size_t vehicle_within = 70;

bool is_all_capitals(const MentionWords& words, std::size_t first, std::size_t last) {
    const std::size_t begin = words[first].begin;
    const std::string_view written = words.text().substr(begin, words[last].end - begin);
    return std::none_of(written.begin(), written.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

struct MentionCodes::Code {
    MentionKind kind = MentionKind::identifier;
    double confidence = 0;
    const char* why = "";
};

class MentionCodes::Reading {
public:
    Reading(const MentionCodes& codes, const MentionWords& words) : codes_(codes), words_(words) {}

    std::vector<Mention> all() && {
        for (std::size_t i = 0; i < words_.size();) i = may_begin(i) ? read(i) : i + 1;
        return std::move(found_);
    }

private:
    // Figures, or letters before figures.
    bool may_begin(std::size_t i) const {
        if (words_[i].is(MentionWord::digits)) return true;
        const bool leads = i + 1 < words_.size() && words_[i].end - words_[i].begin <= 4 &&
                           words_[i + 1].is(MentionWord::digits) && words_.after(i).size() < 2;
        return leads || (words_[i].end - words_[i].begin >= shortest_identifier &&
                         codes_.owners_.contains(words_.letters(i)));
    }

    std::size_t read(std::size_t i) {
        if (!begins_run(words_, i)) return i + 1;
        const std::vector<MentionRun> runs =
            runs_from(words_, i, std::max(longest_code, codes_.longest_), "-./_");
        for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
            if (!ends_run(words_, run->last)) continue;
            const auto owners = codes_.owners_.find(run->letters);
            const bool is_known = owners != codes_.owners_.end();
            std::optional<Code> code = code_of(i, *run);
            if (is_known && !code)
                code = Code{MentionKind::identifier, 0.9, "number of a person of the case"};
            if (!code) continue;
            add(i, run->last, *code, is_known ? &owners->second : nullptr);
            return run->last + 1;
        }
        return i + 1;
    }

    std::optional<Code> code_of(std::size_t i, const MentionRun& run) const {
        switch (run.letters.size()) {
            case 13:
                return upn(i, run);
            case 10:
                return nhs_number(i, run);
            case 8:
            case 9:
                return ni_number(i, run);
            default:
                if (std::optional<Code> code = postcode(i, run)) return code;
                return plate(i, run);
        }
    }

    std::optional<Code> upn(std::size_t i, const MentionRun& run) const {
        if (is_upn(run.letters)) return Code{MentionKind::upn, 0.95, "check letter fits"};
        const bool has_shape = run.letters.find_first_of("0123456789") == 1;
        if (has_shape && is_said_before(words_, i, told_within, {"upn", "pupil"}))
            return Code{MentionKind::upn, 0.4, "called a pupil number, but its check letter is wrong"};
        return std::nullopt;
    }

    std::optional<Code> nhs_number(std::size_t i, const MentionRun& run) const {
        if (run.letters.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
        const bool is_told = is_said_before(words_, i, told_within, {"nhs", "chi", "hospital", "health"});
        if (!is_nhs_number(run.letters)) {
            if (!is_said_before(words_, i, told_within, {"nhs"})) return std::nullopt;
            return Code{MentionKind::nhs_number, 0.4, "called an NHS number, but its check digit is wrong"};
        }
        if (is_told) return Code{MentionKind::nhs_number, 0.98, "called an NHS number, check digit fits"};
        // One ten-figure number in eleven fits by chance: an order's, a telephone's.
        if (run.letters[0] == '0' || is_business_number(words_, i)) return std::nullopt;
        const bool grouped = run.gaps == 2 && words_[i].end - words_[i].begin == 3 &&
                             words_[i + 1].end - words_[i + 1].begin == 3;
        if (run.gaps > 0 && !grouped) return std::nullopt;
        if (is_within_longer(i, run.last)) return std::nullopt;
        return Code{MentionKind::nhs_number, grouped ? 0.9 : 0.75, "check digit fits"};
    }

    // More figures stand beside it: a card's number.
    bool is_within_longer(std::size_t first, std::size_t last) const {
        const auto is_beside = [&](std::size_t at) {
            const std::string_view gap = words_.before(at);
            return gap == " " || gap == "-" || gap == "+";
        };
        return (first > 0 && words_[first - 1].is(MentionWord::digits) && is_beside(first)) ||
               (last + 1 < words_.size() && words_[last + 1].is(MentionWord::digits) && is_beside(last + 1));
    }

    std::optional<Code> ni_number(std::size_t i, const MentionRun& run) const {
        if (!is_ni_number(run.letters)) return std::nullopt;
        const bool is_told = is_said_before(words_, i, told_within, {"ni", "nino", "insurance"});
        if (run.letters.size() == 8 && !is_told) return std::nullopt;
        if (!is_told && is_business_number(words_, i)) return std::nullopt;
        return Code{MentionKind::ni_number, is_told ? 0.98 : 0.9, "shape of a National Insurance number"};
    }

    std::optional<Code> postcode(std::size_t i, const MentionRun& run) const {
        if (words_[i].is(MentionWord::digits) || !is_postcode(run.letters)) return std::nullopt;
        // The second half is a figure and two letters; a space may stand before it, and nowhere else.
        if (run.last < i + 2 || words_.letters(run.last).size() != 2 || !words_.before(run.last).empty())
            return std::nullopt;
        if (run.gaps > 1 || (run.gaps == 1 && words_.before(run.last - 1).empty())) return std::nullopt;
        const bool capitals = is_all_capitals(words_, i, run.last);
        static constexpr std::string_view ordinals = "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 0th";
        const std::string inward = run.letters.substr(run.letters.size() - 3);
        if (!capitals && ordinals.find(inward) != std::string_view::npos) return std::nullopt;
        return Code{MentionKind::postcode, capitals ? 0.95 : 0.85, "postcode"};
    }

    std::optional<Code> plate(std::size_t i, const MentionRun& run) const {
        if (run.gaps > 1 || run.letters.size() < 4) return std::nullopt;
        const bool current = is_current_plate(run.letters);
        const bool older = is_older_plate(run.letters);
        if (!current && !older && !is_dateless_plate(run.letters)) return std::nullopt;
        const bool told =
            is_said_before(words_, i, told_within, {"reg", "registration", "plate", "plates", "vrm", "vrn"});
        const std::initializer_list<std::string_view> vehicles = {
            "car",       "vehicle",    "van",   "driving", "drove",   "driver",   "parked",
            "motorbike", "motorcycle", "taxi",  "lorry",   "minibus", "ford",     "audi",
            "vauxhall",  "bmw",        "corsa", "fiesta",  "golf",    "hatchback"};
        const bool vehicle = told || is_said_before(words_, i, vehicle_within, vehicles) ||
                             is_said_behind(words_, run.last, told_within, vehicles);
        if (!told && is_business_number(words_, i)) return std::nullopt;
        if (!told && !is_all_capitals(words_, i, run.last)) return std::nullopt;
        if (told || (vehicle && (current || older)))
            return Code{MentionKind::number_plate, told ? 0.9 : 0.8, "number plate of a vehicle spoken of"};
        if (current && run.gaps == 1 && words_.before(run.last) == " ")
            return Code{MentionKind::number_plate, 0.55, "shape of a number plate"};
        return std::nullopt;
    }

    void add(std::size_t first, std::size_t last, const Code& code, const std::vector<std::size_t>* owners) {
        Mention mention{words_[first].begin, words_[last].end, code.kind, code.confidence, code.why, {},
                        MentionOf::unclear};
        if (owners != nullptr) {
            mention.confidence = std::max(mention.confidence, 0.95);
            mention.of = static_cast<MentionOf>(codes_.parts_[owners->front()]);
            if (owners->size() == 1) mention.whom = codes_.keys_[owners->front()];
            for (const std::size_t owner : *owners)
                if (codes_.parts_[owner] != codes_.parts_[owners->front()]) mention.of = MentionOf::unclear;
        }
        found_.push_back(std::move(mention));
    }

    const MentionCodes& codes_;
    const MentionWords& words_;
    std::vector<Mention> found_;
};

MentionCodes::MentionCodes(const std::vector<PersonNames>& people) {
    for (std::size_t i = 0; i < people.size(); ++i) {
        keys_.push_back(people[i].key);
        parts_.push_back(people[i].part);
        for (const std::string& identifier : people[i].identifiers) {
            const std::string letters = folded_letters(identifier).letters;
            if (letters.size() < shortest_identifier) continue;
            std::vector<std::size_t>& owners = owners_[letters];
            if (owners.empty() || owners.back() != i) owners.push_back(i);
            longest_ = std::max(longest_, letters.size());
        }
    }
}

std::vector<Mention> MentionCodes::find(const MentionWords& words) const {
    return Reading(*this, words).all();
}

}  // namespace casekeeper
