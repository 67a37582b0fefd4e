# SPDX-License-Identifier: MIT
#
# Searches files that were handed out for words that must not be in them, and for words that must be, without a line
# of the program's own readers: with poppler's and qpdf's tools, 7z, and the bytes themselves.
#
#   released_words.py [--passphrase TEXT] --kept-back FILE --shown FILE RELEASED...
#
# FILE has a text a line. Texts are compared by their letters and digits alone, decomposed, without marks and case, so
# that no spelling, line end or joiner hides one; one that begins with ~ is a regular expression for the text as it is.
# Each thing wrong is a line, "WHERE: TEXT, in: WHAT STANDS ROUND IT"; exit 1 if there is any, 65 where a file cannot be read.
import argparse
import base64
import html
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import zlib
from urllib.parse import unquote


def folded(text):
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in unicodedata.normalize("NFKD", decomposed.casefold()) if c.isalnum())


def said_by(*command):
    done = subprocess.run(command, capture_output=True)
    if done.returncode not in (0, 3):  # 3: qpdf did it, and warns
        print("cannot be read: " + command[0] + ": " + done.stderr.decode("utf-8", "replace"))
        sys.exit(65)
    return done.stdout


def as_text(raw):
    """Bytes as every text they might be."""
    yield raw.decode("utf-8", "replace")
    yield raw.decode("latin-1")
    yield raw.replace(b"\0", b"").decode("latin-1")
    for encoding in ("utf-16-le", "utf-16-be"):
        yield raw.decode(encoding, "replace")
        yield raw[1:].decode(encoding, "replace")


def strings_of_pdf(raw):
    """Literal and hexadecimal strings of a PDF in plain text, each as a text of its own."""
    for match in re.finditer(rb"<([0-9A-Fa-f\s]{4,})>", raw):
        digits = re.sub(rb"\s", b"", match.group(1))
        yield from as_text(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()))
    for match in re.finditer(rb"\(((?:\\.|[^\\()])*)\)", raw, re.DOTALL):
        inner = re.sub(rb"\\([0-7]{1,3})", lambda m: bytes([int(m.group(1), 8) & 255]), match.group(1))
        yield from as_text(re.sub(rb"\\(.)", rb"\1", inner, flags=re.DOTALL))


def inflated(raw):
    """Whatever is packed anywhere in some bytes."""
    for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", raw):
        try:
            yield zlib.decompressobj().decompress(raw[match.start():])
        except zlib.error:
            continue


def texts_of_pdf(path, work):
    for options in ((), ("-layout",), ("-raw",), ("-bbox",)):
        yield "pdftotext " + " ".join(options), said_by("pdftotext", *options, path, "-").decode("utf-8", "replace")
    for option in ("-meta", "-struct-text", "-url", "-dests", "-js", "-custom", "-isodates"):
        yield "pdfinfo " + option, said_by("pdfinfo", option, path).decode("utf-8", "replace")
    yield "pdfdetach", said_by("pdfdetach", "-list", path).decode("utf-8", "replace")
    plain = os.path.join(work, "plain.pdf")
    said_by("qpdf", "--qdf", "--object-streams=disable", "--decode-level=all", path, plain)
    with open(plain, "rb") as file:
        raw = file.read()
    for text in as_text(raw):
        yield "qpdf --qdf", text
    for text in strings_of_pdf(raw):
        yield "a string of the PDF", text
    said_by("pdfimages", "-all", path, os.path.join(work, "picture"))
    for name in sorted(os.listdir(work)):
        if name.startswith("picture"):
            with open(os.path.join(work, name), "rb") as file:
                for text in as_text(file.read()):
                    yield "a picture of the PDF", text


def texts_of_page(raw):
    page = raw.decode("utf-8", "replace")
    yield "the page unescaped", html.unescape(page)
    yield "the page without its elements", html.unescape(re.sub(r"<[^>]*>", "", page))
    yield "addresses in the page", unquote(page)
    for match in re.finditer(r"base64,([A-Za-z0-9+/=]+)", page):
        packed = base64.b64decode(match.group(1))
        for one in (packed, *inflated(packed)):
            for text in as_text(one):
                yield "what is packed in the page", text


def texts_of(path, passphrase, work):
    yield "its name", os.path.basename(path)
    with open(path, "rb") as file:
        raw = file.read()
    if raw.startswith(b"%PDF"):
        opened = os.path.join(work, "opened.pdf")
        if passphrase:
            said_by("qpdf", "--decrypt", "--password=" + passphrase, path, opened)
        else:
            opened = path
        yield from texts_of_pdf(opened, work)
        with open(opened, "rb") as file:
            raw = file.read()
    elif raw.startswith(b"PK"):
        inner = os.path.join(work, "inner")
        said_by("7z", "x", "-y", "-p" + passphrase, "-o" + inner, path)
        yield "list of the archive", said_by("7z", "l", "-slt", "-p" + passphrase, path).decode("utf-8", "replace")
        for folder, _, names in os.walk(inner):
            for name in names:
                with tempfile.TemporaryDirectory() as deeper:
                    for where, text in texts_of(os.path.join(folder, name), "", deeper):
                        yield name + ", " + where, text
    elif b"<html" in raw[:1000]:
        yield from texts_of_page(raw)
    for text in as_text(raw):
        yield "its bytes", text
    for packed in inflated(raw):
        for text in as_text(packed):
            yield "what is packed in it", text


def lines_of(path):
    with open(path, encoding="utf-8") as file:
        return [line for line in file.read().split("\n") if line]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--passphrase", default="")
    options.add_argument("--kept-back", required=True)
    options.add_argument("--shown", required=True)
    options.add_argument("released", nargs="+")
    asked = options.parse_args()
    kept_back = [(one, None if one.startswith("~") else folded(one)) for one in lines_of(asked.kept_back)]
    missing = {one: folded(one) for one in lines_of(asked.shown)}
    wrong = {}
    for path in asked.released:
        with tempfile.TemporaryDirectory() as work:
            for where, text in texts_of(path, asked.passphrase, work):
                letters = folded(text)
                for one, its_letters in kept_back:
                    found = re.search(one[1:], text) if its_letters is None else re.search(its_letters, letters)
                    if found and (where, one) not in wrong:
                        wrong[where, one] = found.string[max(0, found.start() - 30):found.end() + 30]
                for one in [one for one, its_letters in missing.items() if its_letters in letters]:
                    del missing[one]
    for (where, one), around in wrong.items():
        print(f"{where}: {one}, in: {around}")
    for one in missing:
        print("it is nowhere: " + one)
    sys.exit(1 if wrong or missing else 0)


main()
