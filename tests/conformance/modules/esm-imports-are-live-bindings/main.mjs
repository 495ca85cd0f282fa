import { count, add } from './counter.mjs';
import * as all from './counter.mjs';
console.log(count, all.count);
add();
console.log(count, all.count);
try { all.count = 9; } catch (error) { console.log(error.name, error.message); }
