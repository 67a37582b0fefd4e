// SPDX-License-Identifier: MIT
//
// The lines of a bundle: ids, days, and JSON objects written through a buffer of a fixed size.
#pragma once

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <string_view>

namespace casekeeper::bench {

using Days = std::chrono::sys_days;

inline void append_number(std::string& text, std::int64_t number, int digits) {
    char buffer[20];
    const char* const start = buffer;
    const char* const end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
    for (auto missing = digits - (end - start); missing > 0; --missing) text += '0';
    text.append(start, end);
}

inline std::string id_of(char letter, std::int64_t number) {
    std::string id(1, letter);
    append_number(id, number, 8);
    return id;
}

inline std::string to_text(Days day) {
    const std::chrono::year_month_day date{day};
    std::string text;
    append_number(text, static_cast<int>(date.year()), 4);
    text += '-';
    append_number(text, static_cast<unsigned>(date.month()), 2);
    text += '-';
    append_number(text, static_cast<unsigned>(date.day()), 2);
    return text;
}

// One JSON object a line. REQUIRES: texts that need no escape.
class LineFile {
public:
    LineFile(const std::string& folder, const std::string& type)
        : type_(type), path_(folder + "/" + type + ".jsonl") {
        file_ = std::fopen(path_.c_str(), "wb");
        if (file_ == nullptr) throw std::runtime_error("cannot write " + path_);
        buffer_.reserve(buffer_bytes + 4096);
    }
    LineFile(const LineFile&) = delete;
    LineFile& operator=(const LineFile&) = delete;
    ~LineFile() {
        if (file_ != nullptr) std::fclose(file_);
    }

    void begin() { buffer_ += R"({"type":")" + type_ + '"'; }
    void text(std::string_view name, std::string_view value) {
        this->name(name);
        buffer_ += '"';
        buffer_ += value;
        buffer_ += '"';
    }
    // A value that is JSON already; none where it is empty.
    void json(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        this->name(name);
        buffer_ += value;
    }
    void end() {
        buffer_ += "}\n";
        if (buffer_.size() >= buffer_bytes) flush();
    }
    void close() {
        flush();
        const int closed = std::fclose(file_);
        file_ = nullptr;
        if (closed != 0) throw std::runtime_error("cannot write " + path_);
    }

private:
    static constexpr std::size_t buffer_bytes = 1U << 20U;

    void name(std::string_view name) {
        buffer_ += ",\"";
        buffer_ += name;
        buffer_ += "\":";
    }
    void flush() {
        if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_) != buffer_.size())
            throw std::runtime_error("cannot write " + path_);
        buffer_.clear();
    }

    const std::string type_;
    const std::string path_;
    std::FILE* file_ = nullptr;
    std::string buffer_;
};

// A JSON object of names and words.
class Words {
public:
    void add(std::string_view name, std::string_view word) {
        text_ += text_.empty() ? "{\"" : ",\"";
        text_ += name;
        text_ += "\":\"";
        text_ += word;
        text_ += '"';
    }
    void add(std::string_view name, Days day) { add(name, to_text(day)); }
    std::string json() const { return text_.empty() ? "" : text_ + '}'; }

private:
    std::string text_;
};

}  // namespace casekeeper::bench
