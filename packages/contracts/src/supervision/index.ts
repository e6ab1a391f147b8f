export * from './board.js';
export * from './hand-offs.js';
export * from './holders.js';
export * from './matters.js';
export * from './promises.js';
export * from './verification.js';
