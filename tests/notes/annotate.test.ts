/** Notes as readers meet them: numbers, words, places, and what is found wrong. */

import { describe, expect, expectTypeOf, it } from 'vitest';
import type { StageResult } from '../../src/diagnostics/diagnostic.js';
import { annotate } from '../../src/notes/annotate.js';
import type { AnnotatedExplainer } from '../../src/notes/annotated-explainer.js';
import { codes, make } from './real-chain.js';

const sources = `
ministry:
  kind: official-statement
  author: Ministry of Health
  title: Statement on the injured
  publisher: Khabar 24
  published: 2022-01-06
  url: https://example.org/statement
  accessed: 2022-01-07
  archive: { url: "https://archive.example.org/1", at: 2022-01-08 }
wire:
  kind: wire
  author: Kazinform
  title: 8 policemen and military died
  publisher: Kazinform
  published: 2022-01-06
  url: https://example.org/wire
  accessed: 2022-01-06
  interest: state news agency
  derived-from: ministry
book:
  kind: book
  author: [ "Olcott, Martha Brill", "Smith, John" ]
  title: Kazakhstan, Unfulfilled Promise
  publisher: Carnegie Endowment
  published: 2010
law:
  kind: law
  title: Constitution of Kazakhstan
  publisher: Adilet
  published: 1995-08-30
unnamed:
  tier: anonymous
  description: an official briefed on the operation
  reason: not authorised to speak to the press
  approved-by: desk
  corroboration: [ministry]
`;

it('is a stage', () => {
  expectTypeOf(annotate).returns.toEqualTypeOf<StageResult<AnnotatedExplainer>>();
});

describe('note styles', () => {
  it('print the full form first, the short form later, and never “ibid.”', async () => {
    const { notes, text } = await make({
      sources,
      body: 'One [@ministry, p. 3]. Two [@ministry, p. 3]. Three [@ministry].',
    });
    expect(text).toBe('One.[^1] Two.[^2] Three.[^3]');
    expect(notes).toEqual([
      '1. Ministry of Health, “Statement on the Injured” (Khabar 24, 6 January 2022), 3, <https://example.org/statement>, accessed 7 January 2022, archived 8 January 2022, <https://archive.example.org/1>.',
      '2. Ministry of Health, “Statement on the Injured,” 3.',
      '3. Ministry of Health, “Statement on the Injured.”',
    ]);
  });

  it('put several sources of one bracket into one note, in the author’s order', async () => {
    const { notes } = await make({ sources, body: 'So [see @wire; @book, pp. 3-5, my emphasis; @unnamed].' });
    expect(notes).toEqual([
      '1. See Kazinform, “8 Policemen and Military Died,” 6 January 2022, <https://example.org/wire>, accessed 6 January 2022; Martha Brill Olcott and John Smith, _Kazakhstan, Unfulfilled Promise_ (Carnegie Endowment, 2010), 3–5, my emphasis; an official briefed on the operation (not named: not authorised to speak to the press).',
    ]);
  });

  it('name the author in the sentence before the call', async () => {
    const { text, notes } = await make({
      sources,
      body: 'As @book [ch. 2] say, and @law too; @ministry, agrees.',
    });
    expect(text).toBe(
      'As Olcott and Smith[^1] say, and Constitution of Kazakhstan[^2] too; Ministry of Health,[^3] agrees.',
    );
    expect(notes[0]).toContain('(Carnegie Endowment, 2010), chap. 2.');
  });

  it('never print less than the short title when the author is left out', async () => {
    for (const style of ['chicago-notes', 'chicago-notes-short', 'oscola', 'mhra']) {
      const { notes } = await make({
        style,
        sources,
        body: 'One [@ministry]. Two [-@ministry]. Three [-@law]. Four [-@law].',
      });
      expect([style, notes[1]]).toEqual([style, expect.stringMatching(/statement on the injured/i)]);
      expect([style, notes[1]]).toEqual([style, expect.not.stringContaining('Ministry')]);
      expect([style, notes[2]]).toEqual([style, expect.stringContaining('Constitution')]);
      expect([style, notes[3]]).toEqual([style, expect.stringContaining('Constitution')]);
    }
  });

  it('describe an unnamed source with its reason, and shortly later', async () => {
    const { notes, list } = await make({ sources, body: 'One [@unnamed]. Two [@unnamed, p. 3].' });
    expect(notes).toEqual([
      '1. An official briefed on the operation (not named: not authorised to speak to the press).',
      '2. An official briefed on the operation, p. 3.',
    ]);
    expect(list).toEqual([
      '# Unnamed sources',
      'An official briefed on the operation (not named: not authorised to speak to the press).',
    ]);
  });

  it('word times, articles and ranges', async () => {
    const { notes } = await make({
      sources,
      body: 'A [@law, art. 46]. B [@wire, at 12:30]. C [@book, paras 4-6].',
    });
    expect(notes[0]).toContain('art. 46');
    expect(notes[1]).toContain(', at 12:30,');
    expect(notes[2]).toContain('paras. 4–6');
  });
});

