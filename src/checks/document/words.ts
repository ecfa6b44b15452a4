/** Words that say who says something, and words for losses and accusations, by language. Data; a language without a list is told so. */

interface Words {
  /** Says whose words or numbers these are. */
  readonly attribution: RegExp;
  /** What happens to people, and what they are accused of: readers ask who says so. */
  readonly grave: RegExp;
}

const words: Readonly<Record<string, Words>> = {
  en: {
    attribution:
      /\b(?:says?|said|told|according|report(?:s|ed)?|announc\w+|stat(?:es|ed|ement)|claim\w*|confirm\w*|wr(?:ites?|ote)|record(?:s|ed)|count(?:s|ed)|estimat\w+|figures? from|data from|calls? it|called|asked|add(?:s|ed)|warn(?:s|ed)|den(?:y|ies|ied)|found|shows?|put)\b/i,
    grave:
      /\b(?:killed|died|dead|deaths|injured|wounded|missing|arrested|detained|displaced|accused|charged|suspected|corrupt\w*|fraud|tortured)\b/i,
  },
  es: {
    attribution:
      /\b(?:dij[oe]\w*|dice[n]?|según|afirm\w+|inform\w+|anunci\w+|confirm\w+|declar\w+|señal\w+|explic\w+|escrib\w+|cifra\w*|calcul\w+|registr\w+|añad\w+|desmient\w+|desmint\w+|public\w+)\b/iu,
    grave:
      /\b(?:muert[oa]s?|falleci\w+|herid[oa]s?|desaparecid[oa]s?|detenid[oa]s?|arrestad[oa]s?|acusad[oa]s?|fraude|corrup\w+)\b/iu,
  },
  fr: {
    attribution:
      /(?:^|[^\p{L}])(?:a dit|dit|selon|d’après|d'après|affirm\w+|annonc\w+|confirm\w+|déclar\w+|indiqu\w+|rapport\w+|écri\w+|explique\w*|estim\w+|ajout\w+)(?![\p{L}])/iu,
    grave:
      /(?:^|[^\p{L}])(?:tué\w*|mort\w*|blessé\w*|disparu\w*|arrêté\w*|accusé\w*|fraude|corrup\w+)(?![\p{L}])/iu,
  },
  de: {
    attribution:
      /(?:^|[^\p{L}])(?:sagt\w*|laut|zufolge|nach Angaben|berichte\w*|teilt\w*|erklärt\w*|bestätigt\w*|meldet\w*|schreibt|schrieb|schätz\w+|zähl\w+|fügt\w*)(?![\p{L}])/iu,
    grave:
      /(?:^|[^\p{L}])(?:getötet\w*|gestorben\w*|starb\w*|Tote\w*|verletzt\w*|vermisst\w*|festgenommen\w*|verhaftet\w*|beschuldigt\w*|Betrug|korrupt\w*)(?![\p{L}])/iu,
  },
  ru: {
    attribution:
      /(?:^|[^\p{L}])(?:сказал\p{L}*|сообщ\p{L}+|по данным|по словам|заяв\p{L}+|подтверд\p{L}+|согласно|отмет\p{L}+|пиш\p{L}+|написал\p{L}*|рассказ\p{L}+|объяв\p{L}+|назвал\p{L}*|добав\p{L}+|насчит\p{L}+|утвержд\p{L}+)/iu,
    grave:
      /(?:^|[^\p{L}])(?:погиб\p{L}*|убит\p{L}*|умер\p{L}*|ранен\p{L}*|пострада\p{L}+|пропа\p{L}+|задержан\p{L}*|арестован\p{L}*|обвин\p{L}+|коррупц\p{L}+)/iu,
  },
  pt: {
    attribution:
      /(?:^|[^\p{L}])(?:diss\p{L}+|diz\p{L}*|segundo|de acordo|afirm\p{L}+|anunci\p{L}+|confirm\p{L}+|declar\p{L}+|inform\p{L}+|escrev\p{L}+|estim\p{L}+)/iu,
    grave:
      /(?:^|[^\p{L}])(?:mort\p{L}+|ferid\p{L}+|desaparecid\p{L}+|detid\p{L}+|pres[oa]s?|acusad\p{L}+|fraude|corrup\p{L}+)/iu,
  },
};

/** The lists of a language; undefined when Galley has none. */
export function wordsFor(lang: string): Words | undefined {
  return words[lang.split('-')[0]?.toLowerCase() ?? ''];
}
