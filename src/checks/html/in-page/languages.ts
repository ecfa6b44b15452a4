/** Whether words are in the language that the page says. */

import type { Measures, Named } from './types.js';

/** Small words that come up in almost every sentence of a language, by its code. */
export function smallWords(): Readonly<Record<string, string>> {
  return {
    en: 'the of and to in is that it for was with as on are be this have not by from but they which you at has or an we were their will can all there been one its would who',
    de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem',
    fr: 'le la les de des et en un une du que qui est pour dans par sur pas plus au avec ce il sont cette ont mais comme aux été nous vous ou sa ses leur bonne',
    es: 'el la los las de que y en un una por con no para es se del al lo como más su pero sus le ha este sí porque esta entre cuando muy sin sobre',
    pt: 'o a os as de que e em um uma por com não para é se do da no na dos das como mais mas foi ao ele seu sua ou ser quando muito nos já está',
    it: 'il la lo gli le di che e in un una per con non è si del della dei delle al da come più ma sono anche nel alla questo ha se dal',
    nl: 'de het een van en in is dat op te met voor niet zijn aan er om als ook door bij naar uit hij ging ze wordt deze heeft dit nog maar was gelukkig nieuwjaar',
    da: 'og i at det er en til på som de med for den af ikke der var et har han fra men om vi ved kan blev efter også',
    sv: 'och i att det som en på är av för med den till inte de om ett han men var jag från vi kan har hade efter också',
    tr: 've bir bu da de için ile olarak çok daha olan gibi en ne var kadar sonra ancak değil',
    ru: 'и в не на что с по как это из а но для к от у же за он был его так было они все или',
    uk: 'і в не на що з за як це до та але для у він був його так було вони все або від',
  };
}

/** How many of a text's words are small words of each language. */
export function score(text: string): Map<string, number> {
  const words = names.wordsIn(text);
  return new Map(
    Object.entries(languages.smallWords()).map(([code, list]) => {
      const known = new Set(list.split(' '));
      return [code, words.filter((word) => known.has(word)).length];
    }),
  );
}

/** Words for which an element says the language itself: those below it with a language of their own are left out, and so is what is hidden. */
export function ownText(root: Element, lang: string): string {
  let text = '';
  const visit = (element: Element): void => {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) text += ` ${node.textContent ?? ''}`;
      if (!(node instanceof Element) || node.matches('script, style, template, code')) continue;
      const other = node.getAttribute('lang');
      if (other !== null && other !== '' && other.split('-')[0] !== lang) continue;
      if (!dom.isExposed(node) && node.localName !== 'title' && node.localName !== 'head') continue;
      if (node instanceof HTMLImageElement) text += ` ${names.nameOf(node)} `;
      visit(node);
    }
  };
  visit(root);
  return dom.oneLine(text);
}

/** Texts that look like another language than they say, or in which nothing shows the language that they say. */
export function doubted(): Measures {
  const said = [...document.querySelectorAll('[lang]')].filter(
    (each) => (each.getAttribute('lang') ?? '') !== '',
  );
  const known = languages.smallWords();
  let instances = 0;
  const offences = said.flatMap((element): Named[] => {
    const lang = (element.getAttribute('lang') ?? '').split('-')[0]?.toLowerCase() ?? '';
    const text = languages.ownText(element, lang);
    const words = names.wordsIn(text);
    if (words.length === 0) return [];
    instances += 1;
    if (known[lang] === undefined)
      return words.length > 3 ? [dom.named(element, `“${lang}”: ${text.slice(0, 80)}`, true)] : [];
    const scores = languages.score(text);
    const own = scores.get(lang) ?? 0;
    const [best = lang, most = 0] = [...scores].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (best !== lang && most > own + 1)
      return [dom.named(element, `“${lang}”, looks like “${best}”: ${text.slice(0, 80)}`)];
    const doubtful = own === 0 || (best !== lang && most > own);
    return doubtful && (words.length > 1 || element.localName === 'html')
      ? [dom.named(element, `“${lang}”: ${text.slice(0, 80)}`, true)]
      : [];
  });
  return dom.answer(instances, offences);
}
