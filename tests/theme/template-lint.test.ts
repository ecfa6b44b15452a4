import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { ParsedTemplate } from '../../src/theme/parsed-template.js';
import { lintBlock, lintLayout, type PartialUse } from '../../src/theme/template-lint.js';
import { slotNames } from '../../src/theme/view-shape.js';
import { brief, findingsOf, houseTheme } from './a-theme.js';

const allSlots = slotNames.map((name) => `{{slot "${name}"}}`).join('');

function parsed(name: string, text: string, folder = 'layouts'): ParsedTemplate {
  return { name, file: `templates/house/${folder}/${name}.hbs`, program: Handlebars.parse(text) };
}

function use(partials: ReadonlyMap<string, ParsedTemplate> = new Map()): PartialUse {
  return { partials, allRead: true, reached: new Set(), labels: [] };
}

function lint(text: string, partials: Readonly<Record<string, string>> = {}): readonly Diagnostic[] {
  const library = Object.entries(partials).map(
    ([name, words]) => [name, parsed(name, words, 'partials')] as const,
  );
  return lintLayout(parsed('page', `${text}\n<main><h1></h1></main>${allSlots}`), use(new Map(library)));
}

describe('a template that can be filled', () => {
  it.each([
    ['text', '<h2>{{headline}}</h2>'],
    ['a nested value', '<a href="{{publisher.url}}">{{publisher.name}}</a>'],
    ['a label', '{{labels.skip-to-content}}'],
    ['an optional object that was asked for', '{{#if published}}{{published.text}}{{/if}}'],
    ['one asked for by “and”', '{{#if (and published updated)}}{{published.text}}{{updated.iso}}{{/if}}'],
    ['one in the other branch of “unless”', '{{#unless updated}}-{{else}}{{updated.text}}{{/unless}}'],
    ['one entered by “with”', '{{#with updated}}{{text}}{{/with}}'],
    ['one from inside a loop', '{{#each byline}}{{#if @root.updated}}{{@root.updated.text}}{{/if}}{{/each}}'],
    ['a list', '{{#each byline}}{{name}}{{#if @first}}, {{/if}}{{../lang}}{{@index}}{{/each}}'],
    ['names for the items', '{{#each policies as |policy number|}}{{policy.href}}{{number}}{{/each}}'],
    ['comparisons', '{{#if (or (eq type "analysis") (not draft))}}x{{/if}}'],
    ['an attribute that depends', '<p{{#if labelsLang}} lang="{{labelsLang}}"{{/if}}>x</p>'],
    ['the title', '<title>{{pageTitle}}</title>'],
    ['a lonely sign', 'a < b {{headline}}'],
    ['a comment', '{{!-- {{unknown}} --}}<!-- {{headline}} -->'],
  ])('may use %s', (_, text) => {
    expect(brief(lint(text))).toEqual([]);
  });

  it('may pass values and contexts to partials', () => {
    const partials = {
      word: '<b>{{words}}</b>{{@root.lang}}',
      person: '{{name}}{{#if role}} {{role}}{{/if}}',
    };
    expect(brief(lint('{{> word words=headline}}{{#each byline}}{{> person}}{{/each}}', partials))).toEqual(
      [],
    );
    expect(brief(lint('{{#each byline}}{{> person this}}{{/each}}', partials))).toEqual([]);
  });
});