describe('kinds of sources', () => {
  const kinds = `
court: { kind: court, title: State v. Ivanov, publisher: Almaty City Court, number: 1-23/2022, published: 2022-02-01 }
law: { kind: law, title: Law on Assembly, publisher: Adilet, number: 333-VI, published: 2020-05-25 }
report: { kind: report, author: OSCE, title: World Report, publisher: OSCE, published: 2022-01-02/2022-01-05 }
article: { kind: article, author: "Walker, Shaun", title: Troops fire, publisher: The Guardian, published: 2022-01-07, url: "https://example.org/1", accessed: 2022-01-07 }
own: { kind: wire, author: Reuters, title: Fuel protests, publisher: Reuters, published: 2022-01-05T10:00:00Z, url: "https://example.org/2", accessed: 2022-01-07 }
video: { kind: video, author: Tengri TV, title: Almaty at night, publisher: YouTube, published: 2022-01-06, url: "https://example.org/3", accessed: 2022-01-07 }
press: { kind: press-conference, author: Ministry, title: Briefing, publisher: Ministry, published: 2022-01-08 }
paper: { kind: paper, author: ["Smith, John", "Doe, Jane", "Roe, Richard", "Poe, Edgar"], title: Protest, container-title: Europe-Asia Studies, volume: 74, issue: 3, page: 345-360, published: 2022, DOI: 10.1080/12345 }
`;

  it('lose neither court, outlet, date nor locator, and name nobody twice', async () => {
    const body = ['court', 'law', 'report', 'article', 'own', 'video', 'press', 'paper']
      .map((id) => `A [@${id}, p. 3].`)
      .join(' ');
    const { notes, text } = await make({ sources: kinds, body: `${body} @paper, @court.` });
    expect(notes.slice(0, 8)).toEqual([
      '1. State v. Ivanov, No. 1-23/2022 (Almaty City Court 1 February 2022), p. 3.',
      '2. “Law on Assembly, No. 333-VI” (2020), 3.',
      '3. OSCE, “World Report” (OSCE, 2–5 January 2022), 3.',
      '4. Shaun Walker, “Troops Fire,” _The Guardian_, 7 January 2022, 3, <https://example.org/1>, accessed 7 January 2022.',
      '5. Reuters, “Fuel Protests,” 5 January 2022, 3, <https://example.org/2>, accessed 7 January 2022.',
      '6. Tengri TV, “Almaty at Night” (YouTube, 6 January 2022), 3, <https://example.org/3>, accessed 7 January 2022.',
      '7. Ministry, “Briefing,” 8 January 2022, 3.',
      '8. John Smith et al., “Protest,” _Europe-Asia Studies_ 74, no. 3 (2022): 3, <https://doi.org/10.1080/12345>.',
    ]);
    expect(text).toMatch(/Smith and others,\[\^9\] State v\. Ivanov\.\[\^10\]$/u);
  });
});

