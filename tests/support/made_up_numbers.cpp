// SPDX-License-Identifier: MIT
#include "support/made_up_numbers.h"

#include <algorithm>
#include <random>

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class Making {
public:
    explicit Making(std::uint64_t seed) : random_(seed) {}

    std::vector<MadeUpSentence> all(int each) && {
        for (int i = 0; i < each; ++i) {
            nhs_numbers();
            ni_numbers();
            pupil_numbers();
            phones();
            emails();
            postcodes();
            addresses();
            days_of_birth();
            plates();
        }
        return std::move(made_);
    }

private:
    int below(int sides) { return static_cast<int>(random_() % static_cast<std::uint64_t>(sides)); }
    int between(int low, int high) { return low + below(high - low + 1); }
    const std::string& one_of(const Texts& texts) {
        return texts[static_cast<std::size_t>(below(static_cast<int>(texts.size())))];
    }
    char letter(const std::string& of) {
        return of[static_cast<std::size_t>(below(static_cast<int>(of.size())))];
    }
    std::string letters(int count, const std::string& of) {
        std::string all;
        for (int i = 0; i < count; ++i) all += letter(of);
        return all;
    }
    std::string digits(int count) { return letters(count, "0123456789"); }
    static std::string two(int number) {
        return number < 10 ? "0" + std::to_string(number) : std::to_string(number);
    }
    static std::string small(std::string text) {
        for (char& c : text)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
        return text;
    }

    // "@" in a sentence stands for it.
    void put(MentionKind kind, bool is_there, const Texts& sentences, const std::string& it) {
        MadeUpSentence one{one_of(sentences), kind, is_there, 0, 0};
        one.begin = one.text.find('@');
        one.text.replace(one.begin, 1, it);
        one.end = one.begin + it.size();
        made_.push_back(std::move(one));
    }

    // ── NHS numbers ──

    // The check digit, or 10 where there is none.
    static int check_of(const std::string& nine) {
        int sum = 0;
        for (int i = 0; i < 9; ++i) sum += (10 - i) * (nine[static_cast<std::size_t>(i)] - '0');
        return (11 - sum % 11) % 11;
    }

    std::string nhs_number(bool fits) {
        for (;;) {
            std::string nine = letter("467") + digits(8);
            const int check = check_of(nine);
            if (check == 10) continue;
            return nine + std::to_string(fits ? check : (check + between(1, 9)) % 10);
        }
    }
    std::string parted(const std::string& ten, const std::string& sign) {
        return ten.substr(0, 3) + sign + ten.substr(3, 3) + sign + ten.substr(6);
    }

    void nhs_numbers() {
        const Texts told = {"NHS number: @", "NHS No. @ was given.", "Her NHS number is @.", "nhs no @",
                            "(NHS @)"};
        const Texts bare = {"Patient @ was seen on the ward.", "Discharged today, @, home with mum.",
                            "Notes for @"};
        const std::string there = nhs_number(true);
        const std::string sign = one_of({"", " ", "-", " "});
        put(MentionKind::nhs_number, true, below(2) == 0 ? told : bare,
            sign.empty() ? there : parted(there, sign));
        const std::string wrong = nhs_number(false);
        switch (below(4)) {
            case 0:
                return put(MentionKind::nhs_number, false, bare, sign.empty() ? wrong : parted(wrong, sign));
            case 1:
                return put(MentionKind::nhs_number, false,
                           {"Order number @", "Invoice @ paid", "Your ref: @", "Tracking no @"},
                           letter("46789") + digits(9));
            case 2:
                return put(MentionKind::nhs_number, false, {"Paid with card @ today", "Card number @"},
                           "4" + digits(3) + " " + digits(4) + " " + digits(4) + " " + digits(4));
            default:
                return put(MentionKind::nhs_number, false, {"Barcode @ scanned", "Recorded at @ in the log"},
                           digits(13));
        }
    }

    // ── National Insurance numbers ──

    void ni_numbers() {
        const Texts told = {"NI number @", "National Insurance: @", "Her NINO is @.",
                            "Claimed under @ last year"};
        Texts never = {"BG", "GB", "NK", "KN", "TN", "NT", "ZZ", "QQ", "DA", "FA", "AO", "JO", "UA"};
        std::string prefix;
        do {
            prefix = letters(1, "ABCEGHJKLMNOPRSTWXYZ") + letters(1, "ABCEGHJKLMNPRSTWXYZ");
        } while (std::find(never.begin(), never.end(), prefix) != never.end());
        const auto form = [&](const std::string& two_letters, char last) {
            const std::string six = digits(6);
            const std::string end(1, last);
            switch (below(4)) {
                case 0:
                    return two_letters + six + end;
                case 1:
                    return two_letters + " " + six.substr(0, 2) + " " + six.substr(2, 2) + " " +
                           six.substr(4) + " " + end;
                case 2:
                    return two_letters + " " + six + " " + end;
                default:
                    return small(two_letters + six + end);
            }
        };
        put(MentionKind::ni_number, true, told, form(prefix, letter("ABCD")));
        const Texts codes = {"The code is @.", "Seen: @", "Reference @ was used", "Part @ fitted"};
        if (below(2) == 0)
            put(MentionKind::ni_number, false, codes, form(one_of(never), letter("ABCD")));
        else
            put(MentionKind::ni_number, false, codes, form(prefix, letter("EFGHKXYZ")));
    }

    // ── Pupil numbers ──

    std::string pupil_number(bool fits, bool temporary) {
        static const std::string all = "ABCDEFGHJKLMNPQRTUVWXYZ";
        std::string rest = letters(1, "23489") + digits(10);
        rest += temporary ? letter(all) : letter("0123456789");
        int sum = 0;
        for (std::size_t i = 0; i < rest.size(); ++i) {
            const auto place = all.find(rest[i]);
            sum += static_cast<int>(i + 2) *
                   (place == std::string::npos ? rest[i] - '0' : static_cast<int>(place));
        }
        const int check = sum % 23;
        return all[static_cast<std::size_t>(fits ? check : (check + between(1, 22)) % 23)] + rest;
    }

    void pupil_numbers() {
        const Texts told = {"UPN: @", "Unique pupil number @", "On roll, @, year 4", "Former UPN @.",
                            "Moved schools (@)"};
        put(MentionKind::upn, true, told, pupil_number(true, below(4) == 0));
        put(MentionKind::upn, false, {"Serial number @", "Made by @", "Code @.", "Ticket @ closed"},
            pupil_number(false, false));
    }

    // ── Telephones ──

    void phones() {
        const Texts told = {"Tel: @",   "Ring mum on @ after four.", "His mobile is @.",
                            "@ (work)", "Contact number @ or email", "left a message on @"};
        const std::string mobile = "07" + letters(1, "45789") + digits(8);
        const std::string six = digits(6);
        const Texts forms = {mobile,
                             mobile.substr(0, 5) + " " + mobile.substr(5),
                             mobile.substr(0, 5) + " " + mobile.substr(5, 3) + " " + mobile.substr(8),
                             mobile.substr(0, 4) + "-" + mobile.substr(4, 3) + "-" + mobile.substr(7),
                             "+44 " + mobile.substr(1, 4) + " " + mobile.substr(5),
                             "+44" + mobile.substr(1),
                             "0044 " + mobile.substr(1),
                             "+44 (0)" + mobile.substr(1, 4) + " " + mobile.substr(5),
                             "020 7" + digits(3) + " " + digits(4),
                             "(020) 8" + digits(3) + " " + digits(4),
                             "0161 " + digits(3) + " " + digits(4),
                             "01632 " + six,
                             "(01632) " + six,
                             "01632" + six,
                             "0161-" + digits(3) + "-" + digits(4),
                             "016977 " + digits(4),
                             "+353 1 " + digits(3) + " " + digits(4),
                             "+48 " + digits(3) + " " + digits(3) + " " + digits(3),
                             "+1-" + digits(3) + "-" + digits(3) + "-" + digits(4)};
        put(MentionKind::phone, true, told, one_of(forms));
        switch (below(8)) {
            case 0:
                return put(MentionKind::phone, false,
                           {"Order number @ sent", "Your invoice @ is due", "Claim reference @"}, mobile);
            case 1:
                return put(MentionKind::phone, false, {"Seen on @ at home", "Due @ or before"},
                           two(between(1, 28)) + "/" + two(between(1, 12)) + "/20" + two(between(10, 25)) +
                               " " + two(between(8, 17)) + ":30");
            case 2:
                return put(MentionKind::phone, false, {"as section @ says", "Version @ of it"},
                           two(between(1, 9)) + "." + two(between(1, 9)) + "." + two(between(10, 19)) + "." +
                               two(between(1, 9)));
            case 3:
                return put(MentionKind::phone, false, {"Sort code @", "It cost @ in all", "Between @ or so"},
                           two(between(20, 80)) + "-" + two(between(10, 80)) + "-" + two(between(10, 80)));
            case 4:
                return put(MentionKind::phone, false, {"A grant of \u00a3@ was paid", "about \u00a3@ a year"},
                           digits(7));
            case 5:
                return put(MentionKind::phone, false, {"ISBN @", "Account @ was closed"}, "978" + digits(10));
            case 6:
                return put(MentionKind::phone, false, {"In the years @ they moved", "school year @"},
                           "2019-2020");
            default:
                return put(MentionKind::phone, false, {"Seen at @ by the nurse", "Logged @"},
                           "20" + two(between(10, 25)) + "-" + two(between(1, 12)) + "-" +
                               two(between(1, 28)) + " " + two(between(8, 17)) + ":" + two(between(10, 59)) +
                               ":" + two(between(10, 59)));
        }
    }

    void emails() {
        const std::string name =
            one_of({"j.roe", "jane_roe", "jroe1987", "roe-family", "jane.roe+school", "o'brien", "J.Roe"});
        const std::string domain = one_of(
            {"example.org", "mail.example.co.uk", "EXAMPLE.COM", "my-school.sch.uk", "example.museum"});
        put(MentionKind::email, true,
            {"Write to @ please.", "Email: @", "<@>", "(@)", "she uses @, he does not", "mailto:@"},
            name + "\x01" + domain);
        std::string& text = made_.back().text;
        text[text.find('\x01')] = '@';
        const std::string other = one_of(
            {"12 \x01 3.50 each", "@casekeeper says", "meet \x01 noon", "a\x01b", "me\x01.", "\x01home now"});
        put(MentionKind::email, false, {"Noted: @", "@ and so on"}, other);
        for (char& c : made_.back().text)
            if (c == '\x01') c = '@';
    }

    std::string postcode() {
        static const Texts areas = {"LS", "M",  "SW", "B",  "NE", "CF", "BT", "EH", "N",  "E",
                                    "W",  "SE", "YO", "HU", "S",  "OX", "CB", "PO", "EX", "TR"};
        const std::string area = one_of(areas);
        const std::string outward =
            area == "SW" && below(2) == 0 ? "SW1A" : area + std::to_string(between(1, 29));
        return outward + " " + digits(1) + letters(2, "ABDEFGHJLNPQRSTUWXYZ");
    }

    void postcodes() {
        std::string there = postcode();
        const int way = below(5);
        if (way == 0) there.erase(there.find(' '), 1);
        if (way == 1) there = small(there);
        const std::string inward = there.substr(there.size() - 3);
        if (way == 1 && (inward == "1st" || inward == "2nd" || inward == "3rd" || inward.substr(1) == "th"))
            there = postcode();
        put(MentionKind::postcode, true,
            {"They live near @ now.", "Postcode: @", "moved to @.", "(@)", "at @, with nan"}, there);
        const Texts others = {"XA" + std::to_string(between(1, 9)) + " " + digits(1) + "AB",
                              "LS" + std::to_string(between(1, 9)) + " " + digits(1) + "CK",
                              "Q" + std::to_string(between(1, 9)) + " " + digits(1) + "AB",
                              "A" + std::to_string(between(1, 9)) + " " + digits(1) + "AB",
                              "m" + std::to_string(between(1, 9)) + " 3rd",
                              "LS" + std::to_string(between(100, 999)) + " 1AB",
                              "e" + std::to_string(between(1, 9)) + " 2nd",
                              "JV" + std::to_string(between(1, 9)) + " 1AA"};
        put(MentionKind::postcode, false, {"Code @ is used.", "In @ row", "Module @.", "see @ there"},
            one_of(others));
    }

    void addresses() {
        const std::string name = one_of({"Elm", "Church", "Station", "St Mary's", "Victoria", "Queen's",
                                         "Old Mill", "Manor Farm", "Park", "Long Acre", "Upper High",
                                         "King George V", "Hill Top", "Albert", "Featherstone"});
        const std::string street = one_of(
            {"Road",    "Street", "Avenue", "Lane",    "Close", "Drive", "Crescent", "Rd",   "St",   "Ave",
             "Terrace", "Grove",  "Way",    "Gardens", "Court", "Place", "Walk",     "View", "Mews", "Rise"});
        const std::string number = std::to_string(between(1, 299));
        const Texts forms = {
            number + " " + name + " " + street,
            number + "a " + name + " " + street,
            "Flat " + std::to_string(between(1, 9)) + ", " + number + " " + name + " " + street,
            number + ", " + name + " " + street,
            number + " " + name + " " + street + ", Leeds, " + postcode(),
            number + " " + name + " " + street + "\nLeeds\n" + postcode(),
            number + "-" + std::to_string(between(300, 310)) + " " + name + " " + street,
            "Rose Cottage, " + name + " " + street,
            "twelve " + name + " " + street,
            number + " " + small(one_of({"Elm", "Victoria", "Albert"})) + " " +
                one_of({"road", "street", "avenue"})};
        put(MentionKind::address, true,
            {"They live at @ with nan.", "Address: @", "moved to @ in May", "(@)", "visited @."},
            one_of(forms));
        put(MentionKind::address, false,
            {"@ was agreed.", "See @ for more.", "It took @ to get there.", "We read @ together."},
            one_of({"section 12 Close contact", "12 High Court judges", "a 5 minute drive",
                    "Year 3 Green group", "a 2 way street", "page 3 The Way Forward",
                    "Part 4 Family Court orders", "10 Family Court hearings", "3 Park rangers",
                    "20 more children", "a 10 mile drive", "item 7 Place of safety", "2 parents close by",
                    "Stage 2 Panel", "Schedule 2 Part 1", "the 4 Way Plan team", "6 Crown Court days",
                    "class 2 Court skills"}));
    }

    void days_of_birth() {
        static const Texts months = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
        const int month = between(1, 12);
        const int day = between(1, 28);
        const int year = between(1950, 2025);
        const std::string& called = months[static_cast<std::size_t>(month - 1)];
        const Texts forms = {two(day) + "/" + two(month) + "/" + std::to_string(year),
                             std::to_string(day) + "/" + std::to_string(month) + "/" + two(year % 100),
                             two(day) + "." + two(month) + "." + std::to_string(year),
                             two(day) + "-" + two(month) + "-" + std::to_string(year),
                             std::to_string(year) + "-" + two(month) + "-" + two(day),
                             std::to_string(day) + " " + called + " " + std::to_string(year),
                             std::to_string(day) + "th of " + called + " " + std::to_string(year),
                             std::to_string(day) + "th " + called.substr(0, 3) + " " + std::to_string(year),
                             called + " " + std::to_string(day) + ", " + std::to_string(year),
                             std::to_string(day) + "-" + called.substr(0, 3) + "-" + two(year % 100)};
        put(MentionKind::date_of_birth, true,
            {"DOB: @", "D.O.B. @", "born on @ in Leeds", "date of birth @", "d.o.b @", "(born @)",
             "Date of Birth:\n@", "She was born in Leeds on @.", "birthday @", "his dob is @", "@ (DOB)"},
            one_of(forms));
        put(MentionKind::date_of_birth, false,
            {"seen on @ at home", "The order was made on @.", "Meeting @", "birth mother was seen on @",
             "closed @, nothing since", "Version of @"},
            one_of(forms));
    }

    void plates() {
        static const std::string fit = "ABCDEFGHJKLMNOPRSTUVWXY";
        const std::string current = letters(2, "ABCDEFGHJKLMNOPRSTUVWXY") +
                                    two(below(2) == 0 ? between(2, 26) : between(51, 76)) + " " +
                                    letters(3, "ABCDEFGHJKLMNOPRSTUVWXY");
        std::string there =
            one_of({current, current, letters(1, "ABCDEFGHJKLMNPRSTVWXY") + digits(3) + " " + letters(3, fit),
                    letters(3, fit) + " " + letters(1, "123456789") + digits(2) +
                        letters(1, "ABCDEFGHJKLMNPRSTVWXY")});
        if (below(3) == 0) there.erase(there.find(' '), 1);
        put(MentionKind::number_plate, true,
            {"He drove off in a blue car, @, at speed.", "vehicle registration @", "car reg @.",
             "parked outside: van @", "a silver Ford @ was there", "number plate @"},
            there);
        put(MentionKind::number_plate, false,
            {"Order @ was sent.", "product code @", "Serial @", "part number @ fitted", "Asset tag: item @",
             "booking reference @", "form @ completed"},
            current);
    }

    std::mt19937_64 random_;
    std::vector<MadeUpSentence> made_;
};

}  // namespace

std::vector<MadeUpSentence> made_up_sentences(std::uint64_t seed, int each) {
    return Making(seed).all(each);
}

}  // namespace casekeeper::test
