/**
 * What the program and its tests are made with: docs/build.md lists every package with its purpose and licence, no other licence comes in,
 * nothing is installed by a script, and the lockfiles pin each package without saying where it was fetched.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
  readonly overrides?: Readonly<Record<string, unknown>>;
}

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly hasInstallScript?: boolean;
}

const json = <T>(path: string) => JSON.parse(readFileSync(path, "utf8")) as T;

/** The package itself and the suites with packages of their own. */
const folders = [
  ".",
  ...["test", "test/verify"]
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    .filter((path) => existsSync(`${path}/package.json`)),
];
const manifest = json<Manifest>("package.json");
const locks = folders.map((folder) => {
  const { packages } = json<{ packages: Record<string, Locked> }>(`${folder}/package-lock.json`);
  return { folder, packages: Object.entries(packages).filter(([path]) => path !== "") };
});
const asked = folders.flatMap((folder) => {
  const { dependencies = {}, devDependencies = {} } = json<Manifest>(`${folder}/package.json`);
  return Object.keys({ ...dependencies, ...devDependencies }).map((name) => ({ folder, name }));
});
const lockedOf = (folder: string, name: string) =>
  locks.find((lock) => lock.folder === folder)?.packages.find(([path]) => path === `node_modules/${name}`)?.[1];

/** Licences that ask for no more than to be passed on with the code, or that reach no further than the file they are in. */
const licences = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MPL-2.0",
  "PSF-2.0",
  "Unlicense",
];
/** Those that only data has, and only where its text stays as it is. */
const exceptions: Readonly<Record<string, string>> = {
  "date-holidays": "(ISC AND CC-BY-3.0)",
  "caniuse-lite": "CC-BY-4.0",
};

/** Packages that would run a script when they are installed, and why they may go without. */
const scripts: Readonly<Record<string, string>> = {
  esbuild:
    "its script only makes its start quicker, and checks the binary that its own package for the platform brings",
};

/** Packages that others require in a version with a known fault, the first version without it, and the dependents. */
const mended: Readonly<
  Record<
    string,
    { readonly from: string; readonly advisory: string; readonly override: Readonly<Record<string, unknown>> }
  >
> = {
  esbuild: { from: "0.28.1", advisory: "GHSA-g7r4-m6w7-qqqr", override: { "@yao-pkg/pkg": { esbuild: "$esbuild" } } },
  qs: { from: "6.15.2", advisory: "CVE-2026-8723", override: { qs: "^6.15.2" } },
};

/** The rows of the section on dependencies in docs/build.md. */
const page = readFileSync("docs/build.md", "utf8");
const section = /^## Dependencies\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(page)?.[1] ?? "";
const rows = [...section.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, name = "", purpose, licence, where]) => ({
    name,
    purpose: purpose?.trim() ?? "",
    licence: licence?.trim() ?? "",
    where: where?.trim() ?? "",
  }),
);

describe("the table of dependencies in docs/build.md", () => {
  test("lists each package that is required, and no other", () => {
    expect(rows.map(({ name }) => name).sort()).toEqual([...new Set(asked.map(({ name }) => name))].sort());
    expect(rows.filter(({ purpose }) => purpose === "")).toEqual([]);
  });

  test.each(rows)("$name has the licence that the lockfile says", ({ name, licence }) => {
    const used = asked.filter((one) => one.name === name).map(({ folder }) => lockedOf(folder, name)?.license);
    expect(new Set(used)).toEqual(new Set([licence]));
  });

  test("says which packages are in the program: those whose licences it passes on", () => {
    const passedOn = readFileSync("dist/THIRD-PARTY-LICENSES.txt", "utf8");
    const own = rows.filter(({ name }) => asked.some((one) => one.folder === "." && one.name === name));
    const inside = own.filter(({ name }) => new RegExp(`^${name} \\d`, "m").test(passedOn)).map(({ name }) => name);
    expect(rows.filter(({ where }) => where === "in the program").map(({ name }) => name)).toEqual(inside);
  });
});

describe("the lockfiles", () => {
  test("every licence is one that we may pass on", () => {
    const isAllowed = (licence: string) =>
      licence
        .replace(/[()]/g, "")
        .split(" OR ")
        .some((one) => licences.includes(one.trim()));
    const strange = locks.flatMap(({ folder, packages }) =>
      packages
        .map(([path, { license = "none" }]) => ({ name: path.replace(/.*node_modules\//, ""), license }))
        .filter(({ name, license }) => !isAllowed(license) && exceptions[name] !== license)
        .map(({ name, license }) => `${folder}: ${name} ${license}`),
    );
    expect(strange).toEqual([]);
  });

  test("no package runs an install script; those that have one are set not to run it", () => {
    const found = locks.flatMap(({ packages }) =>
      packages
        .filter(([, { hasInstallScript }]) => hasInstallScript)
        .map(([path]) => path.replace(/.*node_modules\//, "")),
    );
    expect([...new Set(found)].sort()).toEqual(Object.keys(scripts).sort());
    expect(manifest.allowScripts).toEqual(Object.fromEntries(Object.keys(scripts).map((name) => [name, false])));
  });

  test("no package that is known to be faulty is used where a mended one exists, and nothing else is overridden", () => {
    const isBefore = (version: string, from: string) => version.localeCompare(from, "en", { numeric: true }) < 0;
    const faulty = locks.flatMap(({ folder, packages }) =>
      packages.flatMap(([path, { version }]) => {
        const fault = mended[path.replace(/.*node_modules\//, "")];
        return fault && isBefore(version, fault.from) ? [`${folder}: ${path} ${version}, ${fault.advisory}`] : [];
      }),
    );
    expect(faulty).toEqual([]);
    const overrides = folders.map((folder) => json<Manifest>(`${folder}/package.json`).overrides ?? {});
    expect(Object.assign({}, ...overrides)).toEqual(
      Object.assign({}, ...Object.values(mended).map(({ override }) => override)),
    );
  });

  test("each package is pinned by its checksum, from wherever it comes, but for a suite's binaries of other machines", () => {
    const loose = locks.flatMap(({ folder, packages }) =>
      packages
        .filter(
          ([, { integrity, optional, os }]) =>
            integrity === undefined && (folder === "." || !optional || os === undefined),
        )
        .map(([path]) => `${folder}: ${path}`),
    );
    expect(loose).toEqual([]);
    expect(locks.flatMap(({ packages }) => packages.filter(([, { resolved }]) => resolved !== undefined))).toEqual([]);
  });
});

test("whoever installs the package installs no other", () => {
  expect(manifest.dependencies).toBeUndefined();
});
