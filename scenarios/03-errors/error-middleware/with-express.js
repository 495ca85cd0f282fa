// The same application with the real Express, which is not part of this repository. To get it, say
//
//     npm install express@4
//
// in this folder or in one above it. Then `node with-express.js` and `loopscope run with-express.js` print what
// main.js prints.

let express;
try {
  express = require('express');
} catch {
  console.log('Express is not here. To get it: npm install express@4');
  process.exit(1);
}

const serve = require('./application.js');

serve(express);
