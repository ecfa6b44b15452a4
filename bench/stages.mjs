/** Builds the project in a folder once, from nothing, and prints where the time went. Run by `content.mjs`. */

import { optimiseLater } from '../dist/cli/optimizer.js';
import { openGalley } from '../dist/run/index.js';

optimiseLater();
const galley = openGalley({ root: process.argv[2] });
try {
  const { report } = await galley.build({ formats: ['html', 'pdf'], rendered: false });
  for (const { timings } of report.explainers) {
    const stages = Object.entries(timings).map(([stage, ms]) => `${stage} ${ms.toFixed(0)}`);
    console.log(
      `  by stage, ms (stages that wait for the browser or each other overlap): ${stages.join(', ')}`,
    );
  }
  console.log(`  since the process began: ${performance.now().toFixed(0)} ms; exit ${report.exitCode}`);
} finally {
  await galley.close();
}