describe('footnotes', () => {
  it('share one sequence with citations and keep their number when called again', async () => {
    const { text, value } = await make({
      sources,
      body: 'A[^x] b [@wire] c[^y], d[^x] e [@wire].\n\n[^x]: Own words.\n[^y]: More.',
    });
    expect(text).toBe('A[^1] b[^2] c,[^3] d[^1b] e.[^4]');
    expect(value.notes.map(({ kind, calls }) => [kind, calls.length])).toEqual([
      ['footnote', 2],
      ['citation', 1],
      ['footnote', 1],
      ['citation', 1],
    ]);
    expect(value.notes.map(({ shortTitle }) => shortTitle)).toEqual([
      'Own words.',
      'Kazinform',
      'More.',
      'Kazinform',
    ]);
  });

  it('hold citations as words, in brackets only where the sentence needs them', async () => {
    const { notes } = await make({
      sources,
      body: 'A[^a] b[^b] c[^c] d[^d] e[^e].\n\n[^a]: [@law, art. 3]\n[^b]: The toll rose later [@law].\n[^c]: It rose. [@law]\n[^d]: For this see [@law], and @book.\n[^e]: In short: [@law, art. 3; @book].',
    });
    expect(notes).toEqual([
      '1. “Constitution of Kazakhstan” (1995), art. 3.',
      '2. The toll rose later (Constitution of Kazakhstan).',
      '3. It rose. Constitution of Kazakhstan.',
      '4. For this see Constitution of Kazakhstan, and Olcott and Smith (_Kazakhstan, Unfulfilled Promise_ (Carnegie Endowment, 2010)).',
      '5. In short: Constitution of Kazakhstan, art. 3; Olcott and Smith, _Kazakhstan, Unfulfilled Promise_.',
    ]);
  });

  it('count what they cite as printed', async () => {
    const { notes } = await make({ sources, body: 'A[^a]. B [@book].\n\n[^a]: See [@book].' });
    expect(notes[1]).toBe('2. Olcott and Smith, _Kazakhstan, Unfulfilled Promise_.');
  });
});

describe('the place of a call', () => {
  it.each([
    ['en', 'Word [@law].', 'Word.[^1]'],
    ['en', '"Word" [@law], then', '“Word”,[^1] then'],
    ['en', '"Word [@law]."', '“Word.”[^1]'],
    ['en', 'Word [@law] [@law].', 'Word.[^1]\u202f[^2]'],
    ['en', '*Word* [@law]!', '_Word_![^1]'],
    ['en', '(word [@law])', '(word[^1])'],
    ['en', 'Word[^x].\n\n[^x]: A.', 'Word.[^1]'],
    ['de', '"Wort" [@law].', '„Wort“.[^1]'],
    ['fr', 'Mot [@law].', 'Mot[^1].'],
    ['fr', '« Mot » [@law] ?', '«\u202fMot\u202f»[^1]\u202f?'],
    ['ru', 'Слово [@law].', 'Слово[^1].'],
    ['ru', '«Слово [@law]».', '«Слово»[^1].'],
    ['ru', 'Слово [@law]?', 'Слово?[^1]'],
    ['ar', 'كلمة [@law]، ثم', 'كلمة،[^1] ثم'],
    ['zh-Hans', '词[@law]。', '词。[^1]'],
  ])('%s: %s', async (lang, body, text) => {
    expect((await make({ lang, sources, body })).text).toBe(text);
  });

  it('is behind an ending that is written onto the name', async () => {
    const { text } = await make({ sources, body: "@book's view, @law-нің and @book- or [@law]like." });
    expect(text).toBe(
      'Olcott and Smith’s[^1] view, Constitution of Kazakhstan-нің[^2] and Olcott and Smith[^3]- or[^4]like.',
    );
  });

  it('follows the language of the passage', async () => {
    const { text } = await make({ sources, body: 'Word [@law].\n\n:::lang{fr}\nMot [@law].\n:::' });
    expect(text).toBe('Word.[^1]\nMot[^2].');
  });
});

