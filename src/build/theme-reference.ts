/** The reference page for designers: every name that a template may use, what it is, and what it holds in a real page. */

import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ResolvedConfig } from '../config/config.js';
import type { HtmlDocument } from '../html/html-document.js';
import type { OutputFile } from '../outputs/output.js';
import { helperForms } from '../theme/helpers.js';
import type { ThemeTools } from '../theme/new-theme.js';
import type { Theme } from '../theme/theme.js';
import { slotNames, templateViewOf, templateViewShape } from '../theme/view-shape.js';
import { pathsOf, viewWords } from '../theme/view-words.js';
import { openFolder, openProject } from './open-project.js';
import { withSpecimen } from './specimen.js';
import { plainPage } from './theme-pages.js';
import { viewsOf } from './theme-views.js';

const longest = 90;

/** A value as an example: text, yes or no, or undefined where there is nothing to show. */
function asExample(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') return undefined;
  return value.length > longest ? `${value.slice(0, longest)}…` : value;
}

/** What a path leads to in a view; the first item of lists. */
function valueAt(view: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => {
    const list = part.endsWith('[]');
    const inside = (value as Readonly<Record<string, unknown>> | null | undefined)?.[
      list ? part.slice(0, -2) : part
    ];
    return list ? (inside as readonly unknown[] | undefined)?.[0] : inside;
  }, view);
}

/** The first example that a page has for a path: the project's own pages come first. */
function exampleOf(views: readonly unknown[], path: string): string {
  for (const view of views) {
    const value = valueAt(view, path);
    if (Array.isArray(value)) {
      if (value.length === 0) continue;
      return `a list of ${value.length}`;
    }
    if (value !== null && typeof value === 'object') return 'a group';
    const example = asExample(value);
    if (example !== undefined) return example;
  }
  // Languages are named only where they are other than the page's.
  return path.toLowerCase().endsWith('lang') ? 'en' : 'nothing in these pages';
}

function table(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly (string | Element)[])[],
): Element {
  const cells = (row: readonly (string | Element)[]): Element[] =>
    row.map((cell, index) => (index === 0 ? h('th', { scope: 'row' }, [cell]) : h('td', [cell])));
  return h('div', { className: ['table-frame'], role: 'group', ariaLabel: title, tabIndex: 0 }, [
    h('table', [
      h('caption', title),
      h('thead', [
        h(
          'tr',
          heads.map((head) => h('th', { scope: 'col' }, head)),
        ),
      ]),
      h(
        'tbody',
        rows.map((row) => h('tr', cells(row))),
      ),
    ]),
  ]);
}

function code(words: string): Element {
  return h('code', words);
}

/** How a path is written in a template. */
function written(path: string): string {
  const [list, field] = path.split('[].');
  return field === undefined ? `{{${path}}}` : `{{#each ${list}}}{{${field}}}{{/each}}`;
}

function helperRow([name, form]: [string, (typeof helperForms)[string]]): readonly [Element, string] {
  const values = Array.from({ length: form.least }, (_, index) => ['a', 'b', 'c'][index]).join(' ');
  const call = form.block
    ? `{{#${name} ${values}}} … {{/${name}}}`
    : name === 'slot'
      ? '{{slot "body"}}'
      : `(${name} ${values})`;
  return [code(call), form.block ? 'around a part' : name === 'slot' ? 'alone' : 'inside another'];
}

function bodyOf(documents: readonly HtmlDocument[]): ElementContent[] {
  const views = documents.map((document) => templateViewOf(document, 'theme/logo.svg'));
  const variables = pathsOf(templateViewShape).filter((path) => path !== 'labels' && path !== 'slots');
  const labels = Object.keys((views[0]?.labels ?? {}) as object).sort();
  return [
    h('h2', 'Values'),
    table(
      'Values',
      ['Name', 'What it is', 'Example'],
      variables.map((path) => [code(written(path)), viewWords[path] ?? '', exampleOf(views, path)]),
    ),
    h('h2', 'Slots'),
    h('p', 'The author’s words enter here, and nowhere else. Each slot stands once in a layout.'),
    table(
      'Slots',
      ['Slot', 'Filled in these pages'],
      slotNames.map((name) => [
        code(`{{slot "${name}"}}`),
        `${views.filter((view) => view.slots[name]).length} of ${views.length}`,
      ]),
    ),
    h('h2', 'Helpers'),
    table('Helpers', ['Helper', 'Where it stands'], Object.entries(helperForms).map(helperRow)),
    h('h2', 'Labels'),
    table(
      'Labels',
      ['Name', 'In the language of the first page'],
      labels.map((name) => [code(`{{labels.${name}}}`), views[0]?.labels[name] ?? '']),
    ),
  ];
}

/** The settings of the specimen, with an invented publisher where the project names none. */
function exampleConfig(config: ResolvedConfig): ResolvedConfig {
  const { publisher } = config;
  const policies = { corrections: 'https://example.org/corrections', ...config.policies };
  return {
    ...config,
    policies,
    url: config.url ?? 'https://example.org',
    publisher: {
      name: publisher.name ?? 'The Estuary Post',
      url: publisher.url ?? 'https://example.org',
      logo: publisher.logo,
      contact: publisher.contact ?? 'desk@example.org',
    },
  };
}

/** Makes the page and its files, with examples from the project first and from the specimen where it has none. */
export async function referencePage(
  tools: ThemeTools,
  project: ReturnType<typeof openProject>,
  base: Theme,
): Promise<readonly OutputFile[]> {
  const { config, system } = tools;
  const specimen = openProject(project.options, withSpecimen(system, config, openFolder));
  const documents = [
    ...(await viewsOf(project, config)),
    ...(await viewsOf(specimen, exampleConfig(config))),
  ];
  return plainPage(
    {
      path: 'index.html',
      title: 'What a template may use',
      description:
        'Every name that templates know, with an example from your own pages, or from the specimen where they have none.',
      body: bodyOf(documents),
    },
    config,
    base,
  );
}
