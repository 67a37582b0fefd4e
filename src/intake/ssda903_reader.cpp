// SPDX-License-Identifier: MIT
#include "intake/ssda903_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>

#include "base/errors.h"
#include "intake/ssda903_fields.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;
using Fields = Ssda903Fields;
using List = Ssda903List;

bool is_upn(const std::string& code) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    return code.size() == 13 && letter(code.front()) &&
           std::all_of(code.begin() + 1, code.end() - 1, digit) &&
           (digit(code.back()) || letter(code.back()));
}

// UN1 to UN5 say why there is none.
bool says_no_upn(const std::string& code) {
    return code.empty() || (code.size() == 3 && code.starts_with("UN") && code[2] >= '1' && code[2] <= '5');
}

void add_header(Fields& fields, RowOrigin origin, ChildRows& child) {
    HeaderRow row;
    origin.born = fields.required_day("DOB");
    row.authority = fields.code("LA");
    if (const std::string upn = fields.code("UPN"); is_upn(upn))
        row.upn = upn;
    else if (!says_no_upn(upn))
        fields.add_doubt("UPN is none");
    const std::string mother = fields.code("MOTHER");
    row.mother = mother == "1" || mother == "1.0";
    if (!row.mother && !mother.empty() && mother != "0" && mother != "0.0")
        fields.add_doubt("MOTHER is neither 0 nor 1");
    fields.day("MC_DOB");
    row.origin = std::move(origin);
    if (fields.problem().empty()) child.headers.push_back(std::move(row));
}

void add_episode(Fields& fields, RowOrigin origin, ChildRows& child) {
    EpisodeRow row;
    row.began = fields.required_day("DECOM");
    row.ended = fields.day("DEC");
    row.reason_new = fields.code("RNE", List::reason_for_new_episode);
    row.legal_status = fields.code("LS", List::legal_status);
    row.category = fields.code("CIN", List::category_of_need);
    row.placement = fields.code("PLACE", List::placement);
    row.reason_ceased = fields.code("REC", List::reason_ceased, false);
    if (row.ended && *row.ended < row.began) fields.add_problem("DEC is before DECOM");
    row.origin = std::move(origin);
    if (fields.problem().empty()) child.episodes.push_back(std::move(row));
}

void add_care_leaver(Fields& fields, RowOrigin origin, ChildRows& child) {
    CareLeaverRow row{std::move(origin), fields.code("IN_TOUCH", List::in_touch), fields.code("ACTIV"),
                      fields.code("ACCOM")};
    child.care_leaver.push_back(std::move(row));
}

void add_adoption(Fields& fields, RowOrigin origin, ChildRows& child) {
    const AdoptionRow row{std::move(origin), fields.required_day("DATE_INT"), fields.day("DATE_MATCH")};
    if (fields.problem().empty()) child.adoptions.push_back(row);
}

void add_placed(Fields& fields, RowOrigin origin, ChildRows& child) {
    const PlacedRow row{std::move(origin), fields.required_day("DATE_PLACED"),
                        fields.day("DATE_PLACED_CEASED"),
                        fields.code("REASON_PLACED_CEASED", List::reason_placed_ceased, false)};
    if (row.reversed && *row.reversed < row.decided)
        fields.add_problem("DATE_PLACED_CEASED is before DATE_PLACED");
    if (fields.problem().empty()) child.placed.push_back(row);
}

void add_unaccompanied(Fields& fields, RowOrigin origin, ChildRows& child) {
    const UnaccompaniedRow row{std::move(origin), fields.day("DUC")};
    if (fields.problem().empty()) child.unaccompanied.push_back(row);
}

void add_previous_permanence(Fields& fields, RowOrigin origin, ChildRows& child) {
    child.previous_permanence.push_back(
        {std::move(origin), fields.code("PREV_PERM", List::previous_permanence)});
}

void add_review(Fields& fields, RowOrigin origin, ChildRows& child) {
    const ReviewRow row{std::move(origin), fields.required_day("REVIEW"),
                        fields.code("REVIEW_CODE", List::participation)};
    if (fields.problem().empty()) child.reviews.push_back(row);
}

void add_missing(Fields& fields, RowOrigin origin, ChildRows& child) {
    const MissingRow row{std::move(origin), fields.code("MISSING", List::missing),
                         fields.required_day("MIS_START"), fields.day("MIS_END")};
    if (row.to && *row.to < row.from) fields.add_problem("MIS_END is before MIS_START");
    if (fields.problem().empty()) child.missing.push_back(row);
}

void add_health(Fields&, RowOrigin origin, ChildRows& child) {
    child.health.push_back(std::move(origin));
}

struct FileFormat {
    std::string_view name;                      // as the return names it
    std::array<std::string_view, 5> columns;    // those it is known by, beside CHILD
    std::array<std::string_view, 2> last_days;  // columns that tell how far the return reaches
    void (*add)(Fields&, RowOrigin, ChildRows&);
};

// The header stands first: older ones also have the columns of uasc.csv.
constexpr FileFormat formats[] = {
    {"header.csv", {"SEX", "DOB", "ETHNIC"}, {}, add_header},
    {"episodes.csv", {"DECOM", "RNE", "LS", "DEC", "REC"}, {"DECOM", "DEC"}, add_episode},
    {"oc3.csv", {"IN_TOUCH"}, {}, add_care_leaver},
    {"uasc.csv", {"DUC"}, {}, add_unaccompanied},
    {"ad1.csv", {"DATE_INT"}, {}, add_adoption},
    {"placed_for_adoption.csv", {"DATE_PLACED"}, {}, add_placed},
    {"previous_permanence.csv", {"PREV_PERM"}, {}, add_previous_permanence},
    {"reviews.csv", {"REVIEW", "REVIEW_CODE"}, {"REVIEW"}, add_review},
    {"missing.csv", {"MIS_START"}, {"MIS_START", "MIS_END"}, add_missing},
    {"oc2.csv", {"SDQ_SCORE", "HEALTH_ASSESSMENT"}, {}, add_health},
};

