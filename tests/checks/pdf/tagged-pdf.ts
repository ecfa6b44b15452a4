// Builds tagged PDF files from a few words, conforming unless a test spoils them: the ground for rules the corpus has no files for.

import { buildPdf, type ObjectText } from '../../outputs/pdf/read/build-pdf.js';

/** A structure element of a test file. */
export interface Element {
  readonly type: string;
  /** Further dictionary entries; `@name` stands for a reference to the element or object of that name. */
  readonly entries: string;
  readonly kids: readonly Kid[];
  /** Name by which other entries can refer to it. */
  readonly name?: string;
}

/** A child: an element, shown text, or an annotation with its entries. */
export type Kid = Element | string | { readonly annotation: string; readonly name?: string };

/** An element by type, entries and children: `e('P', '', 'text')`. */
export function e(type: string, entries = '', ...kids: readonly Kid[]): Element {
  return { type, entries, kids };
}

/** An element that others can refer to as `@name`. */
export function named(name: string, element: Element): Element {
  return { ...element, name };
}

/** What a test file may change. */
export interface TaggedOptions {
  readonly profile?: 'ua1' | 'ua2';
  readonly tree?: readonly Element[];
  readonly header?: string;
  readonly catalog?: string;
  readonly lang?: string;
  readonly markInfo?: string;
  readonly viewer?: string;
  readonly treeRoot?: string;
  readonly page?: string;
  readonly xmp?: string | undefined;
  readonly xmpProperties?: string;
  /** Content drawn before everything else, and the page's further resources. */
  readonly content?: string;
  readonly resources?: string;
  /** The font that shows all text, in place of a Type 3 font of one shape. */
  readonly font?: string;
  /** Objects by name, for `@name`. */
  readonly objects?: Readonly<Record<string, ObjectText>>;
  readonly trailer?: string;
}

const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def
1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7e> <0020> endbfrange endcmap`;

/** The metadata packet of a conforming file. */
export function xmpPacket(profile: 'ua1' | 'ua2', properties = ''): string {
  const identity =
    profile === 'ua1'
      ? '<pdfuaid:part>1</pdfuaid:part>'
      : '<pdfuaid:part>2</pdfuaid:part><pdfuaid:rev>2024</pdfuaid:rev>';
  return `<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${identity}<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Title</rdf:li></rdf:Alt></dc:title>${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}

class Builder {
  readonly objects: Record<number, ObjectText> = {};
  readonly numbers = new Map<string, number>();
  readonly parents: number[] = [];
  readonly annotationParents: string[] = [];
  readonly annotations: number[] = [];
  content: string[] = [];
  private last = 20;
  private readonly namespace: string;

  constructor(profile: 'ua1' | 'ua2') {
    this.namespace = profile === 'ua2' ? '/NS 12 0 R ' : '';
  }

  next(): number {
    this.last += 1;
    return this.last;
  }

  element(node: Element, parent: number): number {
    const number = this.next();
    if (node.name) this.numbers.set(node.name, number);
    const kids = node.kids.map((kid) => this.kid(kid, number, node.type));
    const own = /\/NS\b/.test(node.entries) ? '' : this.namespace;
    this.objects[number] =
      `<< /Type /StructElem /S /${node.type} /P ${parent} 0 R /Pg 3 0 R ${own}/K [${kids.join(' ')}] ${node.entries} >>`;
    return number;
  }

  private kid(kid: Kid, parent: number, tag: string): string {
    if (typeof kid === 'string') {
      const mcid = this.parents.length;
      this.parents.push(parent);
      this.content.push(
        `/${tag} << /MCID ${mcid} >> BDC BT /F 10 Tf 1 0 0 1 50 ${800 - mcid * 12} Tm (${kid}) Tj ET EMC`,
      );
      return String(mcid);
    }
    if ('annotation' in kid) {
      const number = this.next();
      if (kid.name) this.numbers.set(kid.name, number);
      this.annotations.push(number);
      const key = this.annotations.length;
      this.annotationParents.push(`${key} ${parent} 0 R`);
      const rect = /\/Rect\b/.test(kid.annotation) ? '' : '/Rect [50 50 90 60] ';
      this.objects[number] = `<< /Type /Annot ${rect}/F 4 /StructParent ${key} ${kid.annotation} >>`;
      return `<< /Type /OBJR /Obj ${number} 0 R /Pg 3 0 R >>`;
    }
    return `${this.element(kid, parent)} 0 R`;
  }

