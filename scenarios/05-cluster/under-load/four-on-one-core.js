// @title  Forty visitors, four processes and one core
// @lesson Four processes share what one core can compute: as much as one process could. They take turns on it, so all
// that are at work get slower together.
// @cpus 1
// @client http://localhost:3000/ name=visitors rate=100/s for=400ms start=500ms

require('./server.js').run(4, 40);
