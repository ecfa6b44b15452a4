/** Colour tokens: gathered along the chain of themes, checked to be colours, written as custom properties per mode. */

import { transform } from 'lightningcss';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { colourIsColour, pairNamesColours } from './style-findings.js';
import type { ColourPair, ColourToken } from './theme.js';
import { type ThemeChain, themePlaceOf } from './theme-chain.js';
import type { ColourSetting } from './theme-schema.js';

/** The colours of a theme, with the system colours of forced-colours mode beside them. */
export interface ColourTable {
  readonly tokens: Readonly<Record<string, ColourToken>>;
  readonly forced: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
}

const systemColours: ReadonlySet<string> = new Set([
  'Canvas',
  'CanvasText',
  'LinkText',
  'VisitedText',
  'ActiveText',
  'ButtonFace',
  'ButtonText',
  'ButtonBorder',
  'Field',
  'FieldText',
  'Highlight',
  'HighlightText',
  'SelectedItem',
  'SelectedItemText',
  'Mark',
  'MarkText',
  'GrayText',
  'AccentColor',
  'AccentColorText',
]);

const colours = new Map<string, boolean>();
const mostColours = 1_000;

/** Whether CSS reads a value as a colour of its own: neither a keyword that depends on others nor a variable. */
function isColour(value: string): boolean {
  const is = colours.get(value) ?? readsAsColour(value);
  if (colours.size >= mostColours) colours.clear();
  colours.set(value, is);
  return is;
}

function readsAsColour(value: string): boolean {
  if (/[;{}]|var\(|currentcolor|inherit/i.test(value)) return false;
  let found = 0;
  try {
    const code = new TextEncoder().encode(`a{color:${value}}`);
    const visitor = {
      Color: (colour: { type: string } | string) => {
        if (typeof colour === 'object' && colour.type !== 'currentcolor') found += 1;
      },
    };
    transform({ filename: 'colour.css', code, visitor });
  } catch {
    return false;
  }
  return found === 1;
}

/** Joins the colours of all themes in the chain, the nearest value of each mode winning. */
export function gatherColours(chain: ThemeChain): ColourTable {
  const settings = new Map<string, ColourSetting>();
  const diagnostics: Diagnostic[] = [];
  for (const folder of [...chain.folders].reverse()) {
    for (const [token, colour] of Object.entries(folder.settings.colours ?? {})) {
      const kept: Record<string, string> = {};
      for (const [mode, value] of Object.entries(colour) as [string, string][]) {
        const known = mode === 'forced' ? systemColours.has(value) : isColour(value);
        if (known) kept[mode] = value;
        else
          diagnostics.push(
            colourIsColour(themePlaceOf(folder, ['colours', token, mode]), `${token}, ${mode}`, value),
          );
      }
      settings.set(token, { ...settings.get(token), ...kept });
    }
  }
  const tokens: Record<string, ColourToken> = {};
  const forced: Record<string, string> = {};
  for (const [token, colour] of settings) {
    const light = colour.light ?? colour.print ?? '#000';
    const dark = colour.dark ?? light;
    tokens[token] = {
      light,
      dark,
      moreLight: colour['more-light'] ?? light,
      moreDark: colour['more-dark'] ?? dark,
      print: colour.print ?? colour['more-light'] ?? light,
      printClear: colour['print-clear'] ?? colour.print ?? colour['more-light'] ?? light,
    };
    if (colour.forced !== undefined) forced[token] = colour.forced;
  }
  return { tokens, forced, diagnostics };
}

/** Joins the contrast lists of all themes in the chain and reports names that are no colours. */
export function gatherPairs(
  chain: ThemeChain,
  colours: Readonly<Record<string, ColourToken>>,
): { readonly pairs: readonly ColourPair[]; readonly diagnostics: readonly Diagnostic[] } {
  const pairs = new Map<string, ColourPair>();
  const diagnostics: Diagnostic[] = [];
  const known = Object.keys(colours);
  for (const folder of chain.folders) {
    const { text = [], marks = [] } = folder.settings.contrast ?? {};
    const lists = [
      ['text', 'text', text],
      ['mark', 'marks', marks],
    ] as const;
    for (const [kind, key, list] of lists) {
      for (const [index, [front, ground]] of list.entries()) {
        const strangers = [front, ground].filter((name) => !Object.hasOwn(colours, name));
        const place = themePlaceOf(folder, ['contrast', key, index]);
        diagnostics.push(...strangers.map((name) => pairNamesColours(place, name, known)));
        if (strangers.length === 0) pairs.set(`${kind} ${front} ${ground}`, { kind, front, ground });
      }
    }
  }
  return { pairs: [...pairs.values()], diagnostics };
}

type Mode = keyof ColourToken;

function declarations(table: ColourTable, mode: Mode, onlyOther?: Mode): string {
  return Object.entries(table.tokens)
    .filter(([, token]) => onlyOther === undefined || token[mode] !== token[onlyOther])
    .map(([name, token]) => `--${name}:${token[mode]}`)
    .join(';');
}

function forcedDeclarations(table: ColourTable): string {
  return Object.entries(table.forced)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}

/** The colours of every screen mode as custom properties of the page, and those of paper for readers who print it. */
export function screenColours(table: ColourTable): string {
  const dark = '(prefers-color-scheme: dark)';
  const more = '(prefers-contrast: more)';
  return [
    `:root{color-scheme:light dark;${declarations(table, 'light')}}`,
    `@media ${more}{:root{${declarations(table, 'moreLight', 'light')}}}`,
    `@media ${dark}{:root{${declarations(table, 'dark')}}}`,
    `@media ${dark} and ${more}{:root{${declarations(table, 'moreDark', 'dark')}}}`,
    `@media (forced-colors: active){:root{${forcedDeclarations(table)}}}`,
    `@media print{:root{color-scheme:light;${declarations(table, 'print')}}}`,
  ].join('\n');
}

/** The colours of paper. */
export function printColours(table: ColourTable): string {
  return [
    `:root{color-scheme:light;${declarations(table, 'print')}}`,
    `:root:has(> .print-clear, > .print-large){${declarations(table, 'printClear', 'print')}}`,
  ].join('\n');
}
