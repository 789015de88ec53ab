/**
 * No file of src above 450 lines and no function above 60, a screen. Those still above are listed with the reason and their present
 * length, and may only shrink.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const maxFileLines = 450;
const maxFunctionLines = 60;

const longFiles: Readonly<Record<string, readonly [lines: number, reason: string]>> = {};

const longFunctions: Readonly<Record<string, readonly [lines: number, reason: string]>> = {};

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join("src", name));

function linesOf(file: string): number {
  return readFileSync(file, "utf8").split("\n").length - 1;
}

/** The named functions and methods of a file by `file name`, with their lines; anonymous ones under the name they are assigned to. */
function functionsOf(file: string): readonly (readonly [name: string, lines: number])[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const functions: (readonly [string, number])[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const { parent } = node;
      const name =
        node.name ?? (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name : undefined);
      functions.push([`${file} ${name?.getText() ?? "(anonymous)"}`, lineOf(node.end) - lineOf(node.getStart()) + 1]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return functions;
}

/** The entries above the limit that are not listed or have grown, and the listed ones that could be shorter or are gone. */
function differences(
  found: readonly (readonly [name: string, lines: number])[],
  limit: number,
  listed: Readonly<Record<string, readonly [lines: number, reason: string]>>,
): readonly string[] {
  const above = found.filter(([, lines]) => lines > limit);
  const tooLong = above.filter(([name, lines]) => lines > (listed[name]?.[0] ?? limit));
  const shorter = Object.keys(listed).filter((name) => !above.some(([other]) => other === name));
  return [
    ...tooLong.map(([name, lines]) => `${name}: ${lines} lines`),
    ...shorter.map((name) => `${name}: remove from the list`),
  ];
}

test("files fit in 450 lines", () => {
  const found = files.map((file) => [file, linesOf(file)] as const);
  expect(differences(found, maxFileLines, longFiles)).toEqual([]);
});

test("functions fit on a screen of 60 lines", () => {
  expect(differences(files.flatMap(functionsOf), maxFunctionLines, longFunctions)).toEqual([]);
});
