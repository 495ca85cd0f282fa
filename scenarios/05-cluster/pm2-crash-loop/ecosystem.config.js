module.exports = {
  apps: [
    { name: 'hasty', script: 'worker.js', max_restarts: 5 },
    { name: 'patient', script: 'worker.js', exp_backoff_restart_delay: 100 },
  ],
};
