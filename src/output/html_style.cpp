// SPDX-License-Identifier: MIT
#include "output/html_style.h"

namespace casekeeper {
namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; --ink: #14212b; --soft: #44525e; --paper: #fff; --band: #14313d;
  --on-band: #fff; --line: #b5bfc6; --rule: #14313d; --tint: #f1f4f5; --bar: #1d6070; --link: #0b4a6f;
  --focus: #ffd23f; --on-focus: #14212b; --good: #0c5132; --caution: #6b4300; --alarm: #96160f; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, "Segoe UI",
  Roboto, "Liberation Sans", Arial, sans-serif; }
.wide { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 0; top: 0; padding: .75rem 1.25rem; z-index: 1; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible, .skip:focus { outline: 3px solid var(--focus); outline-offset: 0; background: var(--focus);
  color: var(--on-focus); }
.scroll:focus-visible { background: none; color: inherit; outline: 3px solid var(--bar); }
.band { background: var(--band); color: var(--on-band); padding: .75rem 0; }
.band p { margin: 0; font-weight: 600; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.75rem); margin: 2rem 0 1rem; }
h2 { font-size: 1.6rem; margin: 3rem 0 1rem; padding-top: 1rem; border-top: 3px solid var(--rule); }
h3 { font-size: 1.2rem; margin: 2rem 0 .75rem; }
p { max-width: 44rem; margin: 0 0 1rem; }
.opening { font-size: 1.2rem; }
.notice { border-left: 6px solid var(--bar); padding: .75rem 1rem; background: var(--tint); }
.notice.alarm { border-color: var(--alarm); } .notice.caution { border-color: var(--caution); }
.items { max-width: 44rem; margin: 0 0 1rem; padding-left: 1.3rem; }
.items li { margin: 0 0 .4rem; padding-left: .2rem; }
.items li::marker { color: var(--bar); }
.letter .wide { max-width: 42rem; }
.letter h1 { font-size: clamp(1.6rem, 1.3rem + 1.4vw, 2.1rem); }
.letter h2 { font-size: 1.3rem; margin: 2.25rem 0 .6rem; padding: 0; border: 0; }
.letter .opening { font-size: inherit; }
.letter main { padding-bottom: 3rem; }
.letter.large { font-size: 18pt; page: large; }
.letter.large h1 { font-size: 1.5em; } .letter.large h2 { font-size: 1.25em; }
nav { margin: 2rem 0 0; }
nav ul { columns: 16rem; padding: 0; margin: .5rem 0 0; list-style: none; }
nav li { padding: .2rem 0; break-inside: avoid; }
.scroll { overflow-x: auto; margin: 0 0 1.5rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: 0 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0;
  border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere; }
th { font-weight: 400; } thead th { font-weight: 600; border-bottom: 2px solid var(--rule);
  vertical-align: bottom;
  overflow-wrap: normal; }
tbody th { min-width: 7rem; } td { min-width: 6rem; } td.number { min-width: 3rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; overflow-wrap: normal; }
thead .number { white-space: normal; }
td.number, thead .number { padding-right: 1.5rem; } th:last-child, td:last-child {
  padding-right: 0 !important; }
.pair th, .pair td { padding-top: .2rem; padding-bottom: .2rem; }
.total th, .total td { font-weight: 600; border-top: 2px solid var(--rule);
  border-bottom: 2px solid var(--rule); }