const FileFormat* format_of_columns(const CsvReader& reader) {
    if (!reader.column("CHILD")) return nullptr;
    for (const FileFormat& format : formats)
        if (std::all_of(format.columns.begin(), format.columns.end(),
                        [&](std::string_view column) { return column.empty() || reader.column(column); }))
            return &format;
    return nullptr;
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

const FileFormat* format_of_name(const fs::path& path) {
    const std::string name = lower(path.filename());
    const auto found = std::find_if(std::begin(formats), std::end(formats),
                                    [&](const FileFormat& f) { return f.name == name; });
    return found == std::end(formats) ? nullptr : found;
}

class Reading {
public:
    Reading(RowFindings& findings, Sha256& digest) : findings_(findings), digest_(digest) {}

    // Whether the file is one of the return's. `shown` is what findings call it.
    bool read_file(const fs::path& path, const std::string& shown) {
        Sha256 digest_with_file = digest_;
        CsvReader reader(path, [&](std::string_view bytes) { digest_with_file.update(bytes); });
        const FileFormat* format = reader.header_problem().empty() ? format_of_columns(reader) : nullptr;
        if (format == nullptr) {
            pass_over(reader, path, shown);
            return false;
        }
        rows_.has_header_file = rows_.has_header_file || format->add == add_header;
        while (const std::optional<CsvRow> row = reader.next())
            read_row(*format, reader, *row, {shown, row->line}, path.parent_path());
        digest_ = digest_with_file;
        return true;
    }

    Ssda903Rows take_rows() { return std::move(rows_); }

private:
    void pass_over(const CsvReader& reader, const fs::path& path, const std::string& shown) {
        const Place place{shown, 1};
        if (!reader.header_problem().empty())
            findings_.say(place, "not read: its header row " + reader.header_problem(), Severity::error);
        else if (const FileFormat* named = format_of_name(path))
            findings_.say(place, "not read: it lacks columns of " + std::string(named->name),
                          Severity::error);
        else if (reader.column("CHILD"))
            findings_.warn(place,
                           "not read: it names children, but is no file of the return that is known here");
    }

    void read_row(const FileFormat& format, const CsvReader& reader, const CsvRow& row, const Place& place,
                  const std::string& folder) {
        ++rows_.lines_read;
        if (!row.problem.empty()) return findings_.reject(place, "the row " + row.problem);
        Fields fields(reader, row);
        const std::string child = fields.child();
        if (!fields.problem().empty()) return findings_.reject(place, fields.problem());
        const std::size_t in_return = return_of(folder, fields.text("YEAR"));
        format.add(fields,
                   {place, in_return, format.add == add_header ? std::nullopt : fields.repeated_birth()},
                   rows_.children[child]);
        if (!fields.problem().empty())
            return findings_.reject(place, "child " + child + ": " + fields.problem());
        if (!fields.doubts().empty()) findings_.warn(place, "child " + child + ": " + fields.doubts());
        std::optional<Date>& latest = rows_.returns[in_return].latest;
        for (const std::string_view column : format.last_days)
            if (!column.empty()) latest = std::max(latest, fields.day(column));
    }

    std::size_t return_of(const std::string& folder, const std::string& year) {
        std::vector<YearlyReturn>& returns = rows_.returns;
        const auto found = std::find_if(returns.begin(), returns.end(), [&](const YearlyReturn& r) {
            return r.folder == folder && r.year == year;
        });
        if (found != returns.end()) return static_cast<std::size_t>(found - returns.begin());
        returns.push_back({folder, year, std::nullopt});
        return returns.size() - 1;
    }

    RowFindings& findings_;
    Sha256& digest_;
    Ssda903Rows rows_;
};

std::vector<fs::path> csv_files(const fs::path& folder) {
    std::vector<fs::path> result;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (lower(entry->path().extension()) == ".csv" && entry->is_regular_file())
            result.push_back(entry->path());
    if (error) throw InputError("cannot list " + folder.string(), "look whether the folder may be read");
    std::sort(result.begin(), result.end());
    return result;
}

void read_path(Reading& reading, const fs::path& path, bool alone) {
    const std::string hint = "name a folder with header.csv and episodes.csv, or such a file";
    bool any = false;
    std::error_code ignored;  // a path that cannot be looked at fails to open below
    if (fs::is_directory(path, ignored))
        for (const fs::path& file : csv_files(path))
            any = reading.read_file(file, alone ? file.filename().string() : file.string()) || any;
    else
        any = reading.read_file(path, alone ? path.filename().string() : path.string());
    if (!any) throw InputError(path.string() + " holds no file of an SSDA903 return", hint);
}

}  // namespace

std::optional<Date> YearlyReturn::as_of() const {
    int number = 0;
    const auto read = std::from_chars(year.data(), year.data() + year.size(), number);
    if (year.size() == 4 && read.ec == std::errc() && read.ptr == year.data() + 4)
        return std::chrono::year(number) / std::chrono::March / 31;
    return latest;
}

Ssda903Rows read_ssda903(const std::vector<std::string>& paths, RowFindings& findings, Sha256& digest) {
    Reading reading(findings, digest);
    for (const std::string& path : paths) read_path(reading, path, paths.size() == 1);
    Ssda903Rows rows = reading.take_rows();
    if (!rows.has_header_file)
        throw InputError("no file of the return says who the children are",
                         "name the folder that holds header.csv, or header.csv with the other files");
    return rows;
}

}  // namespace casekeeper
