console.log('helper runs');
let calls = 0;
exports.count = () => ++calls;
