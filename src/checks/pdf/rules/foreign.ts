// Rules on what a reading document should not hold or seldom holds: layers, files, forms, media, encryption, shared drawings.

import { isKind, type PdfDictionary } from '../../../outputs/pdf/read/values.js';
import { annotationViews, fieldName } from '../annotation-view.js';
import type { CheckContext } from '../context.js';
import { type Examination, examineEach, examineOne, type Offence, type PdfRule } from '../rule.js';

const CHECK = 'pdf-holds-nothing-foreign';

/** The layer configurations: the first one and the others. */
export function layerConfigurations({ read }: CheckContext): readonly PdfDictionary[] {
  const layers = read.catalog.optionalContent;
  return layers ? [...(layers.initial ? [layers.initial] : []), ...layers.others] : [];
}

/** All dictionaries of the file that are objects of their own. */
export function* allDictionaries({ read }: CheckContext): Generator<PdfDictionary> {
  for (const number of read.store.objectNumbers()) {
    const dictionary = read.store.dictionary({ kind: 'reference', number, generation: 0 });
    if (dictionary) yield dictionary;
  }
}

const KNOWN_FILES = new WeakMap<CheckContext, readonly PdfDictionary[]>();

/** File specifications: objects that say so, and those that carry a file. */
export function fileSpecifications(context: CheckContext): readonly PdfDictionary[] {
  let files = KNOWN_FILES.get(context);
  if (!files) {
    const { store } = context.read;
    const found = new Set<PdfDictionary>(context.read.catalog.embeddedFiles.values());
    for (const dictionary of allDictionaries(context)) {
      const type = store.name(dictionary, 'Type');
      if (type === 'Filespec' || type === 'F' || isKind(store.get(dictionary, 'EF'), 'dictionary'))
        found.add(dictionary);
      const own = store.dictionary(dictionary.entries.get('FS'));
      if (own) found.add(own);
    }
    files = [...found];
    KNOWN_FILES.set(context, files);
  }
  return files;
}

function namedFiles(context: CheckContext): Examination {
  const { store } = context.read;
  return examineEach(fileSpecifications(context), (file) => {
    if (!isKind(store.get(file, 'EF'), 'dictionary')) return true;
    const names = [store.text(file, 'F'), store.text(file, 'UF')];
    return (
      names.every((name) => name !== undefined && name !== '') || {
        found: names.find((name) => name) ?? 'no name',
      }
    );
  });
}

/** Media clips of rendition actions on annotations (ISO 32000-1, 12.6.4.13 and 13.2). */
function* mediaClips(context: CheckContext): Generator<PdfDictionary> {
  const { store } = context.read;
  for (const { annotation } of annotationViews(context)) {
    const more = store.dictionaryAt(annotation.dictionary, 'AA').entries.values();
    for (const value of [annotation.dictionary.entries.get('A'), ...more]) {
      const action = store.dictionary(value);
      const queue = action ? store.items(action.entries.get('R')) : [];
      for (
        let rendition = queue.pop(), steps = 0;
        rendition !== undefined && steps < 1_000;
        rendition = queue.pop(), steps += 1
      ) {
        if (!isKind(rendition, 'dictionary')) continue;
        if (store.name(rendition, 'S') === 'SR') queue.push(...store.items(rendition.entries.get('R')));
        const clip = store.dictionary(rendition.entries.get('C'));
        if (clip) yield clip;
      }
    }
  }
}

function hasAlternatives(context: CheckContext, clip: PdfDictionary): boolean {
  const { store } = context.read;
  const items = store.items(clip.entries.get('Alt'));
  // Pairs of language and text; at least one text has to say something.
  return (
    items.length > 0 &&
    items.length % 2 === 0 &&
    items.every((item) => isKind(item, 'string')) &&
    items.some((item, index) => index % 2 === 1 && isKind(item, 'string') && item.bytes.length > 0)
  );
}

/** Forms drawn more than once although marks inside them belong to the tag tree. */
function sharedForms(context: CheckContext): Examination {
  const drawn = new Map<number, { times: number; page: number }>();
  const marked = new Set<number>();
  for (const { page, content, marks } of context.pages) {
    for (const item of content.items) {
      if (item.kind !== 'form' || item.objectNumber === undefined) continue;
      const times = (drawn.get(item.objectNumber)?.times ?? 0) + 1;
      drawn.set(item.objectNumber, { times, page: page.index });
    }
    for (const { mark } of marks)
      if (mark.form !== undefined && mark.mcid !== undefined) marked.add(mark.form);
  }
  return examineEach(drawn, ([form, { times, page }]) => times < 2 || !marked.has(form) || { page });
}

