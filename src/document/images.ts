/** Pictures: each is a file beside the document that can be used, and says what it shows. */

import type { Image, Nodes, Parents, Root } from 'mdast';
import { nearest } from '../diagnostics/nearest.js';
import { checkDrawnWords } from './drawn-words.js';
import { finding } from './finding.js';
import { refuseMarks } from './refuse-marks.js';
import { isBlockDirective } from './structure.js';
import type { Work } from './work.js';

/** Blocks that look after their picture's alternative text themselves. */
const pictureBlocks: ReadonlySet<string> = new Set(['figure', 'map', 'document']);

/** The file name that an address means: no leading `./`, no percent signs. */
export function fileNameOf(address: string): string {
  const bare = address.replace(/^(?:\.\/)+/u, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

interface ImageFault {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

function faultOf(address: string, name: string, work: Work): ImageFault | undefined {
  const why = 'The picture would be missing on the page and on paper.';
  if (address === '') {
    return {
      what: 'This picture names no file.',
      why,
      fix: 'Write its file name between the round brackets.',
    };
  }
  if (/^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/)/u.test(address)) {
    return {
      what: `This picture is to come from “${address.slice(0, 60)}”.`,
      why: 'A picture from elsewhere can change or vanish, and is never fetched while printing.',
      fix: 'Save it beside the document, and write its file name.',
    };
  }
  const image = work.source.images.get(name);
  if (image === undefined) {
    const near = nearest(name, work.source.images.keys());
    return {
      what: `There is no file “${name}” beside the document.`,
      why,
      fix: near === undefined ? 'Put the file into the document’s folder.' : `Did you mean “${near}”?`,
    };
  }
  if (!('problem' in image)) return undefined;
  return {
    what: `The file “${name}” cannot be used: ${image.problem}`,
    why,
    fix: 'Save it again as JPEG, PNG, WebP, AVIF or SVG, and replace the file.',
  };
}

/** Reports a picture file that is missing or cannot be used; the name is the one that `images` knows. */
export function checkImageFile(address: string, position: Nodes['position'], work: Work): string {
  const name = fileNameOf(address);
  const fault = faultOf(address, name, work);
  if (fault !== undefined) {
    work.report(
      finding('image-file-is-usable', 'error', work.place(position), { ...fault, excerpt: address }),
    );
  }
  return name;
}

function checkAlt(image: Image, work: Work): void {
  if ((image.alt ?? '').trim() !== '') return;
  work.report(
    finding('image-has-alt', 'error', work.place(image.position), {
      what: 'This picture has no alternative text.',
      why: 'A reader who cannot see it gets nothing.',
      fix: `Write ![what the picture shows](${image.url}); a picture that only decorates goes into a :::figure with “decorative”.`,
      excerpt: image.url,
    }),
  );
}

function reportNoCredit(image: Image, work: Work): void {
  work.report(
    finding('image-has-credit', 'warning', work.place(image.position), {
      what: 'This picture stands in the text without a credit.',
      why: 'Readers want to know whose picture they see, and its maker has a right to be named.',
      fix: 'Put it into a block: :::figure{credit="Name / Agency"}.',
      excerpt: image.url,
    }),
  );
}

function checkTitle(image: Image, work: Work): void {
  if (!image.title) return;
  work.report(
    finding('markup-is-not-left-over', 'warning', work.place(image.position), {
      what: `The words “${image.title}” behind the file name are shown to nobody.`,
      why: 'They would need a mouse to be seen, and do not exist on paper.',
      fix: 'Write them as the caption of a :::figure.',
      excerpt: image.title,
    }),
  );
}

/** Checks every picture of the tree, before blocks are recognised. Addresses become plain file names. */
export function checkImages(tree: Root, work: Work): void {
  const walk = (parent: Parents, inPictureBlock: boolean): void => {
    for (const child of parent.children) {
      if (child.type === 'image') {
        child.url = checkImageFile(child.url, child.position, work);
        if (!inPictureBlock) {
          checkAlt(child, work);
          reportNoCredit(child, work);
        }
        checkTitle(child, work);
        refuseMarks(child.alt ?? '', child.position, 'an alternative text', work);
      } else if ('children' in child) {
        walk(child, inPictureBlock || (isBlockDirective(child) && pictureBlocks.has(child.name)));
      }
    }
  };
  walk(tree, false);
  checkDrawnWords(tree, work);
}