  resolve(object: ObjectText): ObjectText {
    const replace = (text: string): string =>
      text.replace(/@(\w+)/g, (whole, name: string) =>
        this.numbers.has(name) ? `${this.numbers.get(name)} 0 R` : whole,
      );
    return typeof object === 'string' ? replace(object) : { ...object, entries: replace(object.entries) };
  }
}

/** Builds a file; without options a conforming one with a single paragraph. */
export function taggedPdf(options: TaggedOptions = {}): Uint8Array {
  const profile = options.profile ?? 'ua1';
  const builder = new Builder(profile);
  for (const name of Object.keys(options.objects ?? {})) builder.numbers.set(name, builder.next());
  const kids = (options.tree ?? [e('Document', '', e('P', '', 'text'))]).map((node) =>
    builder.element(node, 6),
  );
  const xmp = 'xmp' in options ? options.xmp : xmpPacket(profile, options.xmpProperties);
  const annots =
    builder.annotations.length > 0
      ? `/Annots [${builder.annotations.map((n) => `${n} 0 R`).join(' ')}] `
      : '';
  const namespaces = profile === 'ua2' ? '/Namespaces [12 0 R] ' : '';
  const marks = builder.parents.map((number) => `${number} 0 R`).join(' ');
  const objects: Record<number, ObjectText> = {
    1: `<< /Type /Catalog /Pages 2 0 R ${options.lang ?? '/Lang (en)'} ${options.markInfo ?? '/MarkInfo << /Marked true >>'} ${options.viewer ?? '/ViewerPreferences << /DisplayDocTitle true >>'} /StructTreeRoot 6 0 R ${xmp === undefined ? '' : '/Metadata 8 0 R'} ${options.catalog ?? ''} >>`,
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> ${options.resources ?? ''} >> /Contents 4 0 R /StructParents 0 ${annots}${options.page ?? '/Tabs /S'} >>`,
    4: { entries: '', data: [options.content ?? '', ...builder.content].join('\n') },
    5:
      options.font ??
      `<< /Type /Font /Subtype /Type3 /Name /F /FontBBox [0 0 500 700] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a 9 0 R >> /Encoding << /Type /Encoding /Differences [32 ${'/a '.repeat(95)}] >> /FirstChar 32 /LastChar 126 /Widths [${'500 '.repeat(95)}] /Resources << >> /ToUnicode 10 0 R >>`,
    6: `<< /Type /StructTreeRoot /K [${kids.map((n) => `${n} 0 R`).join(' ')}] /ParentTree << /Nums [0 [${marks}] ${builder.annotationParents.join(' ')}] >> ${namespaces}${options.treeRoot ?? ''} >>`,
    9: { entries: '', data: '500 0 d0 0 0 500 700 re f' },
    10: { entries: '', data: TO_UNICODE },
    ...(xmp === undefined ? {} : { 8: { entries: '/Type /Metadata /Subtype /XML', data: xmp } }),
    ...(profile === 'ua2' ? { 12: '<< /Type /Namespace /NS (http://iso.org/pdf2/ssn) >>' } : {}),
    ...builder.objects,
  };
  for (const [name, object] of Object.entries(options.objects ?? {}))
    objects[builder.numbers.get(name) ?? 0] = object;
  const resolved = Object.fromEntries(
    Object.entries(objects).map(([number, object]) => [number, builder.resolve(object)]),
  );
  const header = options.header ?? (profile === 'ua1' ? '%PDF-1.7' : '%PDF-2.0');
  return buildPdf(resolved, { header, ...(options.trailer ? { trailer: options.trailer } : {}) });
}
