// expect cpu-per-callback 3 --max-cpu-per-callback 200ms
const busy = () => {};
while (true) busy();
