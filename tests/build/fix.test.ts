/** Safe repairs: what is shown is what is written, and nothing else changes. */

import { describe, expect, it } from 'vitest';
import { applyFixes, safeFixes, showFixes } from '../../src/build/fix.js';
import type { Finding } from '../../src/report/report.js';

const file = 'content/a/explainer.md';

function finding(code: string, line: number, path = file): Finding {
  const position = { start: { line, column: 1 }, end: { line, column: 2 } };
  return {
    ...{
      code,
      severity: 'error',
      what: 'W',
      why: 'W',
      fix: 'F',
      id: `${code}:1`,
      outcome: 'failed',
      document: 'a',
    },
    ...{
      documents: ['a'],
      states: [],
      criteria: [],
      rules: [],
      place: { kind: 'source', file: path, position },
    },
  };
}

const fixed = (text: string, findings: readonly Finding[], path = file): string =>
  applyFixes(
    text,
    safeFixes(findings, new Map([[path, text]])).filter((one) => one.file === path),
  );

describe('what is mended', () => {
  it('is a heading that skips a level', () => {
    expect(fixed('## One\n\n#### Two\n', [finding('heading-levels-do-not-skip', 3)])).toBe(
      '## One\n\n### Two\n',
    );
  });

  it('is no heading that only looks like one above, in code', () => {
    const text = '## One\n\n```\n### code\n```\n\n#### Two\n';
    expect(fixed(text, [finding('heading-levels-do-not-skip', 7)])).toContain('\n### Two');
  });

  it('is the second use of an id, with a number that is free', () => {
    const text = '## A {#a}\n\n## B {#a}\n\n## C {#a-2}\n';
    expect(fixed(text, [finding('id-is-unique', 3)])).toBe('## A {#a}\n\n## B {#a-3}\n\n## C {#a-2}\n');
  });

  it('is a source that nobody cites, its whole entry and no more', () => {
    const text = 'used:\n  title: A\n# a note\nspare:\n  title: B\n  author: C\nother:\n  title: D\n';
    const path = 'content/a/sources.yaml';
    expect(fixed(text, [finding('source-is-used', 4, path)], path)).toBe(
      'used:\n  title: A\n# a note\nother:\n  title: D\n',
    );
  });

  it('is http of a host that is known to answer on https', () => {
    const text =
      'See http://en.wikipedia.org/wiki/Flood and http://example.org/ and `x`.\n\n```\nhttp://www.gov.uk/\n```\n';
    expect(fixed(text, [])).toBe(text.replace('http://en.wikipedia', 'https://en.wikipedia'));
  });
});

it('leaves everything else to people', () => {
  const text = '![Crowd](hall.jpg "Crowd")\n';
  expect(
    safeFixes([finding('alt-is-not-caption', 1), finding('image-has-alt', 1)], new Map([[file, text]])),
  ).toEqual([]);
});

it('shows each line as it stands and as it will', () => {
  const fixes = safeFixes(
    [finding('heading-levels-do-not-skip', 3)],
    new Map([[file, '## One\n\n#### Two\n']]),
  );
  expect(showFixes(fixes)).toBe(
    `--- ${file}\n+++ ${file}\n@@ line 3 @@ heading-levels-do-not-skip\n-#### Two\n+### Two`,
  );
});

describe('straight quotation marks', () => {
  const set = (text: string, lang = 'en'): string =>
    applyFixes(text, safeFixes([], new Map([[file, text]]), new Map([[file, lang]])));

  it('become those of the language, also across lines and around emphasis', () => {
    expect(set('She said "it\'s *not*\nover" and left.\n')).toBe('She said “it’s *not*\nover” and left.\n');
    expect(set('Er sagte: "Das war \'s", und ging.\n', 'de')).toContain('„Das war ’s“');
    expect(set('- "One"\n- "Two"\n')).toBe('- “One”\n- “Two”\n');
    expect(set('| "a" | it\'s |\n|---|---|\n')).toBe('| “a” | it’s |\n|---|---|\n');
  });

  it.each([
    ['front matter', '---\nheadline: "A"\n---\n'],
    ['code', 'Type `"x"` here.\n\n```\nsay "x"\n```\n\n    "indented"\n'],
    ['attributes and block lines', ':::figure{alt="It\'s"}\n:::\n\n[a]{title="x"}\n'],
    ['citations', 'See [@one, "two"].\n'],
    ['titles and addresses of links', '[a](https://example.org/it\'s "Title") https://example.org/it\'s\n'],
    ['definitions', '[a]: https://example.org "Title"\n'],
    ['comments', '<!-- galley-allow x: it\'s "fine" -->\n'],
    ['signs with a backslash', 'Five \\"inches\\".\n'],
    ['text in another language', ':::quote{lang=de by="A"}\n"Ja"\n:::\n\n:lang["Ja"]{de}\n'],
  ])('stay in %s', (_, text) => {
    expect(set(text)).toBe(text);
  });

  it('stay where the language of a file is not known', () => {
    expect(fixed('"x"\n', [])).toBe('"x"\n');
  });

  it('are shown before they are written, in one change with an address of the same line', () => {
    const text = 'See "http://who.int" and "it".\n';
    const fixes = safeFixes([], new Map([[file, text]]), new Map([[file, 'en']]));
    expect(showFixes(fixes)).toContain('@@ line 1 @@ quotes-are-typographic');
    expect(applyFixes(text, fixes)).toContain('“it”');
    expect(safeFixes([], new Map([[file, applyFixes(text, fixes)]]), new Map([[file, 'en']]))).toEqual([]);
  });
});
