/**
 * Settings in force, and completion scripts.
 */

import type { ReportBase } from "./notices.js";

/** A setting in force. `where` is the variable, file or flag that sets it. */
export interface SettingLine {
  readonly key: string;
  readonly value: string | readonly string[] | undefined;
  readonly from: "flag" | "environment" | "project" | "user" | "system" | "default";
  readonly where: string | undefined;
  /** The commands that have a default, where others have none. */
  readonly commands?: readonly string[] | undefined;
  readonly flag: string;
  /** That of the environment; the options about ticket files have none. */
  readonly variable: string | undefined;
}

/** A completion script, named by its shell. */
export interface CompletionReport extends ReportBase {
  readonly command: "completion";
  readonly shell: string;
}

export interface ConfigReport extends ReportBase {
  readonly command: "config";
  readonly settings: readonly SettingLine[];
  /** The configuration files that were read. */
  readonly files: readonly { readonly kind: "project" | "user"; readonly path: string }[];
}
