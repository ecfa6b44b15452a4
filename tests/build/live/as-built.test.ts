/** After any series of saves a preview shows what a preview that begins now would show: nothing that is kept goes stale. */

import { afterEach, expect, it } from 'vitest';
import { LiveProject } from '../../../src/build/live/live-project.js';
import { memorySystem } from '../../../src/system/memory-system.js';
import { soundDocument, soundSources } from '../project.js';

const clock = { now: Date.UTC(2026, 2, 5) };
const text = 'content/first/explainer.md';
const sources = 'content/first/sources.yaml';
const start: Readonly<Record<string, string>> = {
  [text]: soundDocument,
  [sources]: soundSources,
  'templates/courier/theme.yaml': 'name: Courier\n',
  'templates/courier/styles/theme.css': 'h1 { order: 1; }\n',
  'templates/courier/partials/footer.hbs': '<footer class="own"></footer>\n',
  'galley.config.yaml': 'theme: courier\nlang: en\n',
};

/** Each save changes what another one kept. */
const saves: readonly (readonly [path: string, text: string])[] = [
  ['templates/courier/styles/theme.css', 'h1 { order: 2; }\n'],
  [text, soundDocument.replace('midnight', 'dawn')],
  ['templates/courier/partials/footer.hbs', '<footer class="other"><p>{{pageTitle}}</p></footer>\n'],
  ['templates/courier/theme.yaml', 'name: Courier\nlabels:\n  en:\n    notes: Remarks\n'],
  [sources, soundSources.replace('Damage report', 'Report of damage')],
  ['templates/courier/theme.yaml', 'name: Courier\ncolours:\n  accent: { light: "#123456" }\n'],
  [text, soundDocument.replace('midnight', 'noon')],
  ['templates/courier/styles/theme.css', 'h1 { order: 1; }\n'],
  ['galley.config.yaml', 'theme: courier\nlang: en\ncitation-style: apa\n'],
  ['templates/courier/partials/footer.hbs', '<footer class="own"></footer>\n'],
];

const open: LiveProject[] = [];
afterEach(async () => {
  for (const live of open.splice(0)) await live.close();
});

async function preview(system: ReturnType<typeof memorySystem>): Promise<LiveProject> {
  const live = new LiveProject({}, system);
  open.push(live);
  await live.open();
  await live.settled();
  return live;
}

function shown(live: LiveProject): unknown {
  const read = (path: string): string => new TextDecoder().decode(live.file('first', path));
  const { state, findings, styles } = live.view('first') ?? {};
  return { state, findings, styles, page: read('index.html'), css: read('style.css') };
}

it('shows after each of many saves what a preview that begins now shows', async () => {
  const system = memorySystem({ ...start }, clock);
  const live = await preview(system);
  const files: Record<string, string> = { ...start };
  const seen = new Set([JSON.stringify(shown(live))]);
  for (const [path, content] of saves) {
    files[path] = content;
    await system.writeFile(path, content);
    live.change([{ path, kind: 'changed' }]);
    await live.settled();
    const now = shown(live);
    expect(now).toEqual(shown(await preview(memorySystem({ ...files }, clock))));
    seen.add(JSON.stringify(now));
  }
  // Each save could be seen.
  expect(seen.size).toBe(saves.length + 1);
});