describe('print=hide', () => {
  it('makes notes that are called nowhere else web-only, and keeps paper’s first mention full', async () => {
    const { value, notes } = await make({
      sources,
      body: ':::background{title="T" print=hide}\nHidden [@book] and[^x] and[^y].\n:::\n\nShown [@book] and[^y] and [@book].\n\n[^x]: A.\n[^y]: B.',
    });
    expect(value.notes.map(({ webOnly }) => webOnly)).toEqual([true, true, false, false, false]);
    expect(notes[0]).toContain('Carnegie');
    expect(notes[3]).toContain('Carnegie');
    expect(notes[4]).not.toContain('Carnegie');
  });
});

describe('in-text styles', () => {
  it.each([
    [
      'apa',
      'One (‹Ministry of Health, 2022, p. 3›), Olcott and Smith (‹2010›) and (‹2022›); (‹an official briefed on the operation›).',
    ],
    [
      'chicago-author-date',
      'One (‹Ministry of Health 2022, 3›), Olcott and Smith (‹2010›) and (‹2022›); (‹an official briefed on the operation›).',
    ],
    [
      'mla',
      'One (‹Ministry of Health 3›), ‹Olcott and Smith› and (‹Ministry of Health›); (‹an official briefed on the operation›).',
    ],
    ['ieee', 'One ‹[1, p. 3]›, Olcott and Smith [‹2›] and [‹1›]; [‹3›].'],
    ['vancouver', 'One (‹1, p. 3›), Olcott and Smith (‹2›) and (‹1›); (‹3›).'],
    ['nature', 'One^‹1, p. 3›^, Olcott and Smith^‹2›^ and^‹1›^; ^‹3›^.'],
  ])('%s prints in the sentence, linked to the list', async (style, text) => {
    const made = await make({
      style,
      sources,
      body: 'One [@ministry, p. 3], @book and [-@ministry]; [@unnamed].',
    });
    expect(made.text.replace(/;\^/u, '; ^')).toBe(text);
    expect(made.notes).toEqual([]);
  });

  it('lead each number to its own source, in ranges too', async () => {
    const more = ['p', 'q', 'r', 's'].map(
      (id) => `${id}: { kind: book, author: ${id}, title: ${id}, published: 2020 }`,
    );
    for (const style of ['ieee', 'nature', 'vancouver', 'apa']) {
      const { value, text } = await make({
        style,
        sources: more.join('\n'),
        body: 'A [@q]. B [@p; @q; @r; @s]. C [@s; @p].',
      });
      const found = JSON.stringify(value.tree).match(/"sources":\["[^"]*"\]/gu) ?? [];
      const ids = found.map((match) => match.slice(12, -2));
      expect([style, text, ids.includes('')]).toEqual([style, text, false]);
      if (style === 'nature')
        expect([text, ids]).toEqual(['A^‹1›^. B^‹1›–‹4›^. C^‹2›,‹4›^.', ['q', 'q', 's', 'p', 's']]);
    }
  });

  it('keep numbers in order and ungrouped', async () => {
    const { list } = await make({ style: 'ieee', sources, body: 'B [@wire], a [@law], [@unnamed].' });
    expect(list.map((entry) => entry.slice(0, 4).trim())).toEqual(['[1]', '[2]', '[3]']);
    expect(list[2]).toBe(
      '[3] An official briefed on the operation (not named: not authorised to speak to the press).',
    );
  });

  it('still number the author’s own footnotes', async () => {
    const { text, notes } = await make({
      style: 'apa',
      sources,
      body: 'A[^x] b [@law].\n\n[^x]: See [@law].',
    });
    expect(text).toBe('A[^1] b (‹Constitution of Kazakhstan, 1995›).');
    expect(notes).toEqual(['1. See (‹Constitution of Kazakhstan, 1995›).']);
  });
});

describe('the sources list', () => {
  const body = 'Z [@wire] a [@book] m [@ministry] l [@law].';

  it('stands by kind, each with access date, archive, stake and origin', async () => {
    expect((await make({ sources, body })).list).toEqual([
      '# Official statements and documents',
      'Ministry of Health. “Statement on the Injured.” Khabar 24, 6 January 2022. <https://example.org/statement>. Accessed 7 January 2022; archived 8 January 2022, <https://archive.example.org/1>.',
      '# Laws and court records',
      'Constitution of Kazakhstan (1995).',
      '# Research, reports and books',
      'Olcott, Martha Brill, and John Smith. _Kazakhstan, Unfulfilled Promise_. Carnegie Endowment, 2010.',
      '# News reports and broadcasts',
      'Kazinform. “8 Policemen and Military Died,” 6 January 2022. <https://example.org/wire>. Accessed 6 January 2022. Interest: state news agency. As reported by ‹Ministry of Health, 6 January 2022›.',
    ]);
  });

  it('stands alphabetically or in order of mention when config says so', async () => {
    const first = async (sourcesList: 'alphabetical' | 'in-order'): Promise<string[]> =>
      (await make({ sources, body, config: { sourcesList } })).list.map((entry) => entry.slice(0, 6));
    expect(await first('alphabetical')).toEqual(['Consti', 'Kazinf', 'Minist', 'Olcott']);
    expect(await first('in-order')).toEqual(['Kazinf', 'Olcott', 'Minist', 'Consti']);
  });

  it('does not say twice when a source was read', async () => {
    for (const style of ['ieee', 'vancouver', 'oscola']) {
      const { list } = await make({ style, sources, body: 'A [@wire].' });
      expect([style, list.join(' ').match(/accessed|cited/giu)]).toEqual([style, [expect.anything()]]);
    }
  });

  it('holds what only a source line, a registered number or a note names', async () => {
    const figures = 'dead:\n  label: dead\n  value: 8\n  unit: people\n  as-of: 2022-01-06\n  source: wire\n';
    const { list, value } = await make({
      sources,
      figures,
      body: ':::table{title="T" source="book, p. 3"}\n| A | B |\n|---|---|\n| 1 | 2 |\n:::\n\n:::numbers\n- :num[dead]\n:::\n\nA[^x].\n\n[^x]: See [@law].',
    });
    expect(list.filter((entry) => !entry.startsWith('#')).map((entry) => entry.slice(0, 6))).toEqual([
      'Consti',
      'Olcott',
      'Kazinf',
    ]);
    expect([...value.sourceLines.keys()]).toEqual(['book, p. 3', 'wire']);
  });

  it('is not there without citations', async () => {
    expect((await make({ body: 'Nothing.' })).value.bibliography).toEqual([]);
  });
});

describe('source lines', () => {
  it('print the short form with locators, several of them, and own work', async () => {
    const table = (source: string): string =>
      `:::table{title="T" source="${source}"}\n| A | B |\n|---|---|\n| 1 | 2 |\n:::`;
    const { value } = await make({
      sources,
      config: { publisher: { name: 'The Desk', url: null, logo: null, contact: null } },
      body: ['wire', 'ministry book', 'book, pp. 3-5', 'own', 'unnamed'].map(table).join('\n\n'),
    });
    const lines = [...value.sourceLines].map(([key, words]) => [
      key,
      words
        .map((node) =>
          JSON.stringify(node)
            .match(/"value":"([^"]+)"/gu)
            ?.map((found) => found.slice(9, -1))
            .join(''),
        )
        .join(''),
    ]);
    expect(lines).toEqual([
      ['wire', 'Kazinform, 6 January 2022'],
      ['ministry book', 'Ministry of Health, 6 January 2022; Olcott and Smith, 2010'],
      ['book, pp. 3-5', 'Olcott and Smith, 2010, pp. 3–5'],
      ['own', 'own research by The Desk'],
      ['unnamed', 'an official briefed on the operation'],
    ]);
  });
});

