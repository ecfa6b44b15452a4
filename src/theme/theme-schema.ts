/** The shape of theme.yaml: colours, which of them may meet, fonts, sizes and margins. Everything may come from a parent theme. */

import { z } from 'zod';

const text = z.string().min(1);
/** Token names become CSS custom properties. */
const tokenName = z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and hyphens');

const colour = z
  .strictObject({
    light: text.describe('On screens in light mode.'),
    dark: text.describe('On screens in dark mode.'),
    'more-light': text.describe('Light mode for readers who ask for more contrast; else as `light`.'),
    'more-dark': text.describe('Dark mode for readers who ask for more contrast; else as `dark`.'),
    print: text.describe('On paper; else as `more-light`.'),
    'print-clear': text.describe('In clear and large print; else as `print`.'),
    forced: text.describe('System colour in forced-colours mode, such as CanvasText.'),
  })
  .partial();

const pair = z.tuple([tokenName, tokenName]);

const axisRange = z.tuple([z.number(), z.number()]);

const printCut = z.strictObject({
  family: text.optional().describe('Family name on paper, when it differs, as for headlines.'),
  weight: z.int().min(1).max(1000),
  style: z.enum(['normal', 'italic']).optional(),
  axes: z.record(z.string(), z.number()).optional().describe('Further axes at this cut, such as opsz: 12.'),
  box: axisRange
    .optional()
    .describe(
      'Height of the font’s box above and below the line, in em, where it must not reach past a line.',
    ),
});

const fontFile = z.strictObject({
  file: text.describe('Path inside the theme, such as fonts/display.woff2.'),
  weight: z.union([z.int(), axisRange]),
  style: z.enum(['normal', 'italic']).optional(),
});

const font = z
  .strictObject({
    family: text,
    fallback: text.describe('Families after it, as CSS writes them.'),
    package: text.describe('A @fontsource-variable package with the files.'),
    subsets: z
      .array(text)
      .min(1)
      .describe('Which of the package’s character sets are wanted, such as arabic; else all.'),
    axes: text.describe('The package’s set of axes in file names, such as opsz or wght.'),
    ranges: z.record(z.string(), axisRange).describe('Limits of each axis on screens.'),
    files: z.array(fontFile).min(1).describe('The theme’s own files, instead of a package.'),
    print: z.array(printCut).min(1).describe('Fixed cuts for paper.'),
    scale: z
      .number()
      .min(0.5)
      .max(2)
      .describe(
        'How much larger its letters are set than asked for, where they are small for their size: 1.2.',
      ),
  })
  .partial();

const values = z.record(tokenName, z.union([text, z.number()]));

const sides = z
  .strictObject({
    top: z.number().min(10).max(60),
    right: z.number().min(10).max(60),
    bottom: z.number().min(10).max(60),
    left: z.number().min(10).max(60),
  })
  .partial();

/** The schema of theme.yaml. */
export const themeSchema = z
  .strictObject({
    name: text.describe('The theme’s name for people.'),
    summary: text.describe('One sentence about the theme.'),
    extends: text.describe('The theme that stands behind this one, file by file; base when absent.'),
    colours: z.record(tokenName, colour).describe('Colour tokens, each a custom property such as --ink.'),
    contrast: z
      .strictObject({
        text: z.array(pair).describe('Text colour and ground that meet.'),
        marks: z.array(pair).describe('Rules, rings and shapes that carry meaning, and their ground.'),
      })
      .partial(),
    fonts: z.record(tokenName, font).describe('Font stacks, each a custom property such as --font-serif.'),
    values: z
      .strictObject({
        all: values,
        screen: values,
        narrow: values.describe('On screens narrower than 46 rem.'),
        print: values,
        'print-clear': values,
        'print-large': values,
      })
      .partial()
      .describe('Sizes and other values, each a custom property, by medium and print setting.'),
    margins: sides.describe('Page margins in mm.'),
    paper: z
      .enum(['a4', 'letter'])
      .describe('The paper that the theme is made for, where galley.config.yaml names none.'),
    papers: z
      .strictObject({ a4: sides, letter: sides })
      .partial()
      .describe('Margins on one paper size that differ from `margins`.'),
    logo: text.describe('A picture in the theme, where galley.config.yaml names no logo.'),
    labels: z
      .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a language tag such as en'), values)
      .describe(
        'Words of the theme’s own templates by language and name; they may also stand for Galley’s own.',
      ),
  })
  .partial();

/** What a designer may write in theme.yaml. */
export type ThemeSettings = z.infer<typeof themeSchema>;

/** One colour as written. */
export type ColourSetting = NonNullable<ThemeSettings['colours']>[string];

/** One font stack as written. */
export type FontSetting = NonNullable<ThemeSettings['fonts']>[string];
