/**
 * Cuts a theme's fonts: lean variable ones for screens, fixed ones for paper. A cut depends on its source alone and not on the page, so
 * that it is made once: those of Galley's own themes when the program is compiled, others when they are first needed.
 */

import { createHash } from 'node:crypto';
import type { FontSource, FontStack, PrintCut } from './font-sources.js';
import type { FontSet, Theme, ThemeFont } from './theme.js';
import { charactersIn, covers, type UnicodeRanges, unicodeRanges } from './unicode-range.js';

/** Features that running text, tables and notes use; small capitals, swashes and the like would double a file. */
const screenFeatures: readonly string[] = [
  'calt',
  'ccmp',
  'clig',
  'kern',
  'liga',
  'lnum',
  'locl',
  'mark',
  'mkmk',
  'onum',
  'pnum',
  'rlig',
  'tnum',
];

/** Letters of joined scripts take their forms, and some their dots, from these. */
const joiningFeatures: readonly string[] = ['curs', 'fina', 'init', 'isol', 'medi', 'rclt'];

/** The features that a file's letters need: those of joined scripts where it holds an Arabic beh. */
function featuresFor(ranges: UnicodeRanges): readonly string[] {
  return covers(ranges, '\u0628') ? [...screenFeatures, ...joiningFeatures] : screenFeatures;
}

/** What a cut keeps; its JSON is part of the cut's name. */
interface CutOptions {
  readonly targetFormat: 'woff2' | 'sfnt';
  readonly variationAxes: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
  readonly keepFeatures?: readonly string[];
  readonly keepAllGlyphs?: true;
  /** Characters to keep; all without it. */
  readonly text?: string;
}

type Subset = (font: Uint8Array, text: string | undefined, options: object) => Promise<Uint8Array>;

async function subsetter(): Promise<Subset> {
  const subset = (await import('subset-font')).default as Subset;
  // It tells formats apart by text methods that only Node's own buffers have.
  return (font, text, options) =>
    subset(Buffer.from(font.buffer, font.byteOffset, font.byteLength), text, options);
}

/** Files whose range holds a character that no file before them covers. */
function needed(sources: readonly FontSource[], characters: ReadonlySet<string>): readonly FontSource[] {
  // Latin first: other files repeat some of its marks.
  const order = [...sources].sort((a, b) => latinFirst(a) - latinFirst(b));
  const left = new Map<string, Set<string>>();
  return order.filter((source) => {
    const open = left.get(source.style) ?? new Set(characters);
    const ranges = unicodeRanges(source.unicodeRange);
    const others = new Set([...open].filter((character) => !covers(ranges, character)));
    left.set(source.style, others);
    return others.size < open.size;
  });
}

function latinFirst(source: FontSource): number {
  return /-latin(-italic)?$/.test(source.name) ? 0 : 1;
}

function weightText(weight: FontSource['weight']): string {
  return typeof weight === 'number' ? String(weight) : weight.join(' ');
}

function rangesOf(
  source: FontSource,
): Readonly<Record<string, { readonly min: number; readonly max: number }>> {
  return Object.fromEntries(Object.entries(source.axes).map(([name, [min, max]]) => [name, { min, max }]));
}

/** A name that changes with the bytes, so that no browser keeps an older cut. */
function pathOf(name: string, bytes: Uint8Array, ending: string): string {
  return `fonts/${name}.${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.${ending}`;
}

function face(font: ThemeFont): string {
  const format = font.mediaType === 'font/woff2' ? 'woff2' : 'truetype';
  const [ascent, descent] = (font.box ?? []).map((share) => `${Math.round(share * 1000) / 10}%`);
  return [
    `@font-face{font-family:"${font.family}";font-style:${font.style};font-weight:${font.weight};font-display:swap`,
    ...(font.box === undefined
      ? []
      : [`ascent-override:${ascent};descent-override:${descent};line-gap-override:0%`]),
    ...(font.scale === undefined ? [] : [`size-adjust:${Math.round(font.scale * 100)}%`]),
    `src:url("${font.path}") format("${format}");unicode-range:${font.unicodeRange}}`,
  ].join(';');
}

function fontSet(fonts: readonly ThemeFont[]): FontSet {
  return { css: fonts.map(face).join('\n'), fonts };
}

/** Remembers cuts by name, so that pages with the same characters share the work. */
function remember<T>(): (key: string, make: () => Promise<T>) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (key, make) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make();
    made.set(key, fresh);
    return fresh;
  };
}

