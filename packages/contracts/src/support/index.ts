export * from './articles.js';
export * from './questions.js';
export * from './support-requests.js';
