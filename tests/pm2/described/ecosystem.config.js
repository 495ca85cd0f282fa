module.exports = {
  apps: [
    { name: 'night shift', script: './main.js', exec_mode: 'cluster', instances: 1, stop_exit_codes: 1,
      args: 'one two', env: { NODE_ENV: 'production' } },
  ],
};
