/** Checks of an explainer's text, before anything is made of it. */

import type { Element, Nodes } from 'hast';
import type { CheckRun } from '../checks/check.js';
import { runCheck } from '../checks/check.js';
import type { PublishedWords } from '../checks/document/document-to-check.js';
import { documentChecks } from '../checks/registry.js';
import { parseHtml } from '../html/parse-html.js';
import { dayOf } from './read-decisions.js';
import type { Work } from './work.js';

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join(' ') : '';
}

function elementsWhere(node: Nodes, wanted: (element: Element) => boolean): Element[] {
  if (!('children' in node)) return [];
  const own = node.type === 'element' && wanted(node) ? [node] : [];
  return [...own, ...node.children.flatMap((child) => elementsWhere(child, wanted))];
}

function hasClass({ properties }: Element, names: readonly string[]): boolean {
  const classes = properties['className'];
  return Array.isArray(classes) && names.some((name) => classes.includes(name));
}

/** The words of the page that readers have now; undefined before the first publication. */
async function publishedWords({ tools, prepared, config }: Work): Promise<PublishedWords | undefined> {
  const bytes = await tools.readFile(`${config.out}/${prepared.document}/index.html`);
  if (bytes === undefined) return undefined;
  const tree = parseHtml(new TextDecoder().decode(bytes));
  const [main] = elementsWhere(tree, ({ tagName }) => tagName === 'main');
  const history = elementsWhere(tree, (element) => hasClass(element, ['corrections', 'updates']));
  return { text: textOf(main ?? tree), history: history.map(textOf).join(' ') };
}

/** Runs every check of the text. */
export async function checkText(work: Work): Promise<CheckRun[]> {
  const { explainer, config, prepared } = work;
  const subject = {
    explainer,
    today: dayOf(config.now),
    published: explainer.metadata.status === 'published' ? await publishedWords(work) : undefined,
  };
  const target = { document: prepared.document, output: 'text', state: '' };
  return await Promise.all(documentChecks.map((check) => runCheck(check, subject, target)));
}
