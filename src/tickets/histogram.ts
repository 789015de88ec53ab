/**
 * How often each whole number of seconds came up, in memory that does not grow with how many there were: exact up to two days,
 * beyond that within a thousandth. Percentiles by nearest rank: the smallest value that so many percent do not exceed.
 */

const exactSeconds = 172_800;
/** Beyond, buckets grow by this factor, so that a bucket's lower bound is at most a thousandth below what fell into it. */
const growth = 1.001;
const bucketsBeyond = Math.ceil(Math.log(3.2e10 / exactSeconds) / Math.log(growth));

export class SecondsHistogram {
  count = 0;
  max = 0;
  private readonly exact = new Uint32Array(exactSeconds);
  private beyond: Uint32Array | undefined;

  /** Counts a number of seconds from 0 to a thousand years. */
  add(seconds: number): void {
    this.count++;
    if (seconds > this.max) this.max = seconds;
    if (seconds < exactSeconds) {
      this.exact[seconds] = (this.exact[seconds] as number) + 1;
      return;
    }
    this.beyond ??= new Uint32Array(bucketsBeyond + 1);
    const bucket = Math.min(bucketsBeyond, Math.floor(Math.log(seconds / exactSeconds) / Math.log(growth)));
    this.beyond[bucket] = (this.beyond[bucket] as number) + 1;
  }

  /** The value that `percent` of the values do not exceed, by nearest rank; undefined where there is none. */
  percentile(percent: number): number | undefined {
    return this.count === 0 ? undefined : this.atRank(Math.max(1, Math.ceil((this.count * percent) / 100)));
  }

  /** The value with so many values at or before it, counted from 1. */
  atRank(rank: number): number {
    let left = rank;
    if (rank === this.count) return this.max;
    for (let seconds = 0; seconds < exactSeconds; seconds++) {
      left -= this.exact[seconds] as number;
      if (left <= 0) return seconds;
    }
    for (let bucket = 0; bucket <= bucketsBeyond; bucket++) {
      left -= this.beyond?.[bucket] ?? 0;
      if (left <= 0) return Math.ceil(exactSeconds * growth ** bucket);
    }
    return this.max;
  }

  /** Whether a percentile is exact rather than within a thousandth. */
  isExact(percent: number): boolean {
    return (this.percentile(percent) ?? 0) < exactSeconds || this.percentile(percent) === this.max;
  }
}

/** Seconds that may be negative, as two histograms back to back. */
export class SignedHistogram {
  private readonly negative = new SecondsHistogram();
  private readonly positive = new SecondsHistogram();

  add(seconds: number): void {
    if (seconds < 0) this.negative.add(-seconds);
    else this.positive.add(seconds);
  }

  get count(): number {
    return this.negative.count + this.positive.count;
  }

  /** The middle value, the lower of two; undefined where there is none. */
  median(): number | undefined {
    if (this.count === 0) return undefined;
    const rank = Math.ceil(this.count / 2);
    const { count } = this.negative;
    // Negative values rank from the largest size down.
    return rank <= count ? 0 - this.negative.atRank(count - rank + 1) : this.positive.atRank(rank - count);
  }
}
