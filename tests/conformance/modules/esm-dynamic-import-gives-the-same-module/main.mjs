import * as fixed from './part.mjs';
const first = await import('./part.mjs');
const other = await import('./part.mjs?x=1');
console.log(first === fixed, other === fixed, fixed.id, other.id);
