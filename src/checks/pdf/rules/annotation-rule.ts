// Rules that look at annotations one by one.

import { type AnnotationView, annotationViews } from '../annotation-view.js';
import type { CheckContext } from '../context.js';
import { examineEach, type PdfRule, type Verdict } from '../rule.js';

/** Looks at every annotation; `undefined` leaves one out. */
export function annotations(
  judge: (view: AnnotationView, context: CheckContext) => boolean | undefined,
): PdfRule['examine'] {
  return (context) =>
    examineEach(annotationViews(context), (view): Verdict => {
      const sound = judge(view, context);
      if (sound === undefined || sound) return sound;
      return { page: view.page.index, element: view.owner, found: view.annotation.subtype };
    });
}

/** Looks at the annotations of one subtype. */
export function ofSubtype(
  subtype: string,
  judge: (view: AnnotationView, context: CheckContext) => boolean,
): PdfRule['examine'] {
  return annotations((view, context) =>
    view.annotation.subtype === subtype ? judge(view, context) : undefined,
  );
}

/** Whether an annotation has a description of its own. */
export const described: (view: AnnotationView) => boolean = ({ annotation }) =>
  annotation.contents !== undefined;

/** Whether an annotation is no part of the reading order. */
export const outsideTree: (view: AnnotationView) => boolean = ({ owner, ownerType }) =>
  owner === undefined || ownerType === 'Artifact';
