/** The preview's own pages: the start page with all documents, the view of a PDF, and what stands where there is no page yet. */

import type { LiveProject } from '../../build/live/live-project.js';
import type { ShownDocument, ShownFinding, ShownPrint } from '../client/types.js';
import { html, type Markup } from './markup.js';

const clientPath = '/-/galley';

/** What the script of a page is told: the document, what is shown of it, and the version that stands in the page. */
interface Scripted {
  readonly document: string;
  readonly shows: 'page' | 'pdf' | 'list';
  readonly page?: number;
  readonly styles?: string;
  readonly print?: ShownPrint['kind'];
}

/** The one element that the served copy of a page has more than the page that is built. */
export function script({ document, shows, page = 0, styles = '', print }: Scripted): Markup {
  const source = shows === 'pdf' ? 'pdf-view' : 'live';
  const which = print === undefined ? html`` : html` data-galley-print="${print}"`;
  return html`<script type="module" src="${clientPath}/${source}.js" data-galley-document="${document}" data-galley-shows="${shows}" data-galley-page="${page}" data-galley-styles="${styles}"${which}></script>`;
}

/** Puts the script into a built page, as the last element of its body, so that no other element changes its number. */
export function withScript(page: string, { document, page: version, styles }: ShownDocument): string {
  const tag = script({ document, shows: 'page', page: version, styles }).text;
  const end = page.lastIndexOf('</body>');
  return end < 0 ? page + tag : page.slice(0, end) + tag + page.slice(end);
}

function whole(title: string, bodyClass: string, body: Markup, tag: Markup): string {
  return html`<!doctype html>
<html lang="en"><head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${clientPath}/studio.css">
</head><body class="${bodyClass}">
${body}
${tag}
</body></html>
`.text;
}

const levelNames = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['piece of advice', 'pieces of advice'],
  judge: ['question for a person', 'questions for a person'],
} as const;

function count(number: number, [one, many]: readonly [string, string]): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** How much was found, by level; findings that people accepted count no more. */
function counts(findings: readonly ShownFinding[]): Markup {
  const open = findings.filter(({ decision }) => decision === '');
  const levels = (['error', 'warning', 'info', 'judge'] as const)
    .map((level) => [level, open.filter((finding) => finding.level === level).length] as const)
    .filter(([, number]) => number > 0);
  if (levels.length === 0) return html`<li class="count nothing">Nothing found</li>`;
  return html`${levels.map(([level, number]) => html`<li class="count ${level}">${count(number, levelNames[level])}</li>`)}`;
}

const heldBackWords: Readonly<Record<string, string>> = {
  draft: 'Draft',
  embargo: 'Under embargo',
  'published-later': 'Published later',
};

/** The state of a document in a word or two. */
function stateWords({ state, heldBack, page, isJudged }: ShownDocument): readonly [string, string] {
  if (state === 'held-back') return ['held', heldBackWords[heldBack] ?? 'Held back'];
  if (state === 'refused')
    return ['refused', page > 0 ? 'Not built: the last good page is shown' : 'Not built'];
  if (state === 'waiting') return ['waiting', 'Waiting to be made'];
  return isJudged ? ['ready', 'Made and checked'] : ['ready', 'Made, being checked'];
}

function links(one: ShownDocument): Markup {
  if (one.state === 'held-back') return html``;
  const name = one.title;
  return html`<ul class="links"><li><a href="/${one.document}/">Page<span class="unseen"> of ${name}</span></a></li><li><a href="/pdf/${one.document}">PDF<span class="unseen"> of ${name}</span></a></li></ul>`;
}

function documentItem(one: ShownDocument): Markup {
  const [kind, words] = stateWords(one);
  const found =
    one.state === 'held-back' || one.state === 'waiting'
      ? ''
      : html`<ul class="counts">${counts(one.findings)}</ul>`;
  const title =
    one.state === 'held-back' ? html`${one.title}` : html`<a href="/${one.document}/">${one.title}</a>`;
  return html`<li class="document" id="document-${one.document.replace('/', '-')}">
<div class="words"><h2 lang="${one.lang}">${title}</h2>
<p class="path"><code>${one.path}</code></p></div>
<div class="news"><p class="state ${kind}">${words}</p>
${found}${one.state === 'held-back' ? html`<p class="hint">Start <code>galley dev --drafts</code> to see it.</p>` : ''}</div>
${links(one)}
</li>`;
}

