/** Builds one sheet per medium from the theme's files, in cascade layers, and reports every fault at its line. */

import { type CustomAtRules, transform, type Visitor } from 'lightningcss';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import { type ColourTable, printColours, screenColours } from './colours.js';
import { themeFileExists, themePlace } from './findings.js';
import { Kept } from './kept.js';
import { styleIsReadable, styleStaysInTheme, tokenExists } from './style-findings.js';
import { type SheetInWhole, type StyleLines, styleLines } from './style-lines.js';
import type { Theme, ThemeFile } from './theme.js';
import { readText, readThemeFile, type ThemeChain, type ThemeSource } from './theme-chain.js';
import { printValues, screenValues } from './values.js';

/** Finished sheets, and the pictures that they name. */
export interface StyleSet {
  readonly stylesheets: Theme['stylesheets'];
  /** Lines behind the sheet for the screen. */
  readonly screenLines: StyleLines;
  readonly assets: readonly ThemeFile[];
  readonly sources: readonly ThemeSource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A file of the folder `styles`, the layer it belongs to, and the media that use it. */
interface StyleFile {
  readonly name: string;
  readonly layer: 'base' | 'blocks' | 'theme' | 'print';
  readonly media: readonly ('screen' | 'print')[];
}

/** `theme.css` and `theme-print.css` are for themes that only add to their parent. */
const styleFiles: readonly StyleFile[] = [
  { name: 'base.css', layer: 'base', media: ['screen', 'print'] },
  { name: 'blocks.css', layer: 'blocks', media: ['screen', 'print'] },
  { name: 'screen.css', layer: 'theme', media: ['screen'] },
  { name: 'theme.css', layer: 'theme', media: ['screen', 'print'] },
  { name: 'print.css', layer: 'print', media: ['print'] },
  { name: 'theme-print.css', layer: 'print', media: ['print'] },
];

/** Browsers from about 2022 on; nesting and the like are rewritten for them. */
const safari = (15 << 16) | (6 << 8);
const targets = { chrome: 109 << 16, firefox: 115 << 16, safari, ios_saf: safari };

const pictureTypes: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
};

/** The media type of a picture by the ending of its name. */
export function pictureType(path: string): string | undefined {
  return pictureTypes[path.split('.').at(-1)?.toLowerCase() ?? ''];
}

/** One sheet after parsing, with the pictures it names as written. */
interface ReadSheet {
  readonly file: StyleFile;
  readonly source: ThemeSource;
  /** As written. */
  readonly text: string;
  readonly css: string;
  /** Source map of `css` as JSON; none for what could not be read. */
  readonly map?: string;
}

/** Where styles name a picture, and how. */
interface NamedPicture {
  readonly place: ReturnType<typeof themePlace>;
  readonly written: string;
}

/** A sheet with the pictures that it names and what was noticed. */
interface SheetReading {
  readonly sheet: ReadSheet;
  readonly pictures: ReadonlyMap<string, NamedPicture>;
  readonly diagnostics: readonly Diagnostic[];
}

const keptSheets = new Kept<SheetReading>();

/** Reads one file, once while it stays as it is. */
function readSheet(file: StyleFile, source: ThemeSource): SheetReading {
  return keptSheets.get([source.bytes, source.file, file], () => {
    const pictures = new Map<string, NamedPicture>();
    const diagnostics: Diagnostic[] = [];
    const sheet = parseSheet(file, source, pictures, (diagnostic) => void diagnostics.push(diagnostic));
    return { sheet, pictures, diagnostics };
  });
}

