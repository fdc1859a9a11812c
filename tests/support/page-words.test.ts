import { expect, test } from "vitest";
import { listMisplaced } from "./page-words.ts";

const page = (letters: string, ...cuts: readonly string[]) => ({ letters, cuts });
const stretch = (letters: string) => ({ label: letters, letters, pictured: false });

test("stretches that are the pages' own, with heads, blanks, notes and broken words", () => {
  const pages = [page("headonetwo"), page(""), page("threefo", "ee", "fo"), page("urfivenote")];
  expect(listMisplaced([stretch("onetwo"), stretch("three"), stretch("fourfive")], pages)).toEqual([]);
});

test("a mark that comes a word too early, a word too late, or not at all is found", () => {
  const pages = [page("onetwo"), page("threefour")];
  expect(listMisplaced([stretch("one"), stretch("twothreefour")], pages)).toHaveLength(1);
  expect(listMisplaced([stretch("onetwothree"), stretch("four")], pages)).toHaveLength(1);
  expect(listMisplaced([stretch("onetwothreefour")], pages)).toHaveLength(1);
  expect(listMisplaced([stretch("threefour"), stretch("onetwo")], pages)).toHaveLength(1);
});