/** One finding, in the words of the report. */
export function findingItem(finding: ShownFinding): Markup {
  const [level] = levelNames[finding.level];
  return html`<li class="finding ${finding.level}">
<p class="head"><span class="level">${level}</span> ${finding.place === '' ? '' : html`<code>${finding.place}</code>`}</p>
<p class="what">${finding.what}</p>
${finding.frame === '' ? '' : html`<pre tabindex="0" role="group" aria-label="The line in ${finding.place}"><code>${finding.frame}</code></pre>`}
<p>${finding.why}</p>
<p><strong>Try:</strong> ${finding.fix}</p>
</li>`;
}

/** The start page: findings of the project itself first, then each document with its state, what was found, and where to look at it. */
export function startPage(live: LiveProject): string {
  const views = live.views();
  const project = live.projectView().findings;
  const findings =
    project.length === 0
      ? ''
      : html`<section aria-labelledby="project"><h2 id="project">The project</h2><ol class="findings">${project.map(findingItem)}</ol></section>`;
  const held = views.filter(({ state }) => state === 'held-back').length;
  const number = count(views.length, ['document', 'documents']);
  const body = html`<header class="top"><p class="mark">Galley</p><h1>Preview</h1>
<p class="sum">${number}${held === 0 ? '' : `, ${held} held back`} · theme <code>${live.theme}</code>. Saved files are shown at once; nothing is written to <code>output/</code>.</p></header>
<main>${findings}
${views.length === 0 ? html`<p class="empty">There is no explainer in <code>content/</code> yet. Begin one with <code>galley new "A headline"</code>; it appears here.</p>` : html`<ul class="documents">${views.map(documentItem)}</ul>`}
</main>`;
  return whole('Preview · Galley', 'start', body, script({ document: '', shows: 'list' }));
}

/** What is shown of a document that has no page: the overlay opens over it and says why. */
export function emptyPage({ document, title, state, heldBack, path }: ShownDocument): string {
  const words =
    state === 'held-back'
      ? html`<p>It is not public yet (${(heldBackWords[heldBack] ?? 'held back').toLowerCase()}), so this preview holds it back as a build would.</p><p>Start <code>galley dev --drafts</code> to see it, with a watermark.</p>`
      : state === 'waiting'
        ? html`<p>It will be made as soon as the settings can be read.</p>`
        : html`<p>It cannot be made as it is. The findings say which line of which file, and what to do. When the file is saved, the page appears here.</p>`;
  const body = html`<main class="card"><p class="mark">Galley</p><h1>${title}</h1><p class="path"><code>${path}</code></p>${words}<p><a href="/">All documents</a></p></main>`;
  return whole(`${title} · Galley`, 'message', body, script({ document, shows: 'page' }));
}

/** What is shown where nothing is. */
export function missingPage(what: string): string {
  const body = html`<main class="card"><p class="mark">Galley</p><h1>There is nothing here</h1><p>${what}</p><p><a href="/">All documents</a></p></main>`;
  return whole('Nothing here · Galley', 'message', body, html``);
}

/** The view of a PDF: its script fills it in. */
export function pdfPage({ document, title, lang }: ShownDocument, print?: ShownPrint['kind']): string {
  const body = html`<header class="bar"><p class="mark"><a href="/">Galley</a></p><h1><span lang="${lang}">${title}</span></h1>
<p class="links"><a href="/${document}/">Page</a><span id="files"></span></p></header>
<nav class="prints" id="prints" aria-label="Prints" hidden></nav>
<div class="desk"><nav aria-label="Pages"><ol id="thumbnails"></ol></nav>
<main id="sheet" tabindex="-1"><p id="note" role="status">The PDF is being made.</p></main></div>`;
  return whole(
    `${title} as PDF · Galley`,
    'pdf',
    body,
    script({ document, shows: 'pdf', ...(print === undefined ? {} : { print }) }),
  );
}
