/** Puts the new file together: pages, tag tree, links, bookmarks, metadata, colour. */

import type { Conformance } from '../../conformance/conformance.js';
import type { PageFont } from '../content/fonts.js';
import type { RewrittenSurface } from '../content/rewrite.js';
import type { Surface } from '../content/surface.js';
import type { PdfSource } from '../file/parse.js';
import {
  ascii,
  dict,
  name,
  type PdfDict,
  type PdfRef,
  PdfStream,
  type PdfValue,
  text,
} from '../file/values.js';
import { flate, flateStream, PdfBuilder } from '../file/write.js';
import type { Ownership } from '../match/ownership.js';
import type { ModelElement, StructureModel } from '../model/model.js';
import type { ChromiumPage } from '../pages.js';
import type { StructureElement } from '../structure.js';
import { LeafBoxes } from './boxes.js';
import { Copier } from './copy.js';
import type { MarkedSurface } from './kids.js';
import type { LinkArea, LinkTarget, PagePoint } from './links.js';
import { writeOutline } from './outline.js';
import { srgbProfile } from './srgb.js';
import { TreeWriter } from './structure.js';
import { type FileFacts, pdfDate, xmpPacket } from './xmp.js';

/** All that the new file is made of. */
export interface Parts {
  readonly source: PdfSource;
  readonly pages: readonly ChromiumPage[];
  readonly surfaces: readonly Surface[];
  readonly rewritten: readonly RewrittenSurface[];
  readonly ownership: Ownership;
  readonly model: StructureModel;
  readonly areas: ReadonlyMap<number, LinkArea>;
  readonly fonts: readonly PageFont[];
  readonly facts: FileFacts;
  readonly conformance: Conformance;
}

/** The finished bytes and the tree in them. */
export function assemble(
  parts: Parts,
): Promise<{ readonly bytes: Uint8Array; readonly structure: StructureElement }> {
  return new Assembly(parts).build();
}

class Assembly {
  private readonly parts: Parts;
  private readonly builder = new PdfBuilder();
  private readonly copier: Copier;
  private readonly catalog: PdfRef;
  private readonly pageTree: PdfRef;
  private readonly pageRefs: readonly PdfRef[];
  private readonly pageByObject: ReadonlyMap<number, PdfRef>;
  private readonly annotationRefs = new Map<number, PdfRef>();
  private readonly annotationPages = new Map<number, PdfRef>();
  private readonly surfaces: readonly MarkedSurface[];
  /** New drawings of all surfaces; compressed while the tree is written. */
  private readonly drawings: readonly Promise<Uint8Array>[];
  private readonly boxes: LeafBoxes;
  /** Destinations by name, so that a reader of the file can tell where each link means to lead. */
  private readonly named = new Map<string, readonly PdfValue[]>();
  private elements: ReadonlyMap<ModelElement, PdfRef> = new Map();

  constructor(parts: Parts) {
    this.parts = parts;
    const { builder } = this;
    this.drawings = parts.rewritten.map(({ bytes }) => flate(bytes));
    this.copier = new Copier(parts.source, builder);
    this.catalog = builder.reserve();
    this.pageTree = builder.reserve();
    this.pageRefs = parts.pages.map(() => builder.reserve());
    this.pageByObject = new Map(parts.pages.map((page, index) => [page.object, this.pageRef(index)]));
    for (const [index, page] of parts.pages.entries()) {
      for (const object of page.annotations) {
        this.annotationRefs.set(object, builder.reserve());
        this.annotationPages.set(object, this.pageRef(index));
      }
    }
    this.surfaces = parts.surfaces.map((surface, index) => {
      const form = surface.form === undefined ? undefined : builder.reserve();
      if (form !== undefined) this.copier.replace(surface.owner, form);
      return { pageNumber: surface.page, page: this.pageRef(surface.page), form, structParents: index };
    });
    this.boxes = new LeafBoxes(parts.surfaces, parts.ownership);
    for (const font of parts.fonts) {
      const map = font.newMap();
      if (map !== undefined && font.mapObject !== undefined) {
        this.copier.replace(font.mapObject, builder.addLater(flateStream(flate(map))));
      }
    }
  }