describe('a template that cannot', () => {
  const names = 'template-variable-exists';
  const escaped = 'template-output-is-escaped';
  const data = 'template-compiles';
  const style = 'style-stays-in-theme';
  it.each([
    ['an unknown variable', '<p>\n  {{headlin}}</p>', names, '2:5', '“headline”'],
    ['a silent one in a condition', '{{#if publised}}x{{/if}}', names, '1:7', '“published”'],
    ['a silent one in a loop', '{{#each formatz}}x{{/each}}', names, '1:9', '“formats”'],
    ['a field that is not there', '{{publisher.nmae}}', names, '1:3', '“publisher.name”'],
    ['an unknown label', '{{labels.sourcez}}', names, '1:3', '“labels.sources”'],
    ['an optional object not asked for', '{{published.text}}', names, '1:3', '{{#if published}}'],
    ['a list as text', '{{byline}}', names, '1:1', '{{#each byline}}'],
    ['an unknown helper', '{{uppercase headline}}', names, '1:3', 'slot'],
    ['an unknown slot', '{{slot "boddy"}}', names, '1:8', '“body”'],
    ['an unknown partial', '{{> bylin}}', names, '1:1', 'byline'],
    ['loop names outside a loop', '{{@index}}', names, '1:3', '@root'],
    ['a context too far out', '{{../lang}}', names, '1:3', ''],
    ['a constructor', '{{constructor}}', names, '1:3', ''],
    ['a prototype', '{{publisher.__proto__}}', names, '1:3', ''],
    ['a slot by variable', '{{slot type}}', data, '1:8', '{{slot "body"}}'],
    ['a partial by variable', '{{> (eq type "x")}}', data, '1:1', '{{> byline}}'],
    ['a partial block', '{{#> byline}}x{{/byline}}', data, '1:1', '{{> name}}'],
    ['a decorator', '{{* x}}', data, '1:1', '{{> name}}'],
    ['a block helper inline', '{{if draft}}', data, '1:3', '{{#if'],
    ['three braces', '{{{headline}}}', escaped, '1:1', 'two braces'],
    ['an ampersand', '{{&headline}}', escaped, '1:1', 'two braces'],
    ['an unquoted attribute', '<a href={{canonical}}>x</a>', escaped, '1:9', 'double quotes'],
    ['half an unquoted attribute', '<p class=type-{{type}}>x</p>', escaped, '1:15', 'double quotes'],
    ['part of a tag', '<h{{type}}>x', escaped, '1:3', 'double quotes'],
    ['an attribute name', '<p {{type}}="x">x</p>', escaped, '1:4', 'double quotes'],
    ['a fixed value without quotes', '<p lang=en>x</p>', escaped, '1:4', 'lang="…"'],
    ['a style attribute', '<p style="color:{{type}}">x</p>', escaped, '1:17', 'stylesheet'],
    ['a handler', '<p onclick="{{type}}">x</p>', escaped, '1:13', 'class'],
    ['a script', '<script>{{type}}</script>', escaped, '1:9', ''],
    ['a slot in a tag', '<p class="{{slot "rights"}}">x</p>', escaped, '1:11', 'between tags'],
    ['a script without an expression', '\n<script>1</script>', escaped, '2:1', 'without it'],
    ['a frame', '<iframe src="x"></iframe>', escaped, '1:1', 'without it'],
    ['a style element', 'x\n <style>p{}</style>', style, '2:2', 'styles/'],
    ['a fixed style', '<p style="color:red">x</p>', style, '1:3', 'class'],
  ])('is told: %s', (_, text, code, place, fix) => {
    const findings = lint(text, { byline: '' });
    expect(brief(findings)).toContain(`${code} templates/house/layouts/page.hbs:${place}`);
    expect(findings.map((finding) => finding.fix).join(' ')).toContain(fix);
  });

  it('names the partial and the way to it', () => {
    const [finding] = lint('{{> outer}}', { outer: '{{> inner}}', inner: '<p>\n{{nothing-like-it}}</p>' });
    expect(brief(finding === undefined ? [] : [finding])).toEqual([
      'template-variable-exists templates/house/partials/inner.hbs:2:3',
    ]);
    expect(finding?.what).toContain('page.hbs → templates/house/partials/outer.hbs → ');
  });

  it('may not go round in a circle', () => {
    const findings = lint('{{> a}}', { a: '{{> b}}', b: '{{> a}}' });
    expect(brief(findings)).toEqual(['template-compiles templates/house/partials/b.hbs:1:1']);
    expect(findings[0]?.what).toContain('circle');
  });

  it('may not grow without end', () => {
    const partials: Record<string, string> = { p40: 'x' };
    for (let level = 0; level < 40; level += 1)
      partials[`p${level}`] = `{{> p${level + 1}}}{{> p${level + 1}}}`;
    const findings = lint('{{> p0}}', partials);
    expect(findings.some((finding) => finding.what.includes('too many times'))).toBe(true);
  });

  it('may not forget a slot', () => {
    const findings = lintLayout(
      parsed('page', '<main><h1>{{slot "headline"}}</h1>{{slot "body"}}</main>'),
      use(),
    );
    expect(findings.map((finding) => finding.excerpt)).toEqual(
      slotNames.filter((name) => !['headline', 'body', 'links', 'qr'].includes(name)),
    );
    expect(new Set(findings.map((finding) => finding.code))).toEqual(new Set(['theme-is-complete']));
  });
});