/** Cuts that are kept between runs, by a name that is a hash of the source's bytes and all settings. */
export interface KeptCuts {
  readonly read: (name: string) => Promise<Uint8Array | undefined>;
  /** Takes a cut that was not there. */
  readonly keep?: ((name: string, bytes: Uint8Array) => Promise<void>) | undefined;
}

/** Takes a kept cut, or makes it. */
async function cutFont(whole: Uint8Array, options: CutOptions, kept: KeptCuts): Promise<Uint8Array> {
  const name = createHash('sha256').update(whole).update(JSON.stringify(options)).digest('hex');
  const known = await kept.read(name);
  if (known !== undefined) return known;
  const subset = await subsetter();
  const { text, ...settings } = options;
  const bytes = await subset(whole, text, settings);
  await kept.keep?.(name, bytes);
  return bytes;
}

async function screenFont(source: FontSource, kept: KeptCuts): Promise<ThemeFont | undefined> {
  const whole = await source.read();
  if (whole === undefined) return undefined;
  const ranges = unicodeRanges(source.unicodeRange);
  const text = charactersIn(ranges);
  const options: CutOptions = {
    targetFormat: 'woff2',
    keepFeatures: featuresFor(ranges),
    variationAxes: rangesOf(source),
    ...(text === undefined ? { keepAllGlyphs: true } : { text }),
  };
  const bytes = await cutFont(whole, options, kept);
  return {
    family: source.family,
    style: source.style,
    path: pathOf(source.name, bytes, 'woff2'),
    mediaType: 'font/woff2',
    weight: weightText(source.weight),
    unicodeRange: source.unicodeRange,
    scale: source.scale,
    bytes,
  };
}

/** Fixed values for every axis of the font at one cut. */
function pinned(source: FontSource, cut: PrintCut): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(source.axes).map(([name, [least, most]]) => {
      const value = name === 'wght' ? cut.weight : (cut.axes[name] ?? least);
      return [name, Math.min(most, Math.max(least, value))];
    }),
  );
}

async function printFont(source: FontSource, cut: PrintCut, kept: KeptCuts): Promise<ThemeFont | undefined> {
  const whole = await source.read();
  if (whole === undefined) return undefined;
  const options = { targetFormat: 'sfnt', keepAllGlyphs: true, variationAxes: pinned(source, cut) } as const;
  const bytes = await cutFont(whole, options, kept);
  const name = `${source.name}-${cut.family === source.family ? '' : `${cut.family.split(' ').at(-1)?.toLowerCase()}-`}${cut.weight}`;
  return {
    family: cut.family,
    style: cut.style,
    path: pathOf(name, bytes, 'ttf'),
    mediaType: 'font/ttf',
    weight: String(cut.weight),
    unicodeRange: source.unicodeRange,
    box: cut.box,
    scale: source.scale,
    bytes,
  };
}

function isFont(font: ThemeFont | undefined): font is ThemeFont {
  return font !== undefined;
}

/** The two ways of a theme to hand out its fonts, each remembering what it cut, and what they hold. */
export function fontCutter(
  stacks: readonly FontStack[],
  kept: KeptCuts,
): Pick<Theme, 'screenFonts' | 'printFonts' | 'covers'> {
  const onScreen = remember<ThemeFont | undefined>();
  const onPaper = remember<ThemeFont | undefined>();
  const ranges = stacks.flatMap(({ sources }) =>
    sources.map(({ unicodeRange }) => unicodeRanges(unicodeRange)),
  );
  return {
    covers: (character) => ranges.some((range) => covers(range, character)),
    async screenFonts(characters) {
      const jobs = stacks
        .flatMap((stack) => needed(stack.sources, characters))
        .map((source) => onScreen(source.file, () => screenFont(source, kept)));
      return fontSet((await Promise.all(jobs)).filter(isFont));
    },
    async printFonts(characters) {
      const jobs = stacks.flatMap(({ sources, cuts }) => {
        const files = needed(sources, characters);
        return cuts.flatMap((cut) =>
          files
            .filter((source) => source.style === cut.style)
            .map((source) =>
              onPaper(`${source.file} ${JSON.stringify(cut)}`, () => printFont(source, cut, kept)),
            ),
        );
      });
      return fontSet((await Promise.all(jobs)).filter(isFont));
    },
  };
}
