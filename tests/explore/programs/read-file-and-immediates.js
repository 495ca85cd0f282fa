require('fs').readFile(__filename, () => console.log('read'));
let turns = 0;
setImmediate(function turn() {
  console.log('turn', ++turns);
  if (turns < 5) setImmediate(turn);
});
