const instances = 2;

module.exports = {
  apps: [
    { name: 'web', script: './web.js', instances, exec_mode: 'cluster', listen_timeout: 60_000,
      env: { COLOR: 'blue' }, env_night: { COLOR: 'black' } },
    { name: 'stubborn', script: './stubborn.js', kill_timeout: 250, args: 'one two' },
  ],
};
