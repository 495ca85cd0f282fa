const cluster = require('cluster');
const os = require('os');

if (cluster.isPrimary) {
  const numCPUs = os.cpus().length;
  console.log(`Primary ${process.pid} starting ${numCPUs} workers`);

  for (let i = 0; i < numCPUs; i++) {
    cluster.fork();
  }

  cluster.on('exit', (worker, code) => {
    console.log(`Worker ${worker.process.pid} died (code: ${code})`);
    cluster.fork(); // Restart dead worker
  });
} else {
  // Worker process — each handles requests
  const app = require('./app');
  app.listen(3000, () => {
    console.log(`Worker ${process.pid} listening on 3000`);
  });
}
