// Which seeds tuning may look at, and which it may not.

export interface Seeds {
  /** Both ends included. */
  readonly from: number;
  readonly to: number;
}

export const TUNING: Seeds = { from: 1, to: 300 };
/** What the tests run; their faults are shown, so tuning may see them. */
export const CHECK: Seeds = { from: 5001, to: 5060 };
/** Only ever run for their figures; their texts and faults are not read. */
export const HELD_BACK: Seeds = { from: 20_001, to: 20_300 };
