/** HTML of the preview's own pages, as text in which everything that is put in is escaped. */

/** Markup that is safe as it is. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Part = string | number | Markup | readonly Markup[];

function written(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return String(part).replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** Puts markup together; texts among it are escaped, for content and for quoted attributes alike. */
export function html(words: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    words.map((word, index) => word + (index < parts.length ? written(parts[index] ?? '') : '')).join(''),
  );
}
