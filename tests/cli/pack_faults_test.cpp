// SPDX-License-Identifier: MIT
//
// Whatever breaks while a pack is made, there is no pack, or one that gives nothing away: never a half one, the one
// before stays, and the store is as it was.
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <memory>

#include "disclosure/pack_proof.h"
#include "support/pack_bench.h"
#include "support/sample_pictures.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;
constexpr const char* secret = "Quillfeather";

// A writer that does something of its own.
class OtherBook : public WatchedBook {
public:
    enum class Does {
        writes_more,
        heads_more,
        lists_more,
        rows_more,
        tells_a_place,
        shows_more,
        writes_less,
        fails
    };
    OtherBook(std::unique_ptr<Book> book, Does does)
        : WatchedBook(*book, [](std::string_view) {}), book_(std::move(book)), does_(does) {}

    void paragraph(const Runs& runs) override {
        ++paragraphs_;
        if (does_ == Does::fails && paragraphs_ == 20) throw std::runtime_error("the writer broke");
        if (does_ == Does::writes_less && paragraphs_ % 2 == 0) return;
        book_->paragraph(runs);
        if (paragraphs_ != 3) return;
        if (does_ == Does::writes_more)
            book_->paragraph({plain(std::string("Zebedee ") + secret + " again")});
        if (does_ == Does::tells_a_place)
            book_->paragraph({plain("They live at 14 Gorsebank Terr, NR218QX.")});
        if (does_ == Does::shows_more) book_->picture({sample_png(), "image/png", secret});
        if (does_ == Does::lists_more) book_->items({{plain(secret)}});
        if (does_ == Does::heads_more) book_->heading(2, secret);
        if (does_ == Does::rows_more) {
            book_->begin_table("Those", {"Who", secret});
            book_->row({{plain("x")}, {plain("y")}});
            book_->end_table();
        }
    }

private:
    std::unique_ptr<Book> book_;
    Does does_;
    int paragraphs_ = 0;
};

class PackFaults : public PackBench {
public:
    void SetUp() override {
        PackBench::SetUp();
        if (IsSkipped()) return;
        folder.write("bundle/a.txt", "A letter in which Zebedee Quillfeather is spoken of.");
        load(
            {person("P1", "2005-05-04"),
             R"({"type":"person","id":"P2","family_name":"Quillfeather","given_names":"Zebedee","addresses":[{"lines":["14 Gorsebank Terrace"],"postcode":"NR21 8QX","protected":true}]})",
             relationship("P1", "sibling", R"(,"other":"P2","consent_to_disclose":"refused")"),
             professional("W1", "Ann Hillier", "social-work", "social worker"),
             involvement("I1", "P1", "child-in-need", "2018-09-01", "2022-09-01"),
             entry("E1", "I1", "She played table tennis with Zebedee Quillfeather, and won.",
                   R"(,"author":"W1")", "visit", "2019-10-02"),
             entry("E2", "I1", "They were at 14 Gorsebank Terrace. We agreed that she moves in spring.",
                   R"(,"author":"W1","decision":"She moves to her aunt.","reason":"Zebedee asked for it.")",
                   "decision", "2020-02-03"),
             R"({"type":"document","id":"D1","entry":"E1","file":"a.txt","title":"Of Quillfeather"})"});
    }
    void decided(const std::string& format) {
        open_and_review("R1", "P1", {"--wanted", format});
        finish("R1");
    }
    bool gives_away() const {
        if (pack_folder("R1") == "-") return false;
        const std::string text = bytes_of(pack_folder("R1") + "/persons-copy-1.txt");
        return has(text, secret) || has(text, "Zebedee") || has(text, "Gorsebank");
    }
    static Break book(OtherBook::Does does) {
        return [does](PackTools& tools) {
            tools.open_book = [does, real = tools.open_book](const std::string& format,
                                                             const std::string& path,
                                                             const BookFace& face) -> std::unique_ptr<Book> {
                return std::make_unique<OtherBook>(real(format, path, face), does);
            };
        };
    }
    // What is read again goes through `change` first: false drops it.
    using Change = std::function<bool(const std::string& where, std::string& text, bool is_running)>;
    static Break reader(const Change& change) {
        return [change](PackTools& tools) {
            tools.read_finished = [change, real = tools.read_finished](const std::string& path,
                                                                       const PackTools::Take& take) {
                return real(path, [&](const std::string& where, std::string_view text, bool is_running) {
                    std::string changed(text);
                    if (change(where, changed, is_running)) take(where, changed, is_running);
                });
            };
        };
    }
    static Break nothing() {
        return [](PackTools&) {};
    }

