let open: () => void = () => {};
let opened = Promise.resolve();
let waiting = 0;

/** Holds requests back until a test lets them through. */
export const gate = {
  shut(): void {
    opened = new Promise((resolve) => {
      open = resolve;
    });
  },
  open: (): void => {
    open();
  },
  async passed(): Promise<void> {
    waiting += 1;
    await opened;
    waiting -= 1;
  },
  get waiting(): number {
    return waiting;
  },
};
