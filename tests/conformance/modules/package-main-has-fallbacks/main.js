console.log(require('./no-main'), require('./main-without-extension'), require('./main-is-a-folder'));
