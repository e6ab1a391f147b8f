/** How much lies behind the hotline while it is measured. */
export interface Sizes {
  readonly customers: number;
  readonly sites: number;
  readonly equipment: number;
  readonly requests: number;
  /** Of what came in and became no request: rejected, or still waiting. Every request has an envelope of its own besides. */
  readonly envelopes: number;
  readonly open: number;
}

const full: Sizes = {
  customers: 2_000,
  sites: 10_000,
  equipment: 100_000,
  requests: 1_000_000,
  envelopes: 200_000,
  open: 3_000,
};

/** `--scale 0.01` makes a hundredth of it, to try the command out. */
export function sizesOf(scale: number): Sizes {
  if (!(scale > 0 && scale <= 1)) throw new Error('--scale is a number above 0 and at most 1');
  const share = (of: number) => Math.max(10, Math.round(of * scale));
  return {
    customers: share(full.customers),
    sites: share(full.sites),
    equipment: share(full.equipment),
    requests: share(full.requests),
    envelopes: share(full.envelopes),
    open: share(full.open),
  };
}
