/**
 * The components and properties of an iCalendar text (RFC 5545, section 3.1), each with its line. What a name means is not read here.
 */

export interface Property {
  /** In capitals, as are the names of parameters. */
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
  readonly line: number;
}

export interface Component {
  readonly name: string;
  readonly line: number;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
}

/** What is wrong at a line. Without a problem the line is not one of a calendar file; with one, `name` is what it is about. */
export class CalendarError extends Error {
  constructor(
    readonly line: number,
    readonly problem?: CalendarProblem,
    readonly part = "",
  ) {
    super(`${line}: ${part}`);
  }
}

export type CalendarProblem = "unsupported" | "invalid" | "unknown-zone" | "too-many";

/** The calendars of a text. Throws `CalendarError` at the first line that is none of a calendar. */
export function parseCalendarFile(text: string): Component[] {
  const written = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  if (!/^BEGIN:VCALENDAR$/i.test((written.find((line) => line.trim() !== "") ?? "").trim())) throw new CalendarError(1);
  const calendars: Component[] = [];
  const open: { name: string; line: number; properties: Property[]; components: Component[] }[] = [];
  for (const [content, line] of unfolded(written)) {
    if (content.trim() === "") continue;
    const property = parseLine(content, line);
    const name = property.value.trim().toUpperCase();
    if (property.name === "BEGIN") {
      open.push({ name, line, properties: [], components: [] });
    } else if (property.name === "END") {
      const ended = open.pop();
      if (ended?.name !== name) throw new CalendarError(line);
      (open.at(-1)?.components ?? calendars).push(ended);
    } else {
      const component = open.at(-1);
      if (component === undefined) throw new CalendarError(line);
      component.properties.push(property);
    }
  }
  if (open.length > 0) throw new CalendarError(written.length);
  return calendars;
}

/** Content lines with the number of their first line; a line that begins with a blank continues the one before. */
function unfolded(written: readonly string[]): (readonly [content: string, line: number])[] {
  const contents: [string[], number][] = [];
  written.forEach((line, index) => {
    const last = contents.at(-1);
    if (last && /^[ \t]/.test(line)) last[0].push(line.slice(1));
    else contents.push([[line], index + 1]);
  });
  return contents.map(([pieces, line]) => [pieces.join(""), line]);
}

/** A content line: `NAME;PARAMETER=value:value`, where a parameter's value in quotes may have any of these signs. */
function parseLine(content: string, line: number): Property {
  const pieces: string[] = [];
  let isQuoted = false;
  let begin = 0;
  let at = 0;
  for (; at < content.length; at++) {
    const sign = content[at];
    if (sign === '"') isQuoted = !isQuoted;
    if (isQuoted || (sign !== ";" && sign !== ":")) continue;
    pieces.push(content.slice(begin, at));
    begin = at + 1;
    if (sign === ":") break;
  }
  const name = pieces[0] ?? "";
  if (at === content.length || !/^[A-Z0-9-]+$/i.test(name)) throw new CalendarError(line);
  return {
    name: name.toUpperCase(),
    parameters: parametersOf(pieces.slice(1), line),
    value: content.slice(at + 1),
    line,
  };
}

function parametersOf(pieces: readonly string[], line: number): Map<string, string> {
  return new Map(
    pieces.map((piece) => {
      const at = piece.indexOf("=");
      if (at < 0) throw new CalendarError(line);
      return [piece.slice(0, at).toUpperCase(), piece.slice(at + 1).replaceAll('"', "")];
    }),
  );
}

export function propertyOf(component: Component, name: string): Property | undefined {
  return component.properties.find((property) => property.name === name);
}

export function propertiesOf(component: Component, name: string): readonly Property[] {
  return component.properties.filter((property) => property.name === name);
}

/** A value of text without its escapes. */
export function textOf(property: Property | undefined): string {
  return (property?.value ?? "").replace(/\\(.)/gs, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign)).trim();
}
