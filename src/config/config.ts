/** What a publisher may ask for, checked and filled in: one schema for validation, types and the editors' JSON Schema. */

import { z } from 'zod';
import { plainText, textAsTyped, withForm } from './schema-forms.js';

/** What `output/` may hold for each explainer. */
export const formatNames = ['html', 'pdf', 'pdf-clear', 'pdf-large', 'pdf-ua2'] as const;

/** One output format by name. */
export type FormatName = (typeof formatNames)[number];

/** Standards that a PDF can be held to: PDF/UA-1 with PDF/A-2a, or PDF/UA-2 with PDF/A-4. */
export const pdfProfiles = ['ua1', 'ua2'] as const;

/** One of them by name. */
export type PdfProfile = (typeof pdfProfiles)[number];

const severity = z.enum(['error', 'warning', 'info']);

/** Whether a text is a language tag (BCP 47). Languages have two or three letters; longer ones were never registered. */
export function isLanguageTag(text: string): boolean {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(text)) return false;
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const webAddress = withForm(z.url({ protocol: /^https?$/ }), 'an address such as https://example.org');
const languageTag = textAsTyped('a language tag such as `en`, `kk` or `pt-BR`', isLanguageTag);
const timeZone = textAsTyped('a time zone such as `UTC` or `Asia/Almaty`', isTimeZone);

/** The schema of `galley.config.yaml` (content model, section 10). Everything is optional. */
export const configSchema = z
  .strictObject({
    publisher: z
      .strictObject({ name: plainText, url: webAddress, logo: plainText, contact: plainText })
      .partial()
      .describe('Who publishes: printed in the masthead and in the metadata.'),
    url: webAddress.describe('Canonical base address of the published pages.'),
    policies: z
      .strictObject({
        ethics: webAddress,
        corrections: webAddress,
        'unnamed-sources': webAddress,
        'fact-checking': webAddress,
        ownership: webAddress,
      })
      .partial()
      .describe('Addresses of the newsroom’s public policies.'),
    lang: languageTag.describe('Language of a document that names none, as a BCP 47 tag.'),
    languages: z.array(languageTag).describe('Languages that this newsroom publishes in.'),
    theme: plainText.describe('Name of the theme.'),
    themes: z.array(plainText).describe('Further folders or packages that hold themes.'),
    formats: z.array(z.enum(formatNames)).min(1).describe('What to make from each explainer.'),
    'citation-style': plainText.describe('A CSL style by name, or a local .csl file.'),
    'sources-list': z.enum(['by-kind', 'alphabetical', 'in-order']).describe('Order of the sources list.'),
    notes: z.enum(['page', 'end']).describe('Where notes stand on paper.'),
    corrections: z.enum(['bottom', 'top']).describe('Where corrections stand.'),
    approval: z.array(plainText).describe('Roles that have to sign before publishing.'),
    paper: z.enum(['a4', 'letter']).describe('Paper size of the PDF.'),
    'pdf-profile': z
      .enum(pdfProfiles)
      .describe('Standard of the PDFs: ua1 (PDF/UA-1, PDF/A-2a) or ua2 (PDF/UA-2, PDF/A-4).'),
    timezone: timeZone.describe('Time zone of dates without one, as an IANA name.'),
    digits: z.enum(['latin', 'native']).describe('Digits of the page.'),
    charts: z.enum(['drawn', 'table']).describe('Draw charts, or print their tables alone.'),
    checks: z.record(z.string(), severity).describe('Level of single checks; errors cannot be lowered.'),
    'theme-checks': z
      .record(z.string(), z.record(z.string(), severity))
      .describe('Levels in explainers of one theme, by its name.'),
    'document-checks': z
      .record(z.string(), z.record(z.string(), severity))
      .describe('Levels in one explainer, by its name.'),
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
      .describe('Limits of the content model, section 8; raising one is recorded in build.json.'),
    browser: z.strictObject({ path: plainText }).partial().describe('The Chrome or Chromium to print with.'),
    verapdf: z
      .strictObject({ path: plainText })
      .partial()
      .describe('The veraPDF that `galley check --verapdf` asks.'),
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

/** Levels of findings by code. */
export type Levels = Readonly<Record<string, 'error' | 'warning' | 'info'>>;

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
  /** Whether somebody asked for that paper; else a theme may have one of its own. */
  readonly paperIsGiven: boolean;
  readonly pdfProfile: PdfProfile;
  readonly timezone: string;
  /** Undefined: what the document itself uses most. */
  readonly digits: 'latin' | 'native' | undefined;
  readonly charts: 'drawn' | 'table';
  readonly checks: Levels;
  /** Levels in explainers of one theme, by its name; above `checks`. */
  readonly themeChecks: Readonly<Record<string, Levels>>;
  /** Levels in one explainer, by its slug; above all others. */
  readonly documentChecks: Readonly<Record<string, Levels>>;
  readonly failOn: 'error' | 'warning' | 'info';
  readonly limits: Limits;
  readonly browserPath: string | null;
  /** Command of veraPDF, by name or path. */
  readonly verapdfPath: string | null;
  readonly untrusted: boolean;
  /** Show drafts and embargoed explainers, with a watermark (`--drafts`). */
  readonly drafts: boolean;
  /** Output folder, relative to the project root. */
  readonly out: string;
  /** The instant that the build takes for now, in milliseconds since the epoch. */
  readonly now: number;
  /** Keys set by the environment or on the command line, which no document overrides; see `configFor`. */
  readonly fixed?: readonly string[] | undefined;
}
