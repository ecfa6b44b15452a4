/** docs/checks.md says what the checks say. */

import { expect, it } from 'vitest';
import { allChecks } from '../../src/checks/registry.js';
import { checksPage } from './checks-page.js';

it('is what the checks say of themselves', async () => {
  await expect(checksPage(allChecks)).toMatchFileSnapshot('../../docs/checks.md');
});
