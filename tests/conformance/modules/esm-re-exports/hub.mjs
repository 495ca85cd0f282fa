export * from './a.mjs';
export { b as renamed } from './b.mjs';
export * as space from './b.mjs';
export { default } from './a.mjs';
