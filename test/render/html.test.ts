/**
 * The HTML pages as text: one file that asks for nothing, in which foreign words stay words. How they look is test/browser.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { html } from "../../src/render/html.js";
import { type } from "../terminal.js";

const ticket = ["-P", "P2", "-r", "japan", "--opened", "2026-11-20T16:40+09:00", "--holidays", "JP"];
const lines: readonly (readonly string[])[] = [
  ["compare", "--all"],
  ["deadline", ...ticket, "--explain"],
  ["deadline", "-p", "standard", ...ticket, "-P", "P4", "--explain"],
  ["recommend", "--need", "live-telephone", "--contacts", "5", "--within", "P2=2h"],
];

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
    const { stdout, code } = await type([...line, "--format", "html"]);
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
    for (const plan of Object.values(dataset.plans) as { name: object }[]) plan.name = { en: `${JSON.stringify(plan.name)}${evil}` };
    for (const note of dataset.notes) note.text = { en: evil };
    for (const source of Object.values(dataset.sources) as { url: string }[]) source.url = "javascript:alert(1)";
    const files = { "evil.json": JSON.stringify(dataset) };
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
