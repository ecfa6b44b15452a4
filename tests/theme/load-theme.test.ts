import { describe, expect, it } from 'vitest';
import { diskSystem } from '../../src/system/disk-system.js';
import { memorySystem } from '../../src/system/memory-system.js';
import { loadTheme } from '../../src/theme/load-theme.js';
import { aDocument } from './a-document.js';
import { aConfig, baseTheme, brief, findingsOf, houseTheme } from './a-theme.js';

/** A whole sheet in a message helps nobody. */
function holds(sheet: string, part: string): boolean {
  return sheet.includes(part);
}

describe('the base theme', () => {
  it('loads without a finding', async () => {
    const { value, diagnostics } = await baseTheme();
    expect(diagnostics).toEqual([]);
    expect(value.name).toBe('base');
    expect(value.files).toContain('templates/base/theme.yaml');
    expect(value.files).toContain('templates/base/partials/byline.hbs');
  });

  it('has its layers in order, and print rules only on paper', async () => {
    const { stylesheets } = (await baseTheme()).value;
    for (const sheet of [stylesheets.screen, stylesheets.print]) {
      const order = [...sheet.matchAll(/@layer (\w+)/g)].map((match) => match[1]);
      expect(order).toEqual(['base', 'blocks', 'theme', 'print']);
    }
    expect(holds(stylesheets.screen, '.skip-link')).toBe(true);
    expect(holds(stylesheets.print, '.skip-link')).toBe(false);
    expect(holds(stylesheets.print, '.footnote')).toBe(true);
  });

  it('has colours for every mode of the screen', async () => {
    const { screen } = (await baseTheme()).value.stylesheets;
    for (const mode of ['prefers-color-scheme:dark', 'prefers-contrast:more', 'forced-colors:active']) {
      expect(holds(screen.replaceAll(' ', ''), mode)).toBe(true);
    }
  });

  it('names no file outside, and no page size', async () => {
    const { screen, print } = (await baseTheme()).value.stylesheets;
    expect(/@import|@page|https?:/.test(screen + print)).toBe(false);
  });
});

describe('a theme of the project', () => {
  it('needs only what it changes', async () => {
    const { value, diagnostics } = await houseTheme({
      'theme.yaml': 'colours:\n  accent: { light: "#005a3c" }\n',
    });
    expect(diagnostics).toEqual([]);
    expect(value.colours['accent']).toMatchObject({ light: '#005a3c', dark: '#ff8a94' });
    expect(holds(value.stylesheets.screen, '--accent:#005a3c')).toBe(true);
    expect(holds(value.stylesheets.screen, '.timeline-item')).toBe(true);
    expect(value.files).toEqual(['templates/house/theme.yaml']);
  });

  it('replaces single partials and stylesheets by name', async () => {
    const { value } = await houseTheme({
      'partials/footer.hbs': '<footer class="house-foot">{{publisher.name}}</footer>',
      'styles/theme.css': '.house-foot { color: var(--soft); }',
    });
    expect(holds(value.stylesheets.screen, '.house-foot')).toBe(true);
    expect(holds(value.stylesheets.screen, '.skip-link')).toBe(true);
    expect(value.files).toEqual(['templates/house/partials/footer.hbs', 'templates/house/styles/theme.css']);
  });

  it('may stand on another theme of the project', async () => {
    const { value } = await houseTheme(
      { 'theme.yaml': 'extends: group\n' },
      {},
      {
        'templates/group/theme.yaml': 'values: { screen: { measure: 36rem } }\nmargins: { left: 30 }\n',
      },
    );
    expect(holds(value.stylesheets.screen, '--measure:36rem')).toBe(true);
    expect(value.margins).toMatchObject({ left: 30, right: 22 });
  });

  it('may set sizes for narrow screens of its own', async () => {
    const { value } = await houseTheme({ 'theme.yaml': 'values: { narrow: { size-body: 1.3rem } }\n' });
    const narrow = /@media [^{]*46rem\)\{:root\{([^}]*)\}/.exec(value.stylesheets.screen)?.[1] ?? '';
    expect(narrow.split(';')).toEqual(expect.arrayContaining(['--size-body:1.3rem', '--size-h2:1.5rem']));
  });

  it('may live in a further folder', async () => {
    const system = memorySystem({ 'design/print-shop/theme.yaml': 'summary: Ours.\n' });
    const config = aConfig({ themes: ['design'] });
    expect((await loadTheme(system, config, 'print-shop', diskSystem)).value.name).toBe('print-shop');
  });
});