    // A search that breaks at one of its calls, each in turn: of that for names, then of that for places.
    enum class How { throws, nothing, half, beyond, backwards, overlapping };
    void expect_nothing_given_away(How how);
};
CASEKEEPER_ON_SQLITE(PackFaults);

template <typename Spans>
Spans broken_answer(PackFaults::How how, Spans spans, std::size_t size) {
    const auto at = [](auto& one) -> TextSpan& {
        if constexpr (requires { one.span; })
            return one.span;
        else
            return one;
    };
    if (how == PackFaults::How::throws) throw std::runtime_error("the search broke");
    if (how == PackFaults::How::nothing) spans.clear();
    if (how == PackFaults::How::half) spans.resize(spans.size() / 2);
    for (auto& one : spans) {
        if (how == PackFaults::How::beyond) at(one) = {size, size + 7};
        if (how == PackFaults::How::backwards) at(one) = {at(one).end, at(one).begin};
        if (how == PackFaults::How::overlapping && at(one).begin > 0) at(one).begin -= 1;
    }
    return spans;
}

void PackFaults::expect_nothing_given_away(How how) {
    decided("text");
    const std::string before = everything();
    int nonsense = 0;
    bool is_last = false;
    for (int broken = 1; !is_last; ++broken) {
        int call = 0;
        const auto through = [&](const auto& real) {
            return [&, real](std::string_view text, const auto&... keys) {
                auto spans = real(text, keys...);
                return ++call == broken ? broken_answer(how, std::move(spans), text.size()) : spans;
            };
        };
        const std::string said = assemble("R1", [&](PackTools& tools) {
            tools.names = [&](const NameSearch& real) -> NameSearch { return through(real); };
            tools.places = [&](const PlaceFinder& real) -> PlaceFinder { return through(real); };
        });
        is_last = call < broken;
        if (how == How::throws && !is_last) {
            EXPECT_NE(said, "done") << broken;
            EXPECT_TRUE(everything() == before) << said;
        }
        if (has(said, "answered with what is not in the text")) ++nonsense;
        EXPECT_FALSE(gives_away()) << "call " << broken << " of the search: " << said;
        ASSERT_LT(broken, 2000);
    }
    EXPECT_EQ(nonsense > 0, how == How::beyond || how == How::backwards);
}

TEST_P(PackFaults, NothingBrokenMakesAPack) {
    for (const char* format : {"pdf", "text", "html"}) {
        const std::string request = std::string("R-") + format;
        open_and_review(request, "P1", {"--wanted", format});
        finish(request);
        EXPECT_EQ(assemble(request, nothing()), "done");
        done("petra", {"access", "withdraw", request, "--reason", "x"});
    }
}

TEST_P(PackFaults, WhatAWriterAddsIsFound) {
    decided("text");
    EXPECT_EQ(assemble("R1", nothing()), "done");
    using Does = OtherBook::Does;
    for (const Does does : {Does::writes_more, Does::heads_more, Does::lists_more, Does::rows_more,
                            Does::tells_a_place, Does::shows_more})
        expect_none("R1", book(does), "gives away what is kept back");
    expect_none("R1", book(Does::writes_less), "not read to its end");
    expect_none("R1", book(Does::fails), "the writer broke");
}

TEST_P(PackFaults, WhatAPageOrItsPropertiesHoldBesideTheTextIsFound) {
    for (const char* format : {"pdf", "html", "text"}) {
        const std::string request = std::string("R-") + format;
        open_and_review(request, "P1", {"--wanted", format});
        finish(request);
        const auto faced = [](const std::function<void(BookFace&)>& change) -> Break {
            return [change](PackTools& tools) {
                tools.open_book = [change, real = tools.open_book](const std::string& its_format,
                                                                   const std::string& path,
                                                                   const BookFace& face) {
                    BookFace other = face;
                    change(other);
                    return real(its_format, path, other);
                };
            };
        };
        expect_none(request, faced([](BookFace& face) { face.title = secret; }), "gives away");
        expect_none(request, faced([](BookFace& face) { face.reference = secret; }), "gives away");
        // In words that stand for a picture and that no page shows.
        expect_none(request, book(OtherBook::Does::shows_more), "gives away");
        done("petra", {"access", "withdraw", request, "--reason", "x"});
    }
}

