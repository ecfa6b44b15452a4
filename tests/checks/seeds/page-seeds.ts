/** Faults that are planted in the sound page, one at a time: what is replaced by what, and who has to notice. Data. */

/** One fault. */
export interface Seed {
  readonly name: string;
  readonly old: string;
  readonly now: string;
  /** Checks, or rules of engines (`axe-core image-alt`), any of which has to find it. */
  readonly by: readonly string[];
  /** Words on the line where the finding has to stand, when it is not the line that changed. */
  readonly at?: string;
}

type Row = readonly [name: string, old: string, now: string, by: string, at?: string];

const image = 'alt="Water over the wall"';
const body = '<body>';

const html: readonly Row[] = [
  // Pictures
  ['picture without words', ` ${image}`, '', 'axe-core image-alt|html-validate wcag/h37'],
  ['picture told to be decoration', image, 'alt=""', 'silent-image-adds-nothing'],
  [
    'picture hidden from readers',
    image,
    `${image} role="presentation"`,
    'silent-image-adds-nothing|axe-core presentation-role-conflict|html-validate no-redundant-role',
  ],
  ['drawing without name', ' aria-label="Water level by hour"', '', 'axe-core svg-img-alt'],
  [
    'drawing as decoration',
    'role="img" aria-label="Water level by hour"',
    'aria-hidden="true"',
    'silent-image-adds-nothing',
  ],
  [
    'input picture without words',
    '<button type="submit">Search</button>',
    '<input type="image" src="go.png">',
    'axe-core input-image-alt|html-validate wcag/h36|html-validate area-alt',
  ],
  // Language
  [
    'page without language',
    '<html lang="en" dir="ltr">',
    '<html dir="ltr">',
    'axe-core html-has-lang|html-validate missing-lang',
  ],
  [
    'language that is none',
    'lang="en" dir',
    'lang="english-text" dir',
    'axe-core html-lang-valid|html-validate valid-lang',
  ],
  ['empty language', 'lang="en" dir', 'lang="" dir', 'axe-core html-has-lang|html-validate missing-lang'],
  ['page in another language', 'lang="en" dir', 'lang="de" dir', 'language-matches-words'],
  ['part in another language', 'lang="fr"', 'lang="es"', 'language-matches-words'],
  [
    'part with a language that is none',
    'lang="fr"',
    'lang="xx-invalid-zzzzzzzzzz"',
    'axe-core valid-lang|html-validate valid-lang',
  ],
  ['foreign words unmarked', '<blockquote lang="fr">', '<blockquote lang="nl">', 'language-matches-words'],
  // Page
  [
    'no title',
    '<title>The flood of May: what is known</title>',
    '',
    'axe-core document-title|html-validate element-required-content',
    '<head>|<html',
  ],
  [
    'empty title',
    '<title>The flood of May: what is known</title>',
    '<title></title>',
    'axe-core document-title|html-validate empty-title',
    '<title>|<html',
  ],
  [
    'title of another page',
    'The flood of May: what is known</title>',
    'Apple harvest</title>',
    'title-fits-the-page',
  ],
  [
    'zoom forbidden',
    'initial-scale=1">',
    'initial-scale=1, user-scalable=no">',
    'zoom-is-allowed|axe-core meta-viewport',
  ],
  [
    'zoom limited',
    'initial-scale=1">',
    'initial-scale=1, maximum-scale=1">',
    'zoom-is-allowed|axe-core meta-viewport',
  ],
  [
    'page that reloads',
    '<meta charset="utf-8">',
    '<meta charset="utf-8"><meta http-equiv="refresh" content="30">',
    'axe-core meta-refresh|html-validate meta-refresh',
  ],
  // Structure
  ['no main part', '<main id="content" tabindex="-1">', '<div id="content">', 'landmarks-are-complete', body],
  [
    'main part hidden',
    '<main id="content" tabindex="-1">',
    '<main id="content" tabindex="-1" aria-hidden="true">',
    'landmarks-are-complete|axe-core aria-hidden-focus',
  ],
  [
    'two main parts',
    '</main>',
    '</main><main><p>More.</p></main>',
    'axe-core landmark-no-duplicate-main|landmarks-are-complete',
  ],
  [
    'navigation without name',
    '<footer>',
    '<nav aria-label="Chapters"><a href="#what">What broke</a></nav><footer>',
    'landmarks-are-complete|axe-core landmark-unique|html-validate unique-landmark',
  ],
  [
    'no headline',
    '<h1>The flood of May</h1>',
    '<p>The flood of May</p>',
    'axe-core page-has-heading-one',
    '<html',
  ],
  [
    'heading that skips a level',
    '<h3>The damage in numbers</h3>',
    '<h5>The damage in numbers</h5>',
    'axe-core heading-order|html-validate heading-level',
  ],
  [
    'empty heading',
    '<h3>The damage in numbers</h3>',
    '<h3></h3>',
    'axe-core empty-heading|html-validate empty-heading',
  ],
  [
    'heading about something else',
    '<h2 id="who">Who pays</h2>',
    '<h2 id="who">Weather forecast</h2>',
    'heading-fits-its-text',
  ],
  [
    'skip link to nowhere',
    'href="#content">Skip',
    'href="#contents">Skip',
    'skip-link-works|axe-core skip-link',
  ],
  [
    'skip link into the header',
    'href="#content">Skip to the content</a>\n<header>',
    'href="#top">Skip to the content</a>\n<header id="top">',
    'skip-link-works',
    'class="skip"',
  ],
  ['text outside of all parts', '<footer>', '<p>More words.</p><footer>', 'axe-core region'],
  [
    'list with something else inside',
    '<ul><li>The county pays for the road.</li>',
    '<ul><p>Pays</p><li>The county pays for the road.</li>',
    'axe-core list|html-validate element-permitted-content',
  ],
  [
    'list item without a list',
    '<ul><li>The county pays for the road.</li><li>The town pays for the homes.</li></ul>',
    '<div><li>The county pays for the road.</li></div>',
    'axe-core listitem|html-validate element-permitted-parent|html-validate element-permitted-content',
  ],
  ['two things with one id', '<h2 id="who">', '<h2 id="what">', 'html-validate no-dup-id'],
  [
    'element closed wrongly',
    '<p class="box mark">The county will say on Monday who pays.</p>',
    '<p class="box mark">The county will say on Monday who pays.</div>',
    'html-validate close-order',
  ],
  [
    'element that is not closed',
    '<figcaption>The wall at noon, and the road behind it.</figcaption>',
    '<figcaption>The wall at noon, and the road behind it.',
    'html-validate close-order|html-validate no-implicit-close',
    'figcaption|</figure>|<figure>',
  ],
  [
    'element of long ago',
    '<p class="lead">',
    '<center>Old</center><p class="lead">',
    'html-validate deprecated',
  ],
  ['attribute twice', '<p class="lead">', '<p class="lead" class="small">', 'html-validate no-dup-attr'],
  ['class twice', 'class="box mark"', 'class="box box mark"', 'html-validate no-dup-class'],
  // Tables
  [
    'head cell without scope that is none',
    '<th scope="col">Town</th>',
    '<th scope="column">Town</th>',
    'axe-core scope-attr-valid|html-validate attribute-allowed-values',
  ],
  [
    'headers that lead nowhere',
    '<td>4</td>',
    '<td headers="nothing">4</td>',
    'axe-core td-headers-attr|html-validate no-missing-references',
    'class="wide"|headers=',
  ],
  ['table in frame without keyboard', ' tabindex="0">', '>', 'axe-core scrollable-region-focusable'],
  [
    'caption below the rows',
    '<caption>Damage by town</caption>\n<thead>',
    '<thead><caption>Damage by town</caption>',
    'html-validate element-permitted-content|html-validate element-permitted-parent',
    '<thead>',
  ],
  // Links
  ['link called here', '>damage report of the county<', '>here<', 'link-text-says-where'],
  ['link called read more', '>damage report of the county<', '>read more<', 'link-text-says-where'],
  ['link without words', '>damage report of the county<', '><', 'axe-core link-name|html-validate wcag/h30'],
  [
    'link with words for software alone',
    '<a href="https://example.org/report">damage report of the county</a>',
    '<a href="https://example.org/report" aria-label="Download file">damage report of the county</a>',
    'label-is-in-name|axe-core label-content-name-mismatch',
  ],
  [
    'two links of one name',
    ' names both.',
    ' names both. <a href="https://example.org/other">damage report of the county</a>',
    'link-texts-are-distinct',
  ],
  [
    'link that only colour shows',
    '<a href="https://example.org/report">',
    '<a style="text-decoration: none; color: #222" href="https://example.org/report">',
    'axe-core link-in-text-block',
  ],
  [
    'link hidden from software',
    '<a href="https://example.org/report">',
    '<a aria-hidden="true" href="https://example.org/report">',
    'axe-core aria-hidden-focus|html-validate hidden-focusable',
  ],
  // Controls
  [
    'field without label',
    '<label for="place">Name of the place</label>\n',
    '',
    'axe-core label|html-validate input-missing-label',
    'id="place"',
  ],
  [
    'label that says nothing',
    'Name of the place</label>',
    'Menu</label>',
    'field-label-is-clear',
    'id="place"',
  ],
  [
    'button without words',
    '>Search</button>',
    '></button>',
    'axe-core button-name|html-validate text-content',
  ],
  [
    'button with another name',
    '<button type="submit">',
    '<button type="submit" aria-label="Go">',
    'label-is-in-name|axe-core label-content-name-mismatch',
  ],
  [
    'autocomplete that is none',
    'type="text">',
    'type="text" autocomplete="town-name">',
    'axe-core autocomplete-valid|html-validate valid-autocomplete',
  ],
  [
    'button inside a link',
    '<a href="https://example.org/report">damage report of the county</a>',
    '<a href="https://example.org/report"><button type="button">damage report of the county</button></a>',
    'axe-core nested-interactive|html-validate element-permitted-content',
  ],
  [
    'disclosure without words',
    '<summary>Answer: who pays for the wall?</summary>',
    '<summary></summary>',
    'axe-core summary-name|html-validate text-content',
  ],
  [
    'first in the order of Tab by number',
    '<input id="place"',
    '<input tabindex="5" id="place"',
    'axe-core tabindex|html-validate tabindex-no-positive',
  ],
  ['frame without title', ' title="Map of the wall"', '', 'axe-core frame-title|html-validate wcag/h35'],
  [
    'two frames of one name',
    '</main>',
    '<iframe title="Map of the wall" src="other.html"></iframe></main>',
    'frame-names-are-distinct',
  ],
  // ARIA
  [
    'role that is none',
    '<p class="box mark">',
    '<p role="boxed" class="box mark">',
    'axe-core aria-roles|html-validate no-unknown-elements|html-validate attribute-allowed-values',
  ],
  [
    'property that is none',
    '<p class="box mark">',
    '<p aria-boxed="true" class="box mark">',
    'axe-core aria-valid-attr',
  ],
  ['value that is none', '<summary>', '<summary aria-expanded="perhaps">', 'axe-core aria-valid-attr-value'],
  [
    'role without what it needs',
    '<p class="box mark">',
    '<p role="checkbox" tabindex="0" class="box mark">',
    'axe-core aria-required-attr',
  ],
  [
    'role without its parent',
    '<p class="box mark">',
    '<p role="tab" class="box mark">',
    'axe-core aria-required-parent',
  ],
  [
    'role without its children',
    '<p class="box mark">',
    '<p role="list" class="box mark"><b>',
    'axe-core aria-required-children|html-validate close-order|axe-core aria-allowed-role',
  ],
  [
    'label that names nothing',
    '<p class="box mark">',
    '<p aria-labelledby="nothing" class="box mark">',
    'axe-core aria-valid-attr-value|html-validate no-missing-references|axe-core aria-prohibited-attr',
  ],
  [
    'name where none may be',
    '<p class="box mark">',
    '<p aria-label="Box" class="box mark">',
    'axe-core aria-prohibited-attr|html-validate aria-label-misuse',
  ],
  [
    'button that is a paragraph',
    '<p class="box mark">The county will say on Monday who pays.',
    '<p role="button" tabindex="0" class="box mark"><i></i>',
    'axe-core aria-command-name|html-validate prefer-native-element',
  ],
  // Words
  [
    'sentence that points by place',
    'names both.',
    'names both, in the list on the right.',
    'content-needs-no-look',
  ],
  ['sentence that points by colour', 'names both.', 'names both, shown in red.', 'content-needs-no-look'],
  // Behaviour
  [
    'script that keeps the focus',
    '<input id="place"',
    '<input onblur="setTimeout(() => this.focus(), 0)" id="place"',
    'keyboard-reaches-everything',
  ],
  [
    'letter as a shortcut',
    '</footer>',
    `</footer><script>addEventListener('keydown', (event) => { if (event.key === 's') document.querySelector('footer p').textContent = 'Search'; });</script>`,
    'single-keys-do-nothing',
  ],
  [
    'text that changes by itself',
    '</footer>',
    `</footer><script>setInterval(() => { document.querySelector('footer p').textContent += '.'; }, 300);</script>`,
    'text-changes-on-demand',
  ],
  [
    'text that runs',
    'The county will say on Monday who pays.',
    '<marquee>The county will say on Monday who pays.</marquee>',
    'motion-is-optional|html-validate deprecated|axe-core marquee',
  ],
  // Spacing in attributes
  [
    'letters set tight for good',
    '<p class="lead">',
    '<p class="lead" style="letter-spacing: 0.01em !important">',
    'text-spacing-is-free|axe-core avoid-inline-spacing',
  ],
  [
    'words set tight for good',
    '<p class="lead">',
    '<p class="lead" style="word-spacing: 0.01em !important">',
    'text-spacing-is-free|axe-core avoid-inline-spacing',
  ],
];

