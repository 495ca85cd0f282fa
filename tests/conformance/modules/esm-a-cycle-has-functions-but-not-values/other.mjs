import { early, value } from './main.mjs';
console.log(early());
try { console.log(value); } catch (error) { console.log(error.name, error.message); }
export const start = () => value;
