/** All ways to write a report as one text, by name. */

import type { Reporter } from './reporter.js';
import { github } from './reporters/github.js';
import { json } from './reporters/json.js';
import { junit } from './reporters/junit.js';
import { sarif } from './reporters/sarif.js';
import { text } from './reporters/text.js';

/** In the order in which help shows them. */
export const reporters: readonly Reporter[] = [text, json, sarif, junit, github];