  private pageRef(index: number): PdfRef {
    const ref = this.pageRefs[index];
    if (ref === undefined) throw new RangeError(`There is no page ${index + 1}.`);
    return ref;
  }

  async build(): Promise<{ bytes: Uint8Array; structure: StructureElement }> {
    const { conformance, facts, model } = this.parts;
    const { builder } = this;
    const keys = this.annotationKeys();
    const tree = new TreeWriter(builder, {
      root: model.root,
      surfaces: this.surfaces,
      conformance,
      annotations: (link) => this.annotationsOf(link),
      boxes: (element) => this.boxes.ofElement(element),
      linkName: (link) => this.parts.areas.get(link.annotations[0] ?? -1)?.name ?? '',
    }).write((annotation) => keys.get(annotation.number) ?? 0);
    this.elements = tree.elements;
    for (const [index, page] of this.parts.pages.entries()) this.page(index, page);
    for (const [index, surface] of this.parts.surfaces.entries()) this.form(index, surface);
    for (const [object, ref] of this.annotationRefs) this.annotation(object, ref, keys.get(ref.number) ?? 0);
    builder.set(
      this.pageTree,
      dict({ Type: name('Pages'), Count: this.pageRefs.length, Kids: [...this.pageRefs] }),
    );
    const outline = writeOutline(builder, model.root, (heading) => this.bookmark(heading));
    this.writeCatalog(tree.treeRoot, outline);
    const info = conformance.info ? builder.add(infoOf(facts)) : undefined;
    const bytes = await builder.build(conformance.version, this.catalog, info);
    return { bytes, structure: tree.structure };
  }

  private writeCatalog(treeRoot: PdfRef, outline: PdfRef | undefined): void {
    const { conformance, facts } = this.parts;
    const metadata = new PdfStream(
      dict({ Type: name('Metadata'), Subtype: name('XML') }),
      xmpPacket(facts, conformance),
    );
    const profile = flateStream(flate(srgbProfile()), dict({ N: 3 }));
    const intent = dict({
      Type: name('OutputIntent'),
      S: name('GTS_PDFA1'),
      OutputConditionIdentifier: ascii('sRGB'),
      Info: ascii('sRGB IEC61966-2.1'),
      DestOutputProfile: this.builder.addLater(profile),
    });
    this.builder.set(
      this.catalog,
      dict({
        Type: name('Catalog'),
        Pages: this.pageTree,
        Lang: text(facts.lang),
        MarkInfo: dict({ Marked: true }),
        ViewerPreferences: dict({ DisplayDocTitle: true }),
        StructTreeRoot: treeRoot,
        Outlines: outline,
        Names: this.names(),
        Metadata: this.builder.add(metadata),
        OutputIntents: [this.builder.add(intent)],
      }),
    );
  }

  /** The tree of named destinations, in the order of their names (7.9.6). */
  private names(): PdfDict | undefined {
    if (this.named.size === 0) return undefined;
    const sorted = [...this.named].sort(([a], [b]) => (a < b ? -1 : 1));
    const leaf = dict({ Names: sorted.flatMap(([id, place]) => [text(id), [...place]]) });
    return dict({ Dests: this.builder.add(leaf) });
  }

  /** Keys of annotations in the parent tree, after those of pages and forms. */
  private annotationKeys(): Map<number, number> {
    const keys = new Map<number, number>();
    let next = this.surfaces.length;
    for (const ref of this.annotationRefs.values()) {
      keys.set(ref.number, next);
      next += 1;
    }
    return keys;
  }

  private annotationsOf(link: ModelElement): { ref: PdfRef; page: PdfRef }[] {
    return link.annotations.flatMap((object) => {
      const ref = this.annotationRefs.get(object);
      const page = this.annotationPages.get(object);
      return ref === undefined || page === undefined ? [] : [{ ref, page }];
    });
  }

