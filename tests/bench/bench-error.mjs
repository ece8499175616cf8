/** Why nothing could be measured, in a sentence for the person at the terminal. */
export class BenchError extends Error {}