describe('other languages', () => {
  const russian = `
ministry:
  kind: official-statement
  author: Минздрав
  title: Заявление о пострадавших
  published: 2022-01
  url: https://example.org/1
  accessed: 2022-01-07
report:
  kind: report
  author: World Bank
  title: "Kazakhstan: an overview"
  published: 2022-01-05
  lang: en
`;

  it('Russian: dates in their cases, locators, quotation marks, foreign titles marked', async () => {
    const { notes } = await make({
      lang: 'ru',
      sources: russian,
      body: 'А [@ministry, с. 3]. Б [@report, гл. 2]. В [@ministry, в 12:30].',
    });
    expect(notes).toEqual([
      '1. Минздрав, «Заявление о пострадавших», январь 2022 г., с. 3, <https://example.org/1>, дата обращения: 7 января 2022 г.',
      '2. World Bank, {en:«Kazakhstan: An Overview»}, 5 января 2022 г., гл. 2.',
      '3. Минздрав, «Заявление о пострадавших», в 12:30.',
    ]);
  });

  it('Kazakh: locators behind the number, a locale of our own', async () => {
    const { notes, list } = await make({
      lang: 'kk',
      sources: russian,
      body: 'А [@report, 46-бап]. Ә [@report, 3-5 беттер].',
    });
    expect(notes).toEqual([
      '1. World Bank, {en:«Kazakhstan: An Overview»}, 2022 ж. 5 қаңтар, 46-бап.',
      '2. World Bank, {en:«Kazakhstan: An Overview»}, 3–5-беттер.',
    ]);
    expect(list[0]).toBe('# Зерттеулер, есептер мен кітаптар');
  });

  it('Arabic: its own comma, no Latin words between', async () => {
    const { notes } = await make({ lang: 'ar', sources: russian, body: 'أ [@ministry، ص 3].' });
    expect(notes[0]).toBe(
      '1. Минздрав، «Заявление о пострадавших»، يناير 2022، ص 3، <https://example.org/1>، تاريخ الاطلاع 7 يناير 2022.',
    );
  });

  it('a language without our words: CSL’s own, and English marked as English', async () => {
    const { notes } = await make({
      lang: 'it',
      sources: russian.replace(
        'accessed: 2022-01-07',
        'accessed: 2022-01-07\n  archive: { url: "https://a.example/1", at: 2022-01-08 }',
      ),
      body: 'A [@ministry].',
    });
    expect(notes[0]).toContain('consultato 7 gennaio 2022, {en:archived} 8 gennaio 2022');
  });
});