describe('a theme that is not complete', () => {
  it('is told with the nearest name', async () => {
    const system = memorySystem({ 'templates/newsprint/theme.yaml': '' });
    const findings = await findingsOf(loadTheme(system, aConfig(), 'newsprnt', diskSystem));
    expect(brief(findings)[0]).toBe('theme-is-complete');
    expect(findings[0]?.fix).toContain('“newsprint”');
  });

  it.each(['../base', 'base/..', '/etc', ''])('is not looked for outside: %j', async (name) => {
    const findings = await findingsOf(loadTheme(memorySystem({}), aConfig(), name, diskSystem));
    expect(findings[0]?.what).toContain(`no theme named “${name}”`);
  });

  it('lacks layouts where nothing stands behind it', async () => {
    const system = memorySystem({ 'templates/house/theme.yaml': '' });
    const findings = await findingsOf(loadTheme(system, aConfig(), 'house', () => memorySystem({})));
    expect(findings.map((finding) => finding.excerpt)).toEqual(
      expect.arrayContaining(['layouts/page.hbs', 'layouts/print.hbs', 'margins']),
    );
  });

  it('may not stand on itself', async () => {
    const findings = await findingsOf(
      houseTheme(
        { 'theme.yaml': 'extends: group\n' },
        {},
        { 'templates/group/theme.yaml': 'extends: house\n' },
      ),
    );
    expect(brief(findings)).toContain('theme-is-complete templates/group/theme.yaml:1:10');
    expect(findings[0]?.what).toContain('house → group → house');
  });

  it.each([
    ['an unknown key', 'colurs: {}\n', '1:1', '“colours”'],
    ['a colour that is none', 'colours:\n  ink: { light: blakc }\n', '2:17', '#9b1c2e'],
    ['a colour that depends on others', 'colours:\n  ink: { light: currentcolor }\n', '2:17', '#9b1c2e'],
    ['a variable as a colour', 'colours:\n  ink: { light: "var(--x)" }\n', '2:17', '#9b1c2e'],
    ['an unknown system colour', 'colours:\n  ink: { forced: Blue }\n', '2:18', '#9b1c2e'],
    ['a pair of strangers', 'contrast:\n  text:\n    - [ink, grund]\n', '3:7', '“ground”'],
    ['a margin that is no number', 'margins: { top: wide }\n', '1:17', 'number'],
    ['a package that is not there', 'fonts:\n  serif: { family: X, package: "@no/such" }\n', '2:32', 'npm'],
    [
      'a font file that is not there',
      'fonts:\n  serif: { family: X, files: [{ file: fonts/x.woff2, weight: 400 }] }\n',
      '2:39',
      'templates/house/fonts/x.woff2',
    ],
  ])('names %s at its place', async (_, yaml, place, fix) => {
    const findings = await findingsOf(houseTheme({ 'theme.yaml': yaml }));
    expect(brief(findings)).toEqual([`theme-is-complete templates/house/theme.yaml:${place}`]);
    expect(findings[0]?.fix).toContain(fix);
  });

  it('names a logo that is not there', async () => {
    const findings = await findingsOf(
      houseTheme(
        {},
        { publisher: { logo: 'brand/logo.svg' } },
        { 'templates/house/theme.yaml': 'name: House\n' },
      ),
    );
    expect(brief(findings)).toEqual(['theme-is-complete galley.config.yaml']);
  });

  it('brings the logo that is there', async () => {
    const { value } = await houseTheme(
      { 'theme.yaml': '' },
      { publisher: { logo: 'brand/logo.svg' } },
      { 'brand/logo.svg': '<svg/>' },
    );
    expect(value.assets.map((asset) => asset.path)).toEqual(['theme/logo.svg']);
  });
});

