/** The lists of the store, as tabs of each other. */
export const storeTabs = [
  { to: '/stock', word: 'stock' },
  { to: '/stock/reservations', word: 'reservations' },
  { to: '/purchase-orders', word: 'purchase-orders' },
  { to: '/suppliers', word: 'suppliers' },
];
