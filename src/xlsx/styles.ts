/**
 * How cells of a workbook are shown. Styles of workbooks are numbers: the place in `formats`.
 */

/** Number format, font, fill, and how text is laid out. */
type Format = readonly [numberFormat: number, font: number, fill: number, layout: "" | "wrapped" | "centered" | "left"];

const general = 0;
const dateTime = 164;
const instant = 165;
const date = 166;
const percent = 167;
const duration = 168;
const wholePercent = 169;

const regular = 0;
const bold = 1;
const white = 2;
const large = 3;
const grey = 4;

const noFill = 0;
const dark = 2;
const slate = 3;
const pale = 4;
const editable = 5;

const formats = {
  plain: [general, regular, noFill, ""],
  head: [general, bold, noFill, "wrapped"],
  /** A date and time of a zone that the head of the column names. */
  dateTime: [dateTime, regular, noFill, ""],
  /** The same, with UTC in it. */
  instant: [instant, regular, noFill, ""],
  date: [date, regular, noFill, ""],
  percent: [percent, regular, noFill, ""],
  wrapped: [general, regular, noFill, "wrapped"],
  /** Hours, minutes and seconds, past 24 hours too. */
  duration: [duration, regular, noFill, ""],
  title: [general, large, noFill, ""],
  note: [general, grey, noFill, ""],
  strong: [general, bold, noFill, ""],
  strongPercent: [percent, bold, noFill, ""],
  figure: [general, large, noFill, "left"],
  figurePercent: [percent, large, noFill, "left"],
  total: [general, bold, pale, ""],
  totalPercent: [percent, bold, pale, ""],
  label: [general, bold, noFill, "wrapped"],
  leftTime: [dateTime, regular, noFill, "left"],
  /** Heads of columns that people fill, and of columns that are calculated. */
  inputHead: [general, white, dark, "centered"],
  calculatedHead: [general, white, slate, "centered"],
  /** Calculated cells. */
  calculated: [general, regular, pale, "centered"],
  calculatedTime: [dateTime, bold, pale, "centered"],
  calculatedDuration: [duration, regular, pale, ""],
  calculatedText: [general, regular, pale, ""],
  /** Cells that people change. */
  input: [general, regular, editable, ""],
  inputPercent: [wholePercent, regular, editable, ""],
} as const satisfies Readonly<Record<string, Format>>;

export type Style = keyof typeof formats;

export const styles = Object.fromEntries(Object.keys(formats).map((name, i) => [name, i])) as Readonly<
  Record<Style, number>
>;

/** Formats by which conditions mark cells: the number is the place in this list. */
export const marks = { good: 0, bad: 1, warning: 2, calm: 3 } as const;
export type Mark = keyof typeof marks;

const markColors: Readonly<Record<Mark, readonly [text: string, fill: string]>> = {
  good: ["FF1E6B34", "FFD8EFDD"],
  bad: ["FF9C1C1C", "FFF8D7D5"],
  warning: ["FF7A5200", "FFFDEBC4"],
  calm: ["FF1F4E79", "FFDCE9F5"],
};

export interface Appearance {
  readonly font: string;
  /** The format code of dates and times. */
  readonly dateTime: string;
  readonly date: string;
}

export const defaultAppearance: Appearance = {
  font: "Calibri",
  dateTime: "yyyy\\-mm\\-dd\\ hh:mm:ss",
  date: "yyyy\\-mm\\-dd",
};

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The part of a workbook that describes its styles. */
export function stylesXml({ font, dateTime, date }: Appearance): string {
  const codes = [dateTime, `${dateTime}&quot; UTC&quot;`, date, "0.0%", "[h]:mm:ss", "General&quot;%&quot;"];
  const numberFormats = codes.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`);
  const face = `<name val="${font}"/>`;
  const fonts = [
    `<font><sz val="11"/>${face}</font>`,
    `<font><b/><sz val="11"/>${face}</font>`,
    `<font><b/><sz val="11"/><color rgb="FFFFFFFF"/>${face}</font>`,
    `<font><b/><sz val="16"/><color rgb="FF1F3A5F"/>${face}</font>`,
    `<font><sz val="10"/><color rgb="FF595959"/>${face}</font>`,
  ];
  const fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    ...["FF1F3A5F", "FF5A6B7F", "FFF3F5F8", "FFFFF8DC"].map(
      (color) =>
        `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`,
    ),
  ];
  const cells = Object.values(formats).map(cellFormat);
  const conditional = Object.values(markColors).map(
    ([text, fill]) =>
      `<dxf><font><color rgb="${text}"/></font><fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor rgb="${fill}"/></patternFill></fill></dxf>`,
  );
  return `${header}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${list("numFmts", numberFormats)}${list("fonts", fonts)}${list("fills", fills)}<borders count="2"><border/><border><bottom style="hair"><color rgb="FFBFC5CD"/></bottom></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list("cellXfs", cells)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>${list("dxfs", conditional)}</styleSheet>`;
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join("")}</${name}>`;
}

function cellFormat([numberFormat, font, fill, layout]: Format): string {
  const border = fill === pale || fill === editable ? 1 : 0;
  const start = `<xf numFmtId="${numberFormat}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1"${fill === noFill ? "" : ' applyFill="1"'}`;
  if (layout === "") return `${start}/>`;
  return `${start} applyAlignment="1"><alignment ${alignments[layout]}/></xf>`;
}

const alignments = {
  wrapped: 'vertical="top" wrapText="1"',
  centered: 'horizontal="center" vertical="center" wrapText="1"',
  left: 'horizontal="left" vertical="top"',
} as const;
