/** Print documents from hand-written HTML, so that print, placing and PDF can be tested without the stages before them. */

import type { ElementContent } from 'hast';
import type { HtmlNote } from '../../../src/html/html-document.js';
import { parseFragment, parsePage } from '../../../src/html/serialise.js';
import { languageOf } from '../../../src/language/language-of.js';
import type { PrintDocument } from '../../../src/outputs/print/print-document.js';
import { composePrint, type PrintOptions } from '../../../src/outputs/print/render-print.js';

/** What a test states; everything else is filled in. */
export interface PrintFixture {
  /** HTML of the body; a call of note n is written `[^n]`, of its second call `[^n/2]`. */
  readonly body: string;
  /** HTML of the notes by number. */
  readonly notes?: Readonly<Record<number, string>>;
  readonly lang?: string;
  readonly css?: string;
  readonly options?: Partial<PrintOptions>;
}

/** A plain sheet in the manner of a theme. */
export const plainStyles = `
body { font: 11pt/16pt 'Noto Serif', 'DejaVu Serif', serif; color: #000 }
p, ul, ol, blockquote, table, figure, pre { margin: 0 0 8pt }
h2 { font-size: 15pt; line-height: 18pt; margin: 14pt 0 4pt; break-after: avoid }
p, li { orphans: 2; widows: 2 }
tr { break-inside: avoid }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #999; padding: 3pt 4pt; text-align: start; vertical-align: top }
blockquote { margin-inline: 20pt; border-inline-start: 2pt solid; padding-inline-start: 8pt }
figure { break-inside: avoid }
sup { font-size: 8pt; line-height: 0 }
.box { border: 1pt solid; padding: 8pt }
.grid { display: grid; grid-template-columns: 1fr 1fr; gap: 12pt }
.flex { display: flex; gap: 12pt }
.flex > * { flex: 1 }
.rows > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; padding-block: 6pt; border-top: 1px solid }
.grid > *, .flex > * { min-width: 0 }
.columns { columns: 2; column-gap: 16pt }
h3 { font-size: 12pt; margin: 10pt 0 3pt; break-after: avoid }
.print-clear { font: 14pt/21pt 'Noto Sans', 'DejaVu Sans', sans-serif }
.print-large { font: 18pt/27pt 'Noto Sans', 'DejaVu Sans', sans-serif }
.print-clear .footnote { font-size: 13pt; line-height: 18pt }
.print-large .footnote { font-size: 18pt; line-height: 27pt; padding-inline-start: 40pt }
.footnotes { border-top: 0.5pt solid; padding-top: 4pt }
.footnote { position: relative; padding-inline-start: 24pt; font-size: 9.5pt; line-height: 12.5pt; overflow-wrap: anywhere }
.footnote p { margin: 0 }
.footnote-number { position: absolute; inset-inline-start: 0 }
`;

const picture = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><rect width="300" height="300" fill="#bbb"/></svg>',
);

const callPattern = /\[\^(\d+)(?:\/(\d+))?\]/g;

/** Makes the print document of a fixture. */
export async function printDocument(fixture: PrintFixture): Promise<PrintDocument> {
  const lang = fixture.lang ?? 'en';
  const language = languageOf(lang);
  const calls = new Map<number, string[]>();
  const body = fixture.body.replace(callPattern, (_, number: string, nth: string | undefined) => {
    const id = `call-${number}-${nth ?? 1}`;
    calls.set(Number(number), [...(calls.get(Number(number)) ?? []), id]);
    return `<sup class="note-call"><a id="${id}" href="#note-${number}">${number}</a></sup>`;
  });
  const notes = Object.entries(fixture.notes ?? {}).map(
    ([number, html]): HtmlNote => ({
      number: Number(number),
      id: `note-${number}`,
      calls: calls.get(Number(number)) ?? [],
      shortTitle: `Source ${number}`,
      content: parseFragment(html).children as ElementContent[],
      position: undefined,
    }),
  );
  const options = { kind: 'standard', notesAt: 'page', paper: 'a4', ...fixture.options } as const;
  const page = (asked: PrintOptions): string =>
    `<!doctype html><html lang="${lang}" dir="${language.dir}"><head><meta charset="utf-8"><title>Fixture</title></head>` +
    `<body class="print print-${asked.kind}"><main>${body}</main>` +
    `${asked.notesAt === 'end' ? endNotes(fixture.notes ?? {}) : ''}</body></html>`;
  const compose = async (asked: PrintOptions): Promise<PrintDocument> => {
    const made = await composePrint(
      {
        slug: 'fixture',
        source: 'content/fixture/explainer.md',
        title: 'Fixture',
        language,
        digits: 'latin' as const,
        page: parsePage(page(asked)),
        notes,
        words: {
          publisher: 'The Herald',
          date: 'as of 4 March',
          headline: 'A “fixture” with \\ signs',
          pageOf: language.labelParts('page-of'),
          digits: 'decimal',
        },
        margins: { top: 20, right: 22, bottom: 22, left: 22 },
        stylesheet: plainStyles + (fixture.css ?? ''),
        fontsFor: () => Promise.resolve({ css: '', fonts: [] }),
        assets: [{ path: 'p.svg', mediaType: 'image/svg+xml', bytes: picture }],
        withEndNotes: () => compose({ ...asked, notesAt: 'end' }),
      },
      asked,
    );
    if (made.diagnostics.length > 0) throw new Error(JSON.stringify(made.diagnostics));
    return made.value;
  };
  return await compose(options);
}

function endNotes(notes: Readonly<Record<number, string>>): string {
  const items = Object.entries(notes).map(
    ([number, html]) => `<li id="note-${number}" value="${number}">${html}</li>`,
  );
  return `<section><h2>Notes</h2><ol>${items.join('')}</ol></section>`;
}
