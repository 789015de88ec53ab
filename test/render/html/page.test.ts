/**
 * The HTML pages as text: one file without requests, in which foreign text stays text. How they look is test/verify/browser.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { html } from "../../../src/render/html/page.js";
import { pageStyle } from "../../../src/render/html/style.js";
import { type } from "../../terminal.js";

const ticket = ["-r", "japan", "--opened", "2026-11-20T16:40+09:00", "--holidays", "JP"];
const lines: readonly (readonly string[])[] = [
  ["compare", "--all"],
  ["deadline", ...ticket, "-P", "P2", "--explain"],
  ["deadline", "-p", "standard", ...ticket, "-P", "P4", "--explain"],
  ["recommend", "--need", "live-telephone", "--contacts", "5", "--within", "P2=2h"],
  ["audit", "tickets.csv", "-p", "business", "--min-attainment", "1"],
  ["hours", "--holidays", "JP"],
  ["hours", "japan", "emea", "--calendar"],
];

/** Tickets of two months; one has an id that looks like markup. */
const tickets = `id,priority,region,opened,responded
"<b>1</b>",P1,japan,2026-05-04T01:00Z,2026-05-04T01:20Z
2,P2,japan,2026-05-05T01:00Z,2026-05-05T05:00Z
3,P2,emea,2026-06-05T10:00Z,2026-06-05T11:00Z
4,P3,emea,2026-06-05T10:00Z,
`;
const given = { files: { "tickets.csv": tickets } };

/** Elements that have no end. */
const single = ["meta", "!doctype"];

/** The elements that are open at the end of markup, or close out of turn. */
function unbalanced(markup: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, end, name = "", rest = ""] of markup
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .matchAll(/<(\/?)([!a-z][a-z0-9]*)([^>]*)>/gi)) {
    if (end) {
      if (open.pop() !== name) wrong.push(`/${name}`);
    } else if (!single.includes(name) && !rest.endsWith("/")) open.push(name);
  }
  return [...wrong, ...open];
}

