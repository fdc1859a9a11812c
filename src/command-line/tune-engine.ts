/**
 * V8's compiler, told that a build is short.
 *
 * Comes in: the version of Node. Goes out: nothing; flags of the running process are set. It must come before the code that it is about.
 *
 * Node 20 optimises whatever has run for some milliseconds, with all that it calls: compiling costs it two seconds of a second core for
 * a novel, and saves less. Here it waits four times as long and takes in a third as much. Node 22 and later are patient by themselves
 * and have other flags.
 */
import { setFlagsFromString } from "node:v8";

const FLAGS: readonly string[] = ["--interrupt-budget=270000", "--max-inlined-bytecode-size-cumulative=300"];

/** `version` as in `process.version`. */
export function tuneEngine(version: string): void {
  if (!version.startsWith("v20.")) return;
  for (const flag of FLAGS) setFlagsFromString(flag);
}
