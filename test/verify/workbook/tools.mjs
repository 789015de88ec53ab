/**
 * The programs of this suite: LibreOffice, which recalculates workbooks without a window, and a virtual environment of Python with
 * openpyxl. Both are made where they are missing.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { install, makeEnvironment } from "../../python.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const python = makeEnvironment(here);

/** Installs LibreOffice where it is missing. Throws where it cannot. */
export function makeTools() {
  if (spawnSync("soffice", ["--version"]).status !== 0) install("libreoffice-calc-nogui");
  const { status, stdout } = spawnSync("soffice", ["--version"], { encoding: "utf8" });
  if (status !== 0) throw new Error("This suite needs LibreOffice Calc.");
  return stdout.trim();
}

/** Edits a workbook with openpyxl, which keeps no value of a formula; how much of what it held. */
export function edit(from, to, edits = []) {
  const text = execFileSync(python, [join(here, "edit.py"), from, to, ...edits], { encoding: "utf8" });
  const [sheets, formulas, values, tables, lists, marks] = text.trim().split(" ").map(Number);
  return { sheets, formulas, values, tables, lists, marks };
}

/** The recalculated sheets by their names, as rows of texts as they are shown. */
export function recalculate(file, folder) {
  const out = join(folder, `${basename(file, ".xlsx")}-csv`);
  mkdirSync(out, { recursive: true });
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
  const begun = performance.now();
  const { status, stderr } = spawnSync(
    "soffice",
    [profile, "--headless", "--convert-to", filter, "--outdir", out, file],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`soffice: ${stderr}`);
  const seconds = (performance.now() - begun) / 1000;
  const sheets = Object.fromEntries(
    ["Tickets", "Summary", "Targets", "Calendar", "Days", "About"].map((name) => [
      name,
      () => parseCsv(readFileSync(join(out, `${basename(file, ".xlsx")}-${name}.csv`), "utf8")),
    ]),
  );
  return { sheets, seconds };
}

/** Rows of cells; quotes only where they are needed. */
function parseCsv(text) {
  const rows = [[]];
  let cell = "";
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (isQuoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i];
      else isQuoted = false;
    } else if (c === '"') isQuoted = true;
    else if (c === "," || c === "\n") {
      rows.at(-1).push(cell);
      cell = "";
      if (c === "\n") rows.push([]);
    } else if (c !== "\r") cell += c;
  }
  return rows.filter((row) => row.length > 0);
}