describe('a layout has one main part and one headline', () => {
  const landmarks = 'template-has-landmarks';
  const lay = (text: string, partials: Readonly<Record<string, string>> = {}): readonly Diagnostic[] => {
    const library = Object.entries(partials).map(
      ([name, words]) => [name, parsed(name, words, 'partials')] as const,
    );
    return lintLayout(parsed('page', `${text}${allSlots}`), use(new Map(library)));
  };

  it.each([
    [
      'in both ways of a condition',
      '{{#if draft}}<main><h1></h1></main>{{else}}<main><h1></h1></main>{{/if}}',
    ],
    ['with a comment that names it', '<main><!-- <main> --><h1></h1></main>'],
    ['with an attribute that names it', '<main data-x="<main>"><h1></h1></main>'],
    ['with other elements that begin so', '<main><h1></h1></main><mainly></mainly>'],
  ])('and may write it %s', (_, text) => expect(brief(lay(text))).toEqual([]));

  it.each([
    ['no main', '<h1></h1>', '1:1', 'has no <main>'],
    ['two', '<main><h1></h1></main>\n<main></main>', '2:1', 'more than one <main>'],
    [
      'two by way of a condition',
      '<main>{{#if draft}}<main></main>{{/if}}<h1></h1></main>',
      '1:20',
      'more than one',
    ],
    ['one in a condition', '{{#if draft}}<main></main>{{/if}}<h1></h1>', '1:14', 'on some pages'],
    ['one in a loop', '<main></main>{{#each byline}}<h1></h1>{{/each}}', '1:30', 'more than one <h1>'],
  ])('is told of %s', (_, text, place, words) => {
    const [finding] = lay(text);
    expect(brief(finding === undefined ? [] : [finding])).toEqual([
      `${landmarks} templates/house/layouts/page.hbs:${place}`,
    ]);
    expect(finding?.what).toContain(words);
  });

  it('is told of one that a partial brings, with the file of the partial', () => {
    const [finding] = lay('<main><h1></h1></main>{{> more}}', { more: '<p></p>\n<main></main>' });
    expect(brief(finding === undefined ? [] : [finding])).toEqual([
      `${landmarks} templates/house/partials/more.hbs:2:1`,
    ]);
    expect(finding?.related).toMatchObject([{ place: { file: 'templates/house/layouts/page.hbs' } }]);
  });
});

describe('the template of a block', () => {
  const lintOf = (block: string, text: string): readonly Diagnostic[] =>
    lintBlock(parsed(block, text, 'blocks'), use());

  it('places each part of its block', () => {
    const text =
      '<div>{{#if slots.zone}}<b>{{labels.sources}}</b>{{/if}}{{slot "zone"}}{{slot "content"}}</div>';
    expect(brief(lintOf('timeline', text))).toEqual([]);
  });

  it.each([
    ['forgets a part', '<div>{{slot "content"}}</div>', 'theme-is-complete', '1:1', '{{slot "zone"}}'],
    [
      'names a part of another block',
      '<div>{{slot "title"}}{{slot "zone"}}{{slot "content"}}</div>',
      'template-variable-exists',
      '1:13',
      'zone',
    ],
    [
      'names a value of the page',
      '<div>{{headline}}{{slot "zone"}}{{slot "content"}}</div>',
      'template-variable-exists',
      '1:8',
      'block',
    ],
  ])('is told when it %s', (_, text, code, place, fix) => {
    const [finding] = lintOf('timeline', text);
    expect(brief(finding === undefined ? [] : [finding])).toEqual([
      `${code} templates/house/blocks/timeline.hbs:${place}`,
    ]);
    expect(finding?.fix).toContain(fix);
  });

  it('belongs to a block', async () => {
    const findings = await findingsOf(houseTheme({ 'blocks/timelin.hbs': '<div></div>' }));
    expect(brief(findings)).toEqual(['template-is-used templates/house/blocks/timelin.hbs:1:1']);
    expect(findings[0]?.fix).toContain('timeline');
  });
});

