/**
 * Compiles `src/` before the tests run, so that those which start the program start the one that is there.
 * A type error does not stop the tests: the compiler writes its output all the same, and says what is wrong.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export default function compile(): void {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const compiler = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
  spawnSync(process.execPath, [compiler, "-p", root], { stdio: "inherit" });
}
