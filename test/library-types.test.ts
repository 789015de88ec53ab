/**
 * The library's declarations as its users meet them: every type that a signature names is exported, the samples of the pages compile
 * under the strictest settings, and a target that cannot be does not.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";

const strict: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  noEmit: true,
};

const statements: readonly (readonly [statement: string, compiles: boolean])[] = [
  ['export const target: Target = { clock: "business-hours", amount: 2, unit: "hours" };', true],
  ['export const target: Target = { clock: "business-days", amount: 2, unit: "days" };', true],
  ['export const target: Target = { clock: "24x5", amount: 30, unit: "minutes" };', true],
  ['export const target: Target = { clock: "business-hours", amount: 2, unit: "days" };', false],
  ['export const target: Target = { clock: "24x7", amount: 2, unit: "days" };', false],
  ['export const target: Target = { clock: "business-days", amount: 2, unit: "hours" };', false],
  ['export const target: Target = { clock: "24/7", amount: 2, unit: "hours" };', false],
  ["export const textOf = (failure: Failure) => failure.error.code + failure.message;", true],
  ['export const due = formatInZone(0, "Asia/Tokyo") + formatInZone(0, findZone("Asia/Tokyo"));', true],
  ['export const read = parseTime("2026-11-20T16:40", 0, "Asia/Tokyo");', true],
];

const face = resolve("types/index.d.ts");
const samples = ["README.md", "docs/library.md"].flatMap((page, i) =>
  [...readFileSync(page, "utf8").matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, text = ""], n) => ({
    ...{ page, number: n + 1, text },
    path: resolve(`user/sample-${i}-${n}.ts`),
  })),
);
const fileOf = (i: number) => resolve(`user/${i}.ts`);
let program: ts.Program;
/** The declarations by their path, made as `npm run build:types` makes them but kept in memory. */
const declarations = new Map<string, string>();

beforeAll(() => {
  const { config } = ts.readConfigFile("src/tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve("src"));
  const built = ts.createProgram([resolve("src/index.ts")], { ...options, outDir: resolve("types") });
  built.emit(undefined, (path, text) => declarations.set(resolve(path), text), undefined, true);

  const users = new Map(
    statements.map(([statement], i) => [
      fileOf(i),
      `import { type Failure, findZone, formatInZone, parseTime, type Target } from "support-cli";\n${statement}\n`,
    ]),
  );
  for (const { path, text } of samples) users.set(path, text);
  const given = { ...strict, paths: { "support-cli": [face] } };
  const host = ts.createCompilerHost(given);
  const textOf = (path: string) => users.get(resolve(path)) ?? declarations.get(resolve(path));
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (path) => textOf(path) !== undefined || fileExists(path);
  host.readFile = (path) => textOf(path) ?? readFile(path);
  host.getSourceFile = (path, ...rest) => {
    const text = textOf(path);
    return text === undefined
      ? getSourceFile(path, ...rest)
      : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  };
  // The folders of files in memory are not there.
  delete host.directoryExists;
  program = ts.createProgram([...users.keys()], given, host);
}, 120_000);

/** What the compiler has against a file. */
function problemsOf(path: string): readonly string[] {
  const problems = ts.getPreEmitDiagnostics(program, program.getSourceFile(path));
  return problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

test("the declarations themselves compile, the libraries they come with checked too", () => {
  for (const path of declarations.keys()) if (program.getSourceFile(path)) expect(problemsOf(path)).toEqual([]);
});

test("every type that a signature names is exported", () => {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(face) as ts.SourceFile;
  const resolved = (symbol: ts.Symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const exported = new Set(checker.getExportsOfModule(checker.getSymbolAtLocation(source) as ts.Symbol).map(resolved));
  const missing = new Set<string>();
  const walk = (node: ts.Node): void => {
    const name = ts.isTypeReferenceNode(node)
      ? node.typeName
      : ts.isExpressionWithTypeArguments(node)
        ? node.expression
        : undefined;
    const symbol = name && checker.getSymbolAtLocation(name);
    const named = symbol && resolved(symbol);
    const isOurs = named?.declarations?.some((declaration) =>
      declarations.has(resolve(declaration.getSourceFile().fileName)),
    );
    if (named && isOurs && !(named.flags & ts.SymbolFlags.TypeParameter) && !exported.has(named))
      missing.add(named.name);
    ts.forEachChild(node, walk);
  };
  for (const symbol of exported) for (const declaration of symbol.declarations ?? []) walk(declaration);
  expect(exported.size).toBeGreaterThan(50);
  expect([...missing]).toEqual([]);
});

test.each(samples)("sample $number of $page compiles under the strictest settings", ({ number, path }) => {
  expect(program.getSourceFile(path)?.text).toContain(number === 1 ? "formatInZone" : 'from "support-cli"');
  expect(problemsOf(path)).toEqual([]);
});

test.each(statements.map(([statement, compiles], i) => [statement, compiles, i] as const))(
  "%s compiles: %s",
  (_statement, compiles, i) => {
    expect(problemsOf(fileOf(i)).length === 0).toBe(compiles);
  },
);
