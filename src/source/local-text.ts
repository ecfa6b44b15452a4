/** Text of ours that may be given once, or per language. */

import { z } from 'zod';
import { isLanguageTag } from '../config/config.js';
import { plainText, withForm } from '../config/schema-forms.js';
import type { LocalText } from './source-record.js';

/** `government`, or `{kk: үкімет, ru: правительство}`. */
export const localText: z.ZodType<LocalText, LocalText> = withForm(
  z.union([
    plainText,
    z
      .record(
        z.string().refine(isLanguageTag, 'The key is no language tag such as `kk` or `pt-BR`.'),
        plainText,
      )
      .refine((texts) => Object.keys(texts).length > 0),
  ]) as unknown as z.ZodType<LocalText, LocalText>,
  'a text, or one per language: `{kk: …, ru: …}`',
);
