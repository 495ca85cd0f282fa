const channel = new BroadcastChannel('x');
const attempts = [
  () => new BroadcastChannel(),
  () => channel.postMessage(),
  () => channel.postMessage(() => {}),
  () => { channel.close(); channel.postMessage(1); },
  () => channel.close(),
];
for (const attempt of attempts) {
  try {
    attempt();
    console.log('no error');
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
console.log(channel, new BroadcastChannel(5).unref().name);