describe("HTML pages", () => {
  test.each(lines)("%s %s %s: one file, no script, nothing from elsewhere, whole markup", async (...line) => {
    const { stdout, code } = await type([...line, "--format", "html"], given);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/<script|<img|<link|<iframe|javascript:|url\((?!#)|@import|\son\w+=/i);
    expect(unbalanced(stdout)).toEqual([]);
    expect(stdout.match(/<h1>/g)?.length).toBe(1);
    const ids = [...stdout.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [svg] of stdout.matchAll(/<svg[^>]*>/g))
      expect(svg).toMatch(/aria-label="[^"]+"|aria-hidden="true"|width="100%" height="16"/);
  });

  test("a page is written to a file by its ending", async () => {
    const { written } = await type(["compare", "-o", "plans.html"]);
    expect(written["plans.html"]).toMatch(/^<!doctype html>/);
  });

  test("words of a dataset cannot become markup, links only lead where a browser may go", async () => {
    const dataset = JSON.parse(readFileSync("src/data/bundled/adobe-experience-cloud-2022.json", "utf8"));
    const evil = `"><script>alert(1)</script><b onclick='x'>\u202e\u0007`;
    for (const plan of Object.values(dataset.plans) as { name: object }[])
      plan.name = { en: `${JSON.stringify(plan.name)}${evil}` };
    for (const region of Object.values(dataset.regions) as { name: object }[])
      region.name = { en: `${JSON.stringify(region.name)}${evil}` };
    for (const note of dataset.notes) note.text = { en: evil };
    for (const source of Object.values(dataset.sources) as { url: string }[]) source.url = "javascript:alert(1)";
    const files = { ...given.files, "evil.json": JSON.stringify(dataset) };
    for (const line of lines) {
      const { stdout } = await type([...line, "--format", "html", "--dataset", "evil.json"], { files });
      expect(stdout).toContain("&#60;script&#62;");
      expect(stdout).not.toMatch(/<script|<b |href="javascript/);
      expect(["\u202e", "\u0007"].filter((c) => stdout.includes(c))).toEqual([]);
      expect(unbalanced(stdout)).toEqual([]);
    }
  });

  test("values are text, Html is markup, lists are joined", () => {
    const { markup } = html`<p title="${`a"b`}">${"<&>"}${html`<i>${1}</i>`}${["x", html`<br/>`]}${undefined}</p>`;
    expect(markup).toBe('<p title="a&#34;b">&#60;&#38;&#62;<i>1</i>x<br/></p>');
  });
});

describe("the page of hours", () => {
  test("says for each region whether it is open, when that changes in both zones, and shows its week with now on it", async () => {
    const line = [
      "hours",
      "japan",
      "emea",
      "--holidays",
      "JP",
      "--tz",
      "Asia/Taipei",
      "--now",
      "2026-11-20T08:00Z",
      "--format",
      "html",
    ];
    const { stdout } = await type(line);
    const [japan = "", emea = ""] = stdout.match(/<li class="card">[\s\S]*?<\/li>/g) ?? [];
    expect(japan).toContain("● open");
    expect(japan).toContain("Closes · in 30 min");
    expect(japan).toContain('datetime="2026-11-20T17:30:00+09:00"');
    expect(japan).toContain("= Fri 2026-11-20 16:30 +08:00 (Asia/Taipei)");
    expect(emea).toContain("○ closed</span> night");
    expect(emea).toContain('datetime="2026-11-20T09:00:00+00:00"');
    expect(stdout).toContain('aria-label="open 09:00–17:30"');
    expect(stdout).toContain("Fri 11-20 ◂");
    expect(stdout.match(/class="nowmark" x1="70.833%"/g)?.length, "17:00 of 24 in Tokyo").toBe(1);
  });

  test("names the holiday that closes a region, and leaves out the reader's zone where it is the region's own", async () => {
    const line = [
      "hours",
      "japan",
      "--holidays",
      "JP",
      "--tz",
      "Asia/Tokyo",
      "--now",
      "2026-11-23T03:00Z",
      "--format",
      "html",
    ];
    const { stdout } = await type(line);
    expect(stdout).toContain("○ closed</span> holiday: Labor Thanksgiving Day");
    expect(stdout).toContain("Opens · in 21 h");
    expect(stdout).not.toContain('<p class="soft">= ');
  });

  test("has the open intervals of --calendar with their total", async () => {
    const span = ["--from", "2026-11-20T00:00Z", "--to", "2026-11-25T00:00Z"];
    const { stdout } = await type(["hours", "japan", "--calendar", ...span, "--format", "html"]);
    expect(stdout).toContain("<caption>Open intervals in Asia/Tokyo</caption>");
    expect(stdout.match(/<tr>/g)?.length).toBe(1 + 3);
    expect(stdout).toContain('<td class="number">25 h 30 min</td>');
  });

  test("shows that a region never closes", async () => {
    const dataset = JSON.parse(readFileSync("src/data/bundled/adobe-experience-cloud-2022.json", "utf8"));
    const allDay = Object.fromEntries(
      ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, [["00:00", "24:00"]]]),
    );
    for (const region of Object.values(dataset.regions) as { hours: object }[]) region.hours = allDay;
    const { stdout } = await type(["hours", "--dataset", "always.json", "--format", "html"], {
      files: { "always.json": JSON.stringify(dataset) },
    });
    expect(stdout).toContain('<p class="soft">never closes</p>');
  });
});

describe("an audit's pictures", () => {
  test("bars and their words come from the numbers of the audit", async () => {
    const line = ["audit", "tickets.csv", "-p", "business", "--min-attainment", "50"];
    const { stdout } = await type([...line, "--format", "html"], given);
    const audit = JSON.parse((await type([...line, "--json"], given)).stdout);
    expect(stdout).toContain(
      "P2 Major Business Impact, Attainment by month and priority, in percent; required: 50%; 2026-05: 0.0; 06: 100.0",
    );
    expect(audit.usedPercent.P2).toEqual([
      { from: 0, to: 25, tickets: 0 },
      { from: 25, to: 50, tickets: 1 },
      { from: 50, to: 75, tickets: 0 },
      { from: 75, to: 100, tickets: 0 },
      { from: 100, to: 150, tickets: 0 },
      { from: 150, to: 200, tickets: 1 },
      { from: 200, to: 400, tickets: 0 },
      { from: 400, to: null, tickets: 0 },
    ]);
    const used = Object.values(audit.usedPercent as Record<string, { tickets: number }[]>).flat();
    expect(used.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(3);
    for (const { plan, attainment } of audit.whatIf)
      expect(stdout, plan).toContain(`${(attainment * 100).toFixed(1)}%`);
  });
});

test("every colour of the pages' style is used in it or by a page", () => {
  const source = readdirSync("src/render/html").map((name) => readFileSync(`src/render/html/${name}`, "utf8"));
  const declared = new Set([...pageStyle.matchAll(/(--[a-z0-9]+):/g)].map(([, name]) => name));
  expect(declared.size).toBeGreaterThan(5);
  for (const name of declared) expect(source.some((text) => text.includes(`var(${name})`))).toBe(true);
});
