const { stat } = require('fs');
stat(__filename, () => console.log('first'));
stat(__filename, () => console.log('second'));
