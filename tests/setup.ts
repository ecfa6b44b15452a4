// Draws the same examples in every run, so that a change and nothing else turns a property red. `GALLEY_SEED` draws others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['GALLEY_SEED'] ?? 2022) });
