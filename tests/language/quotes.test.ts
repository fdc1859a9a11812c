/** Every right text, straightened, becomes the right text again. Paragraphs stand apart by a line end. */
import { describe, expect, it } from "vitest";
import { punctuate, straighten, tableOf } from "./punctuate.ts";

const AMERICAN = `
“Hello,” she said.
“Hello,” she said, “and good night.”
He said “yes” and meant it.
The “Titanic,” the so-called “unsinkable.”
“He told me, ‘Go home,’ and I went.”
“He told me, ‘Go home.’”
“‘Go home,’ he told me.”
“Did she say ‘I read “Emma” twice’?”
“What—” he began.
“What”—he turned—“was that?”
“… and so it goes,” she said. “Well …”
(“No!”)
[“No!”] she wrote.
She asked (“Why?”) and “(because)” was all he said.
It’s John’s, isn’t it? They’re the Joneses’, not James’s.
the boys’ game and the girls’ too
’Tis true, ’twas ever thus. Give ’em hell in the ’90s, rock ’n’ roll!
“’Tis true,” he said. “’Twas ever thus.”
“I’m goin’ huntin’ an’ fishin’,” said th’ ol’ man o’ the sea.
“Get ’im, ’e’s over there ’mongst the ’orses, s’pose ’e ’its ’er!”
“‘’Tis I,’ says she.”
the class of ’68
“I have been reading Dickens’,” he said.
“Ah! said I to myself, ’tis so.”
He was born in “ ’68,” they say.
“The word is ‘a’ and not ‘the’,” she said.
“‘One,’ ‘two,’ and ‘three’ are words.”
“It’s ’mos’ enough, ’ca’se I ’mos’ had it, an’ he lef’ it on de groun’.”
`;

const BRITISH = `
‘Hello,’ she said.
‘Hello,’ she said, ‘and good night.’
He said ‘yes’ and meant it.
‘He told me, “Go home,” and I went.’
‘He told me, “Go home.”’
‘“Go home,” he told me.’
‘Did she say “I read ‘Emma’ twice”?’
‘What—’ he began.
‘What’—he turned—‘was that?’
‘I’ve been to the boys’ room,’ he said, ‘and it’s James’s now.’
‘The boys’ game was up,’ he said.
‘I saw th’ men an’ took ’em to the ’ouse,’ he said.
‘’Tis true,’ he said. ‘’Twas ever thus.’
‘Them’s my brothers’ boots, an’ my sisters’ too,’ said ’Arry.
‘Goin’ down t’ pub?’ he asked, an’ went.
‘I don’t know what “rock ’n’ roll” is.’
(‘No!’)
‘Oh,’ said he, ‘’ow’s that?’
‘In the ’90s,’ she said, ‘we didn’t.’
the ‘interlopers’ of the Eastern trade
‘The “Rose and Crown”’s shut,’ he said.
`;

const rows = (text: string): string[] => text.trim().split("\n");

describe("American quotation marks", () => {
  it.for(rows(AMERICAN))("%s", (right) => {
    expect(punctuate([straighten(right)], tableOf("en-US"))).toEqual([right]);
  });
});

describe("British quotation marks", () => {
  // A page of dialogue says which mark stands outside.
  const page = Array.from({ length: 8 }, () => "‘Yes,’ he said, ‘I know.’");
  it.for(rows(BRITISH))("%s", (right) => {
    const found = punctuate([...page, right].map(straighten), tableOf("en-GB"));
    expect(found).toEqual([...page, right]);
  });
});

describe("speech that runs over paragraphs", () => {
  it.for([
    ["“It was cold.", "“It was dark, too.", "“And that was all,” he said."],
    ["“He wrote: ‘It was cold.", "“‘It was dark.’ And that was all.”", "“Was it?”"],
    ["‘It was cold.", "‘It was dark, an’ th’ wind howlin’.", "‘And that was all,’ he said.", "‘Was it?’"],
    ["‘I saw th’ men an’", "‘the boys’ mother,’ he said."],
  ])("%j", (right) => {
    expect(punctuate(right.map(straighten), tableOf("en"))).toEqual(right);
  });

  it("goes on after a poem without a new mark", () => {
    const text = ['"He sang:', 'and so on," she said.', '"Well!"'];
    const run = text.map((passage, index) => ({ text: passage, afterGap: index === 1 }));
    expect(run.length).toBe(3);
    expect(punctuate(text, tableOf("en"))).toEqual(["“He sang:", "and so on,” she said.", "“Well!”"]);
  });

  it("begins each line of verse with a mark", () => {
    const right = "“Tyger, tyger,\n“In the forests\n“Of the night.”";
    expect(punctuate([straighten(right)], tableOf("en"))).toEqual([right]);
  });
});

