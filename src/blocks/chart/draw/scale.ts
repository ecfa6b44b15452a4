/** Scales: from numbers to lengths, with round ticks. */

/** A linear scale with its ticks, which begin and end it. */
export interface Scale {
  readonly ticks: readonly number[];
  at(value: number): number;
}

/** A step of 1, 2, 2.5 or 5 times a power of ten that cuts a span into about `count` parts. */
function roundStep(span: number, count: number): number {
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const found = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999999);
  return (found ?? 10) * power;
}

/** Round ticks around a span; both ends are ticks. */
export function roundTicks(low: number, high: number, count: number): number[] {
  if (!(high > low)) return [low - 1, low, low + 1].filter((tick) => low !== 0 || tick >= 0);
  const step = roundStep(high - low, count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  // Multiplying whole numbers keeps 0.1 + 0.2 out of the labels.
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** A scale from numbers to lengths from `start` to `end`, ending in round ticks. */
export function linear(low: number, high: number, start: number, end: number, count = 4): Scale {
  const ticks = roundTicks(low, high, count);
  const [from, to] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const span = to - from === 0 ? 1 : to - from;
  return { ticks, at: (value) => start + ((value - from) / span) * (end - start) };
}

/** A scale that ends exactly at its numbers, for marks that carry their own values. */
export function exact(low: number, high: number, start: number, end: number): Scale {
  const span = high - low === 0 ? 1 : high - low;
  return { ticks: [low, high], at: (value) => start + ((value - low) / span) * (end - start) };
}
