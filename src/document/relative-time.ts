/** Words such as “yesterday” that mean another day to whoever reads the text later, or on paper. */

import { finding, shorten } from './finding.js';
import type { ProseLine } from './prose-lines.js';
import type { Work } from './work.js';

/** Words by language, as they stand in a text; a space stands for any white space. Only words that mean a day wherever they stand. */
const words: Readonly<Record<string, readonly string[]>> = {
  ar: [
    'أمس',
    'الأسبوع الماضي',
    'الأسبوع المقبل',
    'الشهر الماضي',
    'الشهر المقبل',
    'العام الماضي',
    'العام المقبل',
  ],
  de: [
    ...['heute', 'gestern', 'vorgestern', 'übermorgen', 'letzte Woche', 'vergangene Woche', 'nächste Woche'],
    ...[
      'letzten Monat',
      'vergangenen Monat',
      'nächsten Monat',
      'letztes Jahr',
      'vergangenes Jahr',
      'nächstes Jahr',
    ],
  ],
  en: [
    ...[
      'today',
      'yesterday',
      'tomorrow',
      'tonight',
      'last night',
      'this morning',
      'this afternoon',
      'this evening',
    ],
    ...[
      'this week',
      'last week',
      'next week',
      'last month',
      'next month',
      'last year',
      'next year',
      'last weekend',
      'next weekend',
    ],
  ],
  es: [
    ...[
      'hoy',
      'ayer',
      'anteayer',
      'anoche',
      'la semana pasada',
      'la próxima semana',
      'el mes pasado',
      'el próximo mes',
    ],
    ...['el año pasado', 'el próximo año'],
  ],
  fr: [
    ...[
      'aujourd’hui',
      'hier',
      'avant-hier',
      'demain',
      'ce matin',
      'ce soir',
      'la semaine dernière',
      'la semaine prochaine',
    ],
    ...['le mois dernier', 'le mois prochain', 'l’année dernière', 'l’an dernier', 'l’année prochaine'],
  ],
  kk: [
    'бүгін',
    'кеше',
    'ертең',
    'өткен аптада',
    'келесі аптада',
    'өткен айда',
    'келесі айда',
    'былтыр',
    'келесі жылы',
  ],
  pt: [
    ...[
      'hoje',
      'ontem',
      'anteontem',
      'amanhã',
      'na semana passada',
      'na próxima semana',
      'no mês passado',
      'no próximo mês',
    ],
    ...['no ano passado', 'no próximo ano'],
  ],
  ru: [
    ...[
      'сегодня',
      'вчера',
      'позавчера',
      'завтра',
      'послезавтра',
      'на прошлой неделе',
      'на этой неделе',
      'на следующей неделе',
    ],
    ...['в прошлом месяце', 'в следующем месяце', 'в прошлом году', 'в следующем году'],
  ],
  tr: [
    'bugün',
    'dün',
    'yarın',
    'geçen hafta',
    'gelecek hafta',
    'geçen ay',
    'gelecek ay',
    'geçen yıl',
    'gelecek yıl',
  ],
  uk: [
    ...[
      'сьогодні',
      'вчора',
      'учора',
      'позавчора',
      'завтра',
      'післязавтра',
      'минулого тижня',
      'цього тижня',
      'наступного тижня',
    ],
    ...['минулого місяця', 'наступного місяця', 'минулого року', 'торік', 'наступного року'],
  ],
  zh: ['今天', '今日', '昨天', '昨日', '明天', '上周', '下周', '上个月', '下个月', '去年', '明年'],
};

/** Blocks that give the day themselves, or hold somebody else's words. */
const datedBlocks: ReadonlySet<string> = new Set([
  ...['timeline', 'quote', 'blockquote', 'claim', 'correction', 'document'],
]);

/** A year, or a day of a month in figures. */
const date = /\p{Nd}{4}|\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]/u;

/** What stands in quotation marks is somebody's own word. */
const quoted = /"[^"]*"|“[^”]*”|«[^»]*»|„[^“”]*[“”]/gu;

const patterns = new Map<string, RegExp>();

function patternFor(main: string): RegExp | undefined {
  const list = words[main];
  if (list === undefined) return undefined;
  const known = patterns.get(main);
  if (known !== undefined) return known;
  const any = list.map((word) => word.replaceAll(' ', '\\s+').replaceAll('’', "['’]")).join('|');
  const bound = main === 'zh' ? ['', ''] : ['(?<![\\p{L}\\p{M}\\p{N}-])', '(?![\\p{L}\\p{M}\\p{N}-])'];
  const made = new RegExp(`${bound[0]}(?:${any})${bound[1]}`, 'giu');
  patterns.set(main, made);
  return made;
}

/** Month names of the language, as they stand beside a day and alone. */
function monthsOf(tag: string): RegExp {
  const forms = [{ month: 'long' }, { month: 'long', day: 'numeric' }] as const;
  const names = forms.flatMap((form) => {
    const format = new Intl.DateTimeFormat(tag, { ...form, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) =>
      format.formatToParts(Date.UTC(2021, month, 15)).find(({ type }) => type === 'month'),
    ).flatMap((part) => (part === undefined || /^\d/.test(part.value) ? [] : [part.value]));
  });
  return new RegExp(
    `\\p{Nd}\\S*\\s+(?:de\\s+)?(?:${names.join('|')})|(?:${names.join('|')})\\s+\\p{Nd}`,
    'iu',
  );
}

function sentencesOf(text: string, tag: string): Iterable<{ segment: string; index: number }> {
  return new Intl.Segmenter(tag, { granularity: 'sentence' }).segment(text);
}

/** Reports relative words without a date in their sentence. They mislead most where the text cannot change: on paper. */
export function checkRelativeTime(lines: readonly ProseLine[], onPaper: boolean, work: Work): void {
  const { tag } = work.language;
  const pattern = patternFor(tag.split('-')[0] ?? tag);
  if (pattern === undefined) return;
  let months: RegExp | undefined;
  for (const line of lines) {
    if (line.blocks.some((name) => datedBlocks.has(name))) continue;
    const text = line.text.replace(quoted, (typed) => ' '.repeat(typed.length));
    if (text.search(pattern) < 0) continue;
    months ??= monthsOf(tag);
    for (const { segment, index } of sentencesOf(text, tag)) {
      if (date.test(segment) || months.test(segment)) continue;
      for (const match of segment.matchAll(pattern)) {
        const start = index + match.index;
        const place = work.place(line.position(start, start + match[0].length));
        work.report(
          finding('relative-time-has-a-date', onPaper ? 'error' : 'warning', place, {
            what: `“${match[0]}” has no date in its sentence: “${shorten(segment.trim())}”`,
            why: 'Whoever reads this on another day, or on paper, takes it for another day than you mean.',
            fix: 'Write the day: “on 5 January 2022”, or add it behind the word.',
            excerpt: segment.trim(),
          }),
        );
      }
    }
  }
}
