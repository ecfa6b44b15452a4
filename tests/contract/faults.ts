/** A project without a fault, in which every field, block, attribute and citation form has a part, and the faults to seed in it. */

const explainer = `---
headline: "What happened in *Elmford*"
standfirst: Cracks shut the bridge on 12 September 2025.
type: explainer
lang: en
status: published
published: 2025-09-13T07:30:00+01:00
updated: 2025-09-14T16:00:00+01:00
reviewed: 2025-09-15
expires: 2035-01-01
dateline: { place: Elmford, country: Wessex, date: 2025-09-13 }
byline: [Ada Writer, { name: Ben Reporter, role: reporter }]
contributors: [{ name: Cleo Draws, role: graphics }]
approval: [{ role: duty editor, name: Gus Chief, at: 2025-09-13, version: 3 }]
short-headline: Bridge shut
seo-title: Bridge shut in Elmford
print-headline: The bridge
topics: [bridges]
people: [Miriam Hale]
places: [Elmford]
image: pier
theme: base
citation-style: chicago-notes
formats: [html, pdf]
translator: Hal Words
corrections: [{ at: 2025-09-14, kind: correction, text: Four and not five., block: mend }]
updates: [{ at: 2025-09-14, text: Buses added., blocks: [pier], minor: true }]
backstory: We read the report.
ai-use: None.
notes-internal: Call the council again.
sensitive: [violence]
rights: { holder: The Courier, notice: All rights., licence: CC BY }
---

:::key-points{as-of=2025-09-13}
- The bridge is closed [@council].
- There are :num[cracks] in a pier [@engineers, p. 3].
- Buses go round.
:::

## Why? {#why}

Inspectors found cracks [@engineers, p. 2; see @gazette]. The @council closed it [-@gazette]. See :see[mend] and
:lang[Нұр]{kk}.[^own] A [link](https://example.org/x) leads on, as @engineers [p. 4] says.

:::known
- It is closed [@council].
:::

:::claimed
- A year, one says [@insider].
:::

:::unknown
- Who pays.
:::

:::timeline
- ~1871: **Built.**
- 2025-04: **Spring.** It was :num[spring].
- 2025-09-12 12:00 +01: **Closed** [@council].
:::

:::qa
### May I cross?

No [@council].
:::

:::people
- **Miriam Hale**, engineer: led it.
:::

:::numbers{as-of=2025-09-13}
- :num[cracks]
- **2** bus lines [@gazette]
:::

::::quote{by="Ruth Amber" role="leader" on=2025-09-12 original-lang=fr translator="the desk"}
We closed it. [@council]

:::lang{fr}
Fermé.
:::
::::

:::figure{#pier credit="Ada Lens" taken=2025-09-12 place="Elmford" kind=photo}
![Two workers carry a barrier.](hall.jpg)

The bridge [@council].
:::

:::chart{type=bar title="Ways" unit="km" source=gazette}
The long way is longer.

| Way | Km |
|---|---:|
| Road | 1 |
| Round | 13 |
:::

:::map{title="The way round" source=gazette credit="Cleo Draws"}
![Sketch of the river.](street.svg)

- **Bridge**: closed.
:::

:::table{title="Buses" source=council row-heads}
| Line | Minutes |
|---|---:|
| 12 | 25 |
:::

:::glossary
- **CBO**: County Bridges Office, which inspects.
:::

:::next
- The committee meets. {date=2025-09-22 certainty=scheduled}
:::

:::steps
1. Leave early.
2. Take line 12.
:::

:::contact{name="Desk" region="Elmford" hours="9 to 5"}
- Phone: +44 1632 960000
:::

:::claim{by="a post" on=2025-09-12 verdict=misleading source=gazette}
Unsafe for years.

No cracks in spring [@engineers].
:::

:::document{title="Order" source=council}
![A typed page.](hall.jpg)

The bridge is closed.
:::

:::background{title="Old bridge"}
Built long ago.
:::

:::note
Distances from the square.
:::

:::warning{.wide lang=fr print=hide}
Attention.
:::

:::correction{#mend at=2025-09-14 kind=correction}
Not five.
:::

:::related
- [Inspections](https://example.org/i)
:::

::notes

::sources

[^own]: An own note [@engineers].
`;

const sources = `council:
  kind: official-statement
  tier: primary
  author: Elmford Town Council
  title: Statement on the closure
  publisher: Elmford Town Council
  published: 2025-09-12
  url: https://example.org/s
  accessed: 2025-09-13
  archive: { url: https://example.org/archive, at: 2025-09-14 }
  lang: en
  interest: owns the bridge
engineers:
  kind: report
  author: Hale, Miriam
  title: Inspection
  publisher: County Bridges Office
  published: 2025-09
gazette:
  kind: article
  author: [{ family: Okafor, given: Chidi }, "Lund, Eva"]
  title: Four cracks
  publisher: Gazette
  published: 2025-09-12
  url: https://example.org/g
  accessed: 2025-09-13
  derived-from: council
insider:
  tier: anonymous
  description: a member of the committee
  reason: not allowed to speak
  corroboration: [council]
`;