TEST_P(PackFaults, AReaderThatReadsHalfProvesNothing) {
    decided("pdf");
    EXPECT_EQ(assemble("R1", nothing()), "done");
    int count = 0;
    const auto page = [](const std::string& where) {
        return where.starts_with("page ") ? std::stoi(where.substr(5)) : 0;
    };
    expect_none("R1", reader([&](const auto&, auto&, bool) { return ++count % 2 == 0; }),
                "not read to its end");
    expect_none("R1", reader([&](const auto& where, auto&, bool) { return page(where) != 1; }),
                "not read to its end");
    for (const int lost : {2, 3, 5})
        expect_none("R1", reader([&](const auto& where, auto&, bool) { return page(where) != lost; }),
                    "not read to its end");
    // Whatever their number, without the last of them.
    int last = 0;
    EXPECT_EQ(assemble("R1", reader([&](const auto& where, auto&, bool) {
                           last = std::max(last, page(where));
                           return true;
                       })),
              "done");
    ASSERT_GT(last, 4);
    expect_none("R1", reader([&](const auto& where, auto&, bool) { return page(where) != last; }),
                "not read to its end");
    expect_none("R1", reader([&](const auto& where, auto&, bool) { return page(where) <= last / 2; }),
                "not read to its end");
    // Each page with its foot, and half of what stands above.
    expect_none("R1", reader([&](const auto& where, std::string& text, bool) {
                    if (page(where) == 0) return true;
                    const std::size_t half = text.size() / 2;
                    text = text.substr(0, half / 2) + text.substr(half);
                    return true;
                }),
                "not read to its end");
    expect_none("R1", reader([](const auto&, auto&, bool) { return false; }), "not read to its end");
    expect_none("R1", reader([](const auto&, auto&, bool) -> bool { throw std::runtime_error("broke"); }),
                "broke");
}

TEST_P(PackFaults, AReaderOfATextOrAPageThatReadsHalfProvesNothing) {
    for (const char* format : {"text", "html"}) {
        const std::string request = std::string("R-") + format;
        open_and_review(request, "P1", {"--wanted", format});
        finish(request);
        expect_none(request, reader([](const auto&, std::string& text, bool is_running) {
                        if (is_running) text.resize(text.size() / 2);
                        return true;
                    }),
                    "not read to its end");
        expect_none(request, reader([](const auto&, std::string& text, bool is_running) {
                        if (is_running) text.resize(text.size() - 200);
                        return true;
                    }),
                    "not read to its end");
        done("petra", {"access", "withdraw", request, "--reason", "x"});
    }
}

TEST_P(PackFaults, ASearchThatThrowsAtAnyCallGivesNothingAway) {
    expect_nothing_given_away(How::throws);
}
TEST_P(PackFaults, ASearchThatFindsNothingAtAnyCallGivesNothingAway) {
    expect_nothing_given_away(How::nothing);
}
TEST_P(PackFaults, ASearchThatFindsHalfAtAnyCallGivesNothingAway) {
    expect_nothing_given_away(How::half);
}
TEST_P(PackFaults, ASearchThatAnswersBeyondTheTextGivesNothingAway) {
    expect_nothing_given_away(How::beyond);
}
TEST_P(PackFaults, ASearchThatAnswersBackwardsGivesNothingAway) {
    expect_nothing_given_away(How::backwards);
}
TEST_P(PackFaults, ASearchWhoseAnswersOverlapGivesNothingAway) {
    expect_nothing_given_away(How::overlapping);
}

