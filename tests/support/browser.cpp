// SPDX-License-Identifier: MIT
#include "support/browser.h"

#include <array>
#include <cstdio>
#include <cstdlib>

#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

std::string chromium() {
    for (const char* path : {"/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"})
        if (!bytes_of(path).empty()) return path;
    return "";
}

std::string axe() {
    const char* const path = std::getenv("CASEKEEPER_AXE");
    return path ? bytes_of(path) : "";
}

// The page as it is when its scripts have run.
std::string shown_by_chromium(const std::string& page, const std::string& profile, int width) {
    const std::string command =
        "timeout 120 " + chromium() +
        " --headless=new --no-sandbox --disable-gpu --no-first-run --window-size=" + std::to_string(width) +
        ",900 --virtual-time-budget=60000 --user-data-dir=" + profile + " --dump-dom file://" + page +
        " 2>/dev/null";
    std::string shown;
    FILE* const out = ::popen(command.c_str(), "r");
    if (!out) return shown;
    std::array<char, 4096> read{};
    for (std::size_t size = 0; (size = std::fread(read.data(), 1, read.size(), out)) > 0;)
        shown.append(read.data(), size);
    ::pclose(out);
    return shown;
}

}  // namespace

std::string what_a_browser_lacks() {
    if (axe().empty()) return "no axe-core: npm install axe-core, then name its axe.min.js as CASEKEEPER_AXE";
    return chromium().empty() ? "no Chromium: apt-get install chromium" : "";
}

// The policy that lets no script run is taken out for that.
std::string breaches_in_browser(const std::string& page, int width) {
    const TemporaryFolder folder;
    std::string html = page;
    if (const std::size_t policy = html.find("<meta http-equiv="); policy != std::string::npos)
        html.erase(policy, html.find('>', policy) + 1 - policy);
    const std::string script =
        "<script>" + axe() +
        "</script><script>addEventListener('load', () => axe.run({resultTypes: ['violations']})"
        ".then(found => { const said = found.violations.map(one => one.id + ': ' + one.nodes.map(node => "
        "node.html).join(' ')).join('; '); document.documentElement.innerText = 'begin passed ' + "
        "(found.passes.length > 15) + ' pictures ' + [...document.images].every(one => one.naturalWidth > 0) "
        "+ ' breaches (' + said + ') end'; }))</script></body>";
    html.replace(html.rfind("</body>"), 7, script);
    const std::string shown =
        shown_by_chromium(folder.write("page.html", html), folder.path("profile"), width);
    const std::size_t begin = shown.find("begin passed ");
    if (begin == std::string::npos) return "the browser said nothing";
    if (shown.compare(begin, 47, "begin passed true pictures true breaches () end") == 0) return "";
    return shown.substr(begin, 2000);
}

}  // namespace casekeeper::test
