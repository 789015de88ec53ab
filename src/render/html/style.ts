/**
 * The style of every page: light and dark by the reader's setting, narrow and wide screens, and A4 paper. Colours have meanings,
 * and each meaning has a sign or a pattern besides.
 */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b2129; --soft: #55606d; --line: #d4dae1; --tint: #f3f6f9;
  --accent: #0b5cad; --mid: #7fb2e5; --open: #dbe7f3; --good: #17692f; --warn: #845400; --bad: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #11161c; --ink: #e7edf3; --soft: #a3b0bd; --line: #36414d; --tint: #1a222b;
    --accent: #6cb4f5; --mid: #3a6ea3; --open: #243445; --good: #5fcf80; --warn: #e3b341; --bad: #ff8a80;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 66rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif; overflow-wrap: anywhere;
}
:lang(zh-TW) body { font-family: system-ui, -apple-system, "PingFang TC", "Microsoft JhengHei", "Noto Sans TC", "Noto Sans CJK TC", sans-serif; line-break: strict; }
:lang(ja) body { font-family: system-ui, -apple-system, "Hiragino Sans", "Yu Gothic", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", sans-serif; line-break: strict; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0; text-wrap: balance; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.4rem 0 .6rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
header { margin-bottom: 1rem; }
.subtitle { margin: .3rem 0 0; color: var(--soft); }
p, ul, ol, dl { margin: .5rem 0; }
ul { padding-left: 1.3rem; }
li { margin: .2rem 0; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code { font: .85em/1.4 ui-monospace, "Cascadia Code", Menlo, Consolas, monospace; color: var(--soft); }
pre { margin: .5rem 0; padding: .8rem 1rem; background: var(--tint); border-radius: .4rem; white-space: pre-wrap; }
.flag, li code { white-space: nowrap; }
pre code { color: inherit; }
footer { margin-top: 3rem; padding-top: .6rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding: 0; margin: 1.2rem 0 0; list-style: none; }
.note { margin: 1rem 0; padding: .6rem .9rem; border-left: 4px solid var(--warn); background: var(--tint); }
dl { display: grid; grid-template-columns: fit-content(38%) 1fr; gap: .25rem 1.4rem; }
dl > div { display: contents; }
dt { color: var(--soft); }
dd { margin: 0; }
.scroll { overflow-x: auto; }
.charts + .scroll, figure + .scroll, .scroll + .scroll { margin-top: 1.8rem; }
.legend + .charts, .legend + figure { margin-top: .9rem; }
table { width: 100%; border-collapse: collapse; font-size: .94rem; }
caption { text-align: left; color: var(--soft); padding: 0 0 .4rem; font-size: .9rem; }
th, td { padding: .42rem .7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: break-word; }
td, thead th { min-width: 6.5rem; }
.plans td, .plans thead th { width: 11rem; }
.plans th:first-child { width: auto; }
th:first-child { padding-left: .2rem; min-width: 8rem; }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: 500; }
tr.group th { padding-top: 1.1rem; font-weight: 650; background: none; }
.number { text-align: right; font-variant-numeric: tabular-nums; min-width: 4.5rem; white-space: nowrap; }
.moments td:nth-child(2) { white-space: nowrap; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.no-break { white-space: nowrap; }
.under { display: block; font-weight: 400; font-size: .85em; color: var(--soft); }
.yes, .good { color: var(--good); }
.no, .soft { color: var(--soft); }
.warn { color: var(--warn); }
.bad { color: var(--bad); }
.badge { display: inline-block; padding: .05rem .6rem; border: 1.5px solid currentColor; border-radius: 1rem; font-size: .85rem; font-weight: 600; white-space: nowrap; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1rem; margin: 1.3rem 0; padding: 0; list-style: none; }
.card { margin: 0; padding: 1rem 1.1rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--tint); }
.card h2 { margin: 0 0 .2rem; font-size: 1.05rem; }
.card p { margin: .2rem 0; }
.big { font-size: 1.55rem; line-height: 1.25; font-weight: 650; font-variant-numeric: tabular-nums; }
.meter { display: block; width: 100%; height: 12px; margin: .7rem 0 .6rem; }
.card dl { margin: .4rem 0 0; }
figure { margin: .8rem 0; }
figcaption { color: var(--soft); font-size: .9rem; margin-bottom: .4rem; }
svg { display: block; overflow: visible; }
svg text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: var(--soft); }
svg text.value { fill: var(--ink); font-variant-numeric: tabular-nums; }
.defs { position: absolute; width: 0; height: 0; }
.closed { fill: var(--tint); } .open { fill: var(--open); } .used { fill: var(--accent); } .grid { stroke: var(--line); stroke-width: 1; }
.left { fill: url(#left-pattern); stroke: var(--accent); stroke-width: 1; } .pause { fill: url(#pause-pattern); stroke: var(--soft); stroke-width: 1; }
.mark { stroke: var(--ink); stroke-width: 2; } .nowmark { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 3 2; }
.days { margin: 0; padding: 0; list-style: none; }
.days > li { display: grid; grid-template-columns: 6.6rem minmax(0, 1fr) minmax(9rem, 17rem); gap: 0 .8rem; align-items: center; margin: 0; padding: 1px 0; }
.days .day { font-variant-numeric: tabular-nums; white-space: nowrap; }
.days .what { color: var(--soft); font-size: .9rem; line-height: 1.35; }
.days .more { grid-column: 1 / -1; color: var(--soft); padding: .3rem 0; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: .6rem 0 0; padding: 0; list-style: none; font-size: .88rem; color: var(--soft); }
.legend li { display: flex; align-items: center; gap: .4rem; margin: 0; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 1.2rem 2rem; }
.charts figure { margin: 0; }
.charts h3 { margin: 0 0 .2rem; }
.bar { fill: var(--mid); } .bar.good { fill: var(--good); } .bar.bad { fill: var(--bad); } .bar.own { fill: var(--accent); }
.trend { stroke: var(--accent); stroke-width: 2; }
.hours td, .hours thead th, .hours th:first-child { min-width: 3.2rem; padding: .15rem .4rem; }
.target { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 5 3; }
@media (max-width: 44rem) {
  .days > li { grid-template-columns: 5.4rem minmax(0, 1fr); }
  .days .what { grid-column: 2; padding-bottom: .35rem; }
  .days .what:empty { display: none; }
  table { font-size: .88rem; }
  th, td { padding: .35rem .45rem; }
  .plans td, .plans thead th { width: auto; min-width: 4.8rem; }
  .plans th:first-child { min-width: 9.5rem; }
}
@page { size: A4; margin: 15mm 14mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --tint: #f4f4f4; --accent: #0b5cad; --mid: #7fb2e5; --open: #dbe7f3;
    --good: #17692f; --warn: #845400; --bad: #b3261e;
  }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; line-height: 1.4; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  nav { display: none; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; }
  td, thead th { min-width: 0; }
  h2, h3, caption, .legend, h2 + p { break-after: avoid; }
  tr, figure, .card, .days > li, .note { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
}
`;
