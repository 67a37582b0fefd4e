// SPDX-License-Identifier: MIT
//
// A book with every block there is, and with what is hard about each: markup and control characters in its
// texts, other scripts, links forward, back and to nowhere, tables wide and narrow, pictures of both kinds.
// Every writer is handed the same; `words_of_sample_book` is what each must say, word after word.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "output/book.h"
#include "support/sample_pictures.h"

namespace casekeeper::test {

inline BookFace sample_face(double point_size = 10.5) {
    return {"Your record <part 1>", "A1, volume 1 of 2", "Brightwell Children's Trust",
            "2026-11-26T14:50:00Z", point_size};
}

inline Run kept(const std::string& text, const std::string& target = "") {
    return {text, Run::Style::kept_back, target};
}
inline Run link(const std::string& text, const std::string& target) {
    return {text, Run::Style::plain, target};
}

inline void write_sample_texts(Book& book) {
    book.heading(1, "How to read this", "how");
    book.paragraph({plain("You do not have to read it all at once. What was "), kept("kept back", "why-7"),
                    plain(" stands in a frame, and "), link("the reasons", "reasons"),
                    plain(" come at the end.")});
    book.items({{strong("First"), plain(", the easy parts.")},
                {plain("Then "), link("the other volume", "not-in-this-volume"), plain(".")}});
    book.heading(1, "What was written about you");
    book.heading(2, "The year Twenty-Fourteen & after", "year-2014");
    book.heading(3, "Notes");
    book.heading(4, "A visit at home");
    book.paragraph(
        {plain("She said: \"I <b>never</b> saw <script>alert('x')</script> them\" & left.\x1b[31m")});
    book.paragraph({plain("Jane\xCC\x81 spoke of Zo\xC3\xAB, \xE9\x99\x88\xE4\xBC\x9F and "),
                    plain("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD7\xA2\xD7\x95\xD7\x9C\xD7\x9D.")});
    book.paragraph({plain("\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 \xD8\xA8\xD9\x83"), plain(" "),
                    kept("your brother or sister 2")});
    book.paragraph({});
}

inline void write_sample_tables(Book& book) {
    book.heading(2, "Who worked with you");
    book.begin_table("Workers, in their order", {"Workday", "Workername", "Workrole"});
    book.row({{plain("3 May 2014")},
              {plain("Ada Lark")},
              {plain("social worker; met you and "), kept("foster carer 1", "why-7"), plain(" at school")}});
    book.row({{plain("9 June 2014")}, {kept("school worker 2")}, {}});
    book.end_table();
    book.begin_table("Two columns", {"Factname", "Factvalue"});
    book.row({{plain("School")}, {plain("Elm <Primary>")}});
    book.end_table();
    book.begin_table("Nothing was found here", {"Emptyfirst", "Emptysecond"});
    book.end_table();
    book.begin_table("Many columns", {"Ca", "Cb", "Cc", "Cd", "Ce", "Cf"});
    book.row({{plain("ay")}, {plain("bee")}, {plain("sea")}, {plain("dee")}, {plain("ee")}, {plain("ef")}});
    book.end_table();
}

inline void write_sample_book(Book& book) {
    write_sample_texts(book);
    write_sample_tables(book);
    book.new_page();
    book.heading(1, "Pictures");
    book.picture({sample_png(), "image/png", "A drawing of a \"house\" & a tree."});
    book.picture({sample_jpeg(), "image/jpeg", "A photograph of a garden."});
    book.heading(1, "Why something was kept back", "reasons");
    book.heading(2, "Number seven", "why-7");
    book.paragraph({plain("It is about somebody else. "), link("Back to the year", "year-2014")});
}

// Columns of its tables: each writer says them where it does.
inline const std::set<std::string>& columns_of_sample_book() {
    static const std::set<std::string> columns = {
        "Workday", "Workername", "Workrole", "Factname", "Factvalue", "Emptyfirst", "Emptysecond",
        "Ca",      "Cb",         "Cc",       "Cd",       "Ce",        "Cf"};
    return columns;
}

// Runs of letters and of bytes beyond ASCII; no figures, no columns, and not the word Picture.
inline std::vector<std::string> book_words(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
        if (letter)
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    std::erase_if(words, [](const std::string& word) {
        return word.empty() || word == "Picture" || columns_of_sample_book().contains(word);
    });
    return words;
}

// A book that keeps the words alone.
class BookOfWords : public Book {
public:
    void heading(int, const std::string& text, const std::string&) override { add(text); }
    void paragraph(const Runs& runs) override { add(runs); }
    void items(const std::vector<Runs>& items) override {
        for (const Runs& item : items) add(item);
    }
    void begin_table(const std::string& caption, const std::vector<std::string>&) override { add(caption); }
    void row(const std::vector<Runs>& cells) override {
        for (const Runs& cell : cells) add(cell);
    }
    void end_table() override {}
    void picture(const BookPicture& picture) override { add(picture.alternative); }
    void new_page() override {}
    long long pages() const override { return 1; }
    void finish() override {}
    // Control characters are shown as U+FFFD by every writer.
    std::vector<std::string> words() const { return book_words(text_); }

private:
    void add(const std::string& text) {
        for (const char c : text) text_ += c == '\x1b' ? "\xEF\xBF\xBD" : std::string(1, c);
        text_ += '\n';
    }
    void add(const Runs& runs) {
        std::string text;
        for (const Run& run : runs) text += run.text;
        add(text);
    }
    std::string text_;
};

inline std::vector<std::string> words_of_sample_book() {
    BookOfWords book;
    write_sample_book(book);
    return book.words();
}

}  // namespace casekeeper::test
