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

/** The smallest number that at least this share (0 to 1) of the list is not above. */
export function percentile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

/** The lower end of the 95 % range of the mean difference a − b, pair by pair, by drawing the pairs anew; `random` gives 0 to 1. */
export function lowerDifference(a, b, random, turns = 2000) {
  const differences = a.map((value, at) => value - b[at]);
  const means = Array.from({ length: turns }, () => {
    let sum = 0;
    for (let at = 0; at < differences.length; at++) sum += differences[Math.floor(random() * differences.length)];
    return sum / differences.length;
  });
  return percentile(means, 0.025);
}
