/**
 * What the browser runs: it measures one document after the other in a frame of a screen's size.
 *
 * The function is sent to the browser as text, so it uses nothing from outside itself.
 */
import type { BrowsedDocument } from "./browse-epub.ts";

export async function measureDocuments(
  names: readonly string[],
  width: number,
  height: number,
  widths: readonly number[],
): Promise<BrowsedDocument[]> {
  const load = (name: string): Promise<Document> =>
    new Promise((resolve) => {
      const frame = document.createElement("iframe");
      frame.style.cssText = `width:${width}px;height:${height}px;border:0`;
      frame.src = `/${name}`;
      frame.onload = () => resolve(frame.contentDocument as Document);
      document.body.replaceChildren(frame);
    });

  const label = (element: Element): string =>
    `${element.localName}.${element.className} ${element.textContent?.trim().slice(0, 30)}`;

  const outside = (shown: Document): string[] =>
    [...shown.body.querySelectorAll("*")].flatMap((element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      return own > 0 && (left < -1 || right > width + 1) ? [label(element)] : [];
    });

  const badPictures = (shown: Document): string[] =>
    [...shown.images].flatMap((image) => {
      const box = image.getBoundingClientRect();
      const isBad = image.naturalWidth === 0 || box.width > width + 1 || box.height > height + 1;
      const shape = Math.abs(box.width / box.height - image.naturalWidth / image.naturalHeight);
      return isBad || shape > 0.02 ? [`${image.getAttribute("src")} ${box.width}x${box.height}`] : [];
    });

  const parse = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: readonly number[]): number => {
    const [r = 0, g = 0, b = 0] = colour
      .slice(0, 3)
      .map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element: Element | null): readonly number[] => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || (colour[3] ?? 0) > 0) return colour;
    }
    return [255, 255, 255];
  };

  /** Reading systems turn the page black and the text light; what the style colours itself stays as it is. */
  const darkest = (shown: Document): BrowsedDocument["darkest"] => {
    const night = shown.createElementNS("http://www.w3.org/1999/xhtml", "style");
    night.textContent = ":root, body { background-color: #000 !important; color: #ccc !important }";
    shown.head.append(night);
    let worst = { contrast: 21, text: "" };
    const texts = shown.createTreeWalker(shown.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (!element || node.textContent?.trim() === "" || element.getClientRects().length === 0) continue;
      const lights = [parse(getComputedStyle(element).color), groundOf(element)]
        .map(luminance)
        .sort((a, b) => b - a);
      const contrast = ((lights[0] ?? 0) + 0.05) / ((lights[1] ?? 0) + 0.05);
      if (contrast < worst.contrast) worst = { contrast, text: label(element) };
    }
    night.remove();
    return worst;
  };

  /** Every character that is shown, in order, with its place. */
  const charactersOf = (shown: Document): { node: Node; offset: number; character: string }[] => {
    const texts = shown.createTreeWalker(shown.body, NodeFilter.SHOW_TEXT);
    const found: { node: Node; offset: number; character: string }[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      for (const [offset, character] of [...(node.textContent ?? "")].entries())
        found.push({ node, offset, character });
    return found;
  };

  /** Places where a line begins or ends with what should stand beside its word. */
  const badBreaks = (shown: Document): string[] => {
    const characters = charactersOf(shown);
    const range = shown.createRange();
    const topOf = ({ node, offset }: { node: Node; offset: number }): number => {
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      return range.getBoundingClientRect().bottom;
    };
    const isCall = ({ node }: { node: Node }): boolean => node.parentElement?.matches(".noteref") ?? false;
    return characters.flatMap((right, index) => {
      const left = characters[index - 1];
      if (!left || /\s/.test(left.character) || /\s/.test(right.character)) return [];
      const binds =
        /[\u2014\u2013\u2019\u201d)\]\u00bb\u203a.,;:!?\u2026]/.test(right.character) ||
        /[\u201c\u2018([\u00ab\u2039\u201e\u201a]/.test(left.character) ||
        isCall(right);
      const block = (one: { node: Node }) =>
        one.node.parentElement?.closest("p, h1, h2, h3, li, td, th, figcaption, div, pre");
      if (!binds || block(left) !== block(right)) return [];
      const lineHeight = Number.parseFloat(getComputedStyle(right.node.parentElement as Element).fontSize);
      if (topOf(right) - topOf(left) < lineHeight) return [];
      const around = characters.slice(Math.max(0, index - 20), index + 20).map(({ character }) => character);
      return [`${around.slice(0, Math.min(20, index)).join("")}|${around.slice(Math.min(20, index)).join("")}`];
    });
  };

  const report: BrowsedDocument[] = [];
  for (const name of names) {
    const shown = await load(name);
    await shown.fonts.ready;
    report.push({
      name,
      // biome-ignore lint/performance/useDomNodeTextContent: the text as the engine lays it out is what is asked for.
      text: shown.body.innerText,
      overflow: Math.max(shown.documentElement.scrollWidth, shown.body.scrollWidth) - width,
      outside: outside(shown),
      badPictures: badPictures(shown),
      fonts: [...shown.fonts].map(
        (font) => `${font.family.replace(/"/g, "")} ${font.style} ${font.weight}: ${font.status}`,
      ),
      links: [...shown.querySelectorAll("a[href]")].map((link) => ({
        href: decodeURIComponent((link as HTMLAnchorElement).href.replace(`${location.origin}/`, "")),
        from: link.id,
        type: link.getAttribute("role") ?? "",
      })),
      ids: [...shown.querySelectorAll("[id]")].map((element) => element.id),
      darkest: darkest(shown),
      badBreaks: widths.flatMap((across) => {
        (document.querySelector("iframe") as HTMLIFrameElement).style.width = `${across}px`;
        return badBreaks(shown).map((where) => `${across}: ${where}`);
      }),
    });
  }
  return report;
}
