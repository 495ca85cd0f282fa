const { stat } = require('fs');
stat(__filename, () => {
  console.log('stat');
  Promise.resolve().then(() => console.log('job of stat'));
});
setTimeout(() => {
  console.log('timeout');
  Promise.resolve().then(() => console.log('job of timeout'));
}, 1);
Promise.resolve().then(() => console.log('job of main'));
