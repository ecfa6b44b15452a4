// Facts about the file as a whole (ISO 32000-2, 7.7.2 and 12.2): language, marking, viewer preferences, what else it carries.

import type { ObjectStore } from './store.js';
import { nameTree } from './trees.js';
import { isKind, type PdfDictionary, type PdfStream } from './values.js';

/** An output intent (14.11.5). */
export interface OutputIntent {
  readonly subtype: string | undefined;
  readonly conditionIdentifier: string | undefined;
  readonly profile: PdfStream | undefined;
}

/** What the catalog says. */
export interface CatalogFacts {
  readonly dictionary: PdfDictionary;
  readonly lang: string | undefined;
  /** MarkInfo entries; false where they are missing. */
  readonly marked: boolean;
  readonly suspects: boolean;
  readonly displayDocTitle: boolean;
  /** Version that overrides the header's. */
  readonly version: string | undefined;
  readonly outputIntents: readonly OutputIntent[];
  /** Optional-content configurations, the default one first. */
  readonly optionalContent:
    | { readonly initial: PdfDictionary | undefined; readonly others: readonly PdfDictionary[] }
    | undefined;
  readonly form: PdfDictionary | undefined;
  /** Names of embedded files, from the name tree. */
  readonly embeddedFiles: ReadonlyMap<string, PdfDictionary>;
  /** Names of scripts that run when the file opens. */
  readonly scripts: readonly string[];
  readonly openAction: boolean;
}

/** Reads the catalog. */
export function readCatalog(store: ObjectStore, dictionary: PdfDictionary): CatalogFacts {
  const markInfo = store.dictionaryAt(dictionary, 'MarkInfo');
  const names = store.dictionaryAt(dictionary, 'Names');
  const optional = store.dictionary(dictionary.entries.get('OCProperties'));
  const embedded = nameTree(store, store.dictionary(names.entries.get('EmbeddedFiles')));
  return {
    dictionary,
    lang: store.text(dictionary, 'Lang'),
    marked: store.get(markInfo, 'Marked') === true,
    suspects: store.get(markInfo, 'Suspects') === true,
    displayDocTitle:
      store.get(store.dictionaryAt(dictionary, 'ViewerPreferences'), 'DisplayDocTitle') === true,
    version: store.name(dictionary, 'Version'),
    outputIntents: store.items(dictionary.entries.get('OutputIntents')).flatMap((item) => {
      if (!isKind(item, 'dictionary')) return [];
      const profile = store.get(item, 'DestOutputProfile');
      const intent: OutputIntent = {
        subtype: store.name(item, 'S'),
        conditionIdentifier: store.text(item, 'OutputConditionIdentifier'),
        profile: isKind(profile, 'stream') ? profile : undefined,
      };
      return [intent];
    }),
    optionalContent: optional && {
      initial: store.dictionary(optional.entries.get('D')),
      others: store.items(optional.entries.get('Configs')).filter((item) => isKind(item, 'dictionary')),
    },
    form: store.dictionary(dictionary.entries.get('AcroForm')),
    embeddedFiles: new Map(
      [...embedded].flatMap(([name, value]) => {
        const file = store.dictionary(value);
        return file ? [[name, file] as const] : [];
      }),
    ),
    scripts: [...nameTree(store, store.dictionary(names.entries.get('JavaScript'))).keys()],
    openAction: store.get(dictionary, 'OpenAction') !== null,
  };
}
