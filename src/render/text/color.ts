/**
 * Colour by meaning, and the view that text is rendered for. Colour never carries meaning alone.
 */
import { Chalk } from "chalk";

export interface View {
  /** Terminal columns to fit into. */
  readonly columns: number;
  readonly color: boolean;
  /** Only characters of the same width in every locale: no box lines, no blocks. */
  readonly plain: boolean;
  /** Only the result. */
  readonly quiet: boolean;
  /** Version of the time-zone database in use. */
  readonly tzdata: string;
}

export interface Style {
  heading(text: string): string;
  strong(text: string): string;
  dim(text: string): string;
  success(text: string): string;
  warn(text: string): string;
  bad(text: string): string;
}

const plain: Style = { heading: same, strong: same, dim: same, success: same, warn: same, bad: same };

function same(text: string): string {
  return text;
}

export function createStyle(color: boolean): Style {
  if (!color) return plain;
  // 16 colours, so that the terminal's own theme decides how they look.
  const chalk = new Chalk({ level: 1 });
  return {
    heading: (text) => chalk.bold.underline(text),
    strong: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    success: (text) => chalk.green(text),
    warn: (text) => chalk.yellow(text),
    bad: (text) => chalk.red(text),
  };
}
