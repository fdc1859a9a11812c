/** Elements as indented lines, for tests that show a whole document. */
import type { Element, ElementNode } from "../../src/book/element.ts";

/** `name#id.class[key=value]`; elements that hold any text are on one line. */
export function printElements(node: ElementNode, indent = ""): string {
  if (node.kind === "text" || node.children.some((child) => child.kind === "text"))
    return indent + printLine(node);
  const children = node.children.map((child) => printElements(child, `${indent}  `));
  return [indent + printName(node), ...children].join("\n");
}

function printName({ name, id, classes, attributes }: Element): string {
  const pairs = Object.entries(attributes).map(([key, value]) => `[${key}=${value}]`);
  return [name, id === undefined ? "" : `#${id}`, ...classes.map((c) => `.${c}`), ...pairs].join("");
}

function printLine(node: ElementNode): string {
  if (node.kind === "text") return JSON.stringify(node.text);
  return `${printName(node)}(${node.children.map(printLine).join(" ")})`;
}

/** The characters of a tree. */
export function textOfElements(node: ElementNode): string {
  return node.kind === "text" ? node.text : node.children.map(textOfElements).join(" ");
}