  private page(index: number, page: ChromiumPage): void {
    const at = this.parts.surfaces.findIndex((surface) => surface.owner === page.object);
    const drawing = this.drawings[at];
    if (drawing === undefined) throw new RangeError(`Page ${index + 1} has no drawing.`);
    const annotations = page.annotations.map((object) => this.annotationRefs.get(object) ?? null);
    this.builder.set(
      this.pageRef(index),
      dict({
        Type: name('Page'),
        Parent: this.pageTree,
        MediaBox: page.mediaBox,
        Resources: this.copier.dict(page.resources),
        Contents: this.builder.addLater(flateStream(drawing)),
        Group: dict({ Type: name('Group'), S: name('Transparency'), CS: name('DeviceRGB') }),
        Tabs: name('S'),
        StructParents: at,
        Annots: annotations.length > 0 ? annotations : undefined,
      }),
    );
  }

  private form(index: number, surface: Surface): void {
    const ref = this.surfaces[index]?.form;
    const drawing = this.drawings[index];
    if (ref === undefined || drawing === undefined) return;
    const original = this.parts.source.object(surface.owner);
    if (!(original instanceof PdfStream)) throw new TypeError('A form is no stream.');
    const entries = this.copier.dict(original.dict);
    entries.delete('Filter');
    entries.set('StructParents', index);
    this.builder.setLater(ref, flateStream(drawing, entries));
  }

  private annotation(object: number, ref: PdfRef, key: number): void {
    const area = this.parts.areas.get(object);
    if (area === undefined) throw new TypeError('A link area has no link.');
    const annotation = dict({
      Type: name('Annot'),
      Subtype: name('Link'),
      Rect: area.rect,
      Border: [0, 0, 0],
      F: 4,
      P: this.annotationPages.get(object),
      StructParent: key,
      Contents: text(area.name),
    });
    for (const [entry, value] of this.destination(area.target)) annotation.set(entry, value);
    this.builder.set(ref, annotation);
  }

  private destination(target: LinkTarget): PdfDict {
    if (target.kind === 'address') {
      return dict({ A: dict({ S: name('URI'), URI: ascii(target.address) }) });
    }
    const page = this.pageByObject.get(target.point.page) ?? this.pageRef(0);
    this.named.set(target.name, [page, ...placeOf(target.point)]);
    return this.leadTo(target.element, text(target.name), target.point);
  }

  /** `Dest`, or an action with a structure destination and the page destination beside it (PDF/UA-2, 8.8). */
  private leadTo(element: ModelElement, to: PdfValue, point: Omit<PagePoint, 'page'>): PdfDict {
    if (!this.parts.conformance.structureDestinations) return dict({ Dest: to });
    const target = this.writtenElement(element);
    return dict({ A: dict({ S: name('GoTo'), D: to, SD: [target, ...placeOf(point)] }) });
  }

  /** The element itself, or the nearest one around it that is in the file. */
  private writtenElement(element: ModelElement): PdfRef {
    for (let at: ModelElement | undefined = element; at !== undefined; at = at.parent) {
      const ref = this.elements.get(at);
      if (ref !== undefined) return ref;
    }
    throw new TypeError('The document element is missing.');
  }

  private bookmark(heading: ModelElement): PdfDict {
    const [first] = [...this.boxes.below(heading)].sort(([a], [b]) => a - b);
    const [page, box] = first ?? [0, undefined];
    const height = this.parts.pages[page]?.mediaBox[3] ?? 0;
    const top = Math.min(height, (box?.top ?? height) + 6);
    const point = { left: 0, top: Math.round(top * 100) / 100 };
    return this.leadTo(heading, [this.pageRef(page), ...placeOf(point)], point);
  }
}

/** The end of a destination array: show this point at the present zoom (12.3.2.2). */
function placeOf({ left, top }: Omit<PagePoint, 'page'>): readonly PdfValue[] {
  return [name('XYZ'), left, top, 0];
}

/** The same facts as the metadata packet. */
function infoOf(facts: FileFacts): PdfDict {
  const date = ascii(pdfDate(facts.date));
  return dict({
    Title: text(facts.title),
    Creator: text(facts.producer),
    Producer: text(facts.producer),
    CreationDate: date,
    ModDate: date,
  });
}
