/** Pictures of the places of findings, as they stand in the report. */

import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PlacePicture } from '../diagnostics/place.js';
import type { OutputFile } from '../outputs/output.js';
import type { Finding, Report } from './report.js';
import { anchorOf } from './report-filters.js';

function pictureOf({ place, confidential }: Finding): PlacePicture | undefined {
  return place?.kind === 'element' && confidential !== true ? place.picture : undefined;
}

/** Path beside the report; it changes only with the finding's id. */
function pathOf(finding: Finding): string {
  return `report-pictures/${anchorOf(finding)}.webp`;
}

/** The picture of a finding's place; nothing where none was taken. */
export function placePicture(finding: Finding): ElementContent[] {
  const picture = pictureOf(finding);
  if (picture === undefined) return [];
  const { width, height, state } = picture;
  const alt = `The place on the page with a frame around it, as seen in ${state}.`;
  return [h('p', [h('img', { className: ['report-picture'], src: pathOf(finding), alt, width, height })])];
}

/** The files of all pictures in a report. */
export function pictureFiles({ findings }: Report): readonly OutputFile[] {
  return findings.flatMap((finding) => {
    const picture = pictureOf(finding);
    return picture === undefined ? [] : [{ path: pathOf(finding), bytes: picture.bytes }];
  });
}
