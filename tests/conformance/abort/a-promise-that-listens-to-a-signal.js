const controller = new AbortController();
const work = (signal) => new Promise((resolve, reject) => {
  const timer = setTimeout(resolve, 500, 'finished');
  signal.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason); }, { once: true });
});
work(controller.signal).catch((error) => console.log('stopped:', error));
setTimeout(() => controller.abort('user left'), 10);