.note { display: block; color: var(--soft); font-size: .9375rem; }
code { font: .9em/1.4 ui-monospace, Consolas, "Liberation Mono", monospace; background: var(--tint);
  padding: .1em .3em;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
code span { white-space: nowrap; }
td code, th code { display: inline-block; margin-top: .2rem; }
.tag { font-weight: 600; white-space: nowrap; }
.tag.alarm, .tag.caution, .tag.good { border: 2px solid; padding: 0 .4em; display: inline-block; }
.alarm.tag { color: var(--alarm); } .caution.tag { color: var(--caution); } .good.tag { color: var(--good); }
dl { display: grid; grid-template-columns: minmax(7rem, 12rem) minmax(0, 1fr); margin: 0 0 1.5rem; }
dt, dd { margin: 0; padding: .4rem 1rem .4rem 0; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere; }
dt { font-weight: 600; }
figure { margin: 0 0 1.5rem; }
figcaption { font-weight: 600; padding-bottom: .5rem; }
svg { display: block; font-size: .9375rem; }
svg text { fill: var(--ink); } svg .number { text-anchor: end; } svg rect { fill: var(--bar); }
svg line { stroke: var(--rule); stroke-width: 2; }
.closing { margin-top: 4rem; padding-bottom: 3rem; background: var(--tint);
  border-top: 3px solid var(--rule); }
.closing h2 { border: 0; margin-top: 1rem; }
@media (min-width: 50rem) {
  dl { grid-template-columns: minmax(7rem, 19rem) minmax(0, 1fr); }
  .pair { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 2.5rem;
    align-items: start; }
}
@media screen and (max-width: 40rem) {
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack, .stack tbody, .stack tr, .stack th { display: block; }
  .stack caption { display: block; border-bottom: 2px solid var(--rule); }
  .stack tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
  .stack th, .stack td, .stack .number { border: 0; padding: .1rem 0; text-align: left; white-space: normal; }
  .stack tbody th { font-weight: 600; } .stack th .note { font-weight: 400; }
  .stack td { display: grid; grid-template-columns: 2fr 3fr; gap: .75rem; }
  .stack td::before { content: attr(data-label); content: attr(data-label) / ""; color: var(--soft); }
  .stack .total { border-top: 2px solid var(--rule); border-bottom: 2px solid var(--rule); }
  dl { grid-template-columns: 6rem minmax(0, 1fr); }
}
@media (max-width: 30rem) {
  body { font-size: 1rem; } .wide { padding: 0 .9rem; } .opening { font-size: 1.1rem; }
  th, td, td.number, thead .number { padding-right: .6rem; } table { font-size: .9375rem; } svg {
    font-size: .875rem; } h2 { font-size: 1.4rem; }
}
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #f0f3f4; --soft: #bcc8ce; --paper: #11191e; --band: #0a0f12; --line: #43525b;
    --rule: #8fa5b0;
    --tint: #1c272e; --bar: #5fb3c4; --link: #8fd0f5; --good: #7fdcab; --caution: #f5c26b; --alarm: #ff9d94; }
  .band { border-bottom: 1px solid var(--line); }
}
@media (forced-colors: active) { svg text, svg rect { fill: CanvasText; } svg line { stroke: CanvasText; } }
@page { size: A4; margin: 16mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages);
  font: 9pt sans-serif; } }
@page large { @bottom-right { font: 18pt sans-serif; } }
@media print {
  :root { color-scheme: light; }
  body { font-size: 10pt; background: #fff; color: #000; }
  .wide { max-width: none; padding: 0; }
  .skip, nav { display: none; }
  .band { background: none; color: #000; padding: 0; border-bottom: 2pt solid #000; }
  h1 { font-size: 20pt; margin: 8mm 0 4mm; } h2 { font-size: 14pt; margin: 8mm 0 3mm; } h3 {
    font-size: 11.5pt; margin: 5mm 0 2mm; }
  h2, h3, caption, figcaption { break-after: avoid; break-inside: avoid; }
  p, li { break-inside: avoid; } .opening { font-size: 12pt; }
  .letter { font-size: 11pt; } .letter h1 { font-size: 18pt; } .letter h2 { font-size: 13pt;
    margin: 6mm 0 2mm; }
  .letter main { padding: 0; } h2 + .items { break-before: avoid; } .items { orphans: 3; widows: 3; }
  .scroll { overflow: visible; } thead { display: table-header-group; } tr, figure, dl > * {
    break-inside: avoid; }
  .short, .pair { break-inside: avoid; } h2 + p, h3 + p { break-after: avoid; }
  thead { break-after: avoid; } tbody tr:first-child, .total { break-before: avoid; }
  .note { display: inline; } .note::before { content: " \2013  "; }
  th, td { padding-top: .9mm; padding-bottom: .9mm; } .note, code { font-size: 9pt; } svg { font-size: 9pt; }
  .pair { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 6mm; align-items: start; }
  a { color: inherit; text-decoration: none; } svg rect, code, .closing { print-color-adjust: exact;
    -webkit-print-color-adjust: exact; }
  .closing { margin-top: 8mm; padding: 0 3mm 3mm; break-inside: avoid; }
}
)";

}  // namespace

std::string_view html_style() {
    return style;
}

}  // namespace casekeeper
