// @title  Forty visitors and four processes
// @lesson The same visitors, and four processes on four cores: they can answer 200 a second, so nobody waits for long.
// @cpus 4
// @client http://localhost:3000/ name=visitors rate=100/s for=400ms start=500ms

require('./server.js').run(4, 40);
