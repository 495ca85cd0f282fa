import { value } from './part.js';
import legacy from './legacy.cjs';
console.log(value, legacy, typeof require);
