import { expect, it } from "vitest";
import { isBareNumber, isNumberOnly } from "../../src/book/number-titles.ts";

it.each([
  ["IV.", true, true],
  ["12", true, true],
  ["(3)", true, false],
  ["Chapter 12", false, true],
  ["Kapitel IX", false, true],
  ["Seven", false, true],
  ["Chapter Thirty-Two", false, true],
  ["Twelve Angry Men", false, false],
  ["1984: A Year", false, false],
  ["The Quay", false, false],
  ["I am", false, false],
  ["", false, false],
])("%s: a number %s, a number and its kind %s", (title, bare, only) => {
  expect([isBareNumber(title), isNumberOnly(title)]).toEqual([bare, only]);
});
