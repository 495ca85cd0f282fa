import { nothingLikeThis } from 'node:path';
console.log(nothingLikeThis);
