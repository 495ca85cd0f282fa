// @title  A process that crashes again and again
// @lesson PM2 starts what has crashed at once, and gives it up after too many lives of less than a second. With
// exp_backoff_restart_delay it waits instead, half as long again each time, and spares what the process needs.
// @cpus 4
// @pm2 start ecosystem.config.js
// @pm2 10s delete hasty
// @pm2 11s kill

require('./worker');
