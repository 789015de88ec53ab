/**
 * Rows that need no closer look, found in WebAssembly (`src/wasm`) in the part of a file that was copied into its memory.
 */
import { formulaStarts } from "../formula.js";
import { inputBytes, maxColumns, maxNameBytes } from "./plain-limits.js";
import { plainRowsCode } from "./plain-rows-code.js";
import type { FileFormat, PlainPath } from "./row.js";

/** Delimited rows with so many columns, or objects of JSON with the keys of their file. */
export type PlainForm =
  | {
      readonly kind: "delimited";
      readonly separator: number;
      readonly columns: number;
      readonly checksFormulas: boolean;
    }
  | { readonly kind: "objects"; readonly keys: readonly string[] };

/** How the plain rows of a file look; undefined where none could be plain. */
export function plainFormOf({ kind, names, separator }: FileFormat, checksFormulas: boolean): PlainForm | undefined {
  if (names.length > maxColumns) return undefined;
  switch (kind) {
    case "workbook":
      return undefined;
    case "jsonl":
      return names.some(isEscaped) || bytesOfKeys(names).length > maxNameBytes
        ? undefined
        : { kind: "objects", keys: names };
    case "delimited": {
      const [byte = 0, ...others] = Buffer.from(separator);
      return others.length > 0
        ? undefined
        : { kind: "delimited", separator: byte, columns: names.length, checksFormulas };
    }
  }
}

/** A number of the module: a variable, or an address in its memory. */
interface ModuleNumber {
  readonly value: number;
}

/** What `src/wasm/plain-rows.ts` exports, beside addresses. */
export interface PlainExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly stopped: ModuleNumber;
  readonly isCutOff: ModuleNumber;
  setDelimited(separator: number, columns: number, checksFormulas: boolean): void;
  setObjects(keys: number): void;
  setColumns(
    opened: number,
    responded: number,
    id: number,
    words: number,
    empty: number,
    emptyUnanswered: number,
  ): void;
  read(from: number, end: number): number;
  survey(from: number, end: number, times: number): number;
  keepDates(from: number, end: number, times: number): void;
  write(first: number, last: number): number;
  beginKey(kind: number): void;
  addToKey(from: number, to: number): void;
  keepKey(number: number): number;
  hasRoom(): number;
}

/** Types of WebAssembly come with those of browsers, which this program does not have. Node lacks it where code may not be compiled. */
interface Host {
  readonly WebAssembly?: {
    readonly Module: new (code: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
}

/** JavaScript has the numbers in the memory in the order of WebAssembly. */
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Compiled once, for all files. */
let compiled: object | undefined;

/** Undefined where it cannot run: on processors without its instructions, and within limits on the address space, of which V8 reserves much. */
function instantiate(): PlainExports | undefined {
  const { WebAssembly } = globalThis as Host;
  const code = plainRowsCode();
  if (!WebAssembly || !code || !isLittleEndian) return undefined;
  try {
    compiled ??= new WebAssembly.Module(code);
    return new WebAssembly.Instance(compiled).exports as PlainExports;
  } catch {
    return undefined;
  }
}

/** Keys with their quotes, each after its length in two bytes. */
function bytesOfKeys(keys: readonly string[]): Buffer {
  return Buffer.concat(
    keys.flatMap((key) => {
      const written = Buffer.from(`"${key}"`);
      return [Buffer.from(Uint16Array.of(written.length).buffer), written];
    }),
  );
}

/** Whether a key is written with escapes. */
function isEscaped(key: string): boolean {
  return JSON.stringify(key) !== `"${key}"`;
}

/** The module of a file of its own; undefined where it cannot run. */
export class PlainModule {
  readonly exports: PlainExports;
  readonly memory: Uint8Array;

  private constructor(exports: PlainExports, form: PlainForm) {
    this.exports = exports;
    this.memory = new Uint8Array(exports.memory.buffer);
    this.set("FORMULA_STARTS", formulaStarts);
    if (form.kind === "delimited") exports.setDelimited(form.separator, form.columns, form.checksFormulas);
    else {
      this.set("KEYS", bytesOfKeys(form.keys));
      exports.setObjects(form.keys.length);
    }
  }

  static load(form: PlainForm): PlainModule | undefined {
    const exports = instantiate();
    return exports && new PlainModule(exports, form);
  }

  address(name: string): number {
    return (this.exports as unknown as Readonly<Record<string, ModuleNumber>>)[name]!.value;
  }

  set(name: string, bytes: ArrayLike<number>): void {
    this.memory.set(bytes, this.address(name));
  }
}

export abstract class PlainInput implements PlainPath {
  rows = 0;
  protected readonly exports: PlainExports;
  protected readonly memory: Uint8Array;
  /** Where the row begins in the memory at which {@link readLoaded} stopped. */
  protected stopped = 0;
  /** It stopped only since more rows are not read at once. */
  protected isFull = false;
  private readonly input: number;
  /** The part of the bytes that is in the memory. */
  private loadedFrom = 0;
  private loadedTo = 0;

  constructor(module: PlainModule) {
    this.exports = module.exports;
    this.memory = module.memory;
    this.input = module.address("INPUT");
  }

  /** Reads rows between two addresses, up to the first that is not plain; gives how many. Sets {@link stopped} and {@link isFull}. */
  protected abstract readLoaded(from: number, end: number): number;

  reload(): void {
    this.loadedTo = 0;
  }

  read(bytes: Uint8Array, begin: number, end: number): number {
    const { input, exports } = this;
    let from = begin;
    this.rows = 0;
    for (;;) {
      if (from < this.loadedFrom || from >= this.loadedTo) this.load(bytes, from, end);
      const rows = this.readLoaded(input + from - this.loadedFrom, input + this.loadedTo - this.loadedFrom);
      this.rows += rows;
      from = this.loadedFrom + this.stopped - input;
      if (from === end) return from;
      if (this.isFull) continue;
      // A row that goes on after what is loaded is loaded from its beginning, if that was not its beginning already.
      const isCutOff = exports.isCutOff.value !== 0 && this.stopped === exports.stopped.value;
      if (!isCutOff || this.loadedTo === end || from === this.loadedFrom) return from;
      this.load(bytes, from, end);
    }
  }

  private load(bytes: Uint8Array, from: number, end: number): void {
    this.loadedFrom = from;
    this.loadedTo = Math.min(from + inputBytes, end);
    this.memory.set(bytes.subarray(from, this.loadedTo), this.input);
  }
}