const figures = `cracks:
  label: cracks found in the pier
  value: 4
  unit: { one: crack, other: cracks }
  as-of: 2025-09-12
  source: engineers
  status: reported
  supersedes: spring
spring:
  label: cracks in spring
  low: 0
  high: 1
  unit: { one: crack, other: cracks }
  as-of: 2025-04
  source: engineers
  status: superseded
`;

const settings = `publisher: { name: The Courier, url: https://courier.example }
url: https://courier.example/x
lang: en
timezone: Europe/London
paper: a4
`;

/** The project; `galley.config.yaml` among its files. */
export const soundProject: Readonly<Record<string, string>> = {
  'explainer.md': explainer,
  'sources.yaml': sources,
  'figures.yaml': figures,
  'galley.config.yaml': settings,
};

/**
 * One fault: `from` in a file becomes `to`, and `code` is told where `¦` stands, in `to` or in a later text of the file that
 * `at` quotes.
 */
export type Fault = readonly [
  name: string,
  file: string,
  from: string,
  to: string,
  code: string,
  at?: string,
];

const md = 'explainer.md';
const src = 'sources.yaml';
const fig = 'figures.yaml';
const cfg = 'galley.config.yaml';
const known = 'keys-and-blocks-are-known';
const values = 'values-are-known';
const left = 'markup-is-not-left-over';
const cite = 'citation-is-well-formed';
const dates = 'date-is-valid';
const top = '¦---\nheadline';

