// @title  pm2 restart: nobody answers for a moment
// @lesson A restart ends the old process first and starts the new one when it is gone. In between nobody listens, and
// clients are refused. With several processes PM2 restarts one or two at a time, so that others answer meanwhile.
// @cpus 4
// @pm2 start ecosystem.config.js
// @pm2 700ms restart api
// @pm2 2s kill
// @client http://localhost:3000/ name=visitors rate=50/s for=800ms start=300ms

require('./server');
