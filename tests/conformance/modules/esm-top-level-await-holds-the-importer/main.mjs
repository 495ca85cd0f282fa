import { value } from './slow.mjs';
import './quick.mjs';
console.log('main', value);
