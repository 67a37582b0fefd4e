// SPDX-License-Identifier: MIT
#include "policy/address_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace casekeeper {
namespace {

using Words = std::unordered_set<std::string_view>;

// A word written out, and the ways it is written short, the usual one first.
struct Short {
    std::string_view word;
    std::vector<std::string_view> ways;
};

const std::vector<Short>& shorts() {
    static const std::vector<Short> all = {
        {"street", {"st", "str", "saint", "strt"}},
        {"road", {"rd"}},
        {"avenue", {"ave", "av", "aven", "avn"}},
        {"lane", {"ln", "la"}},
        {"drive", {"dr", "drv"}},
        {"close", {"cl", "clo", "cls"}},
        {"court", {"ct", "crt"}},
        {"crescent", {"cres", "cr", "cresc", "crs"}},
        {"place", {"pl", "plc"}},
        {"square", {"sq"}},
        {"terrace", {"terr", "ter", "tce"}},
        {"gardens", {"gdns", "gdn", "gds", "garden", "gard"}},
        {"grove", {"gr", "gro", "grv"}},
        {"park", {"pk", "prk"}},
        {"parade", {"pde", "prd"}},
        {"boulevard", {"blvd", "boul", "bvd"}},
        {"way", {"wy"}},
        {"walk", {"wlk", "wk"}},
        {"hill", {"hl"}},
        {"mount", {"mt"}},
        {"green", {"grn"}},
        {"view", {"vw"}},
        {"villas", {"vls"}},
        {"yard", {"yd"}},
        {"house", {"hse", "ho"}},
        {"cottage", {"cott", "ctg", "cottge"}},
        {"cottages", {"cotts", "ctgs"}},
        {"farm", {"fm"}},
        {"building", {"bldg", "bld", "buildings", "bldgs"}},
        {"mansions", {"mans", "mansion"}},
        {"estate", {"est"}},
        {"flat", {"flt", "apartment", "apt", "appt"}},
        {"upper", {"upr"}},
        {"lower", {"lwr", "lr"}},
        {"great", {"gt", "grt"}},
        {"little", {"lt"}},
        {"north", {"nth"}},
        {"south", {"sth"}},
        {"school", {"sch"}},
        {"primary", {"prim"}},
        {"junior", {"jnr", "jr"}},
        {"church", {"ch"}},
    };
    return all;
}

const Words& fillers() {
    static const Words all = {"the", "of", "and", "in", "on", "no", "nr", "number"};
    return all;
}

const Words& parts_of_buildings() {
    static const Words all = {"flat",   "unit",   "room",   "block",  "floor", "suite",    "box",
                              "po",     "ward",   "bed",    "plot",   "door",  "stair",    "level",
                              "ground", "first",  "second", "third",  "top",   "nd",       "th",
                              "studio", "annexe", "annex",  "bedsit", "pitch", "basement", "maisonette"};
    return all;
}

const Words& street_words() {
    static const Words all = {
        "street", "road",      "avenue",   "lane",    "drive",    "close",      "court",    "crescent",
        "place",  "square",    "terrace",  "gardens", "grove",    "way",        "walk",     "hill",
        "mews",   "parade",    "row",      "rise",    "view",     "green",      "gate",     "end",
        "park",   "boulevard", "common",   "quay",    "wharf",    "bank",       "side",     "croft",
        "dene",   "mount",     "crossing", "path",    "approach", "embankment", "broadway", "circus",
        "villas", "yard",      "estate",   "highway", "bypass",   "drove",      "chase",    "ride"};
    return all;
}

const Words& house_words() {
    static const Words all = {"house",     "cottage",  "cottages", "farm",    "farmhouse", "lodge",
                              "hall",      "villa",    "manor",    "rectory", "vicarage",  "mill",
                              "barn",      "court",    "flats",    "hostel",  "refuge",    "home",
                              "school",    "building", "tower",    "towers",  "mansions",  "nursery",
                              "hospital",  "chapel",   "priory",   "grange",  "barracks",  "centre",
                              "stables",   "bungalow", "caravan",  "hotel",   "inn",       "forge",
                              "parsonage", "academy",  "college",  "place",   "point",     "heights"};
    return all;
}

const Words& anybodys_words() {
    static const Words all = {
        "a",           "my",       "our",       "his",      "her",       "their",   "old",       "new",
        "big",         "small",    "little",    "great",    "white",     "red",     "blue",      "black",
        "brown",       "long",     "high",      "low",      "north",     "south",   "east",      "west",
        "upper",       "lower",    "mum",       "mums",     "dad",       "dads",    "family",    "foster",
        "care",        "carer",    "carers",    "children", "childrens", "primary", "secondary", "junior",
        "infant",      "infants",  "women",     "womens",   "supported", "safe",    "house",     "cottage",
        "farm",        "hall",     "home",      "flats",    "hostel",    "refuge",  "school",    "building",
        "nursery",     "hospital", "centre",    "academy",  "college",   "hotel",   "church",    "family",
        "residential", "unit",     "placement", "at",       "with",      "for",     "special",   "private",
        "boarding",    "day",      "local",     "same",     "this",      "that",    "one",       "two"};
    return all;
}

const Words& counties() {
    static const Words all = {"avon",
                              "bedfordshire",
                              "beds",
                              "berkshire",
                              "berks",
                              "bristol",
                              "buckinghamshire",
                              "bucks",
                              "cambridgeshire",
                              "cambs",
                              "cheshire",
                              "cleveland",
                              "cornwall",
                              "cumbria",
                              "derbyshire",
                              "devon",
                              "dorset",
                              "durham",
                              "countydurham",
                              "codurham",
                              "eastsussex",
                              "essex",
                              "gloucestershire",
                              "glos",
                              "greaterlondon",
                              "london",
                              "greatermanchester",
                              "hampshire",
                              "hants",
                              "herefordshire",
                              "hertfordshire",
                              "herts",
                              "humberside",
                              "isleofwight",
                              "kent",
                              "lancashire",
                              "lancs",
                              "leicestershire",
                              "leics",
                              "lincolnshire",
                              "lincs",
                              "merseyside",
                              "middlesex",
                              "middx",
                              "norfolk",
                              "northhumberside",
                              "northyorkshire",
                              "northyorks",
                              "northamptonshire",
                              "northants",
                              "northumberland",
                              "nottinghamshire",
                              "notts",
                              "oxfordshire",
                              "oxon",
                              "rutland",
                              "shropshire",
                              "somerset",
                              "southhumberside",
                              "southyorkshire",
                              "southyorks",
                              "staffordshire",
                              "staffs",
                              "suffolk",
                              "surrey",
                              "sussex",
                              "tyneandwear",
                              "warwickshire",
                              "warks",
                              "westmidlands",
                              "westsussex",
                              "westyorkshire",
                              "westyorks",
                              "wiltshire",
                              "wilts",
                              "worcestershire",
                              "worcs",
                              "yorkshire",
                              "yorks",
                              "eastyorkshire",
                              "eastridingofyorkshire",
                              "clwyd",
                              "dyfed",
                              "gwent",
                              "gwynedd",
                              "powys",
                              "glamorgan",
                              "midglamorgan",
                              "southglamorgan",
                              "westglamorgan",
                              "england",
                              "wales",
                              "scotland",
                              "northernireland",
                              "uk",
                              "unitedkingdom",
                              "gb",
                              "greatbritain",
                              "britain"};
    return all;
}

template <typename Key>
std::string_view changed_by(const std::unordered_map<std::string_view, std::string_view>& changes,
                            const Key& word) {
    const auto found = changes.find(word);
    return found == changes.end() ? word : found->second;
}

}  // namespace

