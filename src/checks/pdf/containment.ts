// Which structure type may stand in which (ISO/TS 32005:2023, table 5), as sets of allowed children.

/** What a type may hold. Children that are neither in `any` nor in `once` are forbidden. */
export interface Containment {
  readonly any: ReadonlySet<string>;
  /** At most one of each. */
  readonly once: ReadonlySet<string>;
  /** Whether marked content may stand directly in it. */
  readonly content: boolean;
}

/** Words for types that share their places. `Hn` is any numbered heading. */
const GROUPS: Readonly<Record<string, string>> = {
  neutral: 'Artifact NonStruct Private',
  inline:
    'Annot BibEntry Code Em FENote Figure Form Formula Lbl Link Note Quote Reference Ruby Span Strong Sub Warichu',
  frame: 'Div Part',
  section:
    'Annot Art BlockQuote Code DocumentFragment FENote Figure Form Formula Hn Index L Link Note P Sect TOC Table',
  text: 'BlockQuote Index L P Table',
  glyphs: 'Annot Artifact Em Form Link NonStruct Private Quote Reference Span Strong Sub',
};

/** Parent: children in any number | children at most once. A trailing `content` allows marked content. */
const ROWS: Readonly<Record<string, string>> = {
  Annot:
    '+inline +frame Art Artifact Aside BlockQuote Caption DocumentFragment H Hn L NonStruct P Sect Table Title content',
  Art: '+neutral +section +frame Aside Caption Lbl Title -Art | H',
  Artifact:
    '+neutral +inline +section +frame Aside Document Hn LBody LI RB RP RT TBody TD TFoot TH THead TOCI TR Title WP WT content | Caption H',
  Aside: '+neutral +section +frame Document Lbl Reference content | Caption H',
  BibEntry: '+neutral +frame Annot Em FENote Figure Lbl Link Note Reference P Span Strong content',
  BlockQuote: '+neutral +section +frame Document Lbl Reference content | Caption H',
  Caption: '+neutral +inline +text +frame Art Aside DocumentFragment Hn Sect content | H',
  Code: '+neutral +frame Annot BibEntry DocumentFragment Em FENote Link Note Reference Span Strong Sub content',
  Document: '+neutral +section +frame Aside Document Title | H',
  DocumentFragment: '+neutral +section +frame Aside Document Title | H',
  Em: '+neutral +inline content',
  FENote: '+neutral +inline +text +frame Art Aside Caption DocumentFragment Sect content -Index -BibEntry',
  Figure: '+neutral +inline +text +frame Art Aside Hn Sect content | Caption H',
  Form: '+neutral +frame BibEntry Code FENote Figure Formula L Lbl Note Reference Table content | Caption',
  Formula: '+neutral +inline +text +frame Aside Hn content | Caption H',
  H: '+neutral +inline content | Art Sect',
  Hn: '+neutral +inline content | Art Sect',
  Index: '+neutral +frame Annot Caption FENote Figure Formula H Hn L Note P Reference Sect Table',
  L: '+neutral L LI | Caption',
  LBody: '+neutral +inline +text +frame Art Aside Hn Sect content -Lbl | Caption H',
  LI: '+neutral Div LBody Lbl content',
  Lbl: '+neutral +inline content -Lbl',
  Link: '+neutral +inline +text +frame Art Aside Caption DocumentFragment H Hn Sect Title content -Link -Index',
  Note: '+neutral +inline +text +frame Art Aside Caption DocumentFragment Sect content',
  P: '+neutral +inline L Table content',
  Quote: '+neutral +inline content',
  RB: '+glyphs content',
  RP: '+glyphs content',
  RT: '+glyphs content',
  Reference: '+neutral Annot BibEntry Em FENote Figure Lbl Link Note Span Strong content',
  Ruby: 'NonStruct Private RB RP RT content',
  Sect: '+neutral +section +frame Aside Caption Lbl Title | H',
  Span: '+neutral +inline content',
  Strong: '+neutral +inline content',
  StructTreeRoot: '| Document',
  Sub: '+neutral +inline L content -Sub',
  TBody: '+neutral TR',
  TD: '+neutral +inline +text Art Div Hn Sect content -Sub -BlockQuote | H',
  TFoot: '+neutral TR',
  TH: '+neutral +inline +text Art Div Hn Sect content -Sub -BlockQuote | H',
  THead: '+neutral TR',
  TOC: '+neutral TOC TOCI | Caption',
  TOCI: '+neutral Div Lbl P Reference TOC',
  TR: '+neutral TD TH',
  Table: '+neutral TBody TR | Caption TFoot THead',
  Title: '+neutral +inline +frame Aside L P Table content -Sub | Caption',
  WP: '+glyphs content',
  WT: '+glyphs content',
  Warichu: 'NonStruct Private WP WT content',
};

function expand(words: string): Set<string> {
  const found = new Set<string>();
  for (const word of words.split(/\s+/).filter((item) => item !== '')) {
    if (word.startsWith('+')) for (const type of (GROUPS[word.slice(1)] ?? '').split(' ')) found.add(type);
    else if (word.startsWith('-')) found.delete(word.slice(1));
    else found.add(word);
  }
  return found;
}

/** What each type may hold. Types that are missing here (Div, Part, NonStruct, Private) are looked through. */
export const CONTAINMENT: ReadonlyMap<string, Containment> = new Map(
  Object.entries(ROWS).map(([parent, row]) => {
    const [many = '', once = ''] = row.split('|');
    const any = expand(many);
    const content = any.delete('content');
    return [parent, { any, once: expand(once), content }] as const;
  }),
);

/** A type's name in the table: all numbered headings are one. */
export function containmentName(type: string): string {
  return /^H[1-9]\d*$/.test(type) ? 'Hn' : type;
}
