/** Faults that are planted in a theme of a project, one at a time: a file of it, who has to notice, and the line. Data. */

/** One fault. */
export interface ThemeSeed {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly code: string;
  /** 1-based; undefined where the whole file is meant. */
  readonly line?: number;
}

type Row = readonly [name: string, file: string, text: string, code: string, line?: number];

const label = 'partials/footer.hbs';
const styles = 'styles/theme.css';

const rows: readonly Row[] = [
  [
    'block without its end',
    label,
    '<footer>\n{{#if publisher.name}}\n<p>x</p>\n</footer>\n',
    'template-compiles',
  ],
  ['end without its block', label, '<footer>\n<p>x</p>\n{{/if}}\n</footer>\n', 'template-compiles', 3],
  [
    'brackets that do not close',
    label,
    '<footer>\n<p>{{publisher.name</p>\n</footer>\n',
    'template-compiles',
    2,
  ],
  [
    'value misspelt',
    label,
    '<footer>\n<p>{{publisher.nmae}}</p>\n</footer>\n',
    'template-variable-exists',
    2,
  ],
  [
    'value that there is not',
    label,
    '<footer>\n\n<p>{{editor}}</p>\n</footer>\n',
    'template-variable-exists',
    3,
  ],
  [
    'value of something inside a list',
    label,
    '<footer>\n{{#each policies}}\n<p>{{title}}</p>\n{{/each}}\n</footer>\n',
    'template-variable-exists',
    3,
  ],
  [
    'helper that there is not',
    label,
    '<footer>\n<p>{{shout publisher.name}}</p>\n</footer>\n',
    'template-variable-exists',
    2,
  ],
  ['partial that there is not', label, '<footer>\n{{> imprint}}\n</footer>\n', 'template-variable-exists', 2],
  [
    'value not escaped',
    label,
    '<footer>\n<p>{{{publisher.name}}}</p>\n</footer>\n',
    'template-output-is-escaped',
    2,
  ],
  [
    'value not escaped, the other way',
    label,
    '<footer>\n\n\n<p>{{&publisher.name}}</p>\n</footer>\n',
    'template-output-is-escaped',
    4,
  ],
  [
    'value in a script',
    label,
    '<footer>\n<script>\nlet name = "{{publisher.name}}";\n</script>\n</footer>\n',
    'template-output-is-escaped',
    3,
  ],
  [
    'value as an attribute without quotes',
    label,
    '<footer>\n<p class={{lang}}>x</p>\n</footer>\n',
    'template-output-is-escaped',
    2,
  ],
  [
    'value as the name of an element',
    label,
    '<footer>\n<{{lang}}>x</p>\n</footer>\n',
    'template-output-is-escaped',
    2,
  ],
  [
    'value in a handler',
    label,
    '<footer>\n<p onclick="{{lang}}">x</p>\n</footer>\n',
    'template-output-is-escaped',
    2,
  ],
  [
    'styles from elsewhere',
    styles,
    '@import url("https://example.org/a.css");\np { margin: 0; }\n',
    'style-stays-in-theme',
  ],
  [
    'picture from elsewhere',
    styles,
    'p { margin: 0; }\n\np { background: url(https://example.org/a.png); }\n',
    'style-stays-in-theme',
    3,
  ],
  [
    'font in styles',
    styles,
    '@font-face { font-family: X; src: url(x.woff2); }\n',
    'style-stays-in-theme',
    1,
  ],
  ['page size in styles', 'styles/theme-print.css', '\n@page { size: A5; }\n', 'style-stays-in-theme', 2],
  ['styles that cannot be read', styles, 'p { margin: 0;\n}}}\n', 'theme-is-complete'],
  [
    'colour that is none',
    'theme.yaml',
    'colours:\n  ink: { light: "#12", dark: "#eee" }\n',
    'theme-is-complete',
    2,
  ],
  [
    'colours that cannot be told apart',
    'theme.yaml',
    'colours:\n  ink: { light: "#eeeeee", dark: "#eeeeee" }\n',
    'colours-have-contrast',
  ],
  [
    'link that cannot be read',
    'theme.yaml',
    'colours:\n  link: { light: "#dddddd", dark: "#5fd0e0" }\n',
    'colours-have-contrast',
  ],
  [
    'key that is none',
    'theme.yaml',
    '# a theme\ncolors:\n  ink: { light: "#111111", dark: "#eeeeee" }\n',
    'theme-is-complete',
    2,
  ],
  ['parent that there is not', 'theme.yaml', 'extends: nowhere\n', 'theme-is-complete', 1],
];

/** All faults of themes. */
export const themeSeeds: readonly ThemeSeed[] = rows.map(([name, file, text, code, line]) => ({
  ...{ name, file, text, code },
  ...(line === undefined ? {} : { line }),
}));
