/**
 * Charts as inline SVG: widths in percent, so that they fit any page while their text keeps its size; heights in pixels.
 * Drawn by hand. Measured, minified, for these three charts: d3-scale 31 kB, with d3-shape 50 kB; Observable Plot with a DOM 834 kB;
 * Vega 822 kB. None of them draws in percent, and bars need no more than a division.
 */
import { type Html, html, nothing } from "./page.js";

export interface ChartBar {
  /** Under or beside the bar. */
  readonly label: string;
  /** As it is read out and, where there is room, written at the bar. */
  readonly value: string;
  /** From 0 to 1 of the whole; undefined where there is nothing to show. */
  readonly share: number | undefined;
  readonly look: "good" | "bad" | "own" | "plain";
}

export interface Chart {
  /** What the chart shows; read out before its values. */
  readonly title: string;
  readonly bars: readonly ChartBar[];
  /** A line across the bars, at a share. */
  readonly target?: { readonly share: number; readonly label: string } | undefined;
}

const percent = (share: number) => `${Number((share * 100).toFixed(3))}%`;

function readOut({ title, bars, target }: Chart): string {
  return [title, ...(target ? [target.label] : []), ...bars.map(({ label, value }) => `${label}: ${value}`)].join("; ");
}

const plotHeight = 120;
const above = 18;
const below = 20;
/** Share of the width for the axis on the left. */
const axis = 0.09;
/** With more bars than this there is no room to write values and every label. */
const roomy = 8;

/** Upright bars with an axis of percentages from 0 to 100, and the target as a line across. */
export function columnChart(chart: Chart): Html {
  const { bars, target } = chart;
  const y = (share: number) => above + plotHeight * (1 - share);
  const step = (1 - axis) / Math.max(1, bars.length);
  const every = Math.ceil(bars.length / roomy);
  const drawn = bars.map(({ label, value, share, look }, i) => {
    const middle = axis + (i + 0.5) * step;
    const width = Math.min(step * 0.68, 0.09);
    const rect =
      share === undefined
        ? nothing
        : html`<rect class="bar ${look}" x="${percent(middle - width / 2)}" width="${percent(width)}" y="${y(share)}" height="${Math.max(1, plotHeight * share)}"/>`;
    const written =
      bars.length <= roomy && share !== undefined
        ? html`<text class="value" x="${percent(middle)}" y="${y(share) - 5}" text-anchor="middle">${value}</text>`
        : nothing;
    const named =
      i % every === 0
        ? html`<text x="${percent(middle)}" y="${above + plotHeight + 15}" text-anchor="middle">${label}</text>`
        : nothing;
    return html`${rect}${written}${named}`;
  });
  return html`<svg role="img" aria-label="${readOut(chart)}" width="100%" height="${above + plotHeight + below}">${gridOf(y)}${drawn}${acrossAt(target, y)}</svg>
`;
}

/** A line through the values with a dot at each, broken where there is none; the axis and the target as in columns. */
export function lineChart(chart: Chart): Html {
  const { bars, target } = chart;
  const y = (share: number) => above + plotHeight * (1 - share);
  const step = (1 - axis) / Math.max(1, bars.length);
  const every = Math.ceil(bars.length / roomy);
  const x = (i: number) => percent(axis + (i + 0.5) * step);
  const drawn = bars.map(({ label, value, share, look }, i) => {
    const next = bars[i + 1]?.share;
    const line =
      share === undefined || next === undefined
        ? nothing
        : html`<line class="trend" x1="${x(i)}" x2="${x(i + 1)}" y1="${y(share)}" y2="${y(next)}"/>`;
    const dot =
      share === undefined
        ? nothing
        : html`<circle class="bar ${look}" cx="${x(i)}" cy="${y(share)}" r="${bars.length > 60 ? 2 : 4}"/>`;
    const written =
      bars.length <= roomy && share !== undefined
        ? html`<text class="value" x="${x(i)}" y="${y(share) - 8}" text-anchor="middle">${value}</text>`
        : nothing;
    const named =
      i % every === 0
        ? html`<text x="${x(i)}" y="${above + plotHeight + 15}" text-anchor="middle">${label}</text>`
        : nothing;
    return html`${line}${dot}${written}${named}`;
  });
  return html`<svg role="img" aria-label="${readOut(chart)}" width="100%" height="${above + plotHeight + below}">${gridOf(y)}${drawn}${acrossAt(target, y)}</svg>
`;
}

/** Lines at 0, 50 and 100 percent. */
function gridOf(y: (share: number) => number): Html {
  return html`${[0, 0.5, 1].map(
    (share) =>
      html`<line class="grid" x1="${percent(axis)}" x2="100%" y1="${y(share)}" y2="${y(share)}"/><text x="${percent(axis - 0.015)}" y="${y(share) + 4}" text-anchor="end">${share * 100}</text>`,
  )}`;
}