/** Parses one file; what cannot be read is left out and reported. */
function parseSheet(
  file: StyleFile,
  source: ThemeSource,
  pictures: Map<string, NamedPicture>,
  report: (diagnostic: Diagnostic) => void,
): ReadSheet {
  const text = readText(source, report) ?? '';
  try {
    const { code, map, warnings } = transform({
      filename: source.file,
      code: new TextEncoder().encode(text),
      errorRecovery: true,
      sourceMap: true,
      ...(file.media.includes('screen') ? { targets } : {}),
      visitor: sheetRules(source.file, pictures, report),
    });
    for (const { message, loc } of warnings) {
      report(styleIsReadable(themePlace(source.file, loc.line, loc.column), message, true));
    }
    const css = new TextDecoder().decode(code);
    return { file, source, text, css, map: new TextDecoder().decode(map ?? new Uint8Array()) };
  } catch (error) {
    const { message, loc } = error as { message: string; loc?: { line: number; column: number } };
    report(styleIsReadable(themePlace(source.file, loc?.line ?? 1, loc?.column ?? 1), message, true));
    return { file, source, text, css: '' };
  }
}

/** Takes out what styles may not do, and sends pictures to the theme's own folder beside the page. */
function sheetRules(
  file: string,
  pictures: Map<string, NamedPicture>,
  report: (diagnostic: Diagnostic) => void,
): Visitor<CustomAtRules> {
  // Lines of rules are counted from 0, those of addresses from 1.
  const at = (loc: { line: number; column: number }, first: 0 | 1): ReturnType<typeof themePlace> =>
    themePlace(file, loc.line + 1 - first, loc.column);
  return {
    Rule: {
      import: (rule) => {
        report(
          styleStaysInTheme(
            at(rule.value.loc, 0),
            'an @import',
            'Put the rules into this theme’s own files.',
          ),
        );
        return [];
      },
      page: (rule) => {
        report(
          styleStaysInTheme(
            at(rule.value.loc, 0),
            'an @page rule',
            'Set the page’s margins in theme.yaml, under margins.',
          ),
        );
        return [];
      },
      'font-face': (rule) => {
        report(
          styleStaysInTheme(
            at(rule.value.loc, 0),
            'an @font-face rule',
            'Name the font’s files in theme.yaml, under fonts.',
          ),
        );
        return [];
      },
    },
    Url: (url) => {
      const place = at(url.loc, 1);
      if (url.url.startsWith('data:image/') || url.url.startsWith('#')) return url;
      const path = insideTheme(url.url);
      if (path === undefined || pictureType(path) === undefined) {
        report(
          styleStaysInTheme(
            place,
            `the address ${url.url} in its styles`,
            'Name a picture in the theme’s own folder.',
          ),
        );
        return { ...url, url: 'data:,' };
      }
      pictures.set(path, { place, written: url.url });
      return { ...url, url: `theme/${path}` };
    },
  };
}

