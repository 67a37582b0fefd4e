// SPDX-License-Identifier: MIT
//
// What is sealed is opened by the programs people have: qpdf and poppler's pdftotext, 7-Zip and libarchive.
#include "output/sealed_file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <stdexcept>

#include "base/errors.h"
#include "support/made_documents.h"
#include "support/temporary_folder.h"

namespace casekeeper {
namespace {

using namespace test;

const std::string passphrase = "amber-kettle-ribbon";
constexpr std::chrono::sys_seconds made_at = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2};

struct Said {
    int code = 0;
    std::string text;
};

Said run(const std::string& command) {
    Said said;
    std::FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("no shell");
    std::array<char, 4096> block{};
    for (std::size_t size = 0; (size = std::fread(block.data(), 1, block.size(), pipe)) > 0;)
        said.text.append(block.data(), size);
    said.code = WEXITSTATUS(::pclose(pipe));
    return said;
}

std::string pdf_about(const std::string& words) {
    MadePdf pdf;
    pdf.add_words(words);
    pdf.set_information("/Title (" + words + ")");
    pdf.set_catalogue("/Lang (en-GB) /MarkInfo << /Marked true >>");
    return pdf.bytes();
}

std::string sealed_pdf(const TemporaryFolder& folder) {
    seal_pdf(folder.write("open.pdf", pdf_about("Ada came")), folder.path("sealed.pdf"), passphrase);
    return folder.path("sealed.pdf");
}

std::string sealed_zip(const TemporaryFolder& folder) {
    const std::vector<FileToSeal> files = {{folder.write("open.txt", "Ada came"), "1.txt"},
                                           {folder.write("open.pdf", pdf_about("Ada left")), "2.pdf"}};
    seal_zip(files, folder.path("sealed.zip"), passphrase, made_at);
    return folder.path("sealed.zip");
}

TEST(SealedFile, IsAPdfThatOpensWithItsPassphraseAlone) {
    const TemporaryFolder folder;
    const std::string path = sealed_pdf(folder);
    EXPECT_EQ(bytes_of(path).find("Ada"), std::string::npos);
    const Said opened = run("pdftotext -upw " + passphrase + " " + path + " -");
    EXPECT_EQ(opened.code, 0) << opened.text;
    EXPECT_NE(opened.text.find("Ada came"), std::string::npos) << opened.text;
    EXPECT_NE(run("pdftotext " + path + " -").code, 0);
    EXPECT_NE(run("pdftotext -upw amber-kettle " + path + " -").code, 0);
    EXPECT_EQ(run("qpdf --check --password=" + passphrase + " " + path).code, 0);
}

TEST(SealedFile, LocksAPdfAsStronglyAsTheStandardHasItAndForbidsNothing) {
    const TemporaryFolder folder;
    const Said said = run("qpdf --show-encryption --password=" + passphrase + " " + sealed_pdf(folder));
    EXPECT_NE(said.text.find("R = 6"), std::string::npos) << said.text;
    EXPECT_NE(said.text.find("stream encryption method: AESv3"), std::string::npos) << said.text;
    EXPECT_EQ(said.text.find("not allowed"), std::string::npos) << said.text;
    const Said described = run("qpdf --json --password=" + passphrase + " " + folder.path("sealed.pdf"));
    EXPECT_NE(described.text.find("en-GB"), std::string::npos);
    EXPECT_NE(described.text.find("/MarkInfo"), std::string::npos);
}

TEST(SealedFile, IsAnArchiveThatOpensWithItsPassphraseAlone) {
    const TemporaryFolder folder;
    const std::string path = sealed_zip(folder);
    EXPECT_EQ(bytes_of(path).find("Ada"), std::string::npos);
    const Said opened = run("7z x -so -p" + passphrase + " " + path + " 1.txt");
    EXPECT_EQ(opened.text, "Ada came");
    EXPECT_NE(run("7z t -pamber-kettle " + path).code, 0);
    const Said listed = run("7z l -slt " + path);
    EXPECT_NE(listed.text.find("Method = AES-256"), std::string::npos) << listed.text;
    EXPECT_NE(run("bsdtar -xOf " + path + " --passphrase " + passphrase + " 2.pdf").text.find("Ada left"),
              std::string::npos);
}

TEST(SealedFile, KeepsTheOrderAndTheTimeOfItsFiles) {
    const TemporaryFolder folder;
    const Said listed = run("TZ=UTC bsdtar -tvf " + sealed_zip(folder));
    EXPECT_LT(listed.text.find("1.txt"), listed.text.find("2.pdf")) << listed.text;
    EXPECT_NE(listed.text.find("Mar  2  2026"), std::string::npos) << listed.text;
}

TEST(SealedFile, IsForItsAccountAloneAndLeavesNothingBesideIt) {
    const TemporaryFolder folder;
    const mode_t before = ::umask(0);
    EXPECT_EQ(mode_of(sealed_pdf(folder)), "600");
    EXPECT_EQ(mode_of(sealed_zip(folder)), "600");
    ::umask(before);
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        EXPECT_EQ(entry.path().string().find("unfinished"), std::string::npos) << entry.path();
        ++files;
    }
    EXPECT_EQ(files, 4);
}