function referenceForms(context: CheckContext): Examination {
  const forms: { page: number; dictionary: PdfDictionary }[] = [];
  for (const { page, content } of context.pages) {
    for (const item of content.items)
      if (item.kind === 'form') forms.push({ page: page.index, dictionary: item.stream.dictionary });
  }
  return examineEach(
    forms,
    ({ page, dictionary }): Offence | true => !dictionary.entries.has('Ref') || { page },
  );
}

const LAYERS = {
  check: CHECK,
  why: 'People choose layers by name, and layers that switch by themselves make text appear and vanish.',
  fix: 'Make the PDF without layers.',
} as const;

const MEDIA = {
  check: CHECK,
  why: 'People who cannot see or hear it get nothing.',
  fix: 'Take the film or sound out of the PDF, or describe it.',
} as const;

/** The rules on foreign things. */
export const foreignRules: readonly PdfRule[] = [
  {
    ua1: '7.10-1',
    ...LAYERS,
    what: 'A set of layers has no name.',
    examine: (context) =>
      examineEach(
        layerConfigurations(context),
        (layers) => (context.read.store.text(layers, 'Name') ?? '') !== '' || {},
      ),
  },
  {
    ua1: '7.10-2',
    ua2: '8.7-2',
    ...LAYERS,
    what: 'A set of layers switches by itself (AS).',
    examine: (context) =>
      examineEach(
        layerConfigurations(context),
        (layers) => context.read.store.get(layers, 'AS') === null || {},
      ),
  },
  {
    ua1: '7.11-1',
    check: CHECK,
    what: 'An attached file does not say its name in both ways that readers need ({found}).',
    why: 'Readers show and save it under a name nobody understands.',
    fix: 'Attach no files, or name them in F and UF.',
    examine: namedFiles,
  },
  {
    ua1: '7.15-1',
    check: CHECK,
    what: 'The document is a form that is drawn anew when opened (XFA).',
    why: 'Its tags do not fit what is on the screen.',
    fix: 'Make a PDF without XFA.',
    examine: (context) => {
      const { form } = context.read.catalog;
      return form ? examineOne(!rendersDynamically(context, form) || {}) : { instances: 0, offences: [] };
    },
  },
  {
    ua1: '7.16-1',
    check: CHECK,
    what: 'The file is locked in a way that keeps assistive software out.',
    why: 'A screen reader is not allowed to read the text.',
    fix: 'Save the document without a password or restrictions.',
    // A file that could be read is not encrypted; for one that is, the verdict comes from its permissions alone.
    examine: () => ({ instances: 0, offences: [] }),
  },
  {
    ua1: '7.18.6.2-1',
    ...MEDIA,
    what: 'A film or sound does not say its kind.',
    examine: (context) =>
      examineEach(mediaClips(context), (clip) => context.read.store.get(clip, 'CT') !== null || {}),
  },
  {
    ua1: '7.18.6.2-2',
    ...MEDIA,
    what: 'A film or sound has no alternative text.',
    examine: (context) => examineEach(mediaClips(context), (clip) => hasAlternatives(context, clip) || {}),
  },
  {
    ua1: '7.2-25',
    check: 'pdf-has-language',
    what: 'The language of a form field’s name is not known ({found}).',
    why: 'A screen reader reads it with the voice of another language.',
    fix: 'Say the language of the document.',
    examine: (context) =>
      examineEach(annotationViews(context), (view) => {
        const name = view.annotation.subtype === 'Widget' ? fieldName(context, view) : undefined;
        return name === undefined
          ? undefined
          : context.catalogLang || view.owner?.lang !== undefined || { page: view.page.index, found: name };
      }),
  },
  {
    ua1: '7.20-1',
    check: CHECK,
    what: 'A drawing stands for a page of another file.',
    why: 'What it shows has no tags here.',
    fix: 'Put the drawing itself into the document.',
    examine: referenceForms,
  },
  {
    ua1: '7.20-2',
    check: 'pdf-content-is-owned',
    what: 'A drawing with tagged parts is used more than once.',
    why: 'Its words then stand in several places of the page but in one place of the reading order.',
    fix: 'Use the drawing once, or tag each use around it.',
    examine: sharedForms,
  },
];

/** Reads the XFA packets as text for the one word that matters. */
function rendersDynamically({ read }: CheckContext, form: PdfDictionary): boolean {
  const { store } = read;
  const packets = store.items(form.entries.get('XFA')).filter((item) => isKind(item, 'stream'));
  const text = packets.map((packet) => Buffer.from(store.decode(packet).bytes).toString('utf8')).join('');
  return /<(?:\w+:)?dynamicRender\s*>\s*required\s*</.test(text);
}
