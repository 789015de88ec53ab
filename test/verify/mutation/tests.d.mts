export declare const files: Readonly<Record<"core" | "rules", readonly string[]>>;
export declare const tables: readonly string[];
export declare function testsOf(file: string): readonly string[];
