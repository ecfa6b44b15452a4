// Annotations with the tags around them, as several rules look at them.

import type { PdfAnnotation } from '../../outputs/pdf/read/annotations.js';
import type { StructureElement } from '../../outputs/pdf/read/structure-types.js';
import type { PdfPage } from '../../outputs/pdf/read.js';
import type { CheckContext } from './context.js';

/** An annotation with its page and the element that owns it. */
export interface AnnotationView {
  readonly annotation: PdfAnnotation;
  readonly page: PdfPage;
  readonly owner: StructureElement | undefined;
  /** Standard type of the owner. */
  readonly ownerType: string | undefined;
  /** Hidden, or wholly outside what the page shows. */
  readonly unseen: boolean;
}

const HIDDEN = 2;

function isOutside({ rect }: PdfAnnotation, { cropBox }: PdfPage): boolean {
  if (!rect) return false;
  const beside = rect.left >= cropBox.right || rect.right <= cropBox.left;
  return beside || rect.bottom >= cropBox.top || rect.top <= cropBox.bottom;
}

const KNOWN = new WeakMap<CheckContext, readonly AnnotationView[]>();

/** All annotations of a file, worked out once. */
export function annotationViews(context: CheckContext): readonly AnnotationView[] {
  let views = KNOWN.get(context);
  if (!views) {
    views = context.read.pages.flatMap((page) =>
      page.annotations.map((annotation): AnnotationView => {
        const owner = context.read.structure?.ownerOfObject(annotation.structParent);
        const unseen = (annotation.flags & HIDDEN) !== 0 || isOutside(annotation, page);
        return { annotation, page, owner, ownerType: context.typeOf(owner), unseen };
      }),
    );
    KNOWN.set(context, views);
  }
  return views;
}

/** The name a form field offers to readers (TU), from the widget if it is a field itself, else from its parent. */
export function fieldName(context: CheckContext, { annotation }: AnnotationView): string | undefined {
  const { store } = context.read;
  const { dictionary } = annotation;
  if (dictionary.entries.has('T')) return store.text(dictionary, 'TU');
  const parent = store.dictionary(dictionary.entries.get('Parent'));
  return parent && store.text(parent, 'TU');
}
