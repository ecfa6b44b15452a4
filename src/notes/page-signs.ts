/** Gives what a style has set the page's own digits, commas and spaces. Links and words in another language stay as they are. */

import type { PhrasingContent } from 'mdast';
import type { Language } from '../language/language.js';
import { spaceSigns } from '../language/smarten.js';

/** A comma or semicolon that does not stand between Latin words or digits. */
const loneComma = /(?<!\p{Script=Latin}),(?=\s)|,(?=\s+\P{Script=Latin})/gu;
const loneSemicolon = /(?<!\p{Script=Latin});(?=\s)|;(?=\s+\P{Script=Latin})/gu;

/** What Latin letters and digits keep is theirs; between Chinese words signs are full-width and bring their own space. */
function fullWidth(value: string): string {
  return value
    .replace(
      /(?<=[\p{Script=Han}》”])\s*\(([^()]*\p{Script=Han}[^()]*)\)\s*(?=$|[,;.\p{Script=Han}])/gu,
      '（$1）',
    )
    .replace(/(?<=[\p{Script=Han}》”）]),\s*|,\s+(?=[\p{Script=Han}《“（])/gu, '，')
    .replace(/(?<=[\p{Script=Han}》”）]);\s*|;\s+(?=[\p{Script=Han}《“（])/gu, '；')
    .replace(/(?<=[\p{Script=Han}》”）)])\.(?:\s+|$)/gu, '。')
    .replace(/(?<=[\p{Script=Han}》”）])\s+(?=[\p{Script=Han}《“（])/gu, '');
}

function signs(value: string, language: Language): string {
  const { comma, semicolon } = language.punctuation;
  const local = spaceSigns(language.localDigits(value), language);
  if (comma === '，') return fullWidth(local);
  if (comma !== '،') return local;
  return local.replace(loneComma, comma).replace(loneSemicolon, semicolon);
}

/** The same content in the page's signs. */
export function inPageSigns(nodes: readonly PhrasingContent[], language: Language): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === 'text') return { ...node, value: signs(node.value, language) };
    if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'inTextCitation') {
      return { ...node, children: inPageSigns(node.children, language) };
    }
    return node;
  });
}