function acrossAt(target: Chart["target"], y: (share: number) => number): Html {
  return target
    ? html`<line class="target" x1="${percent(axis)}" x2="100%" y1="${y(target.share)}" y2="${y(target.share)}"/>`
    : nothing;
}

/** Cells whose darkness is a share, under names of columns and beside names of rows; its numbers belong in a table. */
export interface HeatMap {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** From 0 to 1; undefined where there is nothing to show. */
  readonly cells: readonly (readonly (number | undefined)[])[];
  readonly look: "own" | "bad";
}

const heatRow = 15;
/** So that a small share differs from none. */
const faintest = 0.12;

export function heatMap({ title, columns, rows, cells, look }: HeatMap): Html {
  const step = (1 - axis * 1.5) / columns.length;
  const x = (column: number) => axis * 1.5 + column * step;
  const heads = columns.map(
    (name, i) => html`<text x="${percent(x(i) + step / 2)}" y="12" text-anchor="middle">${name}</text>`,
  );
  const drawn = cells.map((row, r) => {
    const y = above + r * heatRow;
    const name =
      r % 3 === 0 ? html`<text x="${percent(axis * 1.35)}" y="${y + 11}" text-anchor="end">${rows[r]}</text>` : nothing;
    return html`${name}${row.map((share, c) => {
      const place = html`x="${percent(x(c))}" width="${percent(step * 0.96)}" y="${y}" height="${heatRow - 1}"`;
      const depth = share ? faintest + (1 - faintest) * share : 0;
      const fill = depth > 0 ? html`<rect class="bar ${look}" ${place} fill-opacity="${depth.toFixed(2)}"/>` : nothing;
      return share === undefined ? nothing : html`<rect class="closed" ${place}/>${fill}`;
    })}`;
  });
  return html`<svg role="img" aria-label="${title}" width="100%" height="${above + rows.length * heatRow}">${heads}${drawn}</svg>
`;
}

/** Upright bars whose heights are shares of the highest, with the target between two of them. */
export function binChart(chart: Chart & { readonly targetAfter: number; readonly targetLabel: string }): Html {
  const { bars, targetAfter, targetLabel } = chart;
  const highest = Math.max(...bars.map(({ share }) => share ?? 0), 0);
  const step = 1 / bars.length;
  const drawn = bars.map(({ label, value, share = 0, look }, i) => {
    const middle = (i + 0.5) * step;
    const height = highest === 0 ? 0 : (plotHeight * share) / highest;
    const top = above + plotHeight - height;
    return html`<rect class="bar ${look}" x="${percent(i * step + step * 0.06)}" width="${percent(step * 0.88)}" y="${top}" height="${height}"/><text class="value" x="${percent(middle)}" y="${top - 5}" text-anchor="middle">${value}</text><text x="${percent(middle)}" y="${above + plotHeight + 15}" text-anchor="middle">${label}</text>`;
  });
  const at = percent(targetAfter * step);
  return html`<svg role="img" aria-label="${readOut(chart)}" width="100%" height="${above + plotHeight + below + 16}"><line class="grid" x1="0" x2="100%" y1="${above + plotHeight}" y2="${above + plotHeight}"/>${drawn}<line class="target" x1="${at}" x2="${at}" y1="0" y2="${above + plotHeight + 20}"/><text x="${at}" y="${above + plotHeight + 32}" text-anchor="middle">${targetLabel}</text></svg>
`;
}

const rowHeight = 26;

/** Bars from left to right, each with its name above and its value at the end of its line; the target runs down across all. */
export function rowChart(chart: Chart): Html {
  const { bars, target } = chart;
  const height = bars.length * rowHeight * 2;
  const drawn = bars.map(({ label, value, share = 0, look }, i) => {
    const y = i * rowHeight * 2;
    return html`<text class="value" x="0" y="${y + 16}">${label}</text><text class="value" x="100%" y="${y + 16}" text-anchor="end">${value}</text><rect class="closed" x="0" width="100%" y="${y + 22}" height="18" rx="2"/><rect class="bar ${look}" x="0" width="${percent(share)}" y="${y + 22}" height="18" rx="2"/>`;
  });
  const across = target
    ? html`<line class="target" x1="${percent(target.share)}" x2="${percent(target.share)}" y1="18" y2="${height}"/>`
    : nothing;
  return html`<svg role="img" aria-label="${readOut(chart)}" width="100%" height="${height + 4}">${drawn}${across}</svg>
`;
}
