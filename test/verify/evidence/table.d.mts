/** The table of `npm run evidence`; see table.mjs. */
export function renderTable(figures: object): string;
export function withTable(page: string, table: string): string;
