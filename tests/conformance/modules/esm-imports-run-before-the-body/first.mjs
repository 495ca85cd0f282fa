import './second.mjs';
console.log('first');
