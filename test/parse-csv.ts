/** Cells of separated text, read character by character: what tests compare the program's output with. */
export function parseCsv(text: string, delimiter = ","): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (isQuoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i];
      else isQuoted = false;
    } else if (c === '"' && cell === "") isQuoted = true;
    else if (c === delimiter) endCell();
    else if (c === "\n" || c === "\r") {
      if (c === "\r" && text[i + 1] === "\n") i++;
      endCell();
      rows.push([]);
    } else cell += c;
  }
  endCell();
  return rows;
}

/** The rows under a header, by its names; of a repeated name the first. A semicolon in the header is the separator. */
export function parseRecords(text: string): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(text, /^.*;/.test(text) ? ";" : ",");
  return rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ""]).toReversed()));
}
