// SPDX-License-Identifier: MIT
#include "output/html_page.h"

#include "output/bar_chart.h"
#include "output/html_style.h"
#include "output/printable.h"

namespace casekeeper {
namespace {

constexpr std::size_t kept_together = 15;  // rows of a table that is not cut between two sheets

const char* class_of(Tone tone) {
    switch (tone) {
        case Tone::good:
            return "good";
        case Tone::caution:
            return "caution";
        case Tone::alarm:
            return "alarm";
        case Tone::plain:
            break;
    }
    return "";
}

// Each word of a command stays whole where a line breaks.
std::string code(const std::string& command) {
    if (command.empty()) return "";
    std::string html = " <code><span>";
    for (const char c : escaped(command)) html += c == ' ' ? "</span> <span>" : std::string(1, c);
    return html + "</span></code>";
}

// The opening tags of a table's parts. A table of three columns or more is stacked on a narrow screen, cell
// under cell with its label; roles then keep it a table for those who hear it.
struct RowTags {
    bool stacked;
    std::string table, head, body, column, row_name, cell;

    explicit RowTags(const Table& its) : stacked(its.columns.size() > 2) {
        table = stacked ? "<table class=\"stack\" role=\"table\">\n" : "<table>\n";
        head = "<thead" + role("rowgroup") + ">\n";
        body = "<tbody" + role("rowgroup") + ">\n";
        column = "<th scope=\"col\"" + role("columnheader");
        row_name = "<th scope=\"row\"" + role("rowheader") + ">";
        cell = "<td" + role("cell");
    }
    std::string row(const std::string& attributes) const { return "<tr" + role("row") + attributes + ">"; }
    std::string role(const std::string& name) const { return stacked ? " role=\"" + name + "\"" : ""; }
};

// Writes a page; numbers what needs an id.
class HtmlWriter {
public:
    std::string write(const Page& page) {
        head(page);
        html_ += "<main id=\"main\" class=\"wide\">\n<h1>" + escaped(page.title) + "</h1>\n";
        for (const Paragraph& paragraph : page.opening) write_paragraph(paragraph, "opening");
        if (page.has_contents) contents(page);
        for (std::size_t at = 0; at < page.sections.size(); ++at) {
            const bool within = page.sections[at].level > 2;
            if (!within && at > 0) html_ += "</section>\n";
            section(page.sections[at]);
        }
        if (!page.sections.empty()) html_ += "</section>\n";
        html_ += "</main>\n";
        if (!page.closing.title.empty()) closing(page.closing);
        html_ += "</body>\n</html>\n";
        return std::move(html_);
    }

private:
    void head(const Page& page) {
        const std::string title =
            escaped(page.title) + (page.owner.empty() ? "" : ", " + escaped(page.owner));
        html_ +=
            "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            "'unsafe-inline'; form-action 'none'; base-uri 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n"
            "<title>" +
            title + "</title>\n<style>" + std::string(html_style()) + "</style>\n</head>\n" +
            (page.is_letter
                 ? std::string("<body class=\"letter") + (page.large_print ? " large" : "") + "\">\n"
                 : "<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n") +
            "<header class=\"band\">\n<div class=\"wide\"><p>" + escaped(page.owner) +
            "</p></div>\n</header>\n";
    }

    void closing(const Section& item) {
        html_ += "<footer class=\"closing\">\n<div class=\"wide\">\n";
        heading(item);
        blocks(item);
        html_ += "</div>\n</footer>\n";
    }

    void contents(const Page& page) {
        html_ += "<nav aria-label=\"Contents\">\n<ul>\n";
        for (const Section& item : page.sections)
            if (item.level == 2) link(item);
        if (!page.closing.title.empty()) link(page.closing);
        html_ += "</ul>\n</nav>\n";
    }

    void link(const Section& item) {
        html_ += "<li><a href=\"#" + item.id + "\">" + escaped(item.title) + "</a></li>\n";
    }

    void section(const Section& item) {
        if (item.level == 2) html_ += "<section aria-labelledby=\"" + item.id + "\">\n";
        heading(item);
        blocks(item);
    }

    void heading(const Section& item) {
        const std::string tag = item.level == 2 ? "h2" : "h3";
        html_ += "<" + tag + " id=\"" + item.id + "\">" + escaped(item.title) + "</" + tag + ">\n";
    }

    void blocks(const Section& item) {
        for (const Block& block : item.blocks)
            std::visit([this](const auto& its) { write_block(its); }, block);
    }

