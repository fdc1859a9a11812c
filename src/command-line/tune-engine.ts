/**
 * Node, told that a build is short.
 *
 * Comes in: the version of Node. Goes out: nothing; settings of the running process are changed. It must come before the code that it
 * is about.
 *
 * Node 20 optimises whatever has run for some milliseconds, with all that it calls: compiling costs it two seconds of a second core for
 * a novel, and saves less. Here it waits four times as long and takes in a third as much. Node 22 and later are patient by themselves,
 * have other flags, and can keep what they have compiled for the next time (in the system's folder for such files).
 *
 * Left to itself, V8 lets its heap grow to four times what is in use before it looks for what is not: 300 MB more for a long novel.
 * Twice takes no longer.
 */
import module from "node:module";
import { setFlagsFromString } from "node:v8";

const HEAP = "--heap-growing-percent=100";
const PATIENCE: readonly string[] = ["--interrupt-budget=270000", "--max-inlined-bytecode-size-cumulative=300"];

/** `version` as in `process.version`. */
export function tuneEngine(version: string): void {
  setFlagsFromString(HEAP);
  if (version.startsWith("v20.")) for (const flag of PATIENCE) setFlagsFromString(flag);
  const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };
  enableCompileCache?.();
}
