/** Examples of pictures, good and bad. */

import type { BlockExample } from '../block.js';

/** Kept true by the tests. */
export const figureExamples: readonly BlockExample[] = [
  {
    title: 'A photograph',
    markdown: `:::figure{credit="Ada Lens / Agency" taken=2022-01-05 place="Almaty"}
![A line of police with shields faces a crowd in front of the town hall.](hall.jpg)

The town hall was set on fire that night [@cnn].
:::`,
  },
  {
    title: 'An illustration, which is labelled as one',
    markdown: `:::figure{credit="The desk" kind=illustration}
![Street grid with a shaded block.](hall.jpg)
:::`,
  },
  {
    title: 'A decorative picture',
    markdown: `:::figure{credit="The desk" decorative}
![](hall.jpg)
:::`,
  },
  {
    title: 'A picture that is described elsewhere',
    markdown: `## What the map shows {#described}

Almaty lies in the south.

:::figure{credit="The desk" described-in=described}
![](hall.jpg)
:::`,
  },
  {
    title: 'Without alternative text',
    markdown: `:::figure{credit="The desk"}
![](hall.jpg)
:::`,
    findings: ['image-has-alt'],
  },
  {
    title: 'Without a credit',
    markdown: `:::figure
![A line of police with shields.](hall.jpg)
:::`,
    findings: ['image-has-credit'],
  },
  {
    title: 'Decorative, but with a caption',
    markdown: `:::figure{credit="The desk" decorative}
![](hall.jpg)

The town hall.
:::`,
    findings: ['decorative-image-has-no-caption'],
  },
  {
    title: 'Described in a place that is not there',
    markdown: `:::figure{credit="The desk" described-in=nowhere}
![](hall.jpg)
:::`,
    findings: ['described-in-target-exists'],
  },
  {
    title: 'Without a picture',
    markdown: `:::figure{credit="The desk"}
The town hall.
:::`,
    findings: ['image-has-alt'],
  },
];
