/** The table of `npm run prove`; see table.mjs. */
export function renderTable(figures: object): string;
export function withTable(page: string, table: string): string;
