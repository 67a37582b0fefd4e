// SPDX-License-Identifier: MIT
#include "output/pdf_joining.h"

// Which of its pointers this code uses: qpdf asks for it.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "output/html_page.h"
#include "output/qpdf_sink.h"

namespace casekeeper {
namespace {

constexpr const char* producer = "casekeeper";

// ISO 16684-1 (XMP), with PDF/UA's own mark (ISO 14289-1, 5).
std::string metadata_of(const PdfStory& story) {
    const std::string created = escaped(story.created);
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta "
           "xmlns:x=\"adobe:ns:meta/\">"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description "
           "rdf:about=\"\""
           " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
           " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
           "<pdfuaid:part>1</pdfuaid:part>\n<dc:format>application/pdf</dc:format>\n"
           "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           escaped(story.title) + "</rdf:li></rdf:Alt></dc:title>\n<dc:language><rdf:Bag><rdf:li>" +
           escaped(story.language) + "</rdf:li></rdf:Bag></dc:language>\n<xmp:CreateDate>" + created +
           "</xmp:CreateDate><xmp:ModifyDate>" + created + "</xmp:ModifyDate>\n<pdf:Producer>" + producer +
           "</pdf:Producer>\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

QPDFObjectHandle text_of(const std::string& text) {
    return QPDFObjectHandle::newUnicodeString(text);
}

// What the elements say that cairo does not write, each in the order it was drawn.
class Elements {
public:
    explicit Elements(const PdfStory& story) : story_(story) {}

    void visit(QPDFObjectHandle element) {
        const std::string name = element.getKey("/S").getName();
        if (name == "/Figure") say_of_figure(element);
        if (name == "/TH") element.replaceKey("/A", QPDFObjectHandle::parse("<</O/Table/Scope/Column>>"));
        if (name == "/L")
            element.replaceKey(
                "/A", QPDFObjectHandle::parse(story_.lists.at(lists_++) ? "<</O/List/ListNumbering/Decimal>>"
                                                                        : "<</O/List/ListNumbering/Disc>>"));
        QPDFObjectHandle kids = element.getKey("/K");
        const int count = kids.isArray() ? kids.getArrayNItems() : 0;
        std::vector<int> undone;
        for (int i = 0; i < count; ++i)
            if (!visit_kid(kids.getArrayItem(i))) undone.push_back(i);
        if (kids.isDictionary()) visit_kid(kids);
        if (undone.empty()) return;
        element.replaceKey("/S", QPDFObjectHandle::newName("/Span"));
        for (auto kid = undone.rbegin(); kid != undone.rend(); ++kid) kids.eraseItem(*kid);
    }

    // Annotations of links that lead nowhere.
    const std::set<QPDFObjGen>& undone() const { return undone_; }

    void check() const {
        if (figures_ != story_.figures.size() || lists_ != story_.lists.size() ||
            links_ != story_.links.size())
            throw std::logic_error("a PDF document has not the elements that were drawn");
    }

private:
    void say_of_figure(QPDFObjectHandle element) {
        const PdfFigure& figure = story_.figures.at(figures_++);
        element.replaceKey("/Alt", text_of(figure.alternative));
        QPDFObjectHandle box = QPDFObjectHandle::newArray(QPDFObjectHandle::Rectangle(
            figure.left, figure.bottom, figure.left + figure.width, figure.bottom + figure.height));
        QPDFObjectHandle layout = QPDFObjectHandle::parse("<</O/Layout/Placement/Block>>");
        layout.replaceKey("/BBox", box);
        element.replaceKey("/A", layout);
    }

    // False where it is a link that leads nowhere.
    bool visit_kid(QPDFObjectHandle kid) {
        if (!kid.isDictionary()) return true;
        if (kid.isDictionaryOfType("/OBJR")) {
            QPDFObjectHandle link = kid.getKey("/Obj");
            const PdfLink& drawn = story_.links.at(links_++);
            if (std::binary_search(story_.nowhere.begin(), story_.nowhere.end(), drawn.destination)) {
                undone_.insert(link.getObjGen());
                return false;
            }
            link.replaceKey("/Contents", text_of(drawn.says));
            link.replaceKey("/F", QPDFObjectHandle::newInteger(4));  // printed
        } else if (kid.hasKey("/S")) {
            visit(kid);
        }
        return true;
    }

    const PdfStory& story_;
    std::size_t figures_ = 0;
    std::size_t lists_ = 0;
    std::size_t links_ = 0;
    std::set<QPDFObjGen> undone_;
};

void remove_annotations(QPDF& document, const std::set<QPDFObjGen>& which) {
    if (which.empty()) return;
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(document).getAllPages()) {
        QPDFObjectHandle annotations = page.getObjectHandle().getKey("/Annots");
        if (!annotations.isArray()) continue;
        for (int at = annotations.getArrayNItems() - 1; at >= 0; --at)
            if (which.contains(annotations.getArrayItem(at).getObjGen())) annotations.eraseItem(at);
        if (annotations.getArrayNItems() == 0) page.getObjectHandle().removeKey("/Annots");
    }
}

// The last so many of a list come first. One alone is no list.
void bring_to_front(QPDFObjectHandle list, long long count) {
    if (!list.isArray()) return;
    std::vector<QPDFObjectHandle> items = list.getArrayAsVector();
    std::rotate(items.begin(), items.end() - count, items.end());
    list.setArrayFromVector(items);
}

class Artifacts {
public:
    Artifacts(QPDF& document, QPDF& artifacts)
        : document_(document),
          pages_(QPDFPageDocumentHelper(artifacts).getAllPages()),
          // cairo turns the page upside down and leaves it so.
          kept_(document.makeIndirectObject(document.newStream("q\n"))) {}

