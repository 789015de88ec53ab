/**
 * Text by terminal columns: how wide it is, and how it wraps. Colour codes, combining marks and emoji count as terminals show them;
 * Chinese and Japanese break between characters, but never before a closing mark, after an opening one, or between a number and its unit.
 */
import { eastAsianWidth } from "get-east-asian-width";
import { plainWidth } from "./plain-width.js";

const esc = String.fromCharCode(27);
const codes = new RegExp(`${esc}\\[[\\d;]*m`, "g");

/** Columns of a text on one line, as terminals count them (wcwidth); a line end counts for nothing. */
export function widthOf(text: string): number {
  const plain = plainWidth(text);
  if (plain >= 0) return plain;
  const bare = text.replace(codes, "");
  return bare === text ? graphemesOf(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0) : widthOf(bare);
}

// Functions, because Node is slow to look up the classes of these patterns, and most text needs none of them.
/** Drawn in no column of their own: marks on another character, joiners, and the Korean vowels and finals that complete a syllable. */
const zeroWidth = () =>
  /[\p{Cc}\p{Mn}\p{Me}\u1160-\u11ff\ud7b0-\ud7ff]|(?![\u00ad\u115f\u3164\uffa0])\p{Default_Ignorable_Code_Point}/u;
/** Several characters drawn as one emoji of two columns: a flag, a keycap, or a picture with a style, skin tone or joiner. */
const emojiSequence = () =>
  /^(?:\p{RI}{2}|[#*\d]\ufe0f?\u20e3|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier}|\u200d))/u;

/**
 * Each character of a grapheme counts, since terminals draw the voiced marks of half-width kana and the vowels of Thai and Hindi
 * that follow their consonant a column of their own.
 */
function graphemeWidth(grapheme: string): number {
  if (emojiSequence().test(grapheme)) return 2;
  let columns = 0;
  for (const character of grapheme)
    columns += zeroWidth().test(character) ? 0 : eastAsianWidth(character.codePointAt(0) as number);
  return columns;
}

/** Full-width characters, between which lines may break; other graphemes of several columns are parts of words. */
function isFullWidth(grapheme: string): boolean {
  return emojiSequence().test(grapheme) || eastAsianWidth(grapheme.codePointAt(0) as number) === 2;
}

/** Columns of the widest of some texts, 0 where there is none. */
export function widestOf(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
}

/** Characters that may not start a line: closing marks, small kana, and marks that belong to the text before. */
const neverFirst = new Set(
  "、。，．！？：；）］｝」』】〕〉》〗〙｠»’”…‥・ー々〻％℃‰,.!?:;)]}%ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ",
);
/** Characters that may not end a line: opening marks. */
const neverLast = new Set("（［｛「『【〔〈《〖〘｟«‘“([{");
/** Where a word too long for its line is cut, if it can be. */
const joints = new Set("/-_.,:=&");
const glue = "\u00a0";

let segmenter: Intl.Segmenter | undefined;

/** The graphemes of a text. The first segmenter is slow to create, and plain text needs none. */
function graphemesOf(text: string): string[] {
  if (plainWidth(text) >= 0) return [...text];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** For each code that switches something on, the one that switches it off again. */
const offOf: Readonly<Record<string, string>> = { 1: "22", 2: "22", 4: "24", 31: "39", 32: "39", 33: "39", 36: "39" };

/** A grapheme with the colour codes before it. */
interface Glyph {
  readonly text: string;
  readonly columns: number;
  readonly isWide: boolean;
  readonly codes: readonly string[];
}

/** The lines of a text at a width of at least 2; each line closes the colours that it opens. No-break spaces (U+00A0) are printed as blanks. */
export function wrapText(text: string, columns: number): string[] {
  const width = Math.max(2, columns);
  return text.split("\n").flatMap((line) => {
    if (widthOf(line) <= width) return [line.replaceAll(glue, " ")];
    return wrapNarrow(line, width) ?? wrapLine(line, width);
  });
}

/** The same for a line of narrow characters without colours, glue or words that need a cut, which is most lines; undefined for any other. */
function wrapNarrow(line: string, width: number): string[] | undefined {
  if (plainWidth(line) !== line.length || line.includes(glue)) return undefined;
  const lines: string[] = [];
  let current = "";
  for (const part of line.match(/[^ ]* +|[^ ]+/g) ?? []) {
    const columns = part.trimEnd().length;
    if (columns > width) return undefined;
    if (current !== "" && current.length + columns > width) {
      lines.push(current.trimEnd());
      current = "";
    }
    current += part;
  }
  return [...lines, current.trimEnd()];
}

/** The columns of the widest part of a text that only a cut could break. */
export function widestPart(text: string): number {
  const parts = text.split("\n").flatMap((line) => breakableParts(glyphsOf(line).glyphs));
  return parts.reduce((most, part) => Math.max(most, columnsOf(trimmed(part))), 0);
}

/** A text on one line of at most so many columns; what does not fit is an ellipsis. */
export function cutTo(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let cut = "";
  let left = Math.max(0, columns - 1);
  for (const grapheme of graphemesOf(text)) {
    left -= widthOf(grapheme);
    if (left < 0) break;
    cut += grapheme;
  }
  return `${cut}…`;
}

/** A text padded with blanks to a width. */
export function padTo(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - widthOf(text)));
}

function wrapLine(line: string, width: number): string[] {
  const { glyphs, rest } = glyphsOf(line);
  const lines: Glyph[][] = [];
  let current: Glyph[] = [];
  for (const part of breakableParts(glyphs)) {
    if (columnsOf(current) + columnsOf(trimmed(part)) <= width) {
      current = current.concat(part);
      continue;
    }
    if (current.length > 0) lines.push(current);
    const pieces = cutPart(part, width);
    current = pieces.pop() as Glyph[];
    for (const piece of pieces) lines.push(piece);
  }
  lines.push(current);
  return closeColors(lines.map(trimmed), rest);
}

/** A part in pieces that fit a line, each as long as it may be. */
function cutPart(part: readonly Glyph[], width: number): Glyph[][] {
  const pieces: Glyph[][] = [];
  const end = trimmed(part).length;
  let from = 0;
  let left = columnsOf(part.slice(0, end));
  while (left > width) {
    const size = cutGlyphs(part, from, width);
    const piece = part.slice(from, from + size);
    pieces.push(piece);
    left -= columnsOf(piece);
    from += size;
  }
  return [...pieces, part.slice(from)];
}

function glyphsOf(line: string): { glyphs: Glyph[]; rest: string[] } {
  const glyphs: Glyph[] = [];
  let pending: string[] = [];
  let at = 0;
  const take = (text: string) => {
    for (const segment of graphemesOf(text)) {
      const columns = widthOf(segment);
      glyphs.push({ text: segment, columns, isWide: columns > 1 && isFullWidth(segment), codes: pending });
      pending = [];
    }
  };
  for (const match of line.matchAll(codes)) {
    take(line.slice(at, match.index));
    pending.push(match[0]);
    at = match.index + match[0].length;
  }
  take(line.slice(at));
  return { glyphs, rest: pending };
}

/** Runs of glyphs between the places where a line may break. */
function breakableParts(glyphs: readonly Glyph[]): Glyph[][] {
  const parts: Glyph[][] = [];
  glyphs.forEach((glyph, i) => {
    const before = glyphs[i - 1];
    const part = parts.at(-1);
    if (part && before && (!mayBreak(before, glyph) || isCounter(glyphs, i))) part.push(glyph);
    else parts.push([glyph]);
  });
  return parts;
}

/** A number is not separated from its unit, one or two characters in Chinese and Japanese: `30 分鐘`. */
function isCounter(glyphs: readonly Glyph[], i: number): boolean {
  const isWide = (at: number) => glyphs[at]?.isWide === true;
  const isAfterNumber = (blank: number) => glyphs[blank]?.text === " " && /^\d$/.test(glyphs[blank - 1]?.text ?? "");
  return isWide(i) && (isAfterNumber(i - 1) || (isWide(i - 1) && isAfterNumber(i - 2)));
}

function mayBreak(before: Glyph, after: Glyph): boolean {
  if (after.text === " " || before.text === glue || after.text === glue) return false;
  if (before.text === " ") return true;
  if (!before.isWide && !after.isWide) return false;
  return !neverFirst.has(after.text) && !neverLast.has(before.text);
}

/** How many glyphs from `from` on go on one line, which ends after a joint if one is near its end. */
function cutGlyphs(glyphs: readonly Glyph[], from: number, width: number): number {
  let fits = 0;
  for (let columns = 0; from + fits < glyphs.length; fits++) {
    columns += glyphs[from + fits]?.columns ?? 0;
    if (columns > width) break;
  }
  const joint = glyphs.slice(from, from + fits).findLastIndex(({ text }) => joints.has(text)) + 1;
  return joint > fits / 2 ? joint : Math.max(1, fits);
}

function columnsOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { columns }) => sum + columns, 0);
}

