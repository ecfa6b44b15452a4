/** What a live preview remakes after which change, that the last state wins, and what it tells. */

import { afterEach, describe, expect, it } from 'vitest';
import type { FileChange } from '../../../src/build/live/kept-files.js';
import { LiveProject } from '../../../src/build/live/live-project.js';
import { memorySystem } from '../../../src/system/memory-system.js';
import type { System } from '../../../src/system/system.js';
import { soundDocument, soundSources } from '../project.js';

const second = soundDocument.replace('A sound document', 'A second document');
const linking = soundDocument
  .replace('A sound document', 'A linking document')
  .replace('before midnight.', 'before midnight. See [](#first) and [the first](../first/explainer.md).')
  .replace('[](#first) and ', '');

const files = {
  'content/first/explainer.md': soundDocument,
  'content/first/sources.yaml': soundSources,
  'content/second/explainer.md': second,
  'content/second/sources.yaml': soundSources,
  'content/linking/explainer.md': linking,
  'content/linking/sources.yaml': soundSources,
  'templates/courier/theme.yaml': 'name: Courier\n',
  'galley.config.yaml': 'theme: courier\nlang: en\n',
};

/** A project in memory with a preview of it, which hears of every save. */
class Desk {
  readonly system: System;
  readonly live: LiveProject;
  readonly told: (string | null)[] = [];

  constructor(more: Readonly<Record<string, string>> = {}, paths: readonly string[] = []) {
    this.system = memorySystem({ ...files, ...more }, { now: Date.UTC(2026, 2, 5) });
    this.live = new LiveProject({ paths }, this.system);
    this.live.listen((document) => this.told.push(document));
  }

  async open(): Promise<this> {
    await this.live.open();
    await this.live.settled();
    return this;
  }

  async write(path: string, text: string, kind: FileChange['kind'] = 'changed'): Promise<void> {
    await this.system.writeFile(path, text);
    this.live.change([{ path, kind }]);
  }

  async remove(path: string): Promise<void> {
    await this.system.remove(path);
    this.live.change([{ path, kind: 'removed' }]);
  }

  page(document: string): string {
    return new TextDecoder().decode(this.live.file(document, 'index.html') ?? new Uint8Array());
  }

  versions(): Record<string, number> {
    return Object.fromEntries(this.live.views().map(({ document, page }) => [document, page]));
  }

  states(): Record<string, string> {
    return Object.fromEntries(this.live.views().map(({ document, state }) => [document, state]));
  }
}

const desks: Desk[] = [];
async function openDesk(more?: Readonly<Record<string, string>>): Promise<Desk> {
  const desk = await new Desk(more).open();
  desks.push(desk);
  return desk;
}

afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.live.close();
});

