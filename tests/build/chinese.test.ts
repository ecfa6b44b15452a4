/** Chinese, whose letters a theme brings: page and PDF say the text, and without the theme each letter is told. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPdf } from '../../src/outputs/pdf/read.js';
import { describeWithBrowser } from '../browser/with-browser.js';
import { brief, makeProject, type Project } from './project.js';

const text = `---
headline: 磨坊桥为何关闭？
standfirst: 检查人员在桥墩上发现四条裂缝。
lang: zh-Hans
status: published
published: 2025-09-13
byline: [李华]
---

:::key-points{as-of=2025-09-13}
- 大桥已关闭[@council]。
- 桥墩有:num[cracks]。
- 公交车绕行。
:::

## 发生了什么？

"我们必须关闭它，"市长说[@council，第3页]。见:see[days]。

:::timeline{#days}
- ~1871：**建成。**
- 2025-09-12： **关闭。**
:::
`;

const sources = `council:
  kind: official-statement
  author: 市政府
  title: 关于关闭大桥的声明
  published: 2025-09-12
  lang: zh-Hans
`;

const figures = `cracks: { label: 裂缝, value: 4, unit: 条裂缝, as-of: 2025-09-12, source: council }
`;

/** A cut of Droid Sans Fallback (Apache License 2.0): the letters of this test. */
const font = new URL('./fonts/han.woff2', import.meta.url);

const theme = `name: paper
extends: base
fonts:
  han:
    family: Han
    fallback: sans-serif
    files: [{ file: fonts/han.woff2, weight: 400 }]
    print: [{ weight: 400 }]
values:
  all:
    font-text: var(--font-han), var(--font-serif)
    font-display: var(--font-han), var(--font-sans)
`;

describeWithBrowser('a Chinese document', () => {
  let project: Project;

  beforeAll(async () => {
    project = await makeProject({
      'galley.config.yaml': 'lang: zh-Hans\ntimezone: Asia/Shanghai\n',
      'content/bridge/explainer.md': text,
      'content/bridge/sources.yaml': sources,
      'content/bridge/figures.yaml': figures,
      'templates/paper/theme.yaml': theme,
      'templates/paper/fonts/han.woff2': await readFile(font),
    });
  });

  afterAll(() => project.remove());

  it('is told which letters no font holds, at the first of them', async () => {
    expect(brief(await project.build())).toEqual([
      'warning glyphs-are-available content/bridge/explainer.md:2:11',
    ]);
  });

  it('is a page and a PDF in the theme’s letters, without a finding', async () => {
    const result = await project.build({ theme: 'paper', formats: ['html', 'pdf'] });
    expect(brief(result)).toEqual([]);
    const page = (await project.output('bridge/index.html')) ?? '';
    expect(page).toContain('<html lang="zh-Hans" dir="ltr"');
    expect(page).toContain('“我们必须关闭它，”市长说。');
    expect(page).toContain('4条裂缝');
    expect(page).toContain('2025年9月12日');
    const pdf = readPdf(await readFile(join(project.root, 'output/bridge/bridge.pdf')));
    if (!pdf.readable) throw new Error(pdf.reason);
    const words = pdf.pages
      .flatMap(({ content }) => content.items.map((item) => ('text' in item ? item.text : '')))
      .join('');
    expect(words).toContain('“我们必须关闭它，”市长说。');
    expect(words).toContain('《关于关闭大桥的声明》');
    expect(words).toContain('约1871年');
  });
});
