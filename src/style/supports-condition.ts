/**
 * `@supports`: whether the PDF has what a condition asks for (CSS Conditional 3, clause 6; 4, clause 3).
 *
 * Comes in: the condition's text. Goes out: yes or no. What an e-reader has only it can say, so the EPUB keeps the condition.
 */
import { supportsDeclaration } from "./check-declarations.ts";
import { closingParenthesis } from "./values.ts";

/** True if the PDF does all that the condition asks; an unknown condition is false. `supportsSelector` is asked of `selector()`. */
export function meetsCondition(text: string, supportsSelector: (selector: string) => boolean): boolean {
  const meets = (condition: string): boolean => {
    const written = condition.trim();
    const not = /^not\b\s*(?=\(|[a-z-]+\()/i.exec(written);
    if (not) return !meets(written.slice(not[0].length));
    for (const [word, all] of [
      ["or", false],
      ["and", true],
    ] as const) {
      const parts = splitAtWord(written, word);
      if (parts.length > 1) return all ? parts.every(meets) : parts.some(meets);
    }
    return meetsOne(written);
  };
  const meetsOne = (written: string): boolean => {
    const [, name = "", inside] = /^([a-z-]*)\(([\s\S]*)\)$/i.exec(written) ?? [];
    if (inside === undefined) return false;
    switch (name.toLowerCase()) {
      case "":
        return /^\s*(\(|not\b|[a-z-]+\()/i.test(inside) ? meets(inside) : meetsDeclaration(inside);
      case "selector":
        return supportsSelector(inside);
      case "font-format":
        return /^\s*(truetype|opentype)\s*$/i.test(inside);
      default:
        return false;
    }
  };
  return meets(text);
}

function meetsDeclaration(text: string): boolean {
  const [, property = "", value = ""] = /^\s*(-{0,2}[a-z][\w-]*)\s*:\s*([\s\S]*)$/i.exec(text) ?? [];
  return property !== "" && supportsDeclaration(property, value.trim());
}

/** Splits at a word that stands outside parentheses. */
function splitAtWord(text: string, word: "and" | "or"): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "(") i = closingParenthesis(text, i + 1);
    else if (/[\s)]/.test(text[i - 1] ?? "") && text.slice(i).toLowerCase().startsWith(word)) {
      if (!/^[\s(]/.test(text.slice(i + word.length))) continue;
      parts.push(text.slice(from, i));
      from = i + word.length;
    }
  }
  return [...parts, text.slice(from)];
}