describe('findings', () => {
  it('tell of sources that nothing uses, but not of those behind others', async () => {
    const { diagnostics } = await make({ sources, body: 'A [@wire].' });
    expect(codes(diagnostics)).toEqual([
      'source-is-used sources.yaml:21:1',
      'source-is-used sources.yaml:27:1',
      'source-is-used sources.yaml:32:1',
    ]);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
    expect(diagnostics[2]?.confidential).toBe(true);
  });

  it('tell of marks behind the notes', async () => {
    const { diagnostics } = await make({
      sources,
      body: 'A [@wire].\n\n::notes\n\nB [@wire] c[^x].\n\n[^x]: D.',
    });
    const late = diagnostics.filter(({ code }) => code === 'notes-follow-their-calls');
    expect(codes(late)).toEqual([
      'notes-follow-their-calls explainer.md:12:3',
      'notes-follow-their-calls explainer.md:12:12',
    ]);
    const inText = await make({ style: 'apa', sources, body: 'A [@wire].\n\n::notes\n\nB [@wire].' });
    expect(codes(inText.diagnostics)).not.toContain('notes-follow-their-calls explainer.md:12:3');
  });

  it('tell of an unnamed source in the sentence', async () => {
    const { diagnostics, text } = await make({ sources, body: 'As @unnamed says.' });
    expect(codes(diagnostics)[0]).toBe('citation-is-well-formed explainer.md:8:4');
    expect(text).toBe('As an official briefed on the operation[^1] says.');
  });

  it('tell of a description that the page’s language lacks', async () => {
    const only = sources.replace(
      'description: an official briefed on the operation',
      'description: { ru: источник }',
    );
    const { diagnostics, notes } = await make({ sources: only, body: 'A [@unnamed].' });
    expect(codes(diagnostics)[0]).toMatch(/^values-are-known sources\.yaml:34:16$/u);
    expect(notes[0]).toBe('1. {ru:источник} (not named: not authorised to speak to the press).');
  });
});
