let deepest = 0;
function deeper(level) {
  deepest = level;
  deeper(level + 1);
}
for (let round = 0; round < 3; round++) {
  try {
    deeper(0);
  } catch (error) {
    console.log(error instanceof RangeError, deepest > 1000);
  }
}
setTimeout(() => console.log('after'), 1);