/** Faults of the front matter. */
const ofFrontMatter: readonly Fault[] = [
  [
    'no headline',
    md,
    'headline: "What happened in *Elmford*"\n',
    '',
    'headline-and-standfirst-are-present',
    '¦---\nstandfirst',
  ],
  ['empty headline', md, '"What happened in *Elmford*"', '¦""', 'headline-and-standfirst-are-present'],
  [
    'no standfirst',
    md,
    'standfirst: Cracks shut the bridge on 12 September 2025.\n',
    '',
    'headline-and-standfirst-are-present',
    top,
  ],
  ['citation in the headline', md, '*Elmford*"', '*Elmford* ¦[@council]"', 'heading-holds-no-citation'],
  ['HTML in the standfirst', md, 'Cracks shut', '¦<b>Cracks</b> shut', 'raw-html-is-absent'],
  ['unknown type', md, 'type: explainer', 'type: ¦opinion', values],
  ['unknown language', md, 'lang: en\nstatus', 'lang: ¦english\nstatus', 'language-tag-is-valid'],
  ['unknown status', md, 'status: published', 'status: ¦publishd', values],
  [
    'embargo without zone',
    md,
    'published: 2025-09-13T',
    'embargo: ¦2025-09-13T07:00\npublished: 2025-09-13T',
    dates,
  ],
  ['embargo that says no', md, 'published: 2025-09-13T', 'embargo: ¦false\npublished: 2025-09-13T', dates],
  [
    'published without zone',
    md,
    'published: 2025-09-13T07:30:00+01:00',
    'published: ¦2025-09-13T07:30',
    dates,
  ],
  ['no published', md, 'published: 2025-09-13T07:30:00+01:00\n', '', known, top],
  ['a day that no calendar has', md, '2025-09-14T16:00:00+01:00\nreviewed', '¦2025-02-30\nreviewed', dates],
  [
    'updated before published',
    md,
    'updated: 2025-09-14T16:00:00+01:00',
    'updated: ¦2024-09-14T16:00:00+01:00',
    'updated-follows-published',
  ],
  ['reviewed in words', md, 'reviewed: 2025-09-15', 'reviewed: ¦last week', dates],
  ['expires in words', md, 'expires: 2035-01-01', 'expires: ¦never', dates],
  ['dateline with an unknown key', md, '{ place: Elmford, country', '{ ¦town: Elmford, country', known],
  ['dateline with a bad date', md, 'Wessex, date: 2025-09-13', 'Wessex, date: ¦13 September', dates],
  ['no byline', md, 'byline: [Ada Writer, { name: Ben Reporter, role: reporter }]\n', '', known, top],
  ['byline without a name', md, '{ name: Ben Reporter, role', '¦{ role', known],
  [
    'byline with an unknown key',
    md,
    'name: Ben Reporter, role: reporter',
    'name: Ben Reporter, ¦job: reporter',
    known,
  ],
  [
    'byline that is empty',
    md,
    'byline: [Ada Writer, { name: Ben Reporter, role: reporter }]',
    'byline: ¦[]',
    values,
  ],
  ['contributor without a name', md, '[{ name: Cleo Draws, role', '[¦{ role', known],
  ['approval without a version', md, ', version: 3 }', ' }', known, 'approval: [¦{ role'],
  ['approval with a bad date', md, 'Gus Chief, at: 2025-09-13', 'Gus Chief, at: ¦soon', dates],
  ['topics that are a mapping', md, 'topics: [bridges]', 'topics: ¦{ a: bridges }', values],
  ['image that is nowhere', md, 'image: pier', 'image: ¦peer', 'link-target-exists'],
  ['image that is a heading', md, 'image: pier', 'image: ¦why', values],
  ['image without alt', md, 'image: pier', 'image: { src: hall.jpg }', known, '¦image: {'],
  [
    'image file that is missing',
    md,
    'image: pier',
    'image: { src: ¦gone.jpg, alt: x }',
    'image-file-is-usable',
  ],
  [
    'citation style that is none',
    md,
    'citation-style: chicago-notes',
    '¦citation-style: chicago-nots',
    values,
  ],
  ['format that is none', md, 'formats: [html, pdf]', 'formats: [html, ¦docx]', values],
  ['translation-of that is no name', md, 'translator:', 'translation-of: ¦Not A Slug\ntranslator:', values],
  ['correction without a date', md, '[{ at: 2025-09-14, kind: correction', '[¦{ kind: correction', known],
  ['correction of an unknown kind', md, 'kind: correction, text', 'kind: ¦fix, text', values],
  [
    'correction without words',
    md,
    ', text: Four and not five., block',
    ', block',
    known,
    'corrections: [¦{ at',
  ],
  ['correction of a block that is nowhere', md, 'block: mend', 'block: ¦mnd', 'link-target-exists'],
  ['update without a date', md, 'updates: [{ at: 2025-09-14, text', 'updates: [¦{ text', known],
  ['update of a block that is nowhere', md, 'blocks: [pier]', 'blocks: [¦pear]', 'link-target-exists'],
  ['update with a flag that is none', md, 'minor: true', 'minor: ¦maybe', values],
  [
    'note in the backstory',
    md,
    'We read the report.',
    'We read the report.¦[^own]',
    'heading-holds-no-citation',
  ],
  ['sensitive of an unknown kind', md, 'sensitive: [violence]', 'sensitive: [¦gore]', values],
  ['rights with an unknown key', md, '{ holder: The Courier', '{ ¦owner: The Courier', known],
  ['an unknown key', md, 'topics:', '¦topic:', known],
  [
    'a key twice',
    md,
    'people: [Miriam Hale]',
    'people: [Miriam Hale]\n¦people: [Miriam]',
    'front-matter-is-readable',
  ],
  [
    'a value with a second colon',
    md,
    'seo-title: Bridge shut',
    'seo-title: ¦Bridge: shut',
    'front-matter-is-readable',
  ],
  ['an open bracket', md, 'topics: [bridges]', 'topics: ¦[bridges', 'front-matter-is-readable'],
  ['an anchor', md, 'backstory: We', 'backstory: ¦&x We', 'front-matter-is-readable'],
  ['a tag', md, 'ai-use: None.', 'ai-use: ¦!!str None.', 'front-matter-is-readable'],
  ['a tab', md, 'ai-use: None.', 'ai-use:\n¦\tNone.', 'front-matter-is-readable'],
  ['a placeholder', md, 'seo-title: Bridge', 'seo-title: ¦TK Bridge', 'placeholder-text-is-absent'],
  [
    'front matter that does not end',
    md,
    '---\n\n:::key-points{as-of=2025-09-13}',
    '\n:::key-points{as-of=2025-09-13}',
    'front-matter-is-readable',
    top,
  ],
];

