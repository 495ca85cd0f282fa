setTimeout(() => { console.log('first'); clearTimeout(second); }, 10);
const second = setTimeout(() => console.log('never'), 10);
setTimeout(() => console.log('third'), 10);
