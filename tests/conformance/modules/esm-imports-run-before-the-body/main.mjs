console.log('main body');
import './first.mjs';
import './second.mjs';
