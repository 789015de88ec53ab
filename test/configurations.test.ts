/** What the configurations of the test runner name is there: a pattern that matches nothing would leave out its tests without a word. */
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import csv from "./verify/csv/csv.config.js";
import fuzz from "./verify/fuzz/long.config.js";
import growth from "./verify/growth/growth.config.js";
import oracle from "./verify/oracle/long.config.js";
import patterns from "./verify/patterns/patterns.config.js";
import proof from "./verify/vitest.config.js";
import own from "./vitest.config.js";

interface Suite {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** The patterns of a configuration and of its projects. */
function patternsOf({ test: suite = {} }: { test?: Suite & { projects?: readonly unknown[] } }): readonly string[] {
  const projects = (suite.projects ?? []) as readonly { readonly test: Suite }[];
  return [suite, ...projects.map((project) => project.test)].flatMap(({ include = [], exclude = [] }) => [
    ...include,
    ...exclude,
  ]);
}

/** The paths of a pattern: one for each word in braces, up to the folder of the first star. */
function pathsOf(pattern: string): readonly string[] {
  const [, before = "", words = "", after = ""] = /^(.*?)\{(.*?)\}(.*)$/.exec(pattern) ?? [];
  if (words !== "") return words.split(",").flatMap((word) => pathsOf(`${before}${word}${after}`));
  return [pattern.replace(/[^/]*\*.*$/, "")];
}

describe.each(Object.entries({ csv, fuzz, growth, oracle, patterns, proof, own }))(
  "the configuration %s",
  (_, configuration) => {
    // Where tools have their packages need not be there.
    const named = [...new Set(patternsOf(configuration as object))]
      .filter((pattern) => !pattern.includes("node_modules"))
      .flatMap(pathsOf);

    test.each(named)("%s is there", (path) => expect(existsSync(path)).toBe(true));
  },
);
