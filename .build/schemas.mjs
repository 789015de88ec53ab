/**
 * src/render/json-schema.ts -> dist/schema: the JSON Schema of each command's JSON output, one file each.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { importSource } from "./import-source.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(root, "dist", "schema");
mkdirSync(target, { recursive: true });
const { answerSchemas, answerJsonSchema } = await importSource(
  `export * from "./json-schema.ts";`,
  join(root, "src/render"),
);
for (const name of Object.keys(answerSchemas)) {
  writeFileSync(join(target, `${name}.json`), `${JSON.stringify(answerJsonSchema(name), null, 2)}\n`);
}
