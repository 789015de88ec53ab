/**
 * The licences of the bundled libraries, which require their texts to be passed on.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One text with the licence of every package that has a bundled module. */
export function licences(root, modules) {
  const folders = new Set(
    modules.filter((path) => /(^|\/)node_modules\//.test(path)).map((path) => packageFolder(join(root, path))),
  );
  const texts = [...folders].map((folder) => {
    const { name, version, license, homepage, repository } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    );
    const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    const where = homepage ?? repository?.url ?? repository ?? "";
    const text = file === undefined ? "" : `\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
    return `${name} ${version}\n${license}${where === "" ? "" : `\n${where}`}\n${text}`;
  });
  const rule = `\n${"-".repeat(78)}\n\n`;
  return `support-cli contains these libraries, whole or in part.\n${rule}${[...new Set(texts)].sort().join(rule)}`;
}

function packageFolder(path) {
  let folder = dirname(path);
  while (
    !existsSync(join(folder, "package.json")) ||
    !("version" in JSON.parse(readFileSync(join(folder, "package.json"), "utf8")))
  ) {
    folder = dirname(folder);
  }
  return folder;
}