const leadLine = 'class="lead"';
const boxLine = 'class="box';

/** Faults in the styles: each is a rule put behind the others. The finding stands at the element, where readers meet it. */
const css: readonly (readonly [name: string, rule: string, by: string, at: string])[] = [
  ['pale text', '.small { color: #aaa; }', 'axe-core color-contrast', 'class="small"'],
  ['pale ground', '.box { background: #777; color: #666; }', 'axe-core color-contrast', boxLine],
  [
    'pale in the dark alone',
    '@media (prefers-color-scheme: dark) { body { background: #222; color: #eee; } .small { color: #555; } }',
    'axe-core color-contrast',
    'class="small"',
  ],
  [
    'pale on a narrow screen alone',
    '@media (width < 400px) { .lead { color: #bbb; } }',
    'axe-core color-contrast',
    leadLine,
  ],
  [
    'text on a gradient',
    '.box { background: linear-gradient(#fff, #777); color: #555; }',
    'axe-core color-contrast',
    boxLine,
  ],
  ['box wider than the screen', '.box { width: 600px; }', 'reflow-at-320', boxLine],
  ['word that does not break', '.lead { white-space: nowrap; }', 'reflow-at-320', leadLine],
  ['table without its frame', '.frame { overflow: visible; }', 'reflow-at-320', '<t|</t|class="wide"'],
  ['picture wider than the screen', 'img { width: 500px; }', 'reflow-at-320', '<img'],
  [
    'box of fixed height',
    '.lead { height: 2.4rem; overflow: hidden; max-width: 300px; }',
    'text-grows-to-200|text-spacing-is-tolerated',
    leadLine,
  ],
  [
    'lines that cut what grows',
    '.small { height: 24px; overflow: hidden; }',
    'text-grows-to-200|text-spacing-is-tolerated',
    'class="small"',
  ],
  [
    'one line, the rest cut',
    '.box { overflow: hidden; white-space: nowrap; max-width: 250px; }',
    'text-grows-to-200|text-spacing-is-tolerated',
    boxLine,
  ],
  [
    'no ring',
    ':focus-visible { outline: none; }',
    'focus-is-visible',
    'skip|href|<summary|<input|<button|class="frame"',
  ],
  ['no ring on buttons', 'button:focus-visible { outline: none; }', 'focus-is-visible', '<button'],
  ['no ring on links', 'a:focus-visible { outline: 0; }', 'focus-is-visible', 'href'],
  ['ring in no style', 'summary:focus-visible { outline-style: none; }', 'focus-is-visible', '<summary'],
  [
    'bar over what has the focus',
    'header { position: fixed; inset: 0 0 auto 0; height: 260px; background: #fff; z-index: 9; }',
    'focus-is-not-obscured',
    'href|skip',
  ],
  [
    'small buttons in a row',
    'nav li a { padding: 0; font-size: 9px; line-height: 10px; display: block; } nav ul, nav li { margin: 0; padding: 0; }',
    'target-size-is-24|axe-core target-size',
    '<nav',
  ],
  [
    'small button beside a field',
    'button, input { min-height: 0; min-width: 0; height: 14px; width: 14px; padding: 0; border: 0; margin: 0; } form { display: flex; font-size: 8px; }',
    'target-size-is-24|axe-core target-size',
    '<input|<button',
  ],
  ['motion for everyone', '.lead { animation: pulse 3s infinite; }', 'motion-is-optional', leadLine],
  ['motion that does not ask', '.box { animation: pulse 1s 9 alternate; }', 'motion-is-optional', boxLine],
  [
    'turned when the screen turns',
    '@media (orientation: landscape) { main { transform: rotate(90deg); } }',
    'screen-may-be-turned',
    '<main',
  ],
  [
    'turned by the newer property',
    '@media (orientation: portrait) { body { rotate: -90deg; } }',
    'screen-may-be-turned',
    body,
  ],
  [
    'colours that are kept and pale',
    '.small { forced-color-adjust: none; color: #aaa; background: #fff; }',
    'forced-colours-keep-meaning|axe-core color-contrast',
    'class="small"',
  ],
  [
    'links like the text',
    '.small a { text-decoration: none; color: #333; }',
    'link-is-visible-in-text',
    'class="small"',
  ],
];

const parts = (row: string): string[] => row.split('|');

/** All faults of pages. */
export const pageSeeds: readonly Seed[] = [
  ...html.map(
    ([name, old, now, by, at]): Seed => ({
      name,
      old,
      now,
      by: parts(by),
      ...(at === undefined ? {} : { at }),
    }),
  ),
  ...css.map(
    ([name, rule, by, at]): Seed => ({
      name: `style: ${name}`,
      old: '</style>',
      now: `${rule}\n</style>`,
      by: parts(by),
      at,
    }),
  ),
];
