/** What a publisher may ask for, checked and filled in: one schema for validation, types and the editors' JSON Schema. */

import { z } from 'zod';

/** What `output/` may hold for each explainer. */
export const formatNames = ['html', 'pdf', 'pdf-clear', 'pdf-large', 'pdf-ua2'] as const;

/** One output format by name. */
export type FormatName = (typeof formatNames)[number];

const severity = z.enum(['error', 'warning', 'info']);
const text = z.string().min(1);

/** The schema of `galley.config.yaml` (content model, section 10). Everything is optional. */
export const configSchema = z
  .strictObject({
    publisher: z
      .strictObject({ name: text, url: z.url(), logo: text, contact: text })
      .partial()
      .describe('Who publishes: printed in the masthead and in the metadata.'),
    url: z.url().describe('Canonical base address of the published pages.'),
    policies: z
      .strictObject({
        ethics: z.url(),
        corrections: z.url(),
        'unnamed-sources': z.url(),
        'fact-checking': z.url(),
        ownership: z.url(),
      })
      .partial()
      .describe('Addresses of the newsroom’s public policies.'),
    lang: text.describe('Language of a document that names none, as a BCP 47 tag.'),
    languages: z.array(text).describe('Languages that this newsroom publishes in.'),
    theme: text.describe('Name of the theme.'),
    themes: z.array(text).describe('Further folders or packages that hold themes.'),
    formats: z.array(z.enum(formatNames)).min(1).describe('What to make from each explainer.'),
    'citation-style': text.describe('A CSL style by name, or a local .csl file.'),
    'sources-list': z.enum(['by-kind', 'alphabetical', 'in-order']).describe('Order of the sources list.'),
    notes: z.enum(['page', 'end']).describe('Where notes stand on paper.'),
    corrections: z.enum(['bottom', 'top']).describe('Where corrections stand.'),
    approval: z.array(text).describe('Roles that have to sign before publishing.'),
    paper: z.enum(['a4', 'letter']).describe('Paper size of the PDF.'),
    timezone: text.describe('Time zone of dates without one, as an IANA name.'),
    digits: z.enum(['latin', 'native']).describe('Digits of the page.'),
    charts: z.enum(['drawn', 'table']).describe('Draw charts, or print their tables alone.'),
    checks: z.record(z.string(), severity).describe('Level of single checks; errors cannot be lowered.'),
    'fail-on': severity.describe('The level from which findings fail a build.'),
    limits: z
      .strictObject({
        'document-bytes': z.int().positive(),
        'nesting-levels': z.int().positive(),
        'front-matter-bytes': z.int().positive(),
        'image-megapixels': z.number().positive(),
        'pdf-pages': z.int().positive(),
        'document-seconds': z.number().positive(),
      })
      .partial()
      .describe('Limits of section 8; raising one is recorded in build.json.'),
    browser: z.strictObject({ path: text }).partial().describe('The Chrome or Chromium to print with.'),
    untrusted: z.boolean().describe('Refuse to print without the browser’s sandbox.'),
  })
  .partial();

/** What a person may write in `galley.config.yaml`. */
export type Config = z.infer<typeof configSchema>;

/** Upper bounds, in the units their names say. */
export interface Limits {
  readonly documentBytes: number;
  readonly nestingLevels: number;
  readonly frontMatterBytes: number;
  readonly imageMegapixels: number;
  readonly pdfPages: number;
  readonly documentSeconds: number;
}

/** The settings that the rest of the code sees: frozen and complete. */
export interface ResolvedConfig {
  readonly publisher: {
    readonly name: string | null;
    readonly url: string | null;
    readonly logo: string | null;
    readonly contact: string | null;
  };
  readonly url: string | null;
  readonly policies: Readonly<
    Partial<Record<'ethics' | 'corrections' | 'unnamed-sources' | 'fact-checking' | 'ownership', string>>
  >;
  readonly lang: string;
  readonly languages: readonly string[];
  readonly theme: string;
  readonly themes: readonly string[];
  readonly formats: readonly FormatName[];
  readonly citationStyle: string;
  readonly sourcesList: 'by-kind' | 'alphabetical' | 'in-order';
  readonly notes: 'page' | 'end';
  readonly corrections: 'bottom' | 'top';
  readonly approval: readonly string[];
  readonly paper: 'a4' | 'letter';
  readonly timezone: string;
  /** Undefined: what the document itself uses most. */
  readonly digits: 'latin' | 'native' | undefined;
  readonly charts: 'drawn' | 'table';
  readonly checks: Readonly<Record<string, 'error' | 'warning' | 'info'>>;
  readonly failOn: 'error' | 'warning' | 'info';
  readonly limits: Limits;
  readonly browserPath: string | null;
  readonly untrusted: boolean;
  /** Show drafts and embargoed explainers, with a watermark (`--drafts`). */
  readonly drafts: boolean;
  /** Output folder, relative to the project root. */
  readonly out: string;
  /** The instant that the build takes for now, in milliseconds since the epoch. */
  readonly now: number;
}
