/**
 * A walk through elements.
 *
 * Comes in: an element. Goes out: it and all that are inside it. It changes nothing.
 */
import type { Element } from "./element.ts";

/** The element and every element inside it, in document order. */
export function* elementsOf(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) if (child.kind === "element") yield* elementsOf(child);
}
