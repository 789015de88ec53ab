/**
 * `npm run bench -- NAME`: runs one of the benches of this folder with the rest of the words.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [name = "engine", ...words] = process.argv.slice(2);
const script = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));
if (!/^[a-z]+$/.test(name) || !existsSync(script)) {
  console.error(`There is no bench called ${name}: batch, csv, engine, growth, sql and startup are.`);
  process.exit(2);
}
process.exit(spawnSync(process.execPath, [script, ...words], { stdio: "inherit" }).status ?? 1);
