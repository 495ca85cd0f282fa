const Point = require('./point');
console.log(new Point(1, 2).sum(), typeof Point, require('./value'), require('./forgotten'));