describe('a live preview', () => {
  it('makes every page at the start, as a build makes it', async () => {
    const desk = await openDesk();
    expect(desk.states()).toEqual({ first: 'ready', linking: 'ready', second: 'ready' });
    expect(desk.live.view('first')).toMatchObject({
      title: 'A sound document',
      page: 1,
      isJudged: true,
      findings: [],
    });
    expect(desk.page('first')).toContain('<h1');
    expect(desk.page('first')).not.toContain('script src');
  });

  it('remakes only the document that was saved', async () => {
    const desk = await openDesk();
    desk.told.length = 0;
    await desk.write('content/second/explainer.md', second.replace('midnight', 'dawn'));
    await desk.live.settled();
    expect(desk.versions()).toEqual({ first: 1, linking: 1, second: 2 });
    expect(desk.page('second')).toContain('before dawn');
    expect(desk.told).not.toContain('first');
  });

  it('keeps the version of a page whose bytes stay as they are', async () => {
    const desk = await openDesk();
    await desk.write('content/second/explainer.md', `${second}\n<!-- for colleagues -->\n`);
    await desk.live.settled();
    expect(desk.versions()).toEqual({ first: 1, linking: 1, second: 1 });
  });

  it('remakes what shows the title of another document, and nothing else', async () => {
    const desk = await openDesk();
    await desk.write(
      'content/first/explainer.md',
      soundDocument.replace('What happened?', 'What happened? {#what}'),
    );
    await desk.live.settled();
    expect(desk.versions()).toMatchObject({ first: 2, second: 1 });
    await desk.remove('content/first/explainer.md');
    await desk.live.settled();
    expect(desk.states()).toEqual({ linking: 'refused', second: 'ready' });
    expect(desk.live.view('linking')?.findings.map(({ code, place }) => `${code} ${place}`)).toEqual([
      'link-target-exists content/linking/explainer.md:13:47',
    ]);
  });

  it('reads sources again when they are saved', async () => {
    const desk = await openDesk();
    await desk.write('content/first/sources.yaml', soundSources.replace('Damage report', 'Report of damage'));
    await desk.live.settled();
    expect(desk.versions()).toEqual({ first: 2, linking: 1, second: 1 });
    expect(desk.page('first')).toContain('Report of Damage');
  });

  it('reads sources that come into being', async () => {
    const desk = await openDesk();
    await desk.write('content/sources.yaml', soundSources.replaceAll('county', 'shared'), 'added');
    await desk.write('content/second/explainer.md', second.replace('@county', '@county; @shared'));
    await desk.live.settled();
    expect(desk.live.view('second')).toMatchObject({ state: 'ready', page: 2 });
  });

  it('remakes pages of a theme whose styles or templates are saved', async () => {
    const desk = await openDesk();
    const styles = desk.live.view('first')?.styles;
    await desk.write('templates/courier/styles/theme.css', 'h1 { letter-spacing: 1px; }', 'added');
    await desk.live.settled();
    expect(desk.live.view('first')?.styles).not.toBe(styles);
    expect(desk.versions()).toEqual({ first: 1, linking: 1, second: 1 });
    await desk.write(
      'templates/courier/partials/footer.hbs',
      '<footer class="own"><p>Our paper</p></footer>',
      'added',
    );
    await desk.live.settled();
    expect(desk.versions()).toEqual({ first: 2, linking: 2, second: 2 });
    expect(desk.page('first')).toContain('Our paper');
  });

  it('tells of a picture that is drawn anew, although the page names it as before', async () => {
    const drawing = (colour: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6" width="8" height="6"><rect width="8" height="6" fill="${colour}"/></svg>`;
    const desk = await openDesk({
      'content/first/wall.svg': drawing('red'),
      'content/first/explainer.md': `${soundDocument}\n![The wall, broken at two places](wall.svg)\n`,
    });
    await desk.write('content/first/wall.svg', drawing('blue'));
    await desk.live.settled();
    expect(desk.versions()).toEqual({ first: 2, linking: 1, second: 1 });
    expect(new TextDecoder().decode(desk.live.file('first', 'wall.svg'))).toContain('blue');
  });

  it('shows the frame of a broken template and keeps the last good page, until it is mended', async () => {
    const desk = await openDesk();
    const good = desk.page('first');
    await desk.write('templates/courier/partials/footer.hbs', '<footer>{{titel}}</footer>', 'added');
    await desk.live.settled();
    const broken = desk.live.view('first');
    expect(broken?.state).toBe('refused');
    expect(broken?.findings[0]).toMatchObject({
      code: 'template-variable-exists',
      place: 'templates/courier/partials/footer.hbs:1:11',
    });
    expect(broken?.findings[0]?.frame).toContain('1 | <footer>{{titel}}</footer>');
    expect(desk.page('first')).toBe(good);
    await desk.write('templates/courier/partials/footer.hbs', '<footer>{{pageTitle}}</footer>');
    await desk.live.settled();
    expect(desk.live.view('first')).toMatchObject({ state: 'ready', page: 2, findings: [] });
  });

  it('refuses a document with an error and shows it with its place', async () => {
    const desk = await openDesk();
    await desk.write('content/first/explainer.md', soundDocument.replace('@county', '@country'));
    await desk.live.settled();
    const view = desk.live.view('first');
    expect(view).toMatchObject({ state: 'refused', page: 1 });
    expect(view?.findings[0]).toMatchObject({
      code: 'source-id-is-defined',
      level: 'error',
      place: 'content/first/explainer.md:9:31',
    });
    await desk.write('content/first/explainer.md', soundDocument);
    await desk.live.settled();
    expect(desk.live.view('first')).toMatchObject({ state: 'ready', page: 1, findings: [] });
  });

  it('shows the last of many saves', async () => {
    const desk = await openDesk();
    for (let turn = 0; turn < 20; turn += 1) {
      await desk.write('content/first/explainer.md', soundDocument.replace('midnight', `hour ${turn}`));
      if (turn % 7 === 0) await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await desk.live.settled();
    expect(desk.page('first')).toContain('hour 19');
    expect(desk.live.view('first')?.page).toBeLessThan(12);
    expect(desk.live.view('first')?.isJudged).toBe(true);
  });

  it('holds the last good settings while the file has an error, and says where', async () => {
    const desk = await openDesk();
    await desk.write('galley.config.yaml', 'theme: courier\nlang: en\nlanng: de\n');
    await desk.live.settled();
    expect(desk.states()).toEqual({ first: 'ready', linking: 'ready', second: 'ready' });
    expect(desk.live.projectView().findings.map(({ place }) => place)).toEqual(['galley.config.yaml:3:1']);
    await desk.write('galley.config.yaml', 'theme: courier\nlang: en-GB\n');
    await desk.live.settled();
    expect(desk.live.projectView().findings).toEqual([]);
    expect(desk.page('first')).toContain('lang="en-GB"');
  });

  it('begins with broken settings and goes on when they are mended', async () => {
    const desk = await openDesk({ 'galley.config.yaml': 'theme: [courier\n' });
    expect(desk.live.projectView().findings).toHaveLength(1);
    expect(desk.states()).toEqual({ first: 'waiting', linking: 'waiting', second: 'waiting' });
    expect((await desk.live.page('first'))?.state).toBe('waiting');
    await desk.write('galley.config.yaml', 'theme: courier\n');
    await desk.live.settled();
    expect(desk.states()).toEqual({ first: 'ready', linking: 'ready', second: 'ready' });
  });

  it('follows documents that come, go and get another name', async () => {
    const desk = await openDesk();
    await desk.write('content/third/explainer.md', second.replace('second', 'third'), 'added');
    await desk.write('content/third/sources.yaml', soundSources, 'added');
    await desk.live.settled();
    expect(desk.states()).toMatchObject({ third: 'ready' });
    desk.told.length = 0;
    await desk.system.rename('content/third', 'content/fourth');
    desk.live.change([
      { path: 'content/third/explainer.md', kind: 'removed' },
      { path: 'content/third/sources.yaml', kind: 'removed' },
      { path: 'content/fourth/explainer.md', kind: 'added' },
      { path: 'content/fourth/sources.yaml', kind: 'added' },
    ]);
    await desk.live.settled();
    expect(Object.keys(desk.states())).toEqual(['first', 'fourth', 'linking', 'second']);
    expect(desk.told).toContain('third');
    expect(desk.live.view('third')).toBeUndefined();
  });

  it('says that a draft is held back and makes nothing of it', async () => {
    const desk = await openDesk({
      'content/first/explainer.md': soundDocument.replace('status: published', 'status: draft'),
    });
    expect(desk.live.view('first')).toMatchObject({
      state: 'held-back',
      heldBack: 'draft',
      page: 0,
      findings: [],
    });
    expect(desk.live.file('first', 'index.html')).toBeUndefined();
  });

  it('makes what somebody looks at before the rest', async () => {
    const desk = new Desk();
    desks.push(desk);
    await desk.live.open();
    const end = desk.live.look('second', 'page');
    await desk.live.page('second');
    await desk.live.settled();
    const made = desk.told.filter((document) => document !== null);
    expect(made.indexOf('second')).toBeLessThan(made.indexOf('linking'));
    end();
  });

  it('makes a translation anew when its original changes', async () => {
    const desk = await openDesk({ 'content/first/explainer.ru.md': soundDocument });
    await desk.write(
      'content/first/explainer.md',
      soundDocument.replace('status: published', 'status: draft'),
    );
    await desk.live.settled();
    expect(desk.states()).toMatchObject({ first: 'held-back', 'first/ru': 'held-back' });
  });
});