/** Faults of prose and citations. */
const ofProse: readonly Fault[] = [
  ['HTML', md, 'Buses go round.', 'Buses ¦<i>go</i> round.', 'raw-html-is-absent'],
  ['a comment that is open', md, 'Who pays.', 'Who pays. ¦<!-- check', left],
  ['a comment that is only closed', md, 'Who pays.', 'Who pays. ¦-->', left],
  ['a heading without its space', md, '## Why? {#why}', '¦##Why? {#why}', left],
  ['a first-level heading', md, '## Why? {#why}', '¦# Why? {#why}', 'document-has-one-headline'],
  ['a level skipped', md, '## Why? {#why}', '¦#### Why? {#why}', 'heading-levels-do-not-skip'],
  ['a reserved id', md, '{#why}', '¦{#notes}', 'id-is-unique'],
  ['an id twice', md, '{#why}', '{#pier}', 'id-is-unique', ':::figure{¦#pier'],
  ['a heading without words', md, '## Why? {#why}', '¦## {#why}', 'document-has-one-headline'],
  [
    'a citation in a heading',
    md,
    '## Why? {#why}',
    '## Why ¦[@council]? {#why}',
    'heading-holds-no-citation',
  ],
  ['a block with a space', md, ':::note\n', '¦::: note\n', left],
  ['a lone end', md, '::notes\n', '¦:::\n\n::notes\n', left],
  ['a citation without its @', md, '[@engineers, p. 2; see @gazette]', '¦[engineers, p. 2]', left],
  ['a note with a space in its name', md, '.[^own]', '.¦[^own note]', left],
  ['a link that leads nowhere', md, '[link](https://example.org/x)', '¦[link][missing]', left],
  [
    'a link that runs a script',
    md,
    '[link](https://example.org/x)',
    '¦[link](javascript:alert)',
    'link-target-exists',
  ],
  [
    'a link to a place that is not there',
    md,
    '[link](https://example.org/x)',
    '¦[link](#nowhere)',
    'link-target-exists',
  ],
  ['an unknown source', md, '[@council].\n- There', '[¦@counsel].\n- There', 'source-id-is-defined'],
  [
    'an unknown source in the sentence',
    md,
    'The @council closed',
    'The ¦@mayor closed',
    'source-id-is-defined',
  ],
  ['an empty citation', md, '[-@gazette]', '¦[@]', cite],
  ['a space behind the @', md, '[-@gazette]', '¦[@ gazette]', cite],
  ['two sources in one place', md, '; see @gazette]', ', ¦@gazette]', cite],
  ['a semicolon at the end', md, '; see @gazette]', ';¦]', cite],
  ['words without a source', md, '; see @gazette]', '; ¦and elsewhere]', cite],
  ['a bracket that stays open', md, '[-@gazette]', '¦[see @gazette', cite],
  ['an unnamed source in the sentence', md, 'The @council closed', 'The ¦@insider closed', cite],
  ['a raised sign that is none', md, 'Who pays.', 'Who pays x¦^2^.', left],
  ['a point on both sides of a mark', md, 'Who pays.', 'Who pays. [@council]¦.', cite],
  ['a place that is none', md, 'p. 3].', '¦passim].', cite],
  ['a note that is not written', md, '.[^own]', '.¦[^other]', 'note-has-definition'],
  ['a note that nothing calls', md, '.[^own]', '.', 'note-is-called', '¦[^own]: An'],
  ['a note without words', md, '[^own]: An own note [@engineers].', '¦[^own]:', 'note-has-definition'],
  ['a note in a note', md, 'An own note', 'An own note¦[^own]', 'note-has-definition'],
  ['an unknown number', md, 'There are :num[cracks] in', 'There are ¦:num[craks] in', 'figure-id-is-defined'],
  [
    'a number that no longer holds',
    md,
    'There are :num[cracks] in',
    'There are ¦:num[spring] in',
    'figure-is-current',
  ],
  ['a number with other braces', md, 'There are :num[cracks] in', 'There are ¦:num[cracks]{unit} in', known],
  [
    'a number told differently',
    md,
    'Buses go round.',
    'Now ¦5 cracks found in the pier [@council].',
    'number-is-consistent',
  ],
  ['a reference to nothing', md, ':see[mend]', '¦:see[]', left],
  ['a language that is none', md, ']{kk}', ']{xx-yyyyyyyyyy}', 'language-tag-is-valid', '¦:lang[Нұр]'],
  ['a language that is missing', md, ':lang[Нұр]{kk}', '¦:lang[Нұр]', 'language-tag-is-valid'],
  ['braces of another form', md, ']{kk}', ']{lang=kk}', 'language-tag-is-valid', '¦:lang[Нұр]'],
  ['an unknown mark', md, ':lang[Нұр]{kk}', '¦:lng[Нұр]{kk}', known],
  ['a word to be written', md, 'Buses go round.', 'Buses ¦TODO.', 'placeholder-text-is-absent'],
  ['lorem ipsum', md, 'Buses go round.', '¦Lorem ipsum.', 'placeholder-text-is-absent'],
  ['a day that has passed', md, 'Buses go round.', 'Buses go round ¦today.', 'relative-time-has-a-date'],
  [
    'a weekday that is wrong',
    md,
    'Buses go round.',
    'Since ¦Monday, 12 September 2025.',
    'weekday-matches-date',
  ],
  ['an open direction mark', md, 'Buses go round.', 'Buses ¦\u202ego round.', 'bidi-controls-are-closed'],
  ['emphasis that does not end', md, 'Buses go round.', 'Buses ¦**go round.', left],
  ['a picture without alt', md, 'Built long ago.', '¦![](hall.jpg)', 'image-has-alt'],
  ['a picture without credit', md, 'Built long ago.', '¦![Hall](hall.jpg)', 'image-has-credit'],
  ['a table without title', md, 'Built long ago.', '¦| A | B |\n|---|---|\n| x | y |', 'table-has-caption'],
  ['a row without a table', md, 'Built long ago.', '¦| A | B |', left],
  ['an id in the text', md, 'Built long ago.', 'Built ¦{#old} long ago.', left],
  [
    'a call behind the notes',
    md,
    '::sources\n',
    'Late ¦[@council].\n\n::sources\n',
    'notes-follow-their-calls',
  ],
  ['a part twice', md, '::sources\n', '::sources\n\n¦::sources\n', known],
];

