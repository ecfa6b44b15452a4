/** What to write instead of an HTML tag. */

const instead: Readonly<Record<string, string>> = {
  a: 'Write a link as [words](address).',
  abbr: 'Explain the abbreviation in a :::glossary.',
  aside: 'Write a block: :::note … :::.',
  b: 'Write **words** for strong importance.',
  blockquote: 'Write a :::quote block, or begin the lines with “>”.',
  br: 'Begin a new paragraph, or end the line with a backslash.',
  cite: 'Write *words* for emphasis.',
  code: 'Write `words` in backticks.',
  del: 'Write ~~words~~.',
  details: 'Write a :::qa or a :::background block.',
  div: 'Take the tag out, or write a block: :::note … :::.',
  dl: 'Write a :::glossary.',
  em: 'Write *words* for emphasis.',
  figure: 'Write a :::figure block.',
  h1: 'The headline stands in the front matter; begin headings with “##”.',
  h2: 'Begin the line with “##”.',
  h3: 'Begin the line with “###”.',
  h4: 'Begin the line with “####”.',
  h5: 'Begin the line with “#####”.',
  h6: 'Begin the line with “######”.',
  hr: 'Write --- on a line of its own.',
  i: 'Write *words* for emphasis.',
  img: 'Write ![what the picture shows](file), or a :::figure block.',
  ins: 'Take the tag out; changes to the text belong in “updates” in the front matter.',
  li: 'Begin the line with “- ”.',
  mark: 'Write **words** for strong importance.',
  ol: 'Begin the lines with “1. ”, “2. ” and so on.',
  p: 'Leave a blank line between paragraphs.',
  pre: 'Put the lines between two lines of ```.',
  q: 'Write the words in quotation marks.',
  s: 'Write ~~words~~.',
  section: 'Begin a section with a heading: “## Title”.',
  span: 'Take the tag out; for another language write :lang[words]{kk}.',
  strike: 'Write ~~words~~.',
  strong: 'Write **words** for strong importance.',
  sub: 'Write the figure itself, such as “₂”.',
  sup: 'Write the figure itself, such as “²”; for a note write [^name].',
  table: 'Write a Markdown table with | between the cells.',
  u: 'Write *words* for emphasis.',
  ul: 'Begin the lines with “- ”.',
};

const foreign: ReadonlySet<string> = new Set([
  ...[
    'audio',
    'embed',
    'form',
    'iframe',
    'input',
    'link',
    'meta',
    'object',
    'script',
    'style',
    'svg',
    'video',
  ],
]);

/** The Markdown or the block for a tag, by its name in lower case. */
export function htmlAdvice(name: string): string {
  if (foreign.has(name))
    return 'Take it out; Galley’s own blocks (see the authors’ guide) are what may stand here.';
  return instead[name] ?? 'Take the tag out, and keep the words.';
}