    void write_block(const Paragraph& paragraph) { write_paragraph(paragraph, ""); }

    void write_paragraph(const Paragraph& paragraph, std::string css) {
        if (paragraph.tone != Tone::plain)
            css += std::string(css.empty() ? "" : " ") + "notice " + class_of(paragraph.tone);
        html_ += (css.empty() ? "<p>" : "<p class=\"" + css + "\">") + escaped(paragraph.text) +
                 code(paragraph.command) + "</p>\n";
    }

    void write_block(const Items& items) {
        html_ += "<ul class=\"items\">\n";
        for (const std::string& item : items.items) html_ += "<li>" + escaped(item) + "</li>\n";
        html_ += "</ul>\n";
    }

    void write_block(const Facts& facts) {
        html_ += "<dl>\n";
        for (const auto& [name, value] : facts.facts)
            html_ += "<dt>" + escaped(name) + "</dt><dd>" + escaped(value) + "</dd>\n";
        html_ += "</dl>\n";
    }

    void write_block(const Table& table) {
        const std::string id = "table-" + std::to_string(++tables_);
        if (table.chart) {
            html_ += "<div class=\"pair\">\n";
            chart(table, *table.chart, id);
        }
        // What may scroll sideways must be reachable by keyboard; others are stacked or narrow enough.
        const bool may_scroll = table.columns.size() > 5;
        const std::string css = table.rows.size() <= kept_together ? "scroll short" : "scroll";
        html_ += "<div class=\"" + css + "\"" +
                 (may_scroll ? " role=\"region\" aria-labelledby=\"" + id + "\" tabindex=\"0\"" : "") + ">\n";
        const RowTags tags(table);
        html_ += tags.table + "<caption id=\"" + id + "\">" + escaped(table.caption) + "</caption>\n" +
                 tags.head + tags.row("");
        for (const Column& column : table.columns)
            html_ +=
                tags.column + (column.numeric ? " class=\"number\">" : ">") + escaped(column.title) + "</th>";
        html_ += "</tr>\n</thead>\n" + tags.body;
        for (std::size_t at = 0; at < table.rows.size(); ++at) {
            const bool total = table.last_is_total && at + 1 == table.rows.size();
            html_ += tags.row(total ? " class=\"total\"" : "");
            row(table, tags, table.rows[at]);
        }
        html_ += "</tbody>\n</table>\n</div>\n";
        if (table.chart) html_ += "</div>\n";
    }

    void chart(const Table& table, const Chart& its, const std::string& id) {
        BarChart bars{id + "-chart", its.title, its.description, {}};
        const std::size_t rows = table.rows.size() - (table.last_is_total ? 1 : 0);
        for (std::size_t at = 0; at < rows; ++at)
            bars.bars.push_back({table.rows[at].front().text, table.rows[at][its.column].number.value_or(0)});
        html_ += "<figure>\n<figcaption aria-hidden=\"true\">" + escaped(its.title) + "</figcaption>\n" +
                 svg_of(bars) + "</figure>\n";
    }

    void row(const Table& table, const RowTags& tags, const TableRow& cells) {
        html_ += tags.row_name + content(cells.front()) + "</th>";
        for (std::size_t at = 1; at < cells.size(); ++at) {
            const Column& column = table.columns[at];
            html_ += tags.cell + (column.numeric ? " class=\"number\"" : "");
            if (tags.stacked)
                html_ += " data-label=\"" + escaped(column.title) + "\"><div>" + content(cells[at]) +
                         "</div></td>";
            else
                html_ += ">" + content(cells[at]) + "</td>";
        }
        html_ += "</tr>\n";
    }

    static std::string content(const Cell& cell) {
        std::string html = escaped(cell.text);
        if (cell.tone != Tone::plain)
            html = std::string("<span class=\"tag ") + class_of(cell.tone) + "\">" + html + "</span>";
        if (!cell.section.empty()) html = "<a href=\"#" + cell.section + "\">" + html + "</a>";
        if (!cell.note.empty()) html += "<span class=\"note\">" + escaped(cell.note) + "</span>";
        return html + code(cell.command);
    }

    std::string html_;
    int tables_ = 0;
};

}  // namespace

std::string escaped(std::string_view text) {
    std::string html;
    for (const char c : printable(text)) {
        switch (c) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            case '\'':
                html += "&#39;";
                break;
            default:
                html += c;
        }
    }
    return html;
}

std::string html_of(const Page& page) {
    return HtmlWriter().write(page);
}

}  // namespace casekeeper
