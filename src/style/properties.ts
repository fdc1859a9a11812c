/**
 * The properties that the PDF understands, and what each makes of a value.
 *
 * Comes in: nothing. Goes out: the table. A property that is neither in it nor among the shorthands is not supported, and the
 * author is told so.
 */
import { BOX_PROPERTIES } from "./box-properties.ts";
import { FONT_PROPERTIES } from "./font-properties.ts";
import { GENERATED_PROPERTIES } from "./generated-properties.ts";
import type { Property } from "./property.ts";
import { TEXT_PROPERTIES } from "./text-properties.ts";

/** Every longhand property that the PDF understands. */
export const PROPERTIES: ReadonlyMap<string, Property> = new Map([
  ...BOX_PROPERTIES,
  ...FONT_PROPERTIES,
  ...TEXT_PROPERTIES,
  ...GENERATED_PROPERTIES,
]);
