/**
 * Opens every HTML page in Debian's Chromium, in three languages, light and dark, on a phone's and a desk's width, and on paper.
 * No console message, no request, no overflow, nothing axe-core finds. Needs `dist` (npm run build). SHOTS=folder keeps pictures.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import program from "../../../dist/start.cjs";
import { makePages } from "./pages.mjs";

const langs = (process.env.LANGS ?? "en,zh-TW,ja").split(",");
const schemes = ["light", "dark"];
const widths = [360, 1280];
const shots = process.env.SHOTS;
if (shots) mkdirSync(shots, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "support-cli-pages-"));
const io = program.processIo(process);
let passed = 0;
let failed = 0;
let rules = 0;

/** For what never comes, however busy the machine is. */
const limitMs = 300_000;

const browser = await chromium.launch({
  timeout: limitMs,
  executablePath: chromiumPath(),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  for (const [name, line] of Object.entries(makePages(folder)).filter(([name]) =>
    name.startsWith(process.env.ONLY ?? ""),
  )) {
    for (const lang of langs) {
      const file = join(folder, `${name}.${lang}.html`);
      const code = await program.start(
        [...line, "--lang", lang, "--now", "2026-11-22T09:00:00Z", "--quiet", "-o", file],
        io,
      );
      // An audit that falls short of what was wanted says so with 1.
      tally(`${name} ${lang}: exit code ${code}`, code <= 1);
      console.log(`${name} ${lang}: ${statSync(file).size} bytes`);
      await look(name, lang, file);
      await printed(name, lang, file);
    }
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`axe-core ran ${rules} rules that applied`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** One file under every scheme and width, in one tab. */
async function look(name, lang, file) {
  // Pages must not need scripts; axe itself is one, and is let past the page's own policy only here.
  const context = await browser.newContext({ bypassCSP: true, offline: true });
  context.setDefaultTimeout(limitMs);
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => request.url().startsWith("file:") || said.push(`request: ${request.url()}`));
  await page.goto(`file://${file}`);
  await page.evaluate(axe);
  for (const colorScheme of schemes) {
    for (const width of widths) {
      const title = `${name} ${lang} ${colorScheme} ${width}`;
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const measured = await page.evaluate(measure);
      const found = await page.evaluate(() => globalThis.axe.run());
      rules += found.passes.length;
      tally(
        `${title}: ${measured.scroll} of ${measured.wide} pixels, ${measured.over.join(" ")}`,
        measured.scroll <= measured.wide && measured.over.length === 0,
      );
      tally(
        `${title}: axe ${found.violations.map((v) => `${v.id} (${v.nodes.map((n) => n.target.join(" ")).slice(0, 3)})`).join(", ")}`,
        found.violations.length === 0,
      );
      tally(`${title}: lang ${measured.lang}`, measured.lang === lang);
      if (shots)
        await page.screenshot({ path: join(shots, `${name}.${lang}.${colorScheme}.${width}.png`), fullPage: true });
    }
  }
  tally(`${name} ${lang}: ${said.join("; ")}`, said.length === 0);
  await context.close();
}

/** In the page: how wide it is, and what sticks out on the right without scrolling by itself. */
function measure() {
  const { clientWidth: wide, scrollWidth: scroll, lang } = document.documentElement;
  const over = [...document.querySelectorAll("body *")].filter(
    (e) =>
      e.closest(".scroll, .unseen") === null &&
      e.getClientRects().length > 0 &&
      e.getBoundingClientRect().right > wide + 1,
  );
  return { scroll, wide, lang, over: over.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)) };
}

/** On A4 nothing may be wider than the sheet. */
async function printed(name, lang, file) {
  const context = await browser.newContext({ viewport: { width: 690, height: 1000 } });
  context.setDefaultTimeout(limitMs);
  const page = await context.newPage();
  await page.emulateMedia({ media: "print" });
  await page.goto(`file://${file}`);
  const [scroll, wide] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  tally(`${name} ${lang} on paper: ${scroll} of ${wide} pixels`, scroll <= wide);
  if (shots) await page.pdf({ path: join(shots, `${name}.${lang}.pdf`), preferCSSPageSize: true });
  await context.close();
}

function tally(what, isRight) {
  if (isRight) passed++;
  else {
    failed++;
    console.log(`failed: ${what}`);
  }
}

/** Debian's Chromium, installed where it is missing. */
function chromiumPath() {
  const path = "/usr/bin/chromium";
  if (!existsSync(path)) {
    const quiet = {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    };
    execFileSync("apt-get", ["update", "-qq"], quiet);
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"], quiet);
  }
  return path;
}