describe("feet, inches, minutes and seconds", () => {
  it.for([
    ["He was 6' 2\" tall.", "He was 6′ 2″ tall."],
    ["He was 6'2\" tall.", "He was 6′2″ tall."],
    ["at 40° 26' 46\" north", "at 40° 26′ 46″ north"],
    ['"He is 6\' 2"," she said.', "“He is 6′ 2″,” she said."],
    ['"That was in 1990," she said. "In 1991"', "“That was in 1990,” she said. “In 1991”"],
    ["'I was born in 1990', he said.", "‘I was born in 1990’, he said."],
    ['a 12" record', "a 12″ record"],
    ["the 1990's", "the 1990’s"],
  ])("%j", ([given = "", right]) => {
    expect(punctuate([given], tableOf("en"))).toEqual([right]);
  });
});

describe("marks that the author has set", () => {
  it.for([
    "“He said ‘yes’,” she said, ‘and I’m sure’ of it.",
    "‘Tis wrong, but his own.",
    "”Backwards,“ he said.",
  ])("stay: %s", (right) => {
    expect(punctuate([right], tableOf("en"))).toEqual([right]);
  });

  it("help to read the others", () => {
    expect(punctuate(['“Mixed," she said, "isn\'t it?”'], tableOf("en"))).toEqual([
      "“Mixed,” she said, “isn’t it?”",
    ]);
  });
});

describe("words that have lost their beginning", () => {
  it.for([
    "“I kin ’splain hit; she wuz so ’stonish’ she ’mence’ ter cry ’bout de ’rangement.”",
    "“Don’t pay no ’tention, ’less ’tis de ’lection,” said ’Lizabeth.",
    "“I’ll ’quire ’bout ’is ’ouse an’ ’is ’orse,” he said, “an’ the ’ospital.”",
    "He gave me the ‘oss’ and the ‘cart’ on the same day.",
  ])("%s", (right) => {
    expect(punctuate([straighten(right)], tableOf("en-US"))).toEqual([right]);
  });
});

describe("speech of many regions in single marks", () => {
  const page = [
    "‘’Cause the bus was late, wasn’t it?’ I said. ‘The girls’ bus, not the boys’.’",
    "‘’S not my fault,’ he said. ‘’E told me to.’",
    "‘Gie’s a haun’ wi’ this, will ye?’ said Shuggie. ‘Ah cannae dae it masel’.’",
    "‘Mi nah know nutt’n ’bout dat,’ Marcus said. ‘Yuh haffi ask ’im.’",
    "‘Sure ’tis himself was after sayin’ it,’ said Father O’Malley, ‘and him wi’ the drink taken.’",
    "‘The lads’ll be here by six,’ said Da. ‘The lads’ mam said so.’",
    "‘Da’s no’ comin’,’ she said. ‘He’s awa’ tae the pub.’",
    "‘I was born in the ’70s,’ said Gran. ‘’78, to be exact.’",
    "‘What did he say?’ ‘He said “no”.’ ‘Just “no”?’",
    "He called it ‘just a wee bit o’ fun’, but it wasn’t.",
    "The word ‘sorry’ – if it was a word – hung there.",
    "‘And then’—he looked at me—‘you went.’",
  ];
  it("is read by what it holds", () => {
    const found = punctuate(page.map(straighten), tableOf("en-GB"));
    expect(found.map((text) => text.replaceAll("\u00a0", " "))).toEqual(page);
  });
});

describe("a mark that was forgotten", () => {
  it.for([
    ["“”", "en-US"],
    ["‘’", "en-GB"],
  ] as const)("spoils nothing after its paragraph: %s", ([[open, close], language]) => {
    const right = [
      `${open}Yes,${close} he said. ${open}No.${close}`,
      `${open}I never closed this one, he said.`,
      "She didn’t answer. It was the boys’ turn.",
      `${open}Well,${close} he said, ${open}it’s done.${close}`,
      `Then I didn’t open this,${close} he said.`,
      `She laughed. ${open}Why not?${close}`,
      `He wrote: ${open}Dear Tom,`,
      `${open}Because,${close} she said.`,
    ];
    expect(punctuate(right.map(straighten), tableOf(language))).toEqual(right);
  });
});

describe("a manuscript's own dialect", () => {
  it("is learnt from where it is plain", () => {
    const plain = Array.from({ length: 6 }, () => "They was fightin' de 'gators wid de 'gators' own teef.");
    const doubtful = "\"De 'gators,\" he said. 'Gators!";
    const found = punctuate([...plain, doubtful], tableOf("en"));
    expect(found.at(-1)).toBe("“De ’gators,” he said. ’Gators!");
  });
});
