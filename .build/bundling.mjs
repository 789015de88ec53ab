/**
 * What the package and the executables have in common: how the sources and their libraries become one.
 * Two things are done to libraries on the way: modules that no path of this program reaches are left out, and measuring
 * the width of plain text does without the runtime's segmenter, whose first use costs more than most answers.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import stringWidth from "string-width";

/** By the module's name, and by the library that asks for it where others may have it. */
const unreached = [
  // inquirer's editor question, which is not asked, carries every character encoding there is.
  { name: "@inquirer/external-editor", contents: "export const editAsync = undefined;" },
  // commander starts programs only for subcommands that are files of their own.
  { name: "node:child_process", askedBy: "commander", contents: "module.exports = {};" },
  // chalk is always told its level, so that it need not look for a terminal when it loads.
  { name: "#supports-color", askedBy: "chalk", contents: "export default { stdout: false, stderr: false };" },
];

const leaveOut = {
  name: "leave-out-unreached",
  setup(build) {
    build.onResolve({ filter: /^(@inquirer\/external-editor|node:child_process|#supports-color)$/ }, ({ path, importer }) => {
      const known = unreached.find(({ name, askedBy }) => name === path && (askedBy === undefined || importer.includes(`/${askedBy}/`)));
      return known && { path, namespace: "unreached" };
    });
    build.onLoad({ filter: /.*/, namespace: "unreached" }, ({ path }) => ({
      contents: unreached.find(({ name }) => name === path).contents,
    }));
  },
};

/** Columns of text whose every character stands for itself: ASCII, punctuation, arrows, boxes, CJK; -1 for any other text. */
function plainWidth(text) {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x20 && unit < 0x7f) width++;
    else if ((unit >= 0x3001 && unit <= 0x3029) || (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a1 && unit <= 0x30ff)) width += 2;
    else if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xff01 && unit <= 0xff60)) width += 2;
    else if ((unit >= 0x2010 && unit <= 0x2027) || (unit >= 0x2500 && unit <= 0x259f)) width++;
    else return -1;
  }
  return width;
}

/** Puts the short way first in both versions of string-width that the libraries use, having seen that it measures the same. */
const measurePlainText = {
  name: "measure-plain-text",
  setup(build) {
    for (let unit = 0; unit < 0x10000; unit++) {
      const text = String.fromCharCode(unit);
      const width = plainWidth(text);
      if (width >= 0 && width !== stringWidth(text)) throw new Error(`The short way measures U+${unit.toString(16)} as ${width}`);
    }
    build.onLoad({ filter: /[\\/]node_modules[\\/]string-width[\\/]index\.js$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const shortWay = `const plain = plainWidth(string); if (plain >= 0) return plain;`;
      const isNew = source.includes("new Intl.Segmenter()");
      const contents = isNew
        ? replaced(
            replaced(
              replaced(source, "const segmenter = new Intl.Segmenter();", "let segmenter;"),
              "segmenter.segment(string)",
              "(segmenter ??= new Intl.Segmenter()).segment(string)",
            ),
            "\tlet width = 0;",
            `\t${shortWay}\n\tlet width = 0;`,
          )
        : replaced(source, "\tstring = stripAnsi(string);", `\t${shortWay}\n\tstring = stripAnsi(string);`);
      return { contents: `${contents}\n${plainWidth}`, loader: "js" };
    });
    // A pattern of twelve thousand characters is read by the runtime wherever it stands; a string is not.
    build.onLoad({ filter: /[\\/]node_modules[\\/]emoji-regex[\\/]index\.m?js$/ }, ({ path }) => {
      const { source, flags } = createRequire(path)(path.replace(/mjs$/, "js"))();
      const made = `() => new RegExp(${JSON.stringify(source)}, "${flags}")`;
      return { contents: path.endsWith(".mjs") ? `export default ${made};` : `module.exports = ${made};`, loader: "js" };
    });
  },
};

/** `text` with the one place that says `old` saying `new`; a library that no longer has it stops the build. */
function replaced(text, old, now) {
  if (text.split(old).length !== 2) throw new Error(`Expected once: ${old}`);
  return text.replace(old, () => now);
}

export const bundling = {
  bundle: true,
  platform: "node",
  target: "node20",
  minify: true,
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
  plugins: [leaveOut, measurePlainText],
};