/** Without trailing blanks; the next line opens with their colour codes. */
function trimmed(glyphs: readonly Glyph[]): Glyph[] {
  const last = glyphs.findLastIndex(({ text }) => text !== " ");
  const kept = glyphs.slice(0, last + 1);
  const lost = glyphs.slice(last + 1).flatMap((glyph) => glyph.codes);
  return lost.length === 0 ? kept : [...kept, { text: "", columns: 0, isWide: false, codes: lost }];
}

function closeColors(lines: readonly (readonly Glyph[])[], rest: readonly string[]): string[] {
  let open: string[] = [];
  return lines.map((glyphs, i) => {
    let text = open.join("");
    const note = (code: string) => {
      const number = code.slice(2, -1);
      if (offOf[number] === undefined) open = open.filter((on) => offOf[on.slice(2, -1)] !== number);
      else open.push(code);
    };
    for (const glyph of glyphs) {
      for (const code of glyph.codes) note(code);
      text += glyph.codes.join("") + (glyph.text === glue ? " " : glyph.text.replaceAll(glue, " "));
    }
    if (i === lines.length - 1) {
      for (const code of rest) note(code);
      text += rest.join("");
    }
    return (
      text +
      [...open]
        .reverse()
        .map((on) => `${esc}[${offOf[on.slice(2, -1)]}m`)
        .join("")
    );
  });
}
