// expect cpu-per-callback [23] --max-cpu-per-callback 200ms
const busy = () => {};
while (true) busy();