/** The path inside the theme that an address in `styles/` names; undefined when it leads out. */
function insideTheme(address: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/|\\/i.test(address)) return undefined;
  const path: string[] = ['styles'];
  for (const part of address.split(/[?#]/, 1)[0]?.split('/') ?? []) {
    if (part === '..') {
      if (path.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') path.push(part);
  }
  return path.join('/');
}

/** Custom properties that a sheet declares. */
function declared(css: string): readonly string[] {
  return [...css.matchAll(/(--[\w-]+)\s*:/g)].map((match) => match[1] ?? '');
}

/** Reports every `var(--name)` without a fallback whose name is set nowhere in the theme. */
function checkVariables({ source, text }: ReadSheet, known: ReadonlySet<string>): readonly Diagnostic[] {
  // Comments keep their length, so that places stay right.
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...bare.matchAll(/var\(\s*(--[\w-]+)\s*\)/g)].flatMap((match) => {
    const name = match[1] ?? '';
    if (known.has(name)) return [];
    const lines = bare.slice(0, match.index).split('\n');
    const place = themePlace(source.file, lines.length, (lines.at(-1)?.length ?? 0) + 1);
    return [tokenExists(place, name, didYouMean(name, [...known]))];
  });
}

async function readPictures(
  chain: ThemeChain,
  pictures: ReadonlyMap<string, NamedPicture>,
  report: (diagnostic: Diagnostic) => void,
): Promise<readonly ThemeFile[]> {
  const files: ThemeFile[] = [];
  for (const [path, { place, written }] of pictures) {
    const source = await readThemeFile(chain, path);
    const mediaType = pictureType(path) ?? 'application/octet-stream';
    if (source !== undefined) files.push({ path: `theme/${path}`, mediaType, bytes: source.bytes });
    else report(themeFileExists(place, written, `${chain.folders[0]?.path ?? 'templates'}/${path}`));
  }
  return files;
}

/** All sheets of a medium behind each other in their layers, and where in that each file of the theme stands. */
function layered(
  medium: 'screen' | 'print',
  sheets: readonly ReadSheet[],
  tokens: string,
): { readonly whole: string; readonly parts: readonly SheetInWhole[] } {
  const layers = ['base', 'blocks', 'theme', 'print'] as const;
  const parts: SheetInWhole[] = [];
  const lines = [`@layer ${layers.join(',')};`];
  for (const layer of layers) {
    lines.push(`@layer ${layer}{`, ...(layer === 'base' ? tokens.split('\n') : []));
    for (const { file, source, css, map } of sheets) {
      if (file.layer !== layer || !file.media.includes(medium)) continue;
      const own = css.split('\n');
      if (map !== undefined) parts.push({ file: source.file, start: lines.length, lines: own.length, map });
      lines.push(...own);
    }
    lines.push('}');
  }
  return { whole: lines.join('\n'), parts };
}

interface WholeSheet {
  readonly css: string;
  readonly lines: StyleLines;
}

const keptWholes = new Kept<WholeSheet>();

function assemble(medium: 'screen' | 'print', sheets: readonly ReadSheet[], tokens: string): WholeSheet {
  const { whole, parts } = layered(medium, sheets, tokens);
  const from = parts.flatMap(({ file, start, lines, map }) => [file, start, lines, map]);
  return keptWholes.get([medium, whole, ...from], () => shorten(medium, whole, parts));
}

function shorten(medium: 'screen' | 'print', whole: string, parts: readonly SheetInWhole[]): WholeSheet {
  const { code, map } = transform({
    filename: `${medium}.css`,
    code: new TextEncoder().encode(whole),
    minify: true,
    errorRecovery: true,
    sourceMap: true,
    ...(medium === 'screen' ? { targets } : {}),
  });
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  return { css: decode(code), lines: styleLines(decode(map ?? new Uint8Array()), parts) };
}

/** Reads the theme's stylesheets and puts them together with its tokens. `fonts` are the stacks as custom properties. */
export async function readStyles(chain: ThemeChain, colours: ColourTable, fonts: string): Promise<StyleSet> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const pictures = new Map<string, NamedPicture>();
  const sheets: ReadSheet[] = [];
  for (const file of styleFiles) {
    const source = await readThemeFile(chain, `styles/${file.name}`);
    if (source === undefined) continue;
    const read = readSheet(file, source);
    sheets.push(read.sheet);
    diagnostics.push(...read.diagnostics);
    for (const [path, picture] of read.pictures) pictures.set(path, picture);
  }
  const screenTokens = [screenColours(colours), screenValues(chain), fonts].join('\n');
  const printTokens = [printColours(colours), printValues(chain), fonts].join('\n');
  for (const sheet of sheets) {
    const tokens = sheet.file.media.map((medium) => (medium === 'screen' ? screenTokens : printTokens));
    const all = [...sheets.map(({ css }) => css), ...tokens];
    diagnostics.push(...checkVariables(sheet, new Set(all.flatMap(declared))));
  }
  const screen = assemble('screen', sheets, screenTokens);
  return {
    stylesheets: { screen: screen.css, print: assemble('print', sheets, printTokens).css },
    screenLines: screen.lines,
    assets: await readPictures(chain, pictures, report),
    sources: sheets.map((sheet) => sheet.source),
    diagnostics,
  };
}
