# SPDX-License-Identifier: MIT
#
#   python3 pdf_structure.py FILE.pdf
#
# Reads a tagged PDF back by qpdf and poppler, and says what is not as ISO 14289-1 (PDF/UA-1) and its own contents
# have it, a line each; then "read: N elements, N headings, N links, N figures, N bookmarks, N pages".
import base64
import json
import re
import subprocess
import sys

path = sys.argv[1]
read = subprocess.run(
    ["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path],
    capture_output=True, check=True).stdout
objects = json.loads(read)["qpdf"][1]


def breach(what):
    print(what)


def get(value):
    while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
        one = objects["obj:" + value]
        value = one["value"] if "value" in one else one["stream"]["dict"]
    return value


def text_of(value):
    value = get(value)
    return value[2:] if isinstance(value, str) and value[:2] in ("u:", "b:") else value


def content_of(page):
    streams = get(page["/Contents"])
    refs = streams if isinstance(streams, list) else [page["/Contents"]]
    return b"\n".join(base64.b64decode(objects["obj:" + ref]["stream"]["data"]) for ref in refs).decode("latin-1")


def words_of(text):
    return re.sub(r"\s+", " ", text).strip()


# Nested marked content is not written: what begins ends before the next begins.
def marked_in(content):
    return [int(number) for number in re.findall(r"/MCID (\d+)[^>]*>>\s*BDC", content)]


root = get(get(objects["trailer"]["value"]["/Root"]))
pages = []


def collect(node):
    one = get(node)
    if one["/Type"] == "/Pages":
        for kid in get(one["/Kids"]):
            collect(kid)
    else:
        pages.append(node)


collect(root["/Pages"])
number_of = {ref: at for at, ref in enumerate(pages)}
texts = [words_of(page) for page in subprocess.run(
    ["pdftotext", path, "-"], capture_output=True, check=True, text=True).stdout.split("\f")[:-1]]

# ── The document ──

if not text_of(root.get("/Lang")):
    breach("the document has no language")
if get(root.get("/MarkInfo", {})).get("/Marked") is not True:
    breach("the document is not marked")
if get(root.get("/ViewerPreferences", {})).get("/DisplayDocTitle") is not True:
    breach("its title is not displayed")
if not text_of(get(objects["trailer"]["value"]["/Info"]).get("/Title")):
    breach("it has no title")
metadata = base64.b64decode(objects["obj:" + root["/Metadata"]]["stream"]["data"]).decode()
if "<pdfuaid:part>1</pdfuaid:part>" not in metadata:
    breach("it does not say that it is PDF/UA-1")

# ── The tree, in the order in which it is read out ──

order = []  # page, number of its content
headings = []
counts = {"elements": 0, "links": 0, "figures": 0}
linked = set()


def visit(ref, page, within):
    element = get(ref)
    name = element["/S"]
    page = element.get("/Pg", page)
    counts["elements"] += 1
    kids = get(element.get("/K", []))
    kids = kids if isinstance(kids, list) else [element["/K"]]
    if re.fullmatch("/H[1-6]", name):
        headings.append(int(name[2]))
    attributes = get(element.get("/A", {}))
    if name == "/TH" and attributes.get("/Scope") not in ("/Column", "/Row", "/Both"):
        breach("a header cell of a table says not of what")
    if name in ("/TH", "/TD") and within != "/TR":
        breach("a cell stands in no row")
    if name == "/TR" and within not in ("/Table", "/THead", "/TBody"):
        breach("a row stands in no table")
    if name == "/Figure":
        counts["figures"] += 1
        if not text_of(element.get("/Alt")):
            breach("a figure has no alternative")
    if name == "/Link":
        counts["links"] += 1
        if not any(isinstance(get(kid), dict) and get(kid).get("/Type") == "/OBJR" for kid in kids):
            breach("a link has no annotation")
    for kid in kids:
        one = get(kid)
        if isinstance(one, int):
            order.append((number_of[page], one))
        elif one.get("/Type") == "/OBJR":
            linked.add(one["/Obj"])
            if not text_of(get(one["/Obj"]).get("/Contents")):
                breach("a link says not where it leads")
        elif one.get("/Type") == "/MCR":
            order.append((number_of[one.get("/Pg", page)], one["/MCID"]))
        else:
            visit(kid, page, name)


tree = get(root["/StructTreeRoot"])["/K"]
for top in get(tree) if isinstance(get(tree), list) else [tree]:
    visit(top, None, "")
if not headings or headings[0] != 1:
    breach("it does not begin with a heading of the first level")
for before, after in zip(headings, headings[1:]):
    if after > before + 1:
        breach(f"a heading of level {after} follows one of level {before}")

# ── Each page ──

for at, ref in enumerate(pages):
    page = get(ref)
    in_content = marked_in(content_of(page))
    in_tree = [number for where, number in order if where == at]
    if sorted(in_content) != sorted(in_tree):
        breach(f"page {at + 1}: what is drawn is not what the tree leads to")
    elif in_content != in_tree:
        breach(f"page {at + 1}: it is read in another order than it is drawn")
    if in_content and "/StructParents" not in page:
        breach(f"page {at + 1}: nothing leads from it to the tree")
    annotations = get(page.get("/Annots", []))
    if annotations and page.get("/Tabs") != "/S":
        breach(f"page {at + 1}: links are not reached in the order of the tree")
    for annotation in annotations:
        if annotation not in linked:
            breach(f"page {at + 1}: a link is in no element")
    if f"Page {at + 1} of {len(pages)}" not in texts[at]:
        breach(f"page {at + 1}: its number is not at its foot")

# ── What leads to a page ──

names = {}


def collect_names(node):
    one = get(node)
    leaves = get(one.get("/Names", []))
    for at in range(0, len(leaves), 2):
        names[text_of(leaves[at])] = get(leaves[at + 1])
    for kid in get(one.get("/Kids", [])):
        collect_names(kid)


if "/Names" in root and "/Dests" in get(root["/Names"]):
    collect_names(get(root["/Names"])["/Dests"])


def page_led_to(item):
    to = item.get("/Dest") or get(item.get("/A", {})).get("/D")
    if isinstance(get(to), str):
        to = names.get(text_of(to))
    to = get(to)
    to = to.get("/D") if isinstance(to, dict) else to
    return number_of.get(to[0]) if to else None


bookmarks = 0


def follow(ref):
    global bookmarks
    while ref:
        item = get(ref)
        bookmarks += 1
        title = words_of(text_of(item["/Title"]))
        page = page_led_to(item)
        if page is None or title not in texts[page]:
            breach("a bookmark leads to a page that has not its words: " + title)
        follow(item.get("/First"))
        ref = item.get("/Next")


follow(get(root.get("/Outlines", {})).get("/First"))
for ref in linked:
    link = get(ref)
    page = page_led_to(link)
    if page is None:
        breach("a link leads nowhere: " + text_of(link.get("/Contents", "u:")))
        continue
    said = re.fullmatch(r"(.*), page (\d+)", words_of(text_of(link["/Contents"])))
    if said and (int(said[2]) != page + 1 or said[1] not in texts[page]):
        breach("the contents lead to another page than they say: " + said[0])

print(f"read: {counts['elements']} elements, {len(headings)} headings, {counts['links']} links, "
      f"{counts['figures']} figures, {bookmarks} bookmarks, {len(pages)} pages")
