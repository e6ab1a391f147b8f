/** The lists of the store, as tabs of each other. */
export const tabs = [
  { to: '/stock', word: 'stock' },
  { to: '/stock/reservations', word: 'reservations' },
  { to: '/stock/purchase-orders', word: 'purchase-orders' },
];
