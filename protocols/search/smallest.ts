/** The first `count` of some numbers in an order of their own, sorted; the others are never put in order. */
export class Smallest {
  readonly #count: number;
  readonly #compare: (a: number, b: number) => number;
  /** A heap with the last of those kept on top, so that whatever comes after it is known at once. */
  readonly #heap: number[] = [];

  constructor(count: number, compare: (a: number, b: number) => number) {
    this.#count = count;
    this.#compare = compare;
  }

  add(value: number): void {
    const heap = this.#heap;
    if (heap.length < this.#count) {
      heap.push(value);
      this.#rise(heap.length - 1);
    } else if (this.#count > 0 && this.#compare(value, heap[0] ?? 0) < 0) {
      heap[0] = value;
      this.#sink();
    }
  }

  sorted(): number[] {
    return this.#heap.toSorted(this.#compare);
  }

  #rise(from: number): void {
    const heap = this.#heap;
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (this.#compare(heap[at] ?? 0, heap[parent] ?? 0) <= 0) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    for (let at = 0; ; ) {
      let last = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && this.#compare(heap[child] ?? 0, heap[last] ?? 0) > 0) last = child;
      }
      if (last === at) return;
      this.#swap(at, last);
      at = last;
    }
  }

  #swap(a: number, b: number): void {
    const held = this.#heap[a] ?? 0;
    this.#heap[a] = this.#heap[b] ?? 0;
    this.#heap[b] = held;
  }
}
