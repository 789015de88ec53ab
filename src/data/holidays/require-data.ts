/**
 * Loads what is too large to load in advance, without waiting: the date-holidays package, and a country's table.
 * The build replaces this file by one that loads its own parts (.build/bundling.mjs).
 */
import { createRequire } from "node:module";
import type { Table } from "./tables.js";

export type Package = typeof import("date-holidays").default;

const require = createRequire(import.meta.url);

export function requirePackage(): Package {
  return require("date-holidays") as Package;
}

/** The table of a country that has one. */
export function requireTable(country: string): Table {
  return require(`./tables/${country}.json`) as Table;
}
