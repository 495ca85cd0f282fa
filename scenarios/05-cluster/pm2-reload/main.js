// @title  pm2 reload: a new version without failing anybody
// @lesson A reload starts the new process beside the old one. Only when the new one listens is the old one told to end,
// and it answers what is under way first. At no moment is there nobody who accepts.
// @cpus 4
// @pm2 start ecosystem.config.js
// @pm2 700ms reload api
// @pm2 2s kill
// @client http://localhost:3000/ name=visitors rate=50/s for=800ms start=300ms

require('./server');
