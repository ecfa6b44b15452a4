/**
 * Every published weakness of Handlebars from 2019 to 2026, as a template that a stranger could put into a theme: each is told as a
 * fault of its file, nothing of it runs, and no layout is made with it.
 */

import { afterEach, describe, expect, it } from 'vitest';
import { diskSystem } from '../../src/system/disk-system.js';
import { memorySystem } from '../../src/system/memory-system.js';
import { loadTheme } from '../../src/theme/load-theme.js';
import { aDocument } from './a-document.js';
import { aConfig, baseTheme, findingsOf, houseTheme } from './a-theme.js';

const world = globalThis as { escaped?: unknown };

afterEach(() => {
  delete world.escaped;
  delete (Object.prototype as { widget?: unknown }).widget;
});

const run = 'globalThis.escaped = true';

const advisories: readonly (readonly [name: string, template: string])[] = [
  [
    'CVE-2019-19919, __defineGetter__',
    '{{#with "__defineGetter__"}}{{/with}}{{__defineGetter__ "undefined" valueOf}}',
  ],
  ['CVE-2019-19919, __lookupGetter__', '{{#with this as |x|}}{{x.__lookupGetter__ "__proto__"}}{{/with}}'],
  [
    'CVE-2019-20920, lookup of a constructor',
    `{{#with (lookup this "constructor")}}{{#with (concat "return ${run}")}}{{this}}{{/with}}{{/with}}`,
  ],
  [
    'CVE-2019-20920, a function built by its parts',
    `{{#with "s" as |string|}}{{#with "e"}}{{#with split as |conslist|}}{{this.pop}}{{this.push (lookup string.sub "constructor")}}{{this.pop}}{{#with string.split as |codelist|}}{{this.pop}}{{this.push "return ${run}"}}{{/with}}{{/with}}{{/with}}{{/with}}`,
  ],
  ['CVE-2021-23369, strict mode', `{{'a/.") || ${run} || "'}}`],
  ['CVE-2021-23369, a path in brackets', `{{[a") || (${run}) || ("]}}`],
  ['CVE-2021-23383, compat mode', `{{#each this}}{{['a/.") || ${run} || "']}}{{/each}}`],
  [
    'GHSA-62gr-4qp9-h98f, constructor by way of a helper',
    '{{#with (eq constructor constructor)}}{{constructor.name}}{{/with}}',
  ],
  ['GHSA-q42p-pg8m-cqh6, __proto__', '{{__proto__.polluted}}{{#each __proto__}}{{this}}{{/each}}'],
  [
    'GHSA-g9r4-xpmj-mj65, helperMissing',
    '{{#with helperMissing as |x|}}{{x "a"}}{{/with}}{{blockHelperMissing this}}',
  ],
  ['CVE-2026-33916, a partial from a prototype', '{{> widget}}'],
  ['CVE-2026-33937, a tree for a template', '{{> (lookup this "headline")}}'],
  ['CVE-2026-33938, @partial-block', '{{#> footer-box}}{{> @partial-block}}{{/footer-box}}'],
  ['CVE-2026-33939, a malformed decorator', '{{* constructor}}{{#* inline}}{{/inline}}'],
  ['CVE-2026-33939, a decorator that does not exist', '{{#* nothing "x"}}y{{/nothing}}'],
  ['CVE-2026-33940, an object as a dynamic partial', '{{> (if true this)}}{{> (or publisher byline)}}'],
  ['GHSA-8r5x-fm3f-whwj, values of a tree', '{{headline.[constructor].[constructor]}}'],
];

describe('an advisory', () => {
  it.each(advisories)('%s', async (_, template) => {
    (Object.prototype as { widget?: unknown }).widget = '<img src=x onerror=alert(1)>';
    for (const file of ['partials/footer.hbs', 'layouts/page.hbs', 'blocks/timeline.hbs']) {
      const findings = await findingsOf(houseTheme({ [file]: template }));
      const own = findings.filter(
        ({ severity, place }) => severity === 'error' && place?.file === `templates/house/${file}`,
      );
      expect(own.length).toBeGreaterThan(0);
      for (const { code } of own)
        expect(code).toMatch(
          /^template-(?:variable-exists|compiles|output-is-escaped|has-landmarks)$|^theme-is-complete$/,
        );
    }
    expect(world.escaped).toBeUndefined();
  });

  it('CVE-2019-20922: braces without end are told, not followed', async () => {
    for (const text of [
      '{{'.repeat(5000),
      `{{a ${'('.repeat(2000)}`,
      `{{#if draft}}${'\n '.repeat(20000)}`,
    ]) {
      const findings = await findingsOf(houseTheme({ 'partials/footer.hbs': text }));
      expect(findings.map(({ code }) => code)).toContain('template-compiles');
    }
  });

  it('CVE-2015-8861: a value never stands without quotes', async () => {
    const findings = await findingsOf(houseTheme({ 'partials/footer.hbs': '<a href={{canonical}}>x</a>' }));
    expect(findings.map(({ code }) => code)).toContain('template-output-is-escaped');
  });

  it('GHSA-p8wg-vrv2-v86f: nothing in the view is trusted as HTML', async () => {
    const { value } = await baseTheme();
    const document = aDocument();
    const render = (view: Partial<typeof document.view>): string =>
      value.layouts.page({ ...document, view: { ...document.view, ...view } });
    const html = render({ headline: '<script>3</script>', dateline: '<script>4</script>' });
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;4');
    // An object that says it is safe is no text, and no page is made of it.
    const hostile = { toHTML: () => '<script>1</script>' } as unknown as string;
    expect(() => render({ dateline: hostile })).toThrow(TypeError);
  });

  it('CVE-2026-33941: only texts become templates; what a theme folder holds is never code', async () => {
    const system = memorySystem({
      'templates/house/theme.yaml': 'name: H\n',
      'templates/house/helpers.js': run,
      'templates/house/partials/footer.js': run,
      'templates/house/partials/footer.json': '{"type":"Program","body":[]}',
    });
    const { diagnostics } = await loadTheme(system, aConfig(), 'house', diskSystem);
    expect(diagnostics).toEqual([]);
    expect(world.escaped).toBeUndefined();
  });
});