std::string_view written_out(std::string_view word) {
    static const auto changes = [] {
        std::unordered_map<std::string_view, std::string_view> map;
        for (const Short& one : shorts())
            for (const std::string_view way : one.ways) map.emplace(way, one.word);
        return map;
    }();
    return changed_by(changes, word);
}

std::string_view written_short(std::string_view word) {
    static const auto changes = [] {
        std::unordered_map<std::string_view, std::string_view> map;
        for (const Short& one : shorts()) map.emplace(one.word, one.ways.front());
        return map;
    }();
    return changed_by(changes, word);
}

FoldedLetters written_out(const FoldedLetters& text) {
    FoldedLetters out;
    out.letters.reserve(text.letters.size());
    out.marks.reserve(text.letters.size());
    const std::string_view letters = text.letters;
    for (std::size_t begin = 0; begin < letters.size();) {
        std::size_t end = begin + 1;
        while (!text.is_edge(end)) ++end;
        const std::string_view word = letters.substr(begin, end - begin);
        begin = end;
        if (is_filler(word)) continue;
        out.letters += written_out(word);
        out.marks.resize(out.letters.size(), 0);
        out.marks[out.letters.size() - written_out(word).size()] = FoldedLetters::apart;
    }
    return out;
}

bool is_filler(std::string_view word) {
    return fillers().contains(word);
}

bool is_number(std::string_view word) {
    return !word.empty() &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_part_of_building(std::string_view word) {
    return word.size() == 1 || parts_of_buildings().contains(written_out(word));
}

bool is_street_word(std::string_view word) {
    return street_words().contains(written_out(word));
}

bool is_house_word(std::string_view word) {
    return house_words().contains(written_out(word));
}

bool is_anybodys_word(std::string_view word) {
    return anybodys_words().contains(written_out(word)) || is_filler(word) || is_street_word(word) ||
           is_part_of_building(word) || is_number(word);
}

bool is_school_word(std::string_view word) {
    static const Words all = {"school", "academy", "college", "nursery", "preschool"};
    return all.contains(written_out(word));
}

bool is_county(const std::vector<std::string>& words) {
    std::string joined;
    for (const std::string& word : words) joined += word;
    return counties().contains(joined);
}

std::vector<std::string> number_in_words(std::string_view number) {
    static constexpr std::array<const char*, 20> small = {
        "",         "one",     "two",     "three",     "four",     "five",    "six",
        "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    static constexpr std::array<const char*, 10> tens = {"",      "",      "twenty",  "thirty", "forty",
                                                         "fifty", "sixty", "seventy", "eighty", "ninety"};
    if (!is_number(number) || number.size() > 2 || number == "0" || number == "00") return {};
    const std::size_t value = static_cast<std::size_t>(std::stoi(std::string(number)));
    if (value < small.size()) return {small[value]};
    if (value % 10 == 0) return {tens[value / 10]};
    return {tens[value / 10], small[value % 10]};
}

}  // namespace casekeeper