// What reads the finished files is a process of its own: it is killed while it has more to say than fits between the
// two.
TEST_P(PackFaults, AReaderThatIsKilledMakesNoPack) {
    std::string longer;
    for (int words = 0; words < 20'000; ++words) longer += "so it went on ";
    load({entry("E3", "I1", longer)});
    decided("pdf");
    EXPECT_EQ(assemble("R1", nothing()), "done");
    int killed = 0;
    expect_none("R1", reader([&](const auto&, auto&, bool) {
                    std::ifstream children("/proc/self/task/" + std::to_string(::getpid()) + "/children");
                    for (pid_t child = 0; children >> child;)
                        if (::kill(child, SIGKILL) == 0) ++killed;
                    return true;
                }),
                "again");
    EXPECT_GT(killed, 0);
}

TEST_P(PackFaults, ADocumentThatIsReadOtherwiseThanWhenItWasReviewedIsNotPrinted) {
    decided("text");
    const auto document = [](const std::function<void(DocumentShown&)>& change) -> Break {
        return [change](PackTools& tools) {
            tools.documents = [change, real = tools.documents](const std::string& sha256) {
                DocumentShown shown = real(sha256);
                change(shown);
                return shown;
            };
        };
    };
    expect_none("R1", document([](DocumentShown& shown) { shown.text.resize(10); }), "read otherwise");
    expect_none("R1", document([](DocumentShown& shown) { shown.text.clear(); }), "read otherwise");
    expect_none("R1", document([](DocumentShown& shown) { shown.text += " It was Zebede."; }),
                "read otherwise");
    expect_none("R1", document([](DocumentShown&) { throw std::runtime_error("broke"); }), "broke");
}

// A row that comes while the pack is written is in no sum of it.
TEST_P(PackFaults, ARowThatNoPartAccountsForIsMissed) {
    decided("text");
    const std::string said = assemble("R1", [&](PackTools& tools) {
        tools.documents = [this, real = tools.documents](const std::string& sha256) {
            if (!RecordStore(database()).find(RecordType::entry, "E9"))
                RecordStore(database()).add(record(entry("E9", "I1", "It came late.")));
            return real(sha256);
        };
    });
    EXPECT_TRUE(has(said, "the pack accounts for")) << said;
    EXPECT_EQ(pack_folder("R1"), "-");
}

// The program itself, with ever less room for a file: an error where the room is out, or an end on the spot.
TEST_P(PackFaults, ADiskThatIsFullAnywhereLeavesThePackBefore) {
    decided("pdf");
    done("dana", {"access", "assemble", "R1"});
    const std::string folder_before = pack_folder("R1");
    const std::string before = contents_of(folder_before);
    ASSERT_NE(before, "");
    close();
    int refused = 0;
    for (const char* ignoring : {"trap '' XFSZ\n", ""})
        for (int blocks = 0; blocks <= 128; blocks += blocks < 32 ? 4 : 24) {
            const std::string rows = everything();
            const Said said = shell(ignoring + ("ulimit -f " + std::to_string(blocks)) +
                                    "\ncasekeeper --acting-as dana --as-of 2026-11-23 access assemble R1");
            if (said.code == 0) break;
            ++refused;
            EXPECT_TRUE(everything() == rows) << blocks;
            EXPECT_TRUE(contents_of(folder_before) == before) << blocks;
            if (*ignoring != '\0') {
                EXPECT_EQ(std::distance(fs::directory_iterator(packs()), {}), 1) << blocks;
            }
        }
    EXPECT_GT(refused, 4);
    EXPECT_EQ(shell("casekeeper --acting-as dana --as-of 2026-11-23 access assemble R1").code, 0);
    EXPECT_EQ(std::distance(fs::directory_iterator(packs()), {}), 1);
}

TEST_P(PackFaults, TheNextPackTakesThePlaceOfTheOneBefore) {
    decided("text");
    std::string folder_before;
    for (int making = 0; making < 4; ++making) {
        ASSERT_EQ(assemble("R1", nothing()), "done");
        EXPECT_NE(pack_folder("R1"), folder_before);
        folder_before = pack_folder("R1");
        night(today);  // sweeps
        EXPECT_TRUE(fs::exists(folder_before + "/persons-copy-1.txt"));
        EXPECT_EQ(std::distance(fs::directory_iterator(packs()), {}), 1);
    }
}

}  // namespace
}  // namespace casekeeper::test
