console.log(require('./folder'), require('./folder/'), require('./plain'), require('./folder/index.js'));
console.log(require('./noext'));