describe('a theme has', () => {
  const since = '<footer><p>{{labels.since}}</p></footer>';

  it('words of its own in the language of the page', async () => {
    const labels = 'labels:\n  en: { since: Since 1871 }\n  ru: { since: С 1871 года }\n';
    const { value, diagnostics } = await houseTheme({ 'theme.yaml': labels, 'partials/footer.hbs': since });
    expect(diagnostics).toEqual([]);
    const page = (lang: string): string => {
      const document = aDocument();
      return value.layouts.page({ ...document, view: { ...document.view, lang } });
    };
    expect(page('ru')).toContain('С 1871 года');
    expect(page('ru-KZ')).toContain('С 1871 года');
    expect(page('fr')).toContain('Since 1871');
  });

  it('is told of a word that one language lacks, and of one that no language has', async () => {
    const labels = 'labels:\n  en: { since: Since 1871 }\n  ru: {}\n';
    const lacking = await findingsOf(houseTheme({ 'theme.yaml': labels, 'partials/footer.hbs': since }));
    expect(brief(lacking)).toEqual(['theme-is-complete templates/house/theme.yaml:3:7']);
    const unknown = await findingsOf(houseTheme({ 'partials/footer.hbs': since }));
    expect(brief(unknown)).toEqual(['template-variable-exists templates/house/partials/footer.hbs:1:14']);
  });

  it('a logo, unless the publisher names one', async () => {
    const files = { 'theme.yaml': 'logo: mark.svg\n', 'mark.svg': '<svg>theme</svg>' };
    const logo = async (config = {}, others = {}): Promise<string> => {
      const { value } = await houseTheme(files, config, others);
      return new TextDecoder().decode(value.assets.find(({ path }) => path === 'theme/logo.svg')?.bytes);
    };
    expect(await logo()).toContain('theme');
    const publisher = { publisher: { logo: 'brand/logo.svg' } };
    expect(await logo(publisher, { 'brand/logo.svg': '<svg>publisher</svg>' })).toContain('publisher');
    const findings = await findingsOf(houseTheme({ 'theme.yaml': 'logo: gone.svg\n' }));
    expect(brief(findings)).toEqual(['theme-is-complete templates/house/theme.yaml:1:7']);
  });

  it('a paper of its own, and margins by paper', async () => {
    const yaml = 'paper: letter\nmargins: { left: 30 }\npapers: { letter: { left: 25.4, top: 19 } }\n';
    const { value } = await houseTheme({ 'theme.yaml': yaml });
    expect(value.paper).toBe('letter');
    expect(value.papers.a4).toEqual({ top: 24, right: 22, bottom: 24, left: 30 });
    expect(value.papers.letter).toEqual({ top: 19, right: 22, bottom: 24, left: 25.4 });
  });

  it('is told when it has no name', async () => {
    const system = memorySystem({ 'templates/house/theme.yaml': 'summary: X.\n' });
    const findings = await findingsOf(loadTheme(system, aConfig(), 'house', diskSystem));
    expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
    expect(brief(findings)).toEqual(['theme-is-complete templates/house/theme.yaml:1:1']);
  });
});

describe('a stylesheet', () => {
  it.each([
    ['a rule that cannot be read', 'a { color: red; }\nb { color: ; }\n}}', 'theme-is-complete', 3],
    ['an import', 'p { margin: 0 }\n@import "x.css";', 'theme-is-complete', 2],
    ['a page rule', '\n@page { margin: 0 }', 'style-stays-in-theme', 2],
    ['a font rule', '@font-face { font-family: X; src: url(x.woff2) }', 'style-stays-in-theme', 1],
    ['a foreign picture', 'p { background: url(https://example.org/x.png) }', 'style-stays-in-theme', 1],
    ['a picture outside the theme', 'p { background: url(../../../x.png) }', 'style-stays-in-theme', 1],
    ['a picture that is not there', '\n\np { background: url(../images/x.png) }', 'theme-is-complete', 3],
    ['an unknown token', 'p { margin: 0 }\np { color: var(--inkk) }', 'theme-is-complete', 2],
  ])('may not hold %s', async (_, css, code, line) => {
    const findings = await findingsOf(houseTheme({ 'styles/theme.css': css }));
    expect(findings.map((finding) => finding.code)).toContain(code);
    expect(brief(findings).join()).toContain(`templates/house/styles/theme.css:${line}:`);
  });

  it('says which token was meant', async () => {
    const [finding] = await findingsOf(houseTheme({ 'styles/theme.css': 'p { color: var(--acent) }' }));
    expect(finding?.fix).toContain('--accent');
  });

  it('brings its pictures beside the page', async () => {
    const { value, diagnostics } = await houseTheme({
      'styles/theme.css': 'body { background: url("../images/dot.svg") }',
      'images/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    expect(diagnostics).toEqual([]);
    expect(value.assets.map((asset) => asset.path)).toEqual(['theme/images/dot.svg']);
    expect(holds(value.stylesheets.screen, 'url(theme/images/dot.svg)')).toBe(true);
  });
});
