// @title  pm2 restart: nobody answers for a moment
// @lesson A restart ends the old process first and starts the new one when it is gone. In between nobody listens, and
// clients are refused. With several processes PM2 restarts one or two at a time, so that others answer meanwhile.
// @cpus 4
// @pm2 start ecosystem.config.js
// @pm2 700ms restart api

require('./server');
require('./client');
