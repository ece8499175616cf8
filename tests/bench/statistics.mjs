/** The middle of a list, or the mean of the two in the middle. */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Compares two lists pair by pair, so that what slows the machine for a while slows both of a pair. */
export function comparePairs(ours, blank, target) {
  const ratios = ours.map((value, index) => value / blank[index]);
  const ratio = median(ratios);
  return {
    ours_median: median(ours),
    blank_median: median(blank),
    ratio_median: ratio,
    ratio_min: Math.min(...ratios),
    ratio_max: Math.max(...ratios),
    target,
    met: ratio <= target,
  };
}

export function round(number, digits) {
  return Number(number.toFixed(digits));
}