    void lay_over(QPDFPageObjectHelper page, std::size_t number, bool has_artifacts, std::size_t of) {
        std::string content = "Q\n";
        if (has_artifacts) content += "/Artifact BMC\nq " + use(page, number, "/Rules") + " Do Q\nEMC\n";
        content += "/Artifact <</Type/Pagination/Subtype/Footer>> BDC\nq " + use(page, of + number, "/Foot") +
                   " Do Q\nEMC\n";
        page.addPageContents(kept_, true);
        page.addPageContents(document_.newStream(content), false);
        if (page.getObjectHandle().hasKey("/Annots"))
            page.getObjectHandle().replaceKey("/Tabs", QPDFObjectHandle::newName("/S"));
        page.getObjectHandle().removeKey("/Group");
    }

private:
    std::string use(QPDFPageObjectHelper page, std::size_t artifact, const std::string& name) {
        QPDFObjectHandle form = document_.copyForeignObject(pages_.at(artifact).getFormXObjectForPage());
        form.getDict().removeKey("/Group");
        QPDFObjectHandle resources = page.getObjectHandle().getKey("/Resources");
        if (!resources.hasKey("/XObject"))
            resources.replaceKey("/XObject", QPDFObjectHandle::newDictionary());
        resources.getKey("/XObject").replaceKey(name, form);
        return name;
    }

    QPDF& document_;
    std::vector<QPDFPageObjectHelper> pages_;
    QPDFObjectHandle kept_;
};

void complete(QPDF& document, const PdfStory& story) {
    QPDFObjectHandle root = document.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newString(story.language));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<</DisplayDocTitle true>>"));
    root.replaceKey("/PageLabels", QPDFObjectHandle::parse("<</Nums[0<</S/D>>]>>"));
    if (root.hasKey("/Outlines")) root.replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
    QPDFObjectHandle metadata = document.newStream(metadata_of(story));
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", metadata);
    QPDFObjectHandle information = document.getTrailer().getKey("/Info");
    information.replaceKey("/Producer", QPDFObjectHandle::newString(producer));
    for (const char* moment : {"/CreationDate", "/ModDate"}) {
        // cairo 1.16 leaves out how a date begins (ISO 32000-1, 7.9.4).
        const std::string date = information.getKey(moment).getStringValue();
        if (!date.starts_with("D:")) information.replaceKey(moment, QPDFObjectHandle::newString("D:" + date));
    }

    QPDFObjectHandle tree = root.getKey("/StructTreeRoot").getKey("/K");
    if (tree.isArray()) tree = tree.getArrayItem(0);
    Elements elements(story);
    elements.visit(tree);
    elements.check();
    remove_annotations(document, elements.undone());
    bring_to_front(tree.getKey("/K"), 1);
    bring_to_front(root.getKey("/Pages").getKey("/Kids"), story.front_pages);
}

}  // namespace

void join_pdf(std::string_view content, std::string_view artifacts, const PdfStory& story,
              const std::string& path) {
    WholeFile file(path);
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("content", content.data(), content.size());
    QPDF beside;
    beside.setSuppressWarnings(true);
    beside.processMemoryFile("artifacts", artifacts.data(), artifacts.size());
    const std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(document).getAllPages();
    Artifacts over(document, beside);
    for (std::size_t number = 0; number < pages.size(); ++number)
        over.lay_over(pages[number], number, story.has_artifacts.at(number), pages.size());
    complete(document, story);
    QPDFWriter writer(document);
    QpdfSink pipeline(file);
    writer.setOutputPipeline(&pipeline);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setMinimumPDFVersion("1.7");
    writer.setDeterministicID(true);
    writer.write();
    if (document.anyWarnings() || beside.anyWarnings())
        throw std::runtime_error("qpdf finds a fault in what cairo drew");
    file.finish();
}

}  // namespace casekeeper