TEST(SealedFile, RefusesWhatIsNotWhole) {
    const TemporaryFolder folder;
    const std::string whole = pdf_about("Ada came");
    const std::string to = folder.path("out/sealed.pdf");
    EXPECT_THROW(seal_pdf(folder.path("none.pdf"), to, passphrase), InputError);
    EXPECT_THROW(seal_pdf(folder.write("cut.pdf", whole.substr(0, whole.size() / 2)), to, passphrase),
                 InputError);
    EXPECT_THROW(seal_pdf(sealed_pdf(folder), to, passphrase), InputError);
    EXPECT_THROW(seal_pdf(folder.write("whole.pdf", whole), to, ""), std::invalid_argument);
    EXPECT_THROW(seal_zip({{folder.path("none.txt"), "1.txt"}}, to, passphrase, made_at), InputError);
    const std::string text = folder.write("a.txt", "a");
    EXPECT_THROW(seal_zip({{text, "1.txt"}, {text, "1.txt"}}, to, passphrase, made_at), InputError);
    EXPECT_THROW(seal_zip({{text, "1.txt"}}, to, "", made_at), std::invalid_argument);
    EXPECT_EQ(contents_of(folder.path("out")), "");
}

TEST(SealedFile, LeavesTheOldOneWhereItCannotBeWritten) {
    const TemporaryFolder folder;
    const std::string open = folder.write("open.pdf", pdf_about(std::string(200'000, 'a')));
    folder.write("sealed.pdf", "the old one");
    folder.write("sealed.zip", "the old one");
    // A disk that is full, as far as this process can tell.
    struct rlimit before {};
    ::getrlimit(RLIMIT_FSIZE, &before);
    ::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit little { 50'000, before.rlim_max };
    ::setrlimit(RLIMIT_FSIZE, &little);
    EXPECT_THROW(seal_pdf(open, folder.path("sealed.pdf"), passphrase), OutputError);
    EXPECT_THROW(seal_zip({{open, "1.pdf"}}, folder.path("sealed.zip"), passphrase, made_at), OutputError);
    ::setrlimit(RLIMIT_FSIZE, &before);
    ::signal(SIGXFSZ, SIG_DFL);
    EXPECT_EQ(bytes_of(folder.path("sealed.pdf")), "the old one");
    EXPECT_EQ(bytes_of(folder.path("sealed.zip")), "the old one");
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        EXPECT_EQ(entry.path().string().find("unfinished"), std::string::npos) << entry.path();
}

TEST(SealedFile, IsNotTheSameTwice) {
    const TemporaryFolder folder;
    const std::string first = bytes_of(sealed_pdf(folder));
    EXPECT_NE(bytes_of(sealed_pdf(folder)), first);
    const std::string archive = bytes_of(sealed_zip(folder));
    EXPECT_NE(bytes_of(sealed_zip(folder)), archive);
}

}  // namespace
}  // namespace casekeeper
