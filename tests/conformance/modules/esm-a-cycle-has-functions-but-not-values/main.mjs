import { start } from './other.mjs';
export const value = 'ready';
export function early() { return 'hoisted'; }
console.log(start());
