/**
 * English punctuation, American and British.
 *
 * Comes in: nothing. Goes out: two tables, chosen by region. They differ in the dash only: which mark of quotation stands outside is the author's choice,
 * and read from the manuscript.
 */
import type { Elisions, PunctuationTable } from "./table.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const ELISIONS: Elisions = {
  leading: words(`
    tis tisn't tisn twas twasn't twasn twarn't twill twon't twould twouldn't twere tweren't tween twixt twix twuz
    em ee un uns isself imself erself bout cept cep ceptin ere's tain't taint tan't twan't twa'n't twadn't gainst gin mongst midst neath pon nuff nough nother tother
    kase ca'se cos cuz coz cause spose s'pose spec spect zackly nless thout deed sturb splain splained spress sh
    d'you dya n d ll ve re tho m ud ull uz sblood sdeath swounds zounds
  `),
  maybeLeading: words(`
    a stid round til till fore long side stead less most way cross bove low lows lowed hind special specially cordin scuse
    lo nuther guess wish reckon seems looks teen bus cello flu phone scape pears peared pear count course change quest board live er ere im ad ave e ow s t f fo
  `),
  trailing: words(`
    th an o wi t i ol d mo fo ha wid tha ma ev mos las nex jus bes firs ole gi ca co fu wa whate sho do po yo befo b'fo
    doan didn couldn wouldn wasn hadn isn ain don can aroun roun lan han gran groun tol sen fin kin min foun lor
  `),
  both: new Map([
    ["n", /^/],
    ["a", /(?:'d|ld|must|might|may|to|not|n't|never|ever)$/],
  ]),
  droppedHead: "h",
  droppedHeads: [
    "a",
    "be",
    "e",
    "ex",
    "re",
    "de",
    "i",
    "in",
    "im",
    "o",
    "un",
    "com",
    "con",
    "ac",
    "al",
    "w",
    "th",
  ],
  droppedLongHeads: [
    ..."ab ad af ap ar as at an di dis ed el em en hel oc op per po pre pro ob sub sup su to".split(" "),
  ],
  endings: [
    ["s", [""]],
    ["d", [""]],
    ["ed", ["", "e"]],
    ["in", ["ing", "", "e"]],
    ["ing", ["", "e"]],
    ["ly", [""]],
    ["'n", ["", "ing"]],
  ],
  whole: words(`
    about above accident accommodate according account accuse acquaint acquaintance across advise afford afraid again against ago agree alive allow
    allowance almost along amaze among amongst amount amuse announce apologise apology appear appearance appreciate apprentice approve
    around arrange arrangement ashamed associate astonish asylum attempt attend attention avast away awake because before behind believe
    belong below beneath beside besides between beyond commence company compare congratulations consider convince december describe
    deserve determine direct discover disgrace dispute distract distress disturb divide election electric eleven encourage engage
    enough escape especially establish examine except exchange excuse expect expense experience explain expose extra hall happen happy
    hard hat head hear heart heaven heavy hell help hit hold hole home hope horse hospital hot hotel hour hundred hung hungry hurry
    hurt husband imagine indeed inform inquire instead intend invite mosquito oblige occasion opinion opportunity particular perceive
    perhaps persuade potato prepare pretend professor protect provide recollect religion remember resign respect respectable respond
    responsible september suppose tobacco tomato unless until upon without
  `),
  clipped: [["in", "g"]],
  contracted: words("s d ll ve re m t n"),
  possessive: /[sxz]$/,
  droppedTails: ["g", "d", "t", "f", "k", "th", "h", "r", "re", "l", "ll", "ve", "e", "n"],
};

const COMMON_WORDS = words(`
  a the of and to in i that was his he it with is for as had you not be her on at by which have or from this him but all she they
  were my are me one their so an said them we who would been will no when there if more out up into do any your what has man could
  other than our some very time upon about may its only now like little then can made should did us such great before must two these
  see know over much down after first good men own never most old shall day where those came come himself way work life without go
  make well through being long say might how am too even again many back here think every people went same last thought away under
  take found hand eyes still place while just also young yet though against things get ever give god years off face nothing right once
  another left part saw house world head three took new love always mrs put night each king between tell mind heart few because thing
  let going home look looked boy girl lady sir madam mother father yes oh ah why please thank wait stop hello help dear friend sorry
  hush listen nonsense indeed perhaps hers whose themselves herself itself myself yourself ain't don't can't won't i'm i've i'll i'd
`);

const AMERICAN: PunctuationTable = {
  commonWords: COMMON_WORDS,
  quotes: { double: [{ open: "“", close: "”" }], single: [{ open: "‘", close: "’" }] },
  apostrophe: "’",
  primes: { single: "′", double: "″" },
  elisions: ELISIONS,
  dash: { dash: "—", spaced: false },
  ellipsis: "…",
  titles: words(`
    Mr. Mrs. Ms. Messrs. Mx. Dr. Prof. Rev. Fr. Capt. Col. Gen. Lt. Sgt. Maj. Cpl. Cmdr. Adm. Gov. Sen. Rep. Hon. St. Ste. Mt.
    Mr Mrs Ms Mx Messrs Dr Prof Revd St Mme Mlle Mme. Mlle.
  `),
  numbered: words("No. Nos. no. nos. p. pp. vol. vols. Vol. ch. chs. Ch. fig. figs. Fig. c. ca. § §§ ¶"),
  units: words(`
    km m cm mm nm µm kg g mg lb lbs lb. lbs. oz oz. ft ft. yd. mi. in. mph rpm kHz MHz GHz Hz kW MW kV °C °F
    ml mL ms min hr hrs a.m. p.m. am pm a.m p.m AM PM BC AD BCE CE B.C. A.D. KB MB GB TB
  `),
};

const BRITISH: PunctuationTable = { ...AMERICAN, dash: { dash: "–", spaced: true } };

/** The table of a variety of English: American without a region, and for North America. */
export function englishTable(region: string | undefined): PunctuationTable {
  return region === undefined || ["US", "CA", "PH", "PR"].includes(region) ? AMERICAN : BRITISH;
}
