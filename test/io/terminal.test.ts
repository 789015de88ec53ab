/** Capabilities of a terminal: plain characters by locale, widths, and colour. */
import { expect, test } from "vitest";
import { configuredColumns, parseColumns, supportsBoxDrawing, usesColor } from "../../src/io/terminal.js";

test.each([
  [{}, true],
  [{ LANG: "" }, true],
  [{ LANG: "C" }, true],
  [{ LANG: "en_US.UTF-8", LC_ALL: "POSIX" }, true],
  [{ LC_CTYPE: "C.UTF-8" }, false],
  [{ LANG: "C.utf8" }, false],
  [{ LANG: "en_US.UTF-8" }, false],
  [{ LANG: "en_US.ISO-8859-1" }, true],
  [{ LANG: "zh_TW.UTF-8" }, true],
  [{ LANG: "ja_JP.UTF-8" }, true],
  [{ LANG: "ko_KR.UTF-8" }, true],
  [{ LANG: "ja_JP.UTF-8@cjknarrow" }, false],
  [{ OS: "Windows_NT" }, false],
  [{ OS: "Windows_NT", LANG: "C" }, true],
])("plain characters in %j: %s", (env, isPlain) =>
  expect(supportsBoxDrawing(env as Record<string, string>)).toBe(!isPlain),
);

test.each([
  ["20", 20],
  ["19", undefined],
  ["80.5", undefined],
  ["-80", undefined],
  ["", undefined],
])("columns of %j: %s", (text, columns) => expect(parseColumns(text)).toBe(columns));

test.each([
  ["100", { COLUMNS: "90" }, 100],
  [undefined, { COLUMNS: "90" }, 90],
  [undefined, { COLUMNS: "wide" }, undefined],
  [undefined, {}, undefined],
])("the width for --width %s in %j: %s", (flag, env, columns) => expect(configuredColumns(flag, env)).toBe(columns));

test.each([
  ["always", { NO_COLOR: "1" }, false, true],
  ["never", { FORCE_COLOR: "1" }, true, false],
  [undefined, { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
  [undefined, { FORCE_COLOR: "1" }, false, true],
  [undefined, { FORCE_COLOR: "0" }, true, false],
  [undefined, { FORCE_COLOR: "false" }, true, false],
  [undefined, { NO_COLOR: "" }, true, true],
  [undefined, { TERM: "dumb" }, true, false],
  [undefined, {}, false, false],
])("colour for --color %s in %j, on a terminal: %s", (flag, env, isTerminal, isColored) =>
  expect(usesColor(flag, env as Record<string, string>, isTerminal)).toBe(isColored),
);
