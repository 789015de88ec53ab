/**
 * Loads a dataset: a bundled one by its id, or a document by its path.
 */
import { CliError } from "../errors.js";
import { nearestNames } from "../suggest.js";
import { bundledIds, loadBundled } from "./bundled.js";
import type { Dataset } from "./dataset.js";
import { parseJson } from "./json.js";

/**
 * A bundled dataset, or the validated document at a path. A name with a slash, a backslash or `.json` is a path; any other
 * word is a bundled id, in any case, or a file of that name. Throws `unknown-dataset`, `unreadable-file`, `invalid-json`, `invalid-dataset`.
 */
export async function loadDataset(nameOrPath: string, read: (path: string) => Promise<string>): Promise<Dataset> {
  const id = bundledIds.find((known) => known === nameOrPath.toLowerCase());
  if (id !== undefined) return loadBundled(id);
  const text = await read(nameOrPath).catch((error: unknown) => {
    if (
      !isPath(nameOrPath) &&
      error instanceof CliError &&
      error.error.code === "unreadable-file" &&
      error.error.reason === "missing"
    ) {
      throw new CliError({
        code: "unknown-dataset",
        value: nameOrPath,
        allowed: bundledIds,
        nearest: nearestNames(nameOrPath, bundledIds),
      });
    }
    throw error;
  });
  const { parseDataset } = await import("./schema.js");
  return parseDataset(parseJson(text, nameOrPath), nameOrPath);
}

function isPath(name: string): boolean {
  return /[/\\]|\.json$/i.test(name);
}
