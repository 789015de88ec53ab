/** Compiles src/wasm, which is AssemblyScript, to the WebAssembly of plain rows. */
import { join } from "node:path";
import { main } from "assemblyscript/asc";

/** The code of plain-rows.cjs: the module as a text in Base64. */
export async function plainRowsFile(root) {
  let module;
  const { error, stderr } = await main(
    [
      join(root, "src/wasm/plain-rows.ts"),
      ...["--outFile", "module", "-O3", "--noAssert", "--runtime", "stub", "--use", "abort=", "--enable", "simd"],
      ...["--baseDir", root],
    ],
    {
      writeFile: (_, contents) => {
        module = contents;
      },
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return `module.exports="${Buffer.from(module).toString("base64")}";`;
}