describe('a template file', () => {
  it('that nothing calls is told', async () => {
    const findings = await findingsOf(houseTheme({ 'partials/promo.hbs': '<p>Subscribe</p>' }));
    expect(brief(findings)).toEqual(['template-is-used templates/house/partials/promo.hbs:1:1']);
  });

  it('that is reached by way of others says so', async () => {
    const footer = '<footer>\n{{> imprint}}\n</footer>';
    const findings = await findingsOf(
      houseTheme({ 'partials/footer.hbs': footer, 'partials/imprint.hbs': '<p class=x>{{{headline}}}</p>' }),
    );
    expect(brief(findings)).toEqual([
      'template-output-is-escaped templates/house/partials/imprint.hbs:1:4',
      'template-output-is-escaped templates/house/partials/imprint.hbs:1:12',
    ]);
    expect(findings[0]?.related?.map(({ place }) => place)).toMatchObject([
      { file: 'templates/house/partials/footer.hbs', position: { start: { line: 2, column: 1 } } },
      { file: 'templates/base/layouts/page.hbs' },
    ]);
  });

  it.each([
    ['an open block', '<p>\n{{#if draft}}x</p>', 'partials/footer.hbs'],
    ['a wrong close', '{{#if draft}}\nx{{/each}}', 'partials/footer.hbs'],
    ['an open expression', '<p>{{headline</p>', 'partials/footer.hbs'],
    ['an empty expression', 'a\n{{}}', 'partials/footer.hbs'],
  ])('that does not compile is told with its line: %s', async (_, text, file) => {
    const findings = await findingsOf(houseTheme({ [file]: text }));
    expect(brief(findings)[0]).toMatch(new RegExp(`^template-compiles templates/house/${file}:[12]:\\d+$`));
    expect(findings[0]?.what).not.toMatch(/Expecting|undefined/);
  });

  it('that nests without end is told, not followed', async () => {
    const footer = `{{#if draft}}\n`.repeat(20_000);
    const findings = await findingsOf(houseTheme({ 'partials/footer.hbs': footer }));
    expect(brief(findings)).toEqual(['template-compiles templates/house/partials/footer.hbs:61:1']);
  });

  it.each([
    '{{#with "s" as |string|}}{{#with "e"}}{{#with split as |conslist|}}{{this.pop}}{{/with}}{{/with}}{{/with}}',
    '{{#with (lookup this "constructor")}}{{this}}{{/with}}',
    '{{lookup (lookup this "__proto__") "x"}}',
    '{{headline.constructor.constructor}}',
    '{{#each this}}{{@root.constructor}}{{/each}}',
    '{{#blockHelperMissing}}{{/blockHelperMissing}}{{log headline}}',
    '{{> (lookup . "x")}}',
    '{{#*inline "x"}}{{/inline}}',
    '{{__defineGetter__ "x"}}',
  ])('that reaches for more than data is told: %s', async (payload) => {
    const findings = await findingsOf(houseTheme({ 'partials/footer.hbs': payload }));
    expect(findings.length).toBeGreaterThan(0);
    for (const { code } of findings) expect(code).toMatch(/^template-(variable-exists|compiles)$/);
  });

  it('that is not UTF-8 is told', async () => {
    const findings = await findingsOf(houseTheme({ 'partials/footer.hbs': '\u0000' }));
    expect(findings.map((finding) => finding.code)).toContain('text-is-utf-8');
  });
});

describe('any template', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '{{',
      '}}',
      '{{#if ',
      '{{/if}}',
      '{{#each ',
      '{{/each}}',
      '{{> ',
      '{{{',
      '}}}',
      '{{else}}',
      '{{!--',
    ),
    fc.constantFrom(
      'byline',
      'headline',
      'this',
      '../',
      '@root.',
      '@index',
      '(',
      ')',
      'as |x|',
      '=',
      '"',
      "'",
      '.',
    ),
    fc.constantFrom('<a href=', '<p>', '<!--', '-->', '<script>', '</script>', '<', '>', '/', ' '),
    fc.string({ maxLength: 4 }),
  );

  it('is read without a throw, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        let template: ParsedTemplate;
        try {
          template = parsed('page', pieces.join(''));
        } catch {
          return;
        }
        for (const finding of lintLayout(template, use())) expect(finding.what).not.toBe('');
      }),
      { numRuns: 1500 },
    );
  });
});