/** Faults of blocks. */
const ofBlocks: readonly Fault[] = [
  ['an unknown block', md, ':::note\n', '¦:::nota\n', known],
  [
    'a block that is not closed',
    md,
    '- **Miriam Hale**, engineer: led it.\n:::\n',
    '- **Miriam Hale**, engineer: led it.\n',
    known,
    '¦:::people',
  ],
  ['an outer fence that is too short', md, '::::quote{by', ':::quote{by', known, '¦:::lang{fr}'],
  ['an unknown attribute', md, ':::note\n', ':::note{¦colour=red}\n', known],
  ['an attribute twice', md, 'kind=photo}', 'kind=photo ¦kind=photo}', known],
  ['braces that cannot be read', md, '{title="Old bridge"}', '{¦title="Old bridge}', known],
  ['a class with a sign', md, '{.wide lang=fr', '{¦.wi_de lang=fr', known],
  ['an unknown way of printing', md, 'print=hide}', '¦print=never}', values],
  [
    'a language of a block that is none',
    md,
    '{.wide lang=fr',
    '{.wide ¦lang=français1',
    'language-tag-is-valid',
  ],
  [
    'a block in a block that holds none',
    md,
    'Distances from the square.',
    ':::steps\n1. x\n:::',
    known,
    '¦:::steps\n1. x',
  ],
  ['key points with a bad date', md, ':::key-points{as-of=2025-09-13}', ':::key-points{¦as-of=soon}', dates],
  [
    'too few key points',
    md,
    '- There are :num[cracks] in a pier [@engineers, p. 3].\n- Buses go round.\n',
    '',
    'key-points-are-few',
    '¦:::key-points',
  ],
  [
    'key points without a list',
    md,
    '- The bridge is closed [@council].\n- There are :num[cracks] in a pier [@engineers, p. 3].\n- Buses go round.',
    'Words.',
    known,
    '¦:::key-points',
  ],
  [
    'a known item without a source',
    md,
    '- It is closed [@council].',
    '¦- It is closed.',
    'known-item-has-source',
  ],
  ['unknown without a list', md, '- Who pays.', 'Who pays.', known, '¦:::unknown'],
  ['a timeline item without a date', md, '- ~1871: **Built.**', '¦- **Built.**', known],
  ['a timeline date that is none', md, '- ~1871: **Built.**', '¦- 12 May: **Built.**', dates],
  ['a time without a zone', md, '12:00 +01:', '12:00:', dates, '¦- 2025-09-12 12:00:'],
  [
    'a timeline out of order',
    md,
    '- ~1871: **Built.**',
    '- 2026: **Built.**',
    'timeline-is-in-order',
    '¦- 2025-04: **Spring.**',
  ],
  [
    'a range that ends before it begins',
    md,
    '- 2025-04: **Spring.**',
    '¦- 2025-04/2025-01: **Spring.**',
    dates,
  ],
  ['a question without an answer', md, '\nNo [@council].\n', '', known, '¦### May I'],
  ['an answer without a question', md, '### May I cross?\n', '', known, '¦:::qa'],
  ['a person without a name in bold', md, '- **Miriam Hale**, engineer', '¦- Miriam Hale, engineer', known],
  [
    'a number without a source',
    md,
    '- **2** bus lines [@gazette]',
    '¦- **2** bus lines',
    'figure-has-source',
  ],
  ['a number without what it counts', md, '- **2** bus lines [@gazette]', '¦- **2** [@gazette]', known],
  [
    'an item that begins with no number',
    md,
    '- **2** bus lines [@gazette]',
    '¦- Two bus lines [@gazette]',
    known,
  ],
  [
    'a number by hand that differs',
    md,
    '- **2** bus lines [@gazette]',
    '- **¦3** cracks found in the pier [@gazette]',
    'number-is-consistent',
  ],
  ['a quote without a speaker', md, 'by="Ruth Amber" role', 'role', 'quote-has-speaker', '¦::::quote'],
  [
    'a quote without a source',
    md,
    'We closed it. [@council]',
    'We closed it.',
    'quote-has-source',
    '¦::::quote',
  ],
  ['a quote without words', md, 'We closed it. [@council]\n\n', '', known, '¦::::quote'],
  ['a quote on a bad day', md, 'on=2025-09-12 original', '¦on=yesterday original', dates],
  [
    'a quote from an unknown language',
    md,
    'original-lang=fr',
    '¦original-lang=french1',
    'language-tag-is-valid',
  ],
  ['a pull quote with a citation', md, 'translator="the desk"}', 'pull}', 'quote-has-source', '¦::::quote'],
  [
    'a figure without a credit',
    md,
    '{#pier credit="Ada Lens" taken',
    '{#pier taken',
    'image-has-credit',
    '¦:::figure',
  ],
  [
    'a figure without a picture',
    md,
    '![Two workers carry a barrier.](hall.jpg)\n\n',
    '',
    'image-has-alt',
    '¦:::figure',
  ],
  ['a figure without alt', md, '![Two workers carry a barrier.]', '¦![]', 'image-has-alt'],
  [
    'a figure whose file is missing',
    md,
    'barrier.](hall.jpg)',
    'barrier.](hal.jpg)',
    'image-file-is-usable',
    '¦![Two',
  ],
  [
    'a figure from elsewhere',
    md,
    'barrier.](hall.jpg)',
    'barrier.](https://example.org/h.jpg)',
    'image-file-is-usable',
    '¦![Two',
  ],
  ['a figure of an unknown kind', md, 'kind=photo}', '¦kind=drawing}', values],
  ['a figure taken on a bad day', md, 'taken=2025-09-12', '¦taken=2025-09-31', dates],
  [
    'a decorative figure with words',
    md,
    'kind=photo}',
    'decorative}',
    'decorative-image-has-no-caption',
    '¦![Two',
  ],
  ['a figure described nowhere', md, 'kind=photo}', '¦described-in=nowhere}', 'described-in-target-exists'],
  ['a figure with two pictures', md, 'The bridge [@council].', '¦![Second.](hall.jpg)', known],
  ['a chart of an unknown type', md, 'type=bar', '¦type=pie', values],
  ['a chart without a title', md, 'title="Ways" unit', 'unit', known, '¦:::chart'],
  [
    'a chart without a source',
    md,
    'unit="km" source=gazette',
    'unit="km"',
    'chart-has-source-and-unit',
    '¦:::chart',
  ],
  [
    'a chart with an unknown source',
    md,
    'unit="km" source=gazette',
    'unit="km" source=¦gazete',
    'source-id-is-defined',
  ],
  [
    'a chart without a table',
    md,
    '| Way | Km |\n|---|---:|\n| Road | 1 |\n| Round | 13 |\n',
    '',
    'chart-has-data-table',
    '¦:::chart',
  ],
  [
    'a chart with a cell that is no number',
    md,
    '| Round | 13 |',
    '| Round ¦| many |',
    'chart-has-data-table',
  ],
  ['a chart that says nothing', md, 'The long way is longer.\n\n', '', 'chart-has-finding', '¦:::chart'],
  ['a chart with a nameless column', md, '| Way | Km |', '¦| Way | |', 'table-has-headers'],
  ['a chart with a row too long', md, '| Round | 13 |', '| Round | 13 ¦| 14 |', 'table-is-regular'],
  ['a map without a title', md, ':::map{title="The way round" source', ':::map{source', known, '¦:::map'],
  [
    'a map without a source',
    md,
    ':::map{title="The way round" source=gazette credit',
    ':::map{title="The way round" credit',
    'chart-has-source-and-unit',
    '¦:::map',
  ],
  ['a map without a credit', md, ' credit="Cleo Draws"}', '}', 'image-has-credit', '¦:::map'],
  ['a map without its places', md, '- **Bridge**: closed.\n', '', 'map-has-place-list', '¦:::map'],
  ['a map without a picture', md, '![Sketch of the river.](street.svg)\n\n', '', 'image-has-alt', '¦:::map'],
  [
    'a table without a title',
    md,
    ':::table{title="Buses" source',
    ':::table{source',
    'table-has-caption',
    '¦:::table',
  ],
  [
    'a table without a source',
    md,
    ':::table{title="Buses" source=council row',
    ':::table{title="Buses" row',
    'chart-has-source-and-unit',
    '¦:::table',
  ],
  [
    'a table without rows',
    md,
    '| Line | Minutes |\n|---|---:|\n| 12 | 25 |\n',
    '',
    'table-has-headers',
    '¦:::table',
  ],
  ['a table with a nameless column', md, '| Line | Minutes |', '| Line ¦| |', 'table-has-headers'],
  ['a table with a row too long', md, '| 12 | 25 |', '| 12 | 25 ¦| 26 |', 'table-is-regular'],
  ['a term that is not bold', md, '- **CBO**: County', '¦- CBO: County', known],
  ['a term without words', md, '- **CBO**: County Bridges Office, which inspects.', '¦- **CBO**:', known],
  ['a term twice', md, 'which inspects.', 'which inspects.\n¦- **CBO**: Again.', known],
  [
    'nothing next',
    md,
    '- The committee meets. {date=2025-09-22 certainty=scheduled}\n',
    '',
    known,
    '¦:::next',
  ],
  ['a bad day ahead', md, '{date=2025-09-22 certainty', '{¦date=2025-09-99 certainty', dates],
  ['a certainty that is none', md, 'certainty=scheduled}', '¦certainty=sure}', values],
  [
    'steps without numbers',
    md,
    '1. Leave early.\n2. Take line 12.',
    '¦- Leave early.\n- Take line 12.',
    known,
  ],
  ['steps without a list', md, '1. Leave early.\n2. Take line 12.', 'Leave early.', known, '¦:::steps'],
  ['a contact line without a colon', md, '- Phone: +44 1632 960000', '¦- +44 1632 960000', known],
  ['a claim without a claimant', md, '{by="a post" on', '{on', known, '¦:::claim{on'],
  ['a claim without a verdict', md, ' verdict=misleading source', ' source', known, '¦:::claim{by'],
  ['a verdict that is none', md, 'verdict=misleading', '¦verdict=wrong', values],
  ['a claim without evidence', md, '\n\nNo cracks in spring [@engineers].', '', known, '¦:::claim{by'],
  [
    'a document without a title',
    md,
    ':::document{title="Order" source',
    ':::document{source',
    known,
    '¦:::document',
  ],
  [
    'a document without a source',
    md,
    '{title="Order" source=council}',
    '{title="Order"}',
    'chart-has-source-and-unit',
    '¦:::document',
  ],
  ['a document page without alt', md, '![A typed page.]', '¦![]', 'image-has-alt'],
  ['a box without a title', md, ':::background{title="Old bridge"}', '¦:::background', known],
  [
    'a title with a citation',
    md,
    '{title="Old bridge"}',
    '{title="Old ¦[@council] bridge"}',
    'heading-holds-no-citation',
  ],
  ['a note without words', md, 'Distances from the square.\n', '', known, '¦:::note\n'],
  ['a correction without a date', md, '{#mend at=2025-09-14 kind', '{#mend kind', known, '¦:::correction'],
  ['a correction without words', md, 'Not five.\n', '', known, '¦:::correction'],
  ['a correction of no kind', md, 'kind=correction}', '¦kind=slip}', values],
  ['a related item without a link', md, '- [Inspections](https://example.org/i)', '¦- Inspections', known],
  ['a passage in no language', md, ':::lang{fr}', '¦:::lang', 'language-tag-is-valid'],
];

