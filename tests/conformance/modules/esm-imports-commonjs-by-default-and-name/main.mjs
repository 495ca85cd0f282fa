import whole, { named, other } from './common.cjs';
import * as space from './common.cjs';
console.log(whole, named, other, Object.keys(space), space.default === whole);
import fn from './fn.cjs';
console.log(fn());
