// Go's sort.Sort, step for step. It is not stable, and kustomize sorts with orders that hold ties or contradict
// themselves; the same output needs the same sequence of comparisons and swaps.
// Source: Go's package sort, zsortinterface.go (pattern-defeating quicksort, Go 1.19 and later)

/** The slice as the algorithm sees it: positions only. */
interface Slots {
  readonly less: (i: number, j: number) => boolean;
  readonly swap: (i: number, j: number) => void;
}

const longestInsertion = 12;
const shortestNinther = 50;
const shortestShifting = 50;
const mostShifts = 5;
const swapsOfDescending = 12;

/** Sorts an array in place, into the very order that Go's sort.Sort gives with the same `less`. */
export function goSort<T>(items: T[], less: (a: T, b: T) => boolean): T[] {
  if (items.length <= 1) return items;
  const slots: Slots = {
    less: (i, j) => less(items[i] as T, items[j] as T),
    swap: (i, j) => {
      const kept = items[i] as T;
      items[i] = items[j] as T;
      items[j] = kept;
    },
  };
  quicksort(slots, 0, items.length, bitLength(items.length));
  return items;
}

/** Sorts [start, stop); after `badPivots` unbalanced partitions heapsort takes over. */
function quicksort(slots: Slots, start: number, stop: number, badPivots: number): void {
  let [a, b, limit] = [start, stop, badPivots];
  let balanced = true;
  let partitioned = true;
  for (;;) {
    const length = b - a;
    if (length <= longestInsertion || limit === 0) {
      if (length <= longestInsertion) insertionSort(slots, a, b);
      else heapSort(slots, a, b);
      return;
    }
    if (!balanced) {
      breakPatterns(slots, a, b);
      limit--;
    }
    let { pivot, hint } = choosePivot(slots, a, b);
    if (hint === "descending") {
      reverse(slots, a, b);
      pivot = b - 1 - (pivot - a);
      hint = "ascending";
    }
    if (balanced && partitioned && hint === "ascending" && finishAlmostSorted(slots, a, b)) return;
    if (a > 0 && !slots.less(a - 1, pivot)) {
      a = partitionEqual(slots, a, b, pivot);
      continue;
    }
    const split = partition(slots, a, b, pivot);
    partitioned = split.already;
    const left = split.middle - a;
    const right = b - split.middle;
    balanced = Math.min(left, right) >= length >> 3;
    if (left < right) {
      quicksort(slots, a, split.middle, limit);
      a = split.middle + 1;
    } else {
      quicksort(slots, split.middle + 1, b, limit);
      b = split.middle;
    }
  }
}

function insertionSort({ less, swap }: Slots, a: number, b: number): void {
  for (let i = a + 1; i < b; i++) {
    for (let j = i; j > a && less(j, j - 1); j--) swap(j, j - 1);
  }
}

function heapSort(slots: Slots, a: number, b: number): void {
  const length = b - a;
  for (let i = (length - 1) >> 1; i >= 0; i--) siftDown(slots, i, length, a);
  for (let i = length - 1; i >= 0; i--) {
    slots.swap(a, a + i);
    siftDown(slots, 0, i, a);
  }
}

function siftDown({ less, swap }: Slots, from: number, length: number, first: number): void {
  let root = from;
  for (;;) {
    let child = 2 * root + 1;
    if (child >= length) return;
    if (child + 1 < length && less(first + child, first + child + 1)) child++;
    if (!less(first + root, first + child)) return;
    swap(first + root, first + child);
    root = child;
  }
}

/** Puts what is less than the pivot before it and the rest after it; `already` when nothing was out of place. */
function partition(
  { less, swap }: Slots,
  a: number,
  b: number,
  pivot: number,
): { middle: number; already: boolean } {
  swap(a, pivot);
  let i = a + 1;
  let j = b - 1;
  for (let already = true; ; already = false) {
    while (i <= j && less(i, a)) i++;
    while (i <= j && !less(j, a)) j--;
    if (i > j) {
      swap(j, a);
      return { middle: j, already };
    }
    swap(i++, j--);
  }
}

/** Splits [a, b), which holds nothing less than the pivot, into its equals and what is greater. */
function partitionEqual({ less, swap }: Slots, a: number, b: number, pivot: number): number {
  swap(a, pivot);
  let i = a + 1;
  let j = b - 1;
  for (;;) {
    while (i <= j && !less(a, i)) i++;
    while (i <= j && less(a, j)) j--;
    if (i > j) return i;
    swap(i++, j--);
  }
}

/** Mends a few neighbours that are out of order; true when [a, b) is sorted then. */
function finishAlmostSorted({ less, swap }: Slots, a: number, b: number): boolean {
  let i = a + 1;
  for (let shifts = 0; shifts < mostShifts; shifts++) {
    while (i < b && !less(i, i - 1)) i++;
    if (i === b) return true;
    if (b - a < shortestShifting) return false;
    swap(i, i - 1);
    if (i - a >= 2) for (let j = i - 1; j >= 1 && less(j, j - 1); j--) swap(j, j - 1);
    if (b - i >= 2) for (let j = i + 1; j < b && less(j, j - 1); j++) swap(j, j - 1);
  }
  return false;
}

/** Moves three slots of the middle elsewhere, by a generator that the length seeds. */
function breakPatterns({ swap }: Slots, a: number, b: number): void {
  const length = b - a;
  if (length < 8) return;
  const mask = (1n << BigInt(bitLength(length))) - 1n;
  const middle = a + (length >> 2) * 2;
  let random = BigInt(length);
  for (let i = middle - 1; i <= middle + 1; i++) {
    random ^= BigInt.asUintN(64, random << 13n);
    random ^= random >> 7n;
    random ^= BigInt.asUintN(64, random << 17n);
    const other = Number(random & mask);
    swap(i, a + (other >= length ? other - length : other));
  }
}

function choosePivot(
  slots: Slots,
  a: number,
  b: number,
): { pivot: number; hint: "ascending" | "descending" | "unknown" } {
  const length = b - a;
  const quarter = length >> 2;
  const counter = { swaps: 0 };
  let [i, j, k] = [a + quarter, a + quarter * 2, a + quarter * 3];
  if (length >= shortestNinther) {
    i = median(slots, i - 1, i, i + 1, counter);
    j = median(slots, j - 1, j, j + 1, counter);
    k = median(slots, k - 1, k, k + 1, counter);
  }
  if (length >= 8) j = median(slots, i, j, k, counter);
  const { swaps } = counter;
  return {
    pivot: j,
    hint: swaps === 0 ? "ascending" : swaps === swapsOfDescending ? "descending" : "unknown",
  };
}

function median({ less }: Slots, a: number, b: number, c: number, counter: { swaps: number }): number {
  let [low, middle, high] = [a, b, c];
  const orderLow = (): void => {
    if (!less(middle, low)) return;
    counter.swaps++;
    [low, middle] = [middle, low];
  };
  orderLow();
  if (less(high, middle)) {
    counter.swaps++;
    [middle, high] = [high, middle];
  }
  orderLow();
  return middle;
}

function reverse({ swap }: Slots, a: number, b: number): void {
  for (let i = a, j = b - 1; i < j; i++, j--) swap(i, j);
}

/** Bits needed to write a length: 1 for 1, 4 for 8. */
function bitLength(length: number): number {
  return 32 - Math.clz32(length);
}