/** Faults of sources, numbers and settings. */
const ofData: readonly Fault[] = [
  ['a source of an unknown kind', src, 'kind: report', 'kind: ¦blog', values],
  ['a source of no kind', src, '  kind: report\n', '', 'source-has-what-its-kind-needs', '¦engineers:'],
  ['a tier that is none', src, 'tier: primary', 'tier: ¦first', values],
  [
    'a source without a title',
    src,
    '  title: Inspection\n',
    '',
    'source-has-what-its-kind-needs',
    '¦engineers:',
  ],
  [
    'a source that nobody made',
    src,
    '  author: Hale, Miriam\n  title: Inspection\n  publisher: County Bridges Office\n',
    '  title: Inspection\n',
    'source-has-what-its-kind-needs',
    '¦engineers:',
  ],
  [
    'an article without an address',
    src,
    '  url: https://example.org/g\n',
    '',
    'source-has-what-its-kind-needs',
    '¦gazette:',
  ],
  [
    'an address without its day',
    src,
    'url: https://example.org/g\n  accessed: 2025-09-13\n',
    'url: ¦https://example.org/g\n',
    'source-has-access-date-or-archive',
  ],
  ['an address that is none', src, 'url: https://example.org/g', 'url: ¦example', values],
  ['an author with an unknown key', src, '{ family: Okafor, given', '{ family: Okafor, ¦first', known],
  ['an empty author', src, 'author: Hale, Miriam', 'author: ¦[]', values],
  ['a bad day of publication', src, 'published: 2025-09\n', 'published: ¦2025-13\n', dates],
  ['a bad day of access', src, 'accessed: 2025-09-13\n  archive', 'accessed: ¦lately\n  archive', dates],
  [
    'an archive without an address',
    src,
    '{ url: https://example.org/archive, at: 2025-09-14 }',
    '{ at: 2025-09-14 }',
    values,
    '¦archive: { at',
  ],
  [
    'an archive without a date',
    src,
    '{ url: https://example.org/archive, at: 2025-09-14 }',
    '¦{ url: https://example.org/archive }',
    'source-has-access-date-or-archive',
  ],
  ['a language of a source that is none', src, '  lang: en', '  lang: ¦englisch1', 'language-tag-is-valid'],
  [
    'an origin that is unknown',
    src,
    'derived-from: council',
    'derived-from: ¦counsel',
    'source-id-is-defined',
  ],
  ['a field that is unknown', src, 'publisher: Gazette', '¦paper: Gazette', known],
  ['an id twice', src, 'insider:', '¦council:', 'source-id-is-unique'],
  [
    'an id with a space',
    src,
    'insider:\n  tier: anonymous',
    '¦in sider:\n  kind: report\n  author: A\n  title: T',
    values,
  ],
  ['an unnamed source that no citation can name', src, 'insider:', "¦in'sider:", values],
  ['an entry without fields', src, 'insider:', '¦extra: words\ninsider:', values],
  [
    'an unnamed source without a reason',
    src,
    '  reason: not allowed to speak\n',
    '',
    'anonymous-source-is-complete',
    '¦insider:',
  ],
  [
    'an unnamed source without words',
    src,
    '  description: a member of the committee\n',
    '',
    'anonymous-source-is-complete',
    '¦insider:',
  ],
  [
    'an unnamed source with a name',
    src,
    '  reason: not',
    '  author: Secret Name\n  reason: not',
    'anonymous-source-is-complete',
    '¦insider:',
  ],
  [
    'an unnamed source with an address',
    src,
    '  reason: not',
    '  url: https://secret.example\n  reason: not',
    'anonymous-source-is-complete',
    '¦insider:',
  ],
  [
    'a support that is no source',
    src,
    'corroboration: [council]',
    'corroboration: [nobody]',
    'anonymous-source-is-complete',
    '¦insider:',
  ],
  [
    'a source that nobody cites',
    src,
    'insider:',
    '¦extra: { kind: report, author: A, title: T }\ninsider:',
    'source-is-used',
  ],
  [
    'an open brace',
    src,
    'archive: { url: https://example.org/archive, at: 2025-09-14 }',
    'archive: ¦{ url: https://example.org/archive',
    'data-file-is-readable',
  ],
  ['a tab in the sources', src, '  title: Inspection', '¦\ttitle: Inspection', 'data-file-is-readable'],
  [
    'a number without a label',
    fig,
    '  label: cracks found in the pier\n',
    '',
    'figure-has-unit-and-date',
    '¦cracks:',
  ],
  ['a number without a value', fig, '  value: 4\n', '', 'figure-has-unit-and-date', '¦cracks:'],
  ['a value in words', fig, 'value: 4', 'value: ¦four', 'figure-has-unit-and-date'],
  [
    'a number without a unit',
    fig,
    'value: 4\n  unit: { one: crack, other: cracks }\n',
    'value: 4\n',
    'figure-has-unit-and-date',
    '¦cracks:',
  ],
  [
    'a unit of unknown forms',
    fig,
    'value: 4\n  unit: { one: crack, other',
    'value: 4\n  unit: { ¦single: crack, other',
    known,
  ],
  ['a number without a day', fig, '  as-of: 2025-09-12\n', '', 'figure-has-unit-and-date', '¦cracks:'],
  ['a bad day of a number', fig, 'as-of: 2025-09-12', 'as-of: ¦Friday', 'figure-has-unit-and-date'],
  [
    'a number without a source',
    fig,
    '2025-09-12\n  source: engineers\n',
    '2025-09-12\n',
    'figure-has-source',
    '¦cracks:',
  ],
  [
    'a number of an unknown source',
    fig,
    '2025-09-12\n  source: engineers',
    '2025-09-12\n  source: ¦enginers',
    'figure-has-source',
  ],
  ['a status that is none', fig, 'status: reported', 'status: ¦sure', values],
  ['a number that replaces nothing', fig, 'supersedes: spring', 'supersedes: ¦autumn', values],
  ['a number that replaces itself', fig, 'supersedes: spring', 'supersedes: ¦cracks', 'figure-is-current'],
  ['low above high', fig, 'low: 0', 'low: 2', 'figure-has-unit-and-date', 'high: ¦1'],
  ['a field of a number that is unknown', fig, '  value: 4', '  value: 4\n  ¦colour: red', known],
  ['a number twice', fig, 'spring:', '¦cracks:', 'id-is-unique'],
  ['a number without fields', fig, 'spring:', '¦extra: 4\nspring:', values],
  ['a setting that is unknown', cfg, 'paper: a4', '¦papr: a4', known],
  ['a paper that is none', cfg, 'paper: a4', 'paper: ¦a5', values],
  ['a zone that is none', cfg, 'timezone: Europe/London', 'timezone: ¦Europe/Elmford', values],
  ['an address of the newsroom that is none', cfg, 'url: https://courier.example/x', 'url: ¦courier', values],
  ['a language of the settings that is none', cfg, 'lang: en', 'lang: ¦english1', values],
];

/** All faults. */
export const faults: readonly Fault[] = [...ofFrontMatter, ...ofProse, ...ofBlocks, ...ofData];
